import Analysis
import District

/// One row of `funding.csv`: the money of a source for a project in a year.
public struct StoredFunding: Sendable, Equatable {
  /// What became of the money, 亿元 at 2020 prices.
  public struct Spending: Sendable, Equatable {
    /// Planned after the adjustments.
    public let adjusted: Double
    /// Planned and not arrived.
    public let notArrived: Double
    /// Carried in from the year before.
    public let carriedIn: Double
    /// Arrived.
    public let arrived: FundingAccountLine.Mean
    /// Executed.
    public let executed: FundingAccountLine.Mean
    /// Unspent at the end of the year.
    public let unspent: FundingAccountLine.Mean
  }

  /// Id of the source.
  public let source: String
  /// Id of the project.
  public let project: String
  /// True when the policy document does not name the project.
  public let isPlaceholder: Bool
  /// Calendar year.
  public let year: Int
  /// Planned before the scenario's adjustments, 亿元 of the year.
  public let planned: Double
  /// Planned after them, 亿元 of the year.
  public let adjusted: Double
  /// Past the horizon, where no run spends it, 亿元 of the year.
  public let pastHorizon: Double
  /// What became of it; nil past the horizon.
  public let spending: Spending?

  /// Reads the rows of a table.
  static func read(_ table: StoredTable, scenario: String) throws -> [StoredFunding] {
    try table.rows.map { row in
      try table.require(row, "scenario", is: scenario)
      return try StoredFunding(table, row)
    }
  }

  private init(_ table: StoredTable, _ row: Int) throws {
    func mean(_ quantity: String) throws -> FundingAccountLine.Mean {
      FundingAccountLine.Mean(
        value: try table.number(row, "\(quantity)_yi_2020"),
        standardError: try table.optionalNumber(row, "\(quantity)_se"))
    }
    source = table.text(row, "source")
    project = table.text(row, "project")
    isPlaceholder = try table.isYes(row, "placeholder")
    year = try table.year(row, "year")
    planned = try table.number(row, "planned_yi")
    adjusted = try table.number(row, "adjusted_yi")
    pastHorizon = try table.number(row, "past_horizon_yi")
    guard try table.optionalNumber(row, "adjusted_yi_2020") != nil else {
      spending = nil
      return
    }
    spending = Spending(
      adjusted: try table.number(row, "adjusted_yi_2020"), notArrived: try table.number(row, "not_arrived_yi_2020"),
      carriedIn: try table.number(row, "carried_in_yi_2020"), arrived: try mean("arrived"),
      executed: try mean("executed"), unspent: try mean("unspent"))
  }
}
