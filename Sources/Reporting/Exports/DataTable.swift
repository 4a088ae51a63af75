/// A table for other tools: named columns with types and units, rows of values, what identifies a row.
struct DataTable {
  /// What a column holds.
  enum Kind: String {
    case string, integer, number
  }

  /// A column.
  struct Column {
    let name: String
    let kind: Kind
    /// What it means, and in which unit.
    let description: String
    var isRequired = true
  }

  /// A value.
  enum Value: Equatable {
    case text(String)
    case whole(Int)
    case number(Double)
    case empty

    init(_ number: Double?) { self = number.map(Value.number) ?? .empty }
  }

  /// Name of the table: the file's name, the table's in a database.
  let name: String
  let title: String
  let columns: [Column]
  /// Columns that together identify a row.
  let key: [String]
  /// Columns that name a row of another table of the same key column.
  var references: [(columns: [String], table: String, to: [String])] = []
  let rows: [[Value]]

  /// The table as comma-separated values.
  var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row(columns.map(\.name))
    for row in rows {
      for value in row {
        switch value {
        case .text(let text): writer.text(text)
        case .whole(let number): writer.number(number)
        case .number(let number): writer.number(number)
        case .empty: writer.empty()
        }
      }
      writer.endRow()
    }
    return writer.bytes
  }
}
