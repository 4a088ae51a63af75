/// A table of text for a terminal, its columns as wide as their content.
public struct TextTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    let heading: String
    let isNumber: Bool

    /// A column of words, to the left.
    public static func words(_ heading: String) -> Column { Column(heading: heading, isNumber: false) }
    /// A column of numbers, to the right.
    public static func numbers(_ heading: String) -> Column { Column(heading: heading, isNumber: true) }
  }

  /// A longer cell does not widen its column: it pushes the rest of its own row to the right.
  private static let widest = 64

  private let columns: [Column]
  private var rows: [[String]] = []

  /// Starts a table.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; what could drive the terminal is taken out.
  public mutating func row(_ cells: [String]) {
    precondition(cells.count == columns.count)
    rows.append(cells.map(DisplayWidth.printable))
  }

  /// The table, a line a row, the headings first.
  public var text: String {
    let headings = columns.map { DisplayWidth.printable($0.heading) }
    let widths = columns.indices.map { column in
      ([headings] + rows).map { DisplayWidth.of($0[column]) }.filter { $0 <= Self.widest }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        if column > 0 { text += "  " }
        text += DisplayWidth.padded(cell, to: widths[column], isNumber: columns[column].isNumber)
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    return line(headings) + rule + rows.map(line).joined()
  }
}
