import District
import Reporting
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams of a terminal.
enum Console {
  /// The system's number of the error by which the standard output ended; 0 while it can be written.
  private static let outputFault = Atomic<Int32>(0)

  /// Makes a closed pipe an error of the write, which is passed over, and a file that grows past a limit one that is
  /// reported, and neither the end of the program. A stream that was closed stays one that cannot be written, rather than
  /// the first file that is opened.
  static func survivesClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 { _ = open("/dev/null", O_RDONLY) }
  }

  /// Writes to the standard output.
  static func output(_ text: String) { output(Array(text.utf8)) }

  /// Writes bytes to the standard output. Nothing follows what could not be written; `closeOutput` says so in the end.
  static func output(_ bytes: [UInt8]) {
    guard outputFault.load(ordering: .relaxed) == 0 else { return }
    outputFault.store(write(bytes, to: 1), ordering: .relaxed)
  }

  /// Closes the standard output, behind everything that is written to it.
  ///
  /// - Throws: `OutputError` when not all of it arrived. A reader that wanted no more of it (`| head`) is no fault.
  static func closeOutput() throws(OutputError) {
    // Some file systems say only now that there is no room. A descriptor that was never open is no fault by itself.
    if close(1) != 0, errno != EBADF, errno != EINTR, outputFault.load(ordering: .relaxed) == 0 {
      outputFault.store(errno, ordering: .relaxed)
    }
    let code = outputFault.load(ordering: .relaxed)
    guard code == 0 || code == EPIPE else { throw OutputError(path: "standard output", code: code) }
  }

  /// Writes a line to the standard error.
  static func error(_ line: String) { _ = write(Array((line + "\n").utf8), to: 2) }

  /// Writes to the standard error without a line end.
  static func errorText(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  /// True when the standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// The language of the terminal, unless the user named one.
  static func language(_ named: Language?) -> Language {
    if let named { return named }
    var environment: [String: String] = [:]
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] { environment[name] = getenv(name).map { String(cString: $0) } }
    return Language.ofLocale(environment)
  }

  /// Writes all bytes, and returns 0 or the system's number of the error.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
        #elseif canImport(Glibc)
          let count = Glibc.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
        #else
          let count = Musl.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
        #endif
        let code = errno
        if count < 0, code == EINTR { continue }
        if count < 0, code == EAGAIN {
          // Whoever shares it made it one that does not wait.
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
          continue
        }
        guard count > 0 else { return count < 0 ? code : EIO }
        start += count
      }
      return 0
    }
  }
}
