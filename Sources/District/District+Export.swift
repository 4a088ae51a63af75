extension District {
  /// Writes the files of a built-in district into a folder, where they can be edited and read as any other district.
  ///
  /// The folder is made when it does not exist; one that holds anything already is refused, so nothing is overwritten.
  /// Files are written aside and moved into place when all of them are whole; after a failure nothing of them is left.
  /// - Throws: `Diagnostics` when there is no such district, `FileAccessError` when the folder cannot be written.
  public static func export(builtIn id: String, to folder: String) throws {
    let origin = try BuiltInDistricts.folder(of: id)
    var messages: [Diagnostic] = []
    let files = try DistrictFiles.load(folder: origin, named: "built-in/\(id)", messages: &messages)
    guard messages.isEmpty else { throw Diagnostics(messages) }
    try files.write(to: folder)
  }
}

extension DistrictFiles {
  /// Writes the files into a folder that is missing or empty.
  package func write(to folder: String) throws {
    var folder = folder
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    guard !folder.isEmpty, !folder.utf8.contains(0) else {
      throw FileAccessError(.write, path: folder, reason: "not the name of a folder")
    }
    switch FileBytes.entry(at: folder) {
    case .missing:
      guard FileBytes.entry(at: folder, following: false) == .missing else {
        throw FileAccessError(.write, path: folder, reason: "it is a link to something that does not exist")
      }
      try FileWriting.makeFolders(above: folder)
      try writeAside("\(folder).partial-\(FileWriting.processID)", for: folder) { aside in
        try FileWriting.move(aside, to: folder)
      }
    case .folder:
      guard try FileBytes.names(in: folder).isEmpty else {
        throw FileAccessError(.write, path: folder, reason: "the folder is not empty; nothing is overwritten")
      }
      try writeAside("\(folder)/.partial-\(FileWriting.processID)", for: folder) { aside in
        for name in contents.keys.sorted() { try FileWriting.move("\(aside)/\(name)", to: "\(folder)/\(name)") }
        FileWriting.removeFolder(aside)
      }
    default:
      throw FileAccessError(.write, path: folder, reason: "it exists and is not a folder")
    }
  }

  private func writeAside(_ aside: String, for folder: String, thenMove move: (String) throws -> Void) throws {
    do {
      try FileWriting.makeFolder(aside)
      for (name, bytes) in contents.sorted(by: { $0.key < $1.key }) {
        try FileWriting.write(bytes, to: "\(aside)/\(name)")
      }
      try move(aside)
    } catch {
      for name in contents.keys { FileWriting.removeFile("\(aside)/\(name)") }
      FileWriting.removeFolder(aside)
      // The user named the folder, not the one beside it.
      throw FileAccessError(.write, path: folder, reason: (error as? FileAccessError)?.reason ?? "\(error)")
    }
  }
}
