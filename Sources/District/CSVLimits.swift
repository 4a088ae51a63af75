/// The most that is read from one CSV file.
public struct CSVLimits: Sendable, Equatable {
  /// Bytes of the file.
  public var bytes: Int
  /// Rows below the heading.
  public var rows: Int
  /// Messages about one file before the rest is passed over.
  public var messages: Int

  /// Limits of 20 MB, 200,000 rows and 40 messages unless told otherwise.
  public init(bytes: Int = 20_000_000, rows: Int = 200_000, messages: Int = 40) {
    self.bytes = bytes
    self.rows = rows
    self.messages = messages
  }
}
