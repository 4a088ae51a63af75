/// Where the unit of a numeric column is found.
public enum UnitRule: Sendable, Equatable {
  /// All numbers of the column have this unit.
  case fixed(String)
  /// The `unit` column of the row says it.
  case row
  /// The kind of the link says it.
  case kind
  /// It is the unit of the row's indicator.
  case indicator

  /// The code that stands for the rule in `columns.csv`.
  public var code: String {
    switch self {
    case .fixed(let unit): unit
    case .row: "by_row"
    case .kind: "by_kind"
    case .indicator: "by_indicator"
    }
  }
}
