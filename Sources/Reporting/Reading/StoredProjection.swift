/// One row of `projections.csv`: an indicator in a year.
public struct StoredProjection: Sendable, Equatable {
  /// Id of the indicator.
  public let indicator: String
  /// Unit code of all the values.
  public let unit: String
  /// Calendar year.
  public let year: Int
  /// Mean over the members.
  public let mean: Double
  /// Standard deviation over the members.
  public let standardDeviation: Double
  /// Quantiles at `SummaryPlan.probabilities`.
  public let quantiles: [Double]
  /// Monte Carlo standard error of the mean; nil when the run had too few members to know it.
  public let meanError: Double?
  /// Monte Carlo standard errors of the quantiles, in their order; nil when unknown.
  public let quantileErrors: [Double]?

  private static let quantileNames = ["p05", "p25", "p50", "p75", "p95"]

  /// Reads the rows of a table.
  static func read(_ table: StoredTable, scenario: String) throws -> [StoredProjection] {
    var seen: Set<[String]> = []
    return try table.rows.map { row in
      try table.require(row, "scenario", is: scenario)
      let stored = try StoredProjection(table, row)
      guard seen.insert([stored.indicator, String(stored.year)]).inserted else {
        throw table.fault(row, "indicator", "'\(stored.indicator)' stands twice in \(stored.year)")
      }
      return stored
    }
  }

  private init(_ table: StoredTable, _ row: Int) throws {
    indicator = table.text(row, "indicator")
    unit = table.text(row, "unit")
    year = try table.year(row, "year")
    mean = try table.number(row, "mean")
    standardDeviation = try table.number(row, "sd")
    quantiles = try Self.quantileNames.map { try table.number(row, $0) }
    meanError = try table.optionalNumber(row, "mean_se")
    let errors = try Self.quantileNames.map { try table.optionalNumber(row, "\($0)_se") }
    quantileErrors = errors.contains(nil) ? nil : errors.compactMap(\.self)
    if indicator.isEmpty { throw table.fault(row, "indicator", "the field is empty; expected the id of an indicator") }
    if standardDeviation < 0 { throw table.fault(row, "sd", "a standard deviation below zero") }
    for (index, pair) in zip(quantiles, quantiles.dropFirst()).enumerated() where pair.0 > pair.1 {
      throw table.fault(row, Self.quantileNames[index + 1], "a quantile below the one before it")
    }
  }
}
