#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and folders by way of the operating system's own calls: no terminals, no devices, no surprises.
package enum FileBytes {
  /// The bytes of a regular file, at most `limit` of them.
  ///
  /// A folder, a pipe or a device is refused before anything is read from it.
  /// - Throws: `FileAccessError` when the file cannot be read, `Diagnostics` when it is too large.
  package static func read(_ path: String, named name: String? = nil, limit: Int) throws -> [UInt8] {
    let name = name ?? path
    guard !path.utf8.contains(0) else {
      throw FileAccessError(.read, path: name, reason: "the path contains a NUL character")
    }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileAccessError(.read, path: name, reason: reason()) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw FileAccessError(.read, path: name, reason: reason()) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw FileAccessError(.read, path: name, reason: "not a regular file")
    }
    guard information.st_size <= limit else { throw tooLarge(name, limit: limit) }
    var bytes = [UInt8]()
    bytes.reserveCapacity(Int(information.st_size) + 1)
    let step = max(4096, min(limit + 1, Int(information.st_size) + 1))
    while true {
      let before = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: step))
      let taken = bytes.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
          Glibc.read(descriptor, buffer.baseAddress! + before, step)
        #elseif canImport(Musl)
          Musl.read(descriptor, buffer.baseAddress! + before, step)
        #else
          Darwin.read(descriptor, buffer.baseAddress! + before, step)
        #endif
      }
      guard taken >= 0 else { throw FileAccessError(.read, path: name, reason: reason()) }
      bytes.removeLast(step - taken)
      if taken == 0 { return bytes }
      guard bytes.count <= limit else { throw tooLarge(name, limit: limit) }
    }
  }

  /// What stands at a path.
  package enum Entry: Equatable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// Anything else: a device, a pipe, a socket.
    case other
    /// Nothing.
    case missing
  }

  /// What stands at a path; a link is followed unless asked otherwise.
  package static func entry(at path: String, following: Bool = true) -> Entry {
    var information = stat()
    let found = following ? stat(path, &information) : lstat(path, &information)
    guard found == 0 else { return .missing }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Names of the entries of a folder, sorted by bytes, without `.` and `..`; at most `limit` of them.
  package static func names(in folder: String, limit: Int = 10_000) throws -> [String] {
    guard let stream = opendir(folder) else { throw FileAccessError(.read, path: folder, reason: reason()) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      names.append(name)
      guard names.count <= limit else {
        throw FileAccessError(.read, path: folder, reason: "more than \(limit) entries; this is not a district folder")
      }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The path with every link resolved, or nil when nothing stands there.
  package static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Words for the last error of the operating system.
  package static func reason() -> String {
    switch errno {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the name is too long"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case ENOSPC: "no space left"
    case EROFS: "the file system is read-only"
    default: String(cString: strerror(errno))
    }
  }

  private static func tooLarge(_ name: String, limit: Int) -> Diagnostics {
    Diagnostics([Diagnostic(file: name, message: "the file is larger than \(limit) bytes, the most that is read")])
  }
}
