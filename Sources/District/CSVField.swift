/// Where a field stands in the bytes of a file.
struct CSVField: Sendable {
  /// Offset of the first byte of the field's text.
  var start: Int32
  /// Offset past its last byte.
  var end: Int32
  /// Line of its first character, from 1.
  var line: Int32
  /// Offset of the first byte of that line.
  var lineStart: Int32
  /// True when the field is written in quotes.
  var isQuoted: Bool
  /// True when the text holds doubled quotes.
  var hasDoubledQuotes: Bool

  /// The text, without quotes.
  func text(in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
    return hasDoubledQuotes ? Self.undoubled(text) : text
  }

  /// Column of the field's first character, from 1.
  func column(in bytes: [UInt8]) -> Int {
    let first = Int(start) - (isQuoted ? 1 : 0)
    return 1 + bytes[Int(lineStart)..<first].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static func undoubled(_ text: String) -> String {
    var result: [UInt8] = []
    var skip = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\""), skip {
        skip = false
        continue
      }
      skip = byte == UInt8(ascii: "\"")
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
