import District
import Optimization
import Sampling
import Scenarios

/// Finds the best division of a budget on one sample, from several starts.
struct AllocationSearch {
  let objective: AllocationObjective
  let bounds: AllocationBounds
  private let problem: SmoothMaximization
  /// A move of this share of the budget is what the first step of the optimiser is scaled to.
  private static let firstStep = 0.05
  /// A step that gains less than this share of what the first one promises ends the search.
  private static let worthwhile = 5e-5
  /// Cells are whole multiples of this: 100 yuan.
  static let grain = 1e-6
  /// The nearest whole number of grains, as the decimal nearest to it.
  static func wholeGrains(_ amount: Double) -> Double { (amount / grain).rounded() / (1 / grain).rounded() }
  /// Bounds are met to this, 亿元.
  static let tolerance = 1e-4

  /// A division with its value.
  struct Found {
    let amounts: [Double]
    let value: AllocationObjective.Value
    let evaluations: Int
  }

  /// Divisions valued by one climb, at most.
  static let mostEvaluations = 80

  init(_ objective: AllocationObjective, bounds: AllocationBounds, mostEvaluations: Int = Self.mostEvaluations) {
    self.objective = objective
    self.bounds = bounds
    let cells = objective.cells
    // The first step is expected to gain the square of its length, in the scale of the search.
    let step = Self.firstStep * bounds.budget
    problem = SmoothMaximization(
      lower: Array(repeating: 0, count: cells.cells.count),
      // The conditions hold every cell; a bound more for each would only make the inner problem larger.
      upper: Array(repeating: .infinity, count: cells.cells.count),
      constraints: bounds.constraints(cells), tolerance: 1e-9, absoluteTolerance: Self.worthwhile * step * step,
      mostEvaluations: mostEvaluations)
  }

  /// Climbs from a start.
  ///
  /// - Throws: `AllocationError` when no division meets all bounds; `OptimizationError`; `LinearAlgebraError`.
  func climb(from start: [Double], _ progress: () -> Void = {}) throws -> Found {
    let first = try objective.value(start, wantsGradient: true)
    progress()
    // Money only changes places: the common part of the gradient moves nothing.
    let mean = first.gradient.reduce(0, +) / Double(first.gradient.count)
    let norm = first.gradient.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    guard norm > 0 else { return try finished(start, evaluations: 1) }
    var evaluations = 1
    let result = try withoutActuallyEscaping(progress) { progress in
      try problem.maximize(from: start, scale: Self.firstStep * bounds.budget / norm) { amounts, wantsGradient in
        if amounts == start { return (first.worth, first.gradient) }
        let value = try objective.value(amounts, wantsGradient: wantsGradient)
        evaluations += 1
        progress()
        return (value.worth, value.gradient)
      }
    }
    guard problem.violation(at: result.point) < Self.tolerance else {
      throw AllocationError(
        description:
          "no division of \(bounds.budget) 亿元 meets all the bounds together: projects, sources and years leave "
          + "no room for one another")
    }
    return try finished(result.point, evaluations: evaluations)
  }

  private func finished(_ amounts: [Double], evaluations: Int) throws -> Found {
    let rounded = rounded(amounts)
    return Found(amounts: rounded, value: try objective.value(rounded), evaluations: evaluations)
  }

  /// Amounts in whole grains that add up to the budget: cells are rounded down, and what is left over goes to the
  /// largest cells that have room.
  func rounded(_ amounts: [Double]) -> [Double] {
    let cells = objective.cells.cells
    var grains = amounts.map { (max(0, $0) / Self.grain + 1e-6).rounded(.down) }
    var byProject = bounds.projectMaximum.map { $0 / Self.grain }
    var bySource = bounds.sourceMaximum.map { $0 / Self.grain }
    var byYear = bounds.yearMaximum.map { $0 / Self.grain }
    var byBoth = bounds.projectYearMaximum.map { $0.map { $0 / Self.grain } }
    for (cell, amount) in zip(cells, grains) {
      byProject[cell.project] -= amount
      bySource[cell.source] -= amount
      byYear[cell.year - 1] -= amount
      byBoth[cell.year - 1][cell.project] -= amount
    }
    var rest = (bounds.budget / Self.grain).rounded() - grains.reduce(0, +)
    for index in amounts.indices.sorted(by: { (amounts[$0], $1) > (amounts[$1], $0) }) where rest > 0 {
      let cell = cells[index]
      let room = min(
        rest, byProject[cell.project], bySource[cell.source], byYear[cell.year - 1], byBoth[cell.year - 1][cell.project]
      ).rounded(.down)
      guard room > 0 else { continue }
      grains[index] += room
      byProject[cell.project] -= room
      bySource[cell.source] -= room
      byYear[cell.year - 1] -= room
      byBoth[cell.year - 1][cell.project] -= room
      rest -= room
    }
    // Ceilings that hold the budget without a grain to spare: the largest cell takes what is left.
    if rest != 0, let largest = grains.indices.max(by: { grains[$0] < grains[$1] }) { grains[largest] += rest }
    // A division gives the decimal nearest to the number of grains.
    return grains.map { $0 / (1 / Self.grain).rounded() }
  }

  /// Where searches begin: the plan scaled to the budget, money in proportion to planned costs, and random divisions.
  func starts(_ count: Int, plan: FundingPlan) -> [[Double]] {
    let cells = objective.cells
    func scaled(_ weights: [Double]) -> [Double] {
      let total = weights.reduce(0, +)
      return weights.map { total > 0 ? $0 * bounds.budget / total : bounds.budget / Double(weights.count) }
    }
    let costs = cells.cells.map { cells.plannedCosts[$0.project] / Double(cells.payers(project: $0.project).count) }
    var starts = [scaled(cells.amounts(plan)), scaled(costs)]
    while starts.count < count {
      let generator = Philox(key: objective.scenario.ensemble.seed &+ UInt64(starts.count))
      starts.append(
        scaled(
          cells.cells.indices.map { index in
            let bits = generator.bits(low: SIMD8(repeating: UInt64(index)), high: SIMD8(repeating: 0)).low[0]
            return Double(bits >> 11) * 0x1p-53
          }))
    }
    return Array(starts.prefix(count))
  }
}
