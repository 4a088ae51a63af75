/// A numeric column of a district folder as its data dictionary (`columns.csv`) describes it.
public struct DataColumn: Sendable, Equatable {
  /// The file, for example `sectors.csv`.
  public let file: String
  /// The heading.
  public let name: String
  /// Unit code; `by_row`, `by_kind` or `by_indicator` where it differs from row to row.
  public let unit: String
  /// What it means.
  public let meaning: BilingualText

  /// Describes a column.
  public init(file: String, name: String, unit: String, meaning: BilingualText) {
    self.file = file
    self.name = name
    self.unit = unit
    self.meaning = meaning
  }
}
