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
  /// True to add up the numbers of rows that have the same first column.
  var isTotal = false
  /// The column whose number largest in magnitude comes first; nil for the order of the file.
  var sort: String?
  /// The most rows shown of a sorted table.
  var limit: Int?
  var bars: Bars?

  /// What stands in a row of the file, or in several that were added up.
  private struct Row {
    let texts: [String: String]
    var numbers: [String: Double]
    let isPlaceholder: Bool
  }

  /// What the code shows when it is run on the files of an analysis.
  ///
  /// - Throws: as `StoredAnalysis.table`.
  func outputs(_ analysis: StoredAnalysis) throws -> [Notebook.Output] {
    let rows = try rows(analysis)
    let texts = rows.map { row in columns.map { text(row, $0) } }
    let shown = NotebookTable(headings: columns.map(\.heading), rows: texts).output
    guard let bars else { return [shown] }
    func number(_ row: Row, _ field: String) -> Double? {
      bars.fields.first { $0.0 == field }.flatMap { row.numbers[$0.1] }.map { $0 * bars.scale }
    }
    let values = zip(rows, texts).map { row, texts in
      JSONTree.object(
        [("label", .text(texts[0]))] + bars.fields.map { ($0.0, JSONTree.number(number(row, $0.0)!)) })
    }
    let specification = VegaLite.rangedBars(
      values, title: bars.title, axis: bars.axis, hasRange: bars.fields.count > 1)
    let drawn = zip(rows, texts).map { row, texts in
      let range = number(row, "low").flatMap { low in number(row, "high").map { low...max(low, $0) } }
      return BarChart.Row(
        label: texts[0], value: number(row, "value")!, range: range, isPlaceholder: row.isPlaceholder)
    }
    let twin = BarChart(heading: bars.words, axis: bars.axis, rows: drawn, decimals: bars.decimals)
    return [shown, Notebook.Output(chart: specification, twin: twin.svg())]
  }

  /// The rows shown, in their order.
  private func rows(_ analysis: StoredAnalysis) throws -> [Row] {
    let table = try analysis.table(file, headings: headings)
    let required = Set([sort].compactMap(\.self) + (bars?.fields.map(\.1) ?? []))
    let numeric = Set(columns.filter { $0.digits != nil }.map(\.name)).subtracting(required)
    let marksPlaceholders = headings.contains("is_placeholder")
    var rows: [Row] = []
    for row in table.rows where filters.allSatisfy({ table.text(row, $0.0) == $0.1 }) {
      var numbers: [String: Double] = [:]
      for name in required { numbers[name] = try table.number(row, name) }
      for name in numeric { numbers[name] = try table.optionalNumber(row, name) }
      rows.append(
        Row(
          texts: Dictionary(uniqueKeysWithValues: columns.map { ($0.name, table.text(row, $0.name)) }),
          numbers: numbers,
          isPlaceholder: marksPlaceholders && table.text(row, "is_placeholder") == "1"))
    }
    if isTotal { rows = added(rows) }
    guard let sort else { return rows }
    let order = rows.indices.sorted {
      (rows[$1].numbers[sort]!.magnitude, $0) < (rows[$0].numbers[sort]!.magnitude, $1)
    }
    return order.prefix(limit ?? order.count).map { rows[$0] }
  }

  private func added(_ rows: [Row]) -> [Row] {
    var places: [String: Int] = [:]
    var sums: [Row] = []
    for row in rows {
      let key = row.texts[columns[0].name]!
      guard let place = places[key] else {
        places[key] = sums.count
        sums.append(row)
        continue
      }
      sums[place].numbers.merge(row.numbers) { $0 + $1 }
    }
    return sums
  }

  private func text(_ row: Row, _ column: Column) -> String {
    if let digits = column.digits, let number = row.numbers[column.name] {
      return NotebookTable.fixed(number * column.scale, digits)
    }
    let text = row.texts[column.name]!
    return column.names?.first { $0.0 == text }?.1 ?? text
  }
}
