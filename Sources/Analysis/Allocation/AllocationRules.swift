import District
import Foundation
import Scenarios

/// Turns the limits an analyst wrote, or the usual ones, into bounds for a budget.
public struct AllocationRules: Sendable {
  /// Ratios to the plan, and amounts that stand in their place.
  public let limits: AllocationLimits

  /// Makes rules.
  public init(limits: AllocationLimits = AllocationLimits()) { self.limits = limits }

  /// The cells these rules open in a scenario.
  public func cells(_ scenario: ResolvedScenario) -> AllocationCells {
    let plan = scenario.plan
    return AllocationCells(scenario) { p, f in
      // What may get or give nothing is no unknown.
      guard limits.sourceMaximum[f] != 0, limits.projectMaximum[p] != 0 else { return false }
      return limits.payees[f]?.contains(p) ?? (0..<plan.years).contains { plan[$0, p, f] > 0 }
    }
  }

  /// The bounds for a budget. Ratios grow with a budget beyond the plan; minima shrink with a smaller one, while sources
  /// and years keep what they have. What a project can absorb grows with neither, but what the plan itself gives it in a
  /// year is always allowed.
  ///
  /// - Throws: `AllocationError` when the bounds cannot hold the budget.
  public func bounds(_ scenario: ResolvedScenario, cells: AllocationCells, budget: Double) throws -> AllocationBounds {
    let planned = PlannedSums(scenario.plan)
    let ratio = planned.total > 0 ? budget / planned.total : 1
    let growth = max(1, ratio)
    let base = scenario.district.baseYear
    let bounds = AllocationBounds(
      budget: budget,
      projectMinimum: planned.byProject.enumerated().map { p, sum in
        limits.projectMinimum[p]
          ?? min(sum * limits.projectRange.lowerBound * ratio, limits.projectMaximum[p] ?? .infinity)
      },
      projectMaximum: planned.byProject.enumerated().map { p, sum in
        limits.projectMaximum[p]
          ?? max(sum * limits.projectRange.upperBound * growth, limits.projectMinimum[p] ?? 0)
      },
      sourceMaximum: planned.bySource.enumerated().map { f, sum in
        limits.sourceMaximum[f] ?? sum * limits.sourceCeiling * growth
      },
      yearMaximum: planned.byYear.enumerated().map { t, sum in
        limits.yearMaximum[base + 1 + t] ?? sum * limits.yearCeiling * growth
      },
      projectYearMaximum: planned.byYear.indices.map { t in
        planned.byProject.indices.map { p in
          limits.projectYearly[p]
            ?? max(limits.absorption * capacity(p, year: t + 1, scenario), planned.byProjectYear[t][p] * growth)
        }
      })
    try bounds.requireRoom(in: cells, scenario)
    return bounds
  }

  /// Mean absorption times planned cost (step 2 of the model), nominal 亿元 in year t.
  private func capacity(_ p: Int, year t: Int, _ scenario: ResolvedScenario) -> Double {
    let project = scenario.district.projects[p]
    let row = scenario.district.parameters.firstIndex { $0.id == "absorption.\(project.id)" }
    let share = row.map { scenario.parameters[$0].mean } ?? 1
    return share * project.plannedCost * exp(scenario.district.constants.investmentPrice * Double(t))
  }
}

/// An allocation that cannot be made: bounds that no division of the budget can meet, or values that are not numbers.
public struct AllocationError: Error, Sendable, CustomStringConvertible {
  /// What does not fit, with the numbers.
  public let description: String

  /// No cell is open.
  static let nothingToDivide = AllocationError(
    description: "the scenario plans no money: there is nothing to divide")
}
