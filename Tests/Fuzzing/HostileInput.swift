import Foundation

/// What is put before a reader: files by name, in a folder of their own.
struct HostileInput {
  /// Content by name; a name may hold a folder.
  var files: [String: [UInt8]] = [:]

  /// True when a text stands in one of the files.
  func mentions(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return files.values.contains { content in content.firstRange(of: bytes) != nil }
  }

  /// Writes a file, in place of what is there, whatever that is.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw FuzzingFault("\(path): cannot be written") }
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + start, $0.count - start) }
      guard count > 0 else { throw FuzzingFault("\(path): cannot be written") }
      start += count
    }
  }
}

/// The fuzzing itself cannot go on.
struct FuzzingFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
