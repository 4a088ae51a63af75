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

  private let columns: [Column]
  private var rows: [[String]] = []

  /// Starts a table.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; what could drive the terminal is taken out.
  public mutating func row(_ cells: [String]) {
    precondition(cells.count == columns.count)
    rows.append(cells.map(DisplayWidth.printable))
  }

  /// The table, the headings first; a cell too wide for its column goes on in the lines below.
  public var text: String {
    let headings = columns.map { DisplayWidth.printable($0.heading) }
    let wrapped = rows.map(wrapped)
    let widths = columns.indices.map { column in
      (wrapped.flatMap { $0[column] } + [headings[column]]).map(DisplayWidth.of).max() ?? 0
    }
    let rule = line(widths.map { String(repeating: "-", count: min($0, Self.widest)) }, widths)
    return line(headings, widths) + rule + wrapped.map { lines($0, widths) }.joined()
  }

  /// The most columns of a column of words before its text is broken; the last column is never broken.
  private static let widest = 64

  private func wrapped(_ cells: [String]) -> [[String]] {
    cells.enumerated().map { column, cell in
      columns[column].isNumber || column == columns.count - 1 ? [cell] : DisplayWidth.broken(cell, to: Self.widest)
    }
  }

  private func lines(_ cells: [[String]], _ widths: [Int]) -> String {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { row in line(cells.map { row < $0.count ? $0[row] : "" }, widths) }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { text += "  " }
      text += DisplayWidth.padded(cell, to: widths[column], isNumber: columns[column].isNumber)
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text + "\n"
  }
}
