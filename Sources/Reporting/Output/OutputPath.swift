/// A single file of results, written whole or not at all.
public struct OutputPath: Sendable {
  /// The path as the user named it.
  public let path: String

  /// Names a file.
  public init(_ path: String) { self.path = path }

  /// Checks, before long work, that the file could be written.
  ///
  /// - Throws: `OutputError`.
  public func check() throws(OutputError) {
    switch try FileSystem.entry(path) {
    case .nothing, .file: break
    case .folder: throw OutputError(path: path, reason: "a folder of that name is there; name a file")
    case .symbolicLink(let target):
      throw OutputError(path: path, reason: "it is a symbolic link to '\(target)'; name the file itself")
    case .other: throw OutputError(path: path, reason: "it is not an ordinary file")
    }
    let folder = FilePath.folder(of: path)
    guard FileSystem.isFolder(folder) else {
      throw OutputError(path: path, reason: "the folder '\(folder)' does not exist; make it first")
    }
    guard FileSystem.isWritable(folder) else {
      throw OutputError(path: path, reason: "permission denied in '\(folder)'")
    }
  }

  /// Checks that the file could be written and that nothing stands there yet.
  ///
  /// - Throws: `OutputError`.
  public func checkIsNew() throws(OutputError) {
    try check()
    guard case .nothing = try FileSystem.entry(path) else {
      throw OutputError(path: path, reason: "a file of that name is there; it is left alone: choose another name")
    }
  }

  /// Writes the file, in place of the one that is there.
  ///
  /// - Throws: `OutputError`; nothing half-written is left then.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    try check()
    let aside = "\(FilePath.folder(of: path))/.\(FilePath.name(of: path)).partial-\(FileSystem.process)"
    let signals = HeldSignals()
    defer { signals.release() }
    do throws(OutputError) {
      try FileSystem.write(bytes, to: aside)
      try FileSystem.move(aside, to: path)
    } catch {
      FileSystem.remove(aside)
      throw OutputError(path: path, reason: error.reason)
    }
  }
}
