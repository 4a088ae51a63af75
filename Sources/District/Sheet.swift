/// A district file whose headings and fields are of the right form.
struct Sheet {
  let form: FileForm
  /// The file as messages name it.
  let file: String
  let table: CSVTable
  /// Position of each column by heading.
  let positions: [String: Int]
  /// Headings of the further columns, in order.
  let further: [String]
  /// Every parsed number, row by row, nan where the column is not numeric.
  let numbers: [Double]

  var rows: Range<Int> { 0..<table.rowCount }

  func has(_ column: String) -> Bool { positions[column] != nil }

  func cell(_ row: Int, _ column: String) -> CSVCell { table.cell(row: row, column: positions[column] ?? 0) }

  func text(_ row: Int, _ column: String) -> String { table.text(row: row, column: positions[column] ?? 0) }

  func number(_ row: Int, _ column: String) -> Double {
    numbers[row * table.headings.count + (positions[column] ?? 0)]
  }

  func bilingual(_ row: Int, _ column: String = "name") -> BilingualText {
    BilingualText(zh: text(row, "\(column)_zh"), en: text(row, "\(column)_en"))
  }

  /// The words that name a row, joined by dots.
  func key(_ row: Int) -> String { form.key.map { text(row, $0) }.joined(separator: ".") }

  /// Position of each row by its key.
  var rowsByKey: [String: Int] {
    Dictionary(rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
