#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Making files and folders by way of the operating system's own calls, never over what exists.
enum FileWriting {
  /// The number of this process, to tell files written aside apart.
  static var processID: Int { Int(getpid()) }

  /// Writes a new file; one that exists is left alone and reported.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileAccessError(.write, path: path, reason: FileBytes.reason()) }
    var failure: String?
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      guard count > 0 else {
        failure = FileBytes.reason()
        break
      }
      written += count
    }
    if close(descriptor) != 0, failure == nil { failure = FileBytes.reason() }
    if let failure { throw FileAccessError(.write, path: path, reason: failure) }
  }

  /// Makes one folder.
  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 else {
      throw FileAccessError(.write, path: path, reason: FileBytes.reason())
    }
  }

  /// Makes the folders that lead to a path, those that exist excepted.
  static func makeFolders(above path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var parent = ""
    for (index, part) in parts.enumerated() {
      parent += index == 0 ? String(part) : "/\(part)"
      if parent.isEmpty || FileBytes.entry(at: parent) == .folder { continue }
      try makeFolder(parent)
    }
  }

  /// Moves a file or folder to a name where nothing stands.
  static func move(_ path: String, to target: String) throws {
    guard FileBytes.entry(at: target, following: false) == .missing else {
      throw FileAccessError(.write, path: target, reason: "something of this name appeared meanwhile")
    }
    guard rename(path, target) == 0 else {
      throw FileAccessError(.write, path: target, reason: FileBytes.reason())
    }
  }

  /// Removes a file of our own making; one that is not there is no fault.
  static func removeFile(_ path: String) { unlink(path) }

  /// Removes an empty folder of our own making; one that is not there is no fault.
  static func removeFolder(_ path: String) { rmdir(path) }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
