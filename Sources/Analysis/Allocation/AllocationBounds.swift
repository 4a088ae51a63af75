import District
import Optimization
import Scenarios

/// Bounds of an allocation, nominal 亿元.
public struct AllocationBounds: Sendable, Equatable {
  /// Money to be divided: all of it is.
  public let budget: Double
  /// Least money by project, over all years.
  public let projectMinimum: [Double]
  /// Most money by project, over all years.
  public let projectMaximum: [Double]
  /// Most money by source, over all years.
  public let sourceMaximum: [Double]
  /// Most money by year, from the first of the plan.
  public let yearMaximum: [Double]
  /// Most money of a project in one year, by year, then project: what it can absorb.
  public let projectYearMaximum: [[Double]]

  /// The linear conditions on the cells, which also hold every single cell.
  ///
  /// Ceilings that together hold the budget and no more are equalities. Each such family says the budget, so that it is
  /// not said again, and a further family leaves out its last row: the optimiser takes no dependent conditions.
  public func constraints(_ cells: AllocationCells) -> [LinearConstraint] {
    var list: [LinearConstraint] = []
    var isBudgetSaid = false
    func add(_ ceilings: [Double], _ group: (AllocationCells.Cell) -> Int) {
      let rows = ceilings.indices.map { g in (cells.indices { group($0) == g }, ceilings[g]) }.filter { !$0.0.isEmpty }
      let isTight = rows.reduce(0) { $0 + $1.1 } <= budget * (1 + 1e-9)
      guard isTight else { return list += rows.map { .sum(of: $0.0, atMost: $0.1) } }
      list += rows.dropLast(isBudgetSaid ? 1 : 0).map { .sum(of: $0.0, equals: $0.1) }
      isBudgetSaid = true
    }
    add(sourceMaximum) { $0.source }
    add(yearMaximum) { $0.year - 1 }
    add(projectMaximum) { $0.project }
    for p in projectMinimum.indices where projectMinimum[p] > 0 {
      list.append(.sum(of: cells.indices { $0.project == p }, atLeast: projectMinimum[p]))
    }
    for (t, p) in cells.projectYears {
      let most = projectYearMaximum[t - 1][p]
      guard most < min(projectMaximum[p], yearMaximum[t - 1]) else { continue }
      list.append(.sum(of: cells.indices { $0.project == p && $0.year == t }, atMost: most))
    }
    return isBudgetSaid ? list : [.sum(of: Array(cells.cells.indices), equals: budget)] + list
  }

  /// By how much a plan misses the bounds at most, 亿元; money outside the cells is a miss.
  func violation(of plan: FundingPlan, _ cells: AllocationCells) -> Double {
    let amounts = cells.amounts(plan)
    let outside = plan.total - amounts.reduce(0, +)
    return max(violation(of: amounts, cells), outside > 1e-9 * max(1, plan.total) ? outside : 0)
  }

  /// By how much a division misses the bounds at most, 亿元.
  package func violation(of amounts: [Double], _ cells: AllocationCells) -> Double {
    constraints(cells).reduce(max(0, -(amounts.min() ?? 0))) { max($0, $1.violation(at: amounts)) }
  }

  /// Refuses bounds that plainly leave no room; what remains shows when no point meets them.
  func requireRoom(in cells: AllocationCells, _ scenario: ResolvedScenario) throws {
    func text(_ value: Double) -> String { String((value * 1e4).rounded() / 1e4) }
    func fail(_ words: String) throws -> Never { throw AllocationError(description: words) }
    if cells.cells.isEmpty { throw AllocationError.nothingToDivide }
    let open = Set(cells.cells.map(\.project))
    for p in projectMinimum.indices where projectMinimum[p] > 0 {
      let id = scenario.district.projects[p].id
      if !open.contains(p) { try fail("no source may pay for '\(id)', whose minimum is \(text(projectMinimum[p])) 亿元") }
      if projectMinimum[p] > projectMaximum[p] {
        try fail("the minimum of '\(id)', \(text(projectMinimum[p])), is above its maximum, \(text(projectMaximum[p]))")
      }
    }
    let slack = 1e-9 * max(1, budget)
    let least = projectMinimum.reduce(0, +)
    if least > budget + slack {
      try fail("the minima of the projects, \(text(least)) 亿元, exceed the budget, \(text(budget))")
    }
    let years = Set(cells.cells.map { $0.year - 1 })
    let sources = Set(cells.cells.map(\.source))
    for (name, most) in [
      ("maxima of the projects", open.reduce(0) { $0 + projectMaximum[$1] }),
      ("ceilings of the sources", sources.reduce(0) { $0 + sourceMaximum[$1] }),
      ("ceilings of the years", years.reduce(0) { $0 + yearMaximum[$1] }),
      ("yearly ceilings of the projects", cells.projectYears.reduce(0) { $0 + projectYearMaximum[$1.0 - 1][$1.1] }),
    ] where most < budget - slack {
      try fail("the \(name), \(text(most)) 亿元 in all, do not hold the budget, \(text(budget))")
    }
  }
}
