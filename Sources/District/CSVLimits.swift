/// The most that is read from one CSV file.
public struct CSVLimits: Sendable, Equatable {
  /// Bytes of the file.
  public var bytes: Int
  /// Rows below the heading.
  public var rows: Int
  /// Columns.
  public var columns: Int
  /// Bytes of the row of headings.
  public var headingBytes: Int
  /// Fields in all.
  public var fields: Int
  /// Messages about one file before the rest is passed over.
  public var messages: Int

  /// Limits of 20 MB, 200,000 rows, 1,000 columns in 64 KB, two million fields and 40 messages unless told otherwise.
  public init(
    bytes: Int = 20_000_000, rows: Int = 200_000, columns: Int = 1_000, headingBytes: Int = 65_536,
    fields: Int = 2_000_000, messages: Int = 40
  ) {
    self.bytes = bytes
    self.rows = rows
    self.columns = columns
    self.headingBytes = headingBytes
    self.fields = fields
    self.messages = messages
  }
}
