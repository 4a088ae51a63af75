import District
import Scenarios

/// The money a scenario plans, by project and year: certain, unlike what arrives of it (step 1).
public struct PlannedFunding: Sendable {
  /// Nominal 亿元, [project][year from the first projected].
  public let nominal: [[Double]]
  /// 亿元 at 2020 prices, the money of works: nominal x exp(-investment_price t).
  public let real: [[Double]]

  /// Adds up the plan of a scenario over its sources.
  public init(_ scenario: ResolvedScenario) {
    let plan = scenario.plan
    let constants = scenario.district.constants
    nominal = scenario.district.projects.indices.map { project in
      (0..<plan.years).map { year in (0..<plan.sources).reduce(0) { $0 + plan[year, project, $1] } }
    }
    real = nominal.map { row in
      row.enumerated().map { year, amount in amount * constants.worksDeflator(year: year + 1) }
    }
  }
}
