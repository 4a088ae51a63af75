import District

/// One row of `projects.csv`: a demonstration project in a year.
public struct StoredProject: Sendable, Equatable {
  /// A quantity with its range: 5 %, 50 % and 95 % quantile.
  public struct Range: Sendable, Equatable {
    /// The 5 % quantile.
    public let low: Double
    /// The median.
    public let median: Double
    /// The 95 % quantile.
    public let high: Double
  }

  /// Id of the project.
  public let id: String
  /// Its name.
  public let name: BilingualText
  /// True when the policy document does not name the project.
  public let isPlaceholder: Bool
  /// Calendar year.
  public let year: Int
  /// Money planned, 亿元 of the year.
  public let plannedNominal: Double
  /// Money planned, 亿元 at 2020 prices.
  public let plannedReal: Double
  /// Money arrived, 亿元 at 2020 prices.
  public let arrived: Range
  /// Money executed, 亿元 at 2020 prices.
  public let executed: Range
  /// Money unspent, 亿元 at 2020 prices.
  public let unspent: Range
  /// Completion, a share.
  public let completion: Range
  /// Maturity, a share.
  public let maturity: Range
  /// Physical outcomes, each `id=median [p05..p95] unit`.
  public let outcomes: String

  /// Reads the rows of a table.
  static func read(_ table: StoredTable, scenario: String) throws -> [StoredProject] {
    try table.rows.map { row in
      try table.require(row, "scenario", is: scenario)
      return try StoredProject(table, row)
    }
  }

  private init(_ table: StoredTable, _ row: Int) throws {
    func range(_ heading: String) throws -> Range {
      Range(
        low: try table.number(row, "\(heading)_p05"), median: try table.number(row, "\(heading)_p50"),
        high: try table.number(row, "\(heading)_p95"))
    }
    id = table.text(row, "project")
    name = BilingualText(zh: table.text(row, "name_zh"), en: table.text(row, "name_en"))
    isPlaceholder = try table.isYes(row, "placeholder")
    year = try table.year(row, "year")
    plannedNominal = try table.number(row, "planned_yi")
    plannedReal = try table.number(row, "planned_yi_2020")
    arrived = try range("arrived_yi_2020")
    executed = try range("executed_yi_2020")
    unspent = try range("unspent_yi_2020")
    completion = try range("completion_share")
    maturity = try range("maturity_share")
    outcomes = table.text(row, "outcomes")
  }
}
