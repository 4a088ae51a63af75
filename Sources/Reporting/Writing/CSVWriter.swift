/// Writes a table as comma-separated values: RFC 4180 quoting, UTF-8, lines ended by LF.
///
/// Numbers are written in the shortest form that reads back as the same number, never quoted. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it, the mark by which spreadsheets themselves say
/// 'this is text': one that begins (after spaces) with = + - @, their full-width forms, or a tab or line break.
public struct CSVWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Cells in the row that is being written.
  private var cells = 0

  /// Starts a table.
  ///
  /// - Parameter byteOrderMark: true to begin with the mark by which Excel and WPS recognise UTF-8.
  public init(byteOrderMark: Bool = false) {
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Adds a text.
  public mutating func text(_ text: String) {
    separate()
    let guardMark = Self.looksLikeFormula(text)
    guard guardMark || Self.needsQuotes(text) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    let quoted = Self.needsQuotes(text)
    if quoted { bytes.append(Self.quote) }
    if guardMark { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    if quoted { bytes.append(Self.quote) }
  }

  /// Adds a number with every digit, or an empty cell for nil.
  public mutating func number(_ value: Double?) {
    separate()
    if let value { bytes.append(contentsOf: NumberText.shortest(value).utf8) }
  }

  /// Adds a number with the digits that mean something, or an empty cell for nil.
  public mutating func number(_ value: Double?, _ digits: SupportedDigits) {
    separate()
    if let value { bytes.append(contentsOf: digits.text(value).utf8) }
  }

  /// Adds a whole number.
  public mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Adds an empty cell.
  public mutating func empty() { separate() }

  /// Ends the row, filled with empty cells to a width.
  public mutating func endRow(width: Int = 0) {
    while cells < width { empty() }
    bytes.append(UInt8(ascii: "\n"))
    cells = 0
  }

  /// Adds a whole row of texts.
  public mutating func row(_ texts: [String], width: Int = 0) {
    for text in texts { self.text(text) }
    endRow(width: width)
  }

  private static let quote = UInt8(ascii: "\"")

  private mutating func separate() {
    if cells > 0 { bytes.append(UInt8(ascii: ",")) }
    cells += 1
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
  }

  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{3000}" }) else {
      return false
    }
    return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }
}
