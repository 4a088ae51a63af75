import District
import Foundation

/// The bytes of a scenario file as checked text: a regular file, at most 1 MB, UTF-8, no control characters.
package enum ScenarioText {
  /// The largest file that is read, in bytes.
  package static let largest = 1 << 20

  /// Reads a file. Throws `FileAccessError` when it cannot be opened, `Diagnostic` when its bytes are not text.
  package static func read(path: String) throws -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileAccessError(.read, path: path, reason: reason(errno)) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw FileAccessError(.read, path: path, reason: "it is a folder, not a file") }
    guard kind == S_IFREG else { throw FileAccessError(.read, path: path, reason: "it is not a regular file") }
    if Int(status.st_size) > largest { throw tooLarge(Int(status.st_size), file: path) }
    return try checked(bytes(of: path), file: path)
  }

  /// Bytes as text. A byte order mark of UTF-8 is dropped.
  package static func checked(_ bytes: [UInt8], file: String) throws(Diagnostic) -> String {
    if bytes.count > largest { throw tooLarge(bytes.count, file: file) }
    if let encoding = otherEncoding(bytes) {
      throw Diagnostic(
        file: file, line: 1, column: 1, message: "the file is encoded as \(encoding), expected UTF-8; save it as UTF-8")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var place = (line: 1, column: 1)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = body.makeIterator()
    var beforeWasReturn = false
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return String(decoding: body, as: UTF8.self)
      case .error:
        throw Diagnostic(
          file: file, line: place.line, column: place.column,
          message: "the text is not valid UTF-8 here (it may be GBK or Latin-1); save the file as UTF-8")
      case .valid(let units):
        let scalar = Unicode.UTF8.decode(units)
        if let fault = fault(of: scalar) {
          throw Diagnostic(
            file: file, line: place.line, column: place.column,
            message: "found \(fault), which a scenario file may not hold")
        }
        if scalar == "\n" && beforeWasReturn {
          // The line of a CR LF pair has been counted.
        } else if scalar == "\n" || scalar == "\r" {
          place = (place.line + 1, 1)
        } else {
          place.column += 1
        }
        beforeWasReturn = scalar == "\r"
      }
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileAccessError(.read, path: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= largest {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0 { throw FileAccessError(.read, path: path, reason: reason(errno)) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The words for an error code of the system.
  package static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file"
    case EACCES: "permission denied"
    case ELOOP: "its symbolic links form a loop"
    default: String(cString: strerror(code))
    }
  }

  private static func tooLarge(_ size: Int, file: String) -> Diagnostic {
    Diagnostic(
      file: file, line: 1, column: 1, message: "the file has \(size) bytes, expected at most \(largest) (1 MB)")
  }

  private static func otherEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let start = bytes.prefix(2)
    return start.count == 2 && start.filter { $0 == 0 }.count == 1 ? "UTF-16" : nil
  }

  private static func fault(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0: "a NUL byte"
    case 9, 10, 13: nil
    case 1..<32, 127..<160: "the control character U+\(hexadecimal(scalar))"
    case 0x2028, 0x2029: "the line separator U+\(hexadecimal(scalar))"
    case 0x202A...0x202E, 0x2066...0x2069: "the text direction character U+\(hexadecimal(scalar))"
    case 0xFEFF, 0xFFFE, 0xFFFF: "the character U+\(hexadecimal(scalar))"
    default: nil
    }
  }

  /// The code of a character, as after `U+`.
  package static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
