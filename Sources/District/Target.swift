/// A commitment of the policy document (or of an analyst) as a test on an indicator.
public struct Target: Sendable, Equatable {
  /// How the indicator is held against the threshold.
  public enum Comparison: String, CaseIterable, Sendable, Codable {
    /// Indicator > factor x threshold.
    case moreThan = "more_than"
    /// Indicator >= factor x threshold.
    case atLeast = "at_least"
    /// Indicator < factor x threshold.
    case lessThan = "less_than"
    /// Indicator <= factor x threshold.
    case atMost = "at_most"

    /// The sign as written in tables.
    public var symbol: String {
      switch self {
      case .moreThan: ">"
      case .atLeast: ">="
      case .lessThan: "<"
      case .atMost: "<="
      }
    }
  }

  /// Thresholds that may be written, in any unit: far beyond every indicator, and within what sums of margins and of
  /// their squares hold.
  public static let thresholds = NumberBounds(-1e12, 1e12)
  /// Factors that may be written.
  public static let factors = NumberBounds(0, 1000, excludingLow: true)

  /// What the indicator is compared with.
  public enum Threshold: Sendable, Equatable {
    /// A number in the indicator's unit.
    case number(Double)
    /// Another series of the projection, by name.
    case series(String)
  }

  /// Stable id, for example `gdp_100_yi`.
  public var id: String
  /// Series or derived indicator, for example `gdp_nominal` or `income_rural_growth`.
  public var indicator: String
  /// The comparison.
  public var comparison: Comparison
  /// The threshold before the factor.
  public var threshold: Threshold
  /// Multiplies the threshold.
  public var factor: Double
  /// The year, or the years in every one of which the comparison must hold.
  public var years: ClosedRange<Int>
  /// The commitment in words.
  public var statement: BilingualText
  /// Item of the policy document, or where an analyst wrote it.
  public var reference: String

  /// Makes a target.
  public init(
    id: String, indicator: String, comparison: Comparison, threshold: Threshold, factor: Double,
    years: ClosedRange<Int>, statement: BilingualText, reference: String
  ) {
    self.id = id
    self.indicator = indicator
    self.comparison = comparison
    self.threshold = threshold
    self.factor = factor
    self.years = years
    self.statement = statement
    self.reference = reference
  }
}
