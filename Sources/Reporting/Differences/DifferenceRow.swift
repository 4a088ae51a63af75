import Analysis

/// One thing that differs between two versions of a scenario's results.
public struct DifferenceRow: Sendable {
  /// What kind of thing it is.
  public enum Change: String, Sendable {
    /// A number moved.
    case moved
    /// It is only in the new results.
    case added
    /// It is only in the old results.
    case removed
    /// It means something else than before: another unit, threshold or year.
    case redefined
  }

  /// The scenario.
  public let scenario: String
  /// `projection`, `target` or `project`.
  public let table: String
  /// Id of the indicator, target or project.
  public let id: String
  /// The year as text; empty when it concerns all of them.
  public let year: String
  /// Which number: `mean`, `sd`, `p05`, `probability`, ...; what was redefined; empty for what was added or removed.
  public let statistic: String
  /// Unit code.
  public let unit: String
  /// What happened.
  public let change: Change
  /// The numbers; nil unless something moved.
  public let estimate: EstimateDifference?

  /// How much it matters: the shift in standard deviations; what was added, removed or redefined stands first.
  public var importance: Double { estimate.map(\.shift.magnitude) ?? .infinity }
}
