import District
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams of a terminal.
enum Console {
  /// Makes a closed pipe an error of the write, which is passed over, and a file that grows past a limit one that is
  /// reported, and neither the end of the program.
  static func survivesClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes to the standard output.
  static func output(_ text: String) { write(Array(text.utf8), to: 1) }

  /// Writes bytes to the standard output.
  static func output(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Writes a line to the standard error.
  static func error(_ line: String) { write(Array((line + "\n").utf8), to: 2) }

  /// Writes to the standard error without a line end.
  static func errorText(_ text: String) { write(Array(text.utf8), to: 2) }

  /// True when the standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// The language of the terminal, unless the user named one.
  static func language(_ named: Language?) -> Language {
    if let named { return named }
    var environment: [String: String] = [:]
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] { environment[name] = getenv(name).map { String(cString: $0) } }
    return Language.ofLocale(environment)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
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
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        start += count
      }
    }
  }
}
