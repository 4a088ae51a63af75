import District
import Projection
import Scenarios

/// What an attribution explains: an indicator in a year, or whether a target is met.
public enum AttributionOutcome: Sendable, Equatable, Hashable {
  /// An indicator in a calendar year, in its unit.
  case indicator(String, year: Int)
  /// 1 when the target is met and 0 when not: its mean is the probability.
  case target(String)

  /// Name in files: `gdp_nominal.2025`, or the id of the target.
  public var id: String {
    switch self {
    case .indicator(let id, let year): "\(id).\(year)"
    case .target(let id): id
    }
  }

  /// GDP, the three incomes and every commitment within the horizon, in the last year that is projected.
  public static func usual(_ scenario: ResolvedScenario) -> [AttributionOutcome] {
    let year = min(2025, scenario.horizon)
    let levels = ["gdp_nominal", "income_all", "income_rural", "income_urban"]
    let targets = scenario.targets.filter { $0.years.upperBound <= scenario.horizon }
    return levels.map { .indicator($0, year: year) } + targets.map { .target($0.id) }
  }
}
