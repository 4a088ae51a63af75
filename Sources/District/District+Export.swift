import Foundation

extension District {
  /// Copies the files of a built-in district into a folder, where they can be edited and read as any other district.
  ///
  /// The folder is made when it does not exist; one that holds anything already is refused, so nothing is overwritten.
  /// - Throws: `Diagnostics` when there is no such district, `FileAccessError` when the folder cannot be written.
  public static func export(builtIn id: String, to folder: String) throws {
    let origin = try BuiltInDistricts.folder(of: id)
    var messages: [Diagnostic] = []
    let files = try DistrictFiles.load(folder: origin, named: "built-in/\(id)", messages: &messages)
    guard messages.isEmpty else { throw Diagnostics(messages) }
    try makeEmptyFolder(folder)
    for (name, bytes) in files.contents.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder)/\(name)"
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      } catch {
        throw FileAccessError(.write, path: path, reason: reason(of: error))
      }
    }
  }

  private static func makeEmptyFolder(_ folder: String) throws {
    guard !folder.isEmpty, !folder.utf8.contains(0) else {
      throw FileAccessError(.write, path: folder, reason: "not the name of a folder")
    }
    switch FileBytes.entry(at: folder) {
    case .missing:
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw FileAccessError(.write, path: folder, reason: reason(of: error))
      }
    case .folder:
      guard try FileBytes.names(in: folder).isEmpty else {
        throw FileAccessError(.write, path: folder, reason: "the folder is not empty")
      }
    default:
      throw FileAccessError(.write, path: folder, reason: "it exists and is not a folder")
    }
  }

  /// What the operating system said, without the address that Foundation adds.
  private static func reason(of error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(cause.code))) : error.localizedDescription
  }
}
