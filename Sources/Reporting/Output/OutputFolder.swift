import District

/// A folder of results, written whole or not at all.
///
/// Files are written aside, into a temporary folder beside the destination, and moved into place when all of them are
/// complete. Results of an earlier run are replaced file by file, the manifest last; files of others are left alone,
/// and so is a folder that holds a file of the same name that no run of this program wrote.
public struct OutputFolder: Sendable {
  /// Name of the file that marks a folder as written by this program; moved into place last.
  public static let manifestName = "manifest.json"
  /// The path as the user named it.
  public let path: String
  let makesParent: Bool

  /// Names a folder of results.
  ///
  /// - Parameters:
  ///   - path: where the results go; made when it is not there.
  ///   - makesParent: true when the folder above it may be made as well (but not the one above that).
  public init(_ path: String, makesParent: Bool = false) {
    self.path = FilePath.withoutTrailingSlashes(path)
    self.makesParent = makesParent
  }

  /// Checks, before a long run, that files of these names could be written here.
  ///
  /// - Throws: `OutputError`.
  public func check(for names: [String]) throws(OutputError) {
    switch try FileSystem.entry(path) {
    case .nothing: try checkParent()
    case .file, .other: throw OutputError(path: path, reason: "a file of that name is there; name a folder")
    case .symbolicLink(let target):
      throw OutputError(
        path: path, reason: "it is a symbolic link to '\(target)'; name the folder itself")
    case .folder:
      guard FileSystem.isWritable(path) else { throw OutputError(path: path, reason: "permission denied") }
      try checkContent(names)
    }
  }

  /// Writes the files.
  ///
  /// - Throws: `OutputError`; nothing half-written is left then.
  public func write(_ files: [OutputFile]) throws(OutputError) {
    try check(for: files.map(\.name))
    let parentEntry = try FileSystem.entry(parent)
    let madeParent = makesParent && parentEntry == .nothing
    let aside = "\(parent)/.\(name).partial-\(FileSystem.process)"
    let signals = HeldSignals()
    defer { signals.release() }
    do throws(OutputError) {
      if madeParent { try FileSystem.makeFolder(parent) }
      try FileSystem.makeFolder(aside)
      for file in files { try FileSystem.write(file.bytes, to: "\(aside)/\(file.name)") }
      try moveIntoPlace(files.map(\.name), from: aside)
    } catch {
      for file in files { FileSystem.remove("\(aside)/\(file.name)") }
      FileSystem.removeFolder(aside)
      if madeParent { FileSystem.removeFolder(parent) }
      throw OutputError(path: path, reason: error.reason)
    }
  }

  /// Removes what runs into this folder that were killed while they wrote have left aside.
  func removeLeftovers() {
    let beginning = ".\(name).partial-"
    for entry in (try? FileBytes.names(in: parent)) ?? [] where entry.hasPrefix(beginning) {
      guard let process = Int32(entry.dropFirst(beginning.count)), !FileSystem.isAlive(process) else { continue }
      let aside = "\(parent)/\(entry)"
      guard (try? FileSystem.entry(aside)) == .folder else { continue }
      for file in (try? FileBytes.names(in: aside)) ?? [] { FileSystem.remove("\(aside)/\(file)") }
      FileSystem.removeFolder(aside)
    }
  }

  private func moveIntoPlace(_ names: [String], from aside: String) throws(OutputError) {
    if try FileSystem.entry(path) == .nothing {
      try FileSystem.move(aside, to: path)
      return
    }
    let ordered = names.filter { $0 != Self.manifestName } + names.filter { $0 == Self.manifestName }
    for name in ordered { try FileSystem.move("\(aside)/\(name)", to: "\(path)/\(name)") }
    FileSystem.removeFolder(aside)
  }

  private func checkParent() throws(OutputError) {
    if FileSystem.isFolder(parent) {
      guard FileSystem.isWritable(parent) else {
        throw OutputError(path: path, reason: "permission denied in '\(parent)'")
      }
      return
    }
    guard try FileSystem.entry(parent) == .nothing else {
      throw OutputError(path: path, reason: "'\(parent)' is not a folder")
    }
    let above = FilePath.folder(of: parent)
    guard makesParent, FileSystem.isFolder(above) else {
      throw OutputError(path: path, reason: "the folder '\(parent)' does not exist; make it first")
    }
    guard FileSystem.isWritable(above) else {
      throw OutputError(path: path, reason: "permission denied in '\(above)'")
    }
  }

  private func checkContent(_ names: [String]) throws(OutputError) {
    // A run in shards that was killed while it put its results in place has left no manifest yet.
    let isOwn = isOwnManifest("\(path)/\(Self.manifestName)") || ShardFolder(self).holdsShards
    for name in names {
      let place = "\(path)/\(name)"
      switch try FileSystem.entry(place) {
      case .nothing: continue
      case .folder: throw OutputError(path: place, reason: "a folder of that name is there")
      default:
        guard isOwn else {
          throw OutputError(
            path: place, reason: "a file of that name is there that no earlier run wrote; name another folder")
        }
      }
    }
  }

  /// A manifest says so at its very beginning.
  private func isOwnManifest(_ place: String) -> Bool {
    guard let bytes = FileSystem.beginning(of: place, count: 256) else { return false }
    return String(decoding: bytes, as: UTF8.self).contains("\"hsb/manifest/")
  }

  private var name: String { FilePath.name(of: path) }
  private var parent: String { FilePath.folder(of: path) }
}
