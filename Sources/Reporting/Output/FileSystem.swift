#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few operations on files that writing results needs, each with the system's reason when it fails.
enum FileSystem {
  /// What stands at a path.
  enum Entry: Equatable {
    case nothing
    case file
    case folder
    case symbolicLink(to: String)
    case other
  }

  /// What stands at a path, without following a symbolic link at its end.
  static func entry(_ path: String) throws(OutputError) -> Entry {
    var information = stat()
    guard lstat(path, &information) == 0 else {
      let code = errno
      if code == ENOENT { return .nothing }
      throw OutputError(path: path, reason: reason(code))
    }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink(to: linkTarget(path))
    default: return .other
    }
  }

  /// True when a path leads to a folder, through symbolic links or not.
  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// Bytes of a file; 0 when it is not there.
  static func size(_ path: String) -> Int {
    var information = stat()
    return lstat(path, &information) == 0 ? Int(information.st_size) : 0
  }

  /// True when entries can be made in a folder.
  static func isWritable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// Makes a folder.
  static func makeFolder(_ path: String) throws(OutputError) {
    guard mkdir(path, 0o777) == 0 else { throw OutputError(path: path, reason: reason(errno)) }
  }

  /// Writes a new file.
  ///
  /// - Parameter isDurable: true to wait until it is on the disk, for what must outlive a failure of power.
  static func write(_ bytes: [UInt8], to path: String, isDurable: Bool = false) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: reason(errno)) }
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.write(descriptor, $0.baseAddress! + start, $0.count - start)
        #else
          Darwin.write(descriptor, $0.baseAddress! + start, $0.count - start)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = OutputError(path: path, reason: reason(errno))
        _ = close(descriptor)
        throw failure
      }
      start += count
    }
    if isDurable, fsync(descriptor) != 0, errno != EINVAL {
      let failure = OutputError(path: path, reason: reason(errno))
      _ = close(descriptor)
      throw failure
    }
    guard close(descriptor) == 0 else { throw OutputError(path: path, reason: reason(errno)) }
  }

  /// Moves a file or folder in one step; a file already there is replaced.
  static func move(_ from: String, to path: String) throws(OutputError) {
    guard rename(from, path) == 0 else { throw OutputError(path: path, reason: reason(errno)) }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { _ = unlink(path) }

  /// Removes an empty folder, if it is there.
  static func removeFolder(_ path: String) { _ = rmdir(path) }

  /// The first bytes of a file, or nil when it cannot be read.
  static func beginning(of path: String, count: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { readBytes(descriptor, $0.baseAddress!, $0.count) }
    return read < 0 ? nil : Array(bytes.prefix(read))
  }

  /// Whether there is a process of a number.
  static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno != ESRCH }

  /// The number of this process.
  static var process: Int32 { getpid() }

  /// The name of this machine, in letters that a file name can hold.
  static var host: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "host" }
    let name = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return name.isEmpty ? "host" : String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(64))
  }

  private static func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func linkTarget(_ path: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes {
      readlink(path, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return count < 0 ? "?" : String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// The system's reason, in words.
  static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "the folder above it does not exist"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case EROFS: "the file system is read-only"
    case ENOSPC, EDQUOT: "no space left on the disk"
    case EFBIG: "larger than files may be here (ulimit -f)"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "too many symbolic links"
    default: String(cString: strerror(code))
    }
  }
}
