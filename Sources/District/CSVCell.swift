/// One field of a CSV file, with its place.
public struct CSVCell: Sendable, Equatable {
  /// The text, without quotes.
  public let text: String
  /// Line of the field's first character, from 1.
  public let line: Int
  /// Column of the field's first character, in characters from 1.
  public let column: Int

  /// Makes a cell.
  public init(text: String, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
  }
}
