import District
import Foundation
import Scenarios

/// Efficient frontiers: the best probability for each budget, and the best of one aim for each level of another.
extension AllocationRun {
  /// One point of a frontier.
  public struct FrontierPoint: Sendable {
    /// Budget over the budget asked for on a frontier of money, weight of the first aim on one of two aims.
    public let position: Double
    /// Nominal 亿元.
    public let budget: Double
    /// The division, on both samples.
    public let division: Division
    /// True when no other point of the frontier has as much of both aims (or as little money) and more of one, on fresh
    /// draws.
    public let isEfficient: Bool
  }

  /// Members that frontiers are searched on; every point is then valued on all members, and on fresh draws.
  static let frontierMembers = 512
  private static let frontierEvaluations = 24
  /// Points of a frontier.
  public static let frontierPoints = 12
  /// Budgets of the frontier of money over the budget asked for, where the bounds hold them.
  private static let ratios = 0.5...1.6

  /// The most members valued for a frontier, for progress.
  public static let mostFrontierMembers = frontierPoints * frontierEvaluations * frontierMembers

  /// The commitment of the frontier of money: what is maximised, else the first commitment on the same indicator, else
  /// the first within the horizon; nil when there is none.
  public var frontierTarget: String? {
    let within = scenario.targets.filter { $0.years.upperBound <= scenario.horizon }
    switch outcome {
    case .target(let id): return id
    case .indicator(let id, _):
      let family = id.split(separator: "_").first.map(String.init) ?? id
      return (within.first { $0.indicator == id } ?? within.first { $0.indicator.hasPrefix(family) } ?? within.first)?
        .id
    }
  }

  /// The best probability of a commitment for each budget. Budgets that the bounds cannot hold are left out.
  ///
  /// - Parameters:
  ///   - target: id of the commitment.
  ///   - middle: the budget asked for, nominal 亿元.
  ///   - best: a division to begin from.
  ///   - progress: called after each valuing with its members.
  /// - Throws: `AllocationError` when no budget has a division; `OptimizationError`, `LinearAlgebraError`.
  public func frontierOfMoney(
    target: String, about middle: Double, from best: FundingPlan, progress: (Int) -> Void = { _ in }
  ) throws -> [FrontierPoint] {
    let objective = try objective(AllocationGoal(.target(target)), members: Self.frontierMembers)
    let members = objective.scenario.ensemble.members
    let cells = objective.cells
    var start = cells.amounts(best)
    var points: [(position: Double, budget: Double, plan: FundingPlan)] = []
    for ratio in budgetRatios(about: middle, cells) {
      let budget = AllocationSearch.wholeGrains(middle * ratio)
      guard let bounds = try? rules.bounds(scenario, cells: cells, budget: budget) else { continue }
      let total = start.reduce(0, +)
      let scaled = start.map { $0 * budget / total }
      let search = AllocationSearch(objective, bounds: bounds, mostEvaluations: Self.frontierEvaluations)
      do {
        start = try search.climb(from: scaled) { progress(members) }.amounts
      } catch is AllocationError {
        continue
      }
      points.append((ratio, budget, cells.plan(start)))
    }
    if points.isEmpty {
      throw AllocationError(description: "no budget about \(middle) 亿元 has a division that meets all the bounds")
    }
    let divisions = try divisions(points.map(\.plan))
    let aims = zip(points, divisions).map { point, division in
      (-point.budget, value(of: .target(target), division))
    }
    return points.indices.map { index in
      FrontierPoint(
        position: points[index].position, budget: points[index].budget, division: divisions[index],
        isEfficient: Self.isEfficient(index, among: aims))
    }
  }

  /// Even steps over the ratios that the bounds hold, the budget asked for among them.
  private func budgetRatios(about middle: Double, _ cells: AllocationCells) -> [Double] {
    func end(_ far: Double) -> Double {
      func fits(_ ratio: Double) -> Bool { (try? rules.bounds(scenario, cells: cells, budget: middle * ratio)) != nil }
      if fits(far) { return far }
      var (inside, outside) = (1.0, far)
      for _ in 0..<30 {
        let half = (inside + outside) / 2
        if fits(half) { inside = half } else { outside = half }
      }
      return inside
    }
    let (low, high) = (end(Self.ratios.lowerBound), end(Self.ratios.upperBound))
    guard high - low > 1e-6 else { return [1] }
    let last = Self.frontierPoints - 1
    var ratios = (0...last).map { low + (high - low) * Double($0) / Double(last) }
    let nearest = ratios.indices.min { abs(ratios[$0] - 1) < abs(ratios[$1] - 1) }!
    ratios[nearest] = 1
    return ratios.map { ($0 * 1e9).rounded() / 1e9 }
  }

  /// The two aims of the frontier of one budget: GDP and the income of rural residents in the last year of the plan
  /// period.
  public var frontierAims: (first: ExplainedOutcome, second: ExplainedOutcome) {
    let year = min(2025, scenario.horizon)
    return (.indicator("gdp_nominal", year: year), .indicator("income_rural", year: year))
  }

  /// The best divisions of one budget for two indicators, from all weight on the second to all on the first; each is
  /// measured by the standard deviation it has over members.
  ///
  /// - Parameters:
  ///   - aims: two indicators among those reported.
  ///   - budget: nominal 亿元.
  ///   - best: a division to begin from.
  ///   - progress: called after each valuing with its members.
  /// - Throws: `AllocationError`, `OptimizationError`, `LinearAlgebraError`.
  public func frontier(
    of aims: (first: ExplainedOutcome, second: ExplainedOutcome), budget: Double, from best: FundingPlan,
    progress: (Int) -> Void = { _ in }
  ) throws -> [FrontierPoint] {
    let both = try objective(
      AllocationGoal([AllocationGoal.Term(aims.first), AllocationGoal.Term(aims.second)]), members: Self.frontierMembers
    )
    let members = both.scenario.ensemble.members
    let cells = both.cells
    let bounds = try rules.bounds(scenario, cells: cells, budget: budget)
    let spreads = try both.value(of: best).deviations.map { $0 > 0 ? $0 : 1 }
    var start = cells.amounts(best)
    let weights = (0..<Self.frontierPoints).map { Double($0) / Double(Self.frontierPoints - 1) }
    var plans: [FundingPlan] = []
    for weight in weights {
      let goal = AllocationGoal([
        AllocationGoal.Term(aims.first, weight: weight / spreads[0]),
        AllocationGoal.Term(aims.second, weight: (1 - weight) / spreads[1]),
      ])
      let search = AllocationSearch(both.with(goal), bounds: bounds, mostEvaluations: Self.frontierEvaluations)
      start = try search.climb(from: start) { progress(members) }.amounts
      plans.append(cells.plan(start))
    }
    let divisions = try divisions(plans)
    let values = divisions.map { (value(of: aims.first, $0), value(of: aims.second, $0)) }
    return weights.indices.map { index in
      FrontierPoint(
        position: weights[index], budget: budget, division: divisions[index],
        isEfficient: Self.isEfficient(index, among: values))
    }
  }

  private func value(of outcome: ExplainedOutcome, _ division: Division) -> Double {
    division.fresh.estimate(outcome, baseYear: scenario.district.baseYear)?.value ?? -.infinity
  }

  /// False when another point has as much of both and more of one.
  package static func isEfficient(_ index: Int, among values: [(Double, Double)]) -> Bool {
    let own = values[index]
    return !values.contains { $0.0 >= own.0 && $0.1 >= own.1 && ($0.0 > own.0 || $0.1 > own.1) }
  }
}
