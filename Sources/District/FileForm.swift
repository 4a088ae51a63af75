/// What a file of a district folder must hold.
public struct FileForm: Sendable {
  /// Columns whose headings come from elsewhere in the folder.
  public enum FurtherColumns: Sendable {
    /// None.
    case none
    /// One for every sector, in the order of `sectors.csv`.
    case sectors(ColumnForm.Content)
    /// One for every factor that `columns.csv` declares for the file.
    case declared(ColumnForm.Content)
  }
  /// File name.
  public let name: String
  /// Columns that must be there, in any order.
  public let columns: [ColumnForm]
  /// Columns that together name a row.
  public let key: [String]
  /// Further numeric columns.
  public let further: FurtherColumns
  /// True when every row states status and source.
  public let hasOrigins: Bool
  /// The heading under which a row tells where its numbers come from: `source`, unless the file has another use for it.
  public let sourceHeading: String
  /// Numeric columns that only repeat another file and are not counted as inputs again.
  public let repeated: Set<String>

  init(
    _ name: String, key: [String], _ columns: [ColumnForm], further: FurtherColumns = .none, hasOrigins: Bool = true,
    sourceHeading: String = "source", repeated: Set<String> = []
  ) {
    self.name = name
    self.key = key
    self.further = further
    self.hasOrigins = hasOrigins
    self.sourceHeading = sourceHeading
    self.repeated = repeated
    let origins = [ColumnForm.choice("status", InputStatus.allCases.map(\.rawValue)), ColumnForm.text(sourceHeading)]
    self.columns = hasOrigins ? columns + origins : columns
  }
}
