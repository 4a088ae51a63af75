/// A part of a notebook about an analysis: chosen rows and columns of a CSV file, and bars of one of its columns.
///
/// The code in the notebook and the output stored beside it are made from the same description.
struct NotebookPart {
  /// A column shown.
  struct Column {
    /// Its heading in the file.
    let name: String
    /// Its heading in the table.
    let heading: String
    /// Digits after the point of a number; nil for a text.
    var digits: Int?
    /// What a number is multiplied by.
    var scale = 1.0
    /// Words for what stands in the file.
    var names: [(String, String)]?
  }

  /// Bars of a numeric column, one a row, named by the first column.
  struct Bars {
    let title: String
    let axis: String
    let scale: Double
    /// Digits after the point in the drawing.
    let decimals: Int
    /// `value`, and where there is a range `low` and `high`, with the columns they come from.
    let fields: [(String, String)]
    /// Words at the head and foot of the drawing for viewers without Vega-Lite.
    let words: ChartHeading
  }

  /// Id of the cell.
  let id: String
  let heading: String
  /// Words below the heading, as Markdown.
  let note: String
  let file: String
  /// Headings of the file.
  let headings: [String]
  /// Rows that have these values in these columns.
  var filters: [(String, String)] = []
  let columns: [Column]
  /// The column whose number largest in magnitude comes first; nil for the order of the file.
  var sort: String?
  /// The most rows shown of a sorted table.
  var limit: Int?
  var bars: Bars?

  /// What the code shows when it is run on the files of an analysis.
  ///
  /// - Throws: as `StoredAnalysis.table`.
  func outputs(_ analysis: StoredAnalysis) throws -> [Notebook.Output] {
    let table = try analysis.table(file, headings: headings)
    var rows = table.rows.filter { row in filters.allSatisfy { table.text(row, $0.0) == $0.1 } }
    if let sort {
      let keys = try rows.map { ($0, try table.number($0, sort).magnitude) }
      rows = keys.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
      if let limit { rows = Array(rows.prefix(limit)) }
    }
    let texts = try rows.map { row in try columns.map { try text(table, row, $0) } }
    let shown = NotebookTable(headings: columns.map(\.heading), rows: texts).output
    guard let bars else { return [shown] }
    let values = try zip(rows, texts).map { row, texts in
      JSONTree.object(
        [("label", .text(texts[0]))]
          + (try bars.fields.map { ($0.0, JSONTree.number(try table.number(row, $0.1) * bars.scale)) }))
    }
    let specification = VegaLite.rangedBars(
      values, title: bars.title, axis: bars.axis, hasRange: bars.fields.count > 1)
    let drawn = try zip(rows, texts).map { row, texts in
      func number(_ field: String) throws -> Double? {
        try bars.fields.first { $0.0 == field }.map { try table.number(row, $0.1) * bars.scale }
      }
      let range = try number("low").flatMap { low in try number("high").map { low...max(low, $0) } }
      return BarChart.Row(
        label: texts[0], value: try number("value")!, range: range, isPlaceholder: isPlaceholder(table, row))
    }
    let twin = BarChart(heading: bars.words, axis: bars.axis, rows: drawn, decimals: bars.decimals)
    return [shown, Notebook.Output(chart: specification, twin: twin.svg())]
  }

  private func isPlaceholder(_ table: StoredTable, _ row: Int) -> Bool {
    headings.contains("is_placeholder") && table.text(row, "is_placeholder") == "1"
  }

  private func text(_ table: StoredTable, _ row: Int, _ column: Column) throws -> String {
    let text = table.text(row, column.name)
    if let names = column.names { return names.first { $0.0 == text }?.1 ?? text }
    guard let digits = column.digits, !text.isEmpty else { return text }
    return NotebookTable.fixed(try table.number(row, column.name) * column.scale, digits)
  }
}
