import District
import Projection
import Scenarios

/// The tests of a check: the scenario's commitments within its horizon, and one for each project that has money.
struct MonitoringTests {
  /// Share of the planned works that counts as done.
  static let doneShare = 0.9

  /// Subjects and targets, commitments first.
  let tests: [(subject: MonitoringItem.Subject, target: Target)]

  init(_ scenario: ResolvedScenario) {
    let years = scenario.years
    let commitments = scenario.targets.filter {
      years.contains($0.years.lowerBound) && years.contains($0.years.upperBound)
    }
    tests =
      commitments.map { (.commitment, $0) }
      + scenario.district.projects.indices.compactMap { project in
        Self.projectTarget(project, scenario).map { (.project(project), $0) }
      }
  }

  /// Nine tenths of the works that planned money pays for are done at the end of the last year with money, or of the
  /// horizon.
  private static func projectTarget(_ project: Int, _ scenario: ResolvedScenario) -> Target? {
    let row = scenario.district.projects[project]
    let money = PlannedFunding(scenario).real[project]
    guard row.plannedCost > 0, let last = money.lastIndex(where: { $0 > 0 }) else { return nil }
    let share = min(1, money.reduce(0, +) / row.plannedCost)
    let year = scenario.district.baseYear + last + 1
    return Target(
      id: "project.\(row.id)", indicator: "completion.\(row.id)", comparison: .atLeast, threshold: .number(share),
      factor: doneShare, years: year...year, statement: row.name, reference: row.reference)
  }
}
