/// One row of `targets.csv`: a commitment and how likely it is met.
public struct StoredTarget: Sendable, Equatable {
  /// Id of the target.
  public let id: String
  /// Item of the policy document, or where an analyst wrote it.
  public let reference: String
  /// Id of the indicator tested.
  public let indicator: String
  /// `>`, `>=`, `<` or `<=`.
  public let comparator: String
  /// The threshold with its factor: `100`, `0.95*ningxia_income_rural`.
  public let threshold: String
  /// `2025`, or `2021-2025`.
  public let year: String
  /// Share of members that meet it; nil when its year lies past the horizon.
  public let probability: Double?
  /// Monte Carlo standard error of the probability, as a share; nil when unknown.
  public let standardError: Double?
  /// Median of the indicator, in its unit.
  public let median: Double?
  /// Median of the threshold, in the same unit.
  public let thresholdMedian: Double?
  /// Median of the gap, positive when met.
  public let medianGap: Double?
  /// Where the target comes from: a status of the district's inputs, `scenario`, or `not_projected`.
  public let status: String
  /// Unit code of medians and gap.
  public let unit: String

  /// Reads the rows of a table.
  static func read(_ table: StoredTable, scenario: String) throws -> [StoredTarget] {
    var seen: Set<String> = []
    return try table.rows.map { row in
      try table.require(row, "scenario", is: scenario)
      let stored = try StoredTarget(table, row)
      guard seen.insert(stored.id).inserted else {
        throw table.fault(row, "target", "'\(stored.id)' stands twice")
      }
      return stored
    }
  }

  private init(_ table: StoredTable, _ row: Int) throws {
    id = table.text(row, "target")
    reference = table.text(row, "reference")
    indicator = table.text(row, "indicator")
    comparator = table.text(row, "comparator")
    threshold = table.text(row, "threshold")
    year = table.text(row, "year")
    probability = try table.optionalNumber(row, "probability")
    standardError = try table.optionalNumber(row, "standard_error")
    median = try table.optionalNumber(row, "median")
    thresholdMedian = try table.optionalNumber(row, "threshold_median")
    medianGap = try table.optionalNumber(row, "median_gap")
    status = table.text(row, "status")
    unit = table.text(row, "unit")
    if let probability, !(0...1).contains(probability) {
      throw table.fault(row, "probability", "\(probability) is not a probability; expected 0 to 1")
    }
    if (probability == nil) != (status == "not_projected") {
      throw table.fault(row, "probability", "a probability is missing or does not go with the status '\(status)'")
    }
  }
}
