/// A CSV file read strictly by RFC 4180, every field with its place.
///
/// UTF-8 with or without a byte-order mark; lines end in LF or CRLF; the first row holds the headings. Whatever else
/// is found (other encodings, NUL and other control characters, stray or missing quotes, rows of another width,
/// blank lines, repeated or empty headings) is reported with its line, all of it in one pass.
public struct CSVTable: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The headings, in order.
  public let headings: [CSVCell]
  /// Number of rows below the heading.
  public let rowCount: Int

  let bytes: [UInt8]
  let fields: [CSVField]
  private let positions: [String: Int]

  /// Reads a file.
  /// - Throws: `FileAccessError` when the file cannot be read, `Diagnostics` when its content is wrong.
  public init(path: String, named name: String? = nil, limits: CSVLimits = CSVLimits()) throws {
    let bytes = try FileBytes.read(path, named: name, limit: limits.bytes)
    try self.init(bytes: bytes, named: name ?? path, limits: limits)
  }

  /// Reads bytes already in memory.
  /// - Throws: `Diagnostics` with every fault of the content.
  public init(bytes: [UInt8], named name: String, limits: CSVLimits = CSVLimits()) throws {
    var parser = CSVParser(file: name, limits: limits)
    try parser.parse(bytes)
    file = name
    self.bytes = bytes
    headings = parser.headings
    fields = parser.fields
    rowCount = parser.rowCount
    positions = Dictionary(parser.headings.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Position of the column with a heading.
  public func column(_ heading: String) -> Int? { positions[heading] }

  /// The field of a row (from 0, below the heading) and column.
  public func cell(row: Int, column: Int) -> CSVCell {
    let field = fields[row * headings.count + column]
    return CSVCell(text: field.text(in: bytes), line: Int(field.line), column: field.column(in: bytes))
  }

  /// The text of a field.
  public func text(row: Int, column: Int) -> String { fields[row * headings.count + column].text(in: bytes) }

  /// The line of a row.
  public func line(row: Int) -> Int { Int(fields[row * headings.count].line) }
}
