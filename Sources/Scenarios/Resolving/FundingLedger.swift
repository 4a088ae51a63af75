import District

/// The money of a scenario while its adjustments are applied: all years, those beyond the horizon too.
package struct FundingLedger {
  /// What a line did.
  package enum Outcome: Equatable {
    /// Something within the horizon changed.
    case changed
    /// Nothing within the horizon changed.
    case unchanged
    /// A cell would hold an amount that cannot be planned.
    case refused(year: Int, project: Int, source: Int, before: Double, after: Double)
    /// No project that would receive money has a planned cost.
    case noPlannedCost
  }

  /// Amounts smaller than this are rounding: 0.1 yuan, in 亿元.
  private static let rounding = 1e-9
  /// The largest amount of a cell, 亿元.
  package static let largest = 1e6

  private let firstYear: Int
  private let horizon: Int
  private let costs: [Double]
  private let projects: Int
  private let sources: Int
  private let lastYear: Int
  private var amounts: [Double]
  /// The part of each amount beyond the horizon that a delay brought there from within it.
  private var delayed: [Double]

  /// A ledger of a plan. `delays` is the sum of the years of all delays to come, so that no money falls off the end.
  package init(_ plan: FundingPlan, horizon: Int, costs: [Double], delays: Int) {
    firstYear = plan.firstYear
    self.horizon = horizon
    self.costs = costs
    projects = plan.projects
    sources = plan.sources
    lastYear = max(plan.firstYear + plan.years - 1, ScenarioKeys.lastYear) + min(delays, 150)
    let count = (lastYear - firstYear + 1) * projects * sources
    amounts = plan.amounts + Array(repeating: 0, count: max(0, count - plan.amounts.count))
    delayed = Array(repeating: 0, count: count)
  }

  /// Applies one line.
  package mutating func apply(_ adjustment: FundingAdjustment) -> Outcome {
    let before = amounts.prefix(cell(horizon + 1, 0, 0))
    let refusal: Outcome? =
      switch adjustment.operation {
      case .multiply(let factor): multiply(adjustment, by: factor)
      case .add(let amount): add(adjustment, amount)
      case .delay(let years): delay(adjustment, by: years)
      case .move(let from, let to, let share): move(adjustment, from: from, to: to, share: share)
      }
    if let refusal { return refusal }
    return before == amounts.prefix(cell(horizon + 1, 0, 0)) ? .unchanged : .changed
  }

  private mutating func multiply(_ adjustment: FundingAdjustment, by factor: Double) -> Outcome? {
    for (year, project, source) in selection(adjustment) {
      let cell = cell(year, project, source)
      let before = amounts[cell]
      amounts[cell] *= factor
      delayed[cell] *= factor
      if let refusal = refusal(year, project, source, before: before) { return refusal }
    }
    return nil
  }

  private mutating func add(_ adjustment: FundingAdjustment, _ amount: Double) -> Outcome? {
    for (year, project, source) in selection(adjustment, years: Array(firstYear...horizon)) {
      let cell = cell(year, project, source)
      let before = amounts[cell]
      amounts[cell] += amount
      if amounts[cell] < 0, amounts[cell] > -Self.rounding { amounts[cell] = 0 }
      if let refusal = refusal(year, project, source, before: before) { return refusal }
    }
    return nil
  }

  private mutating func delay(_ adjustment: FundingAdjustment, by years: Int) -> Outcome? {
    for (year, project, source) in selection(adjustment).reversed() {
      let cell = cell(year, project, source)
      let target = self.cell(min(year + years, lastYear), project, source)
      let amount = amounts[cell]
      let carried = year <= horizon && year + years > horizon ? amount : delayed[cell]
      amounts[cell] = 0
      delayed[cell] = 0
      amounts[target] += amount
      delayed[target] += carried
    }
    return nil
  }

  private mutating func move(_ adjustment: FundingAdjustment, from: Int, to: [Int], share: Double) -> Outcome? {
    let receivers = to.filter { costs[$0] > 0 }
    guard let last = receivers.last else { return .noPlannedCost }
    let total = receivers.reduce(0) { $0 + costs[$1] }
    for (year, _, source) in selection(adjustment, projects: [from]) {
      let giver = cell(year, from, source)
      var rest = (amounts[giver] * share, delayed[giver] * share)
      let moved = rest
      amounts[giver] -= moved.0
      delayed[giver] -= moved.1
      for receiver in receivers where receiver != last {
        let weight = costs[receiver] / total
        amounts[cell(year, receiver, source)] += moved.0 * weight
        delayed[cell(year, receiver, source)] += moved.1 * weight
        rest = (rest.0 - moved.0 * weight, rest.1 - moved.1 * weight)
      }
      amounts[cell(year, last, source)] += rest.0
      delayed[cell(year, last, source)] += rest.1
    }
    return nil
  }

  private func refusal(_ year: Int, _ project: Int, _ source: Int, before: Double) -> Outcome? {
    let after = amounts[cell(year, project, source)]
    if after >= 0, after <= Self.largest { return nil }
    return .refused(year: year, project: project, source: source, before: before, after: after)
  }

  /// The cells of a line, by year, project and source.
  private func selection(_ adjustment: FundingAdjustment, projects: [Int]? = nil, years: [Int]? = nil) -> [(
    Int, Int, Int
  )] {
    let years = (adjustment.years ?? years ?? Array(firstYear...lastYear)).sorted()
    let projects = projects ?? adjustment.projects ?? Array(0..<self.projects)
    let sources = adjustment.sources ?? Array(0..<self.sources)
    return years.flatMap { year in projects.flatMap { project in sources.map { (year, project, $0) } } }
  }

  private func cell(_ year: Int, _ project: Int, _ source: Int) -> Int {
    ((year - firstYear) * projects + project) * sources + source
  }

  /// The plan to the horizon.
  package var plan: FundingPlan {
    var plan = FundingPlan(
      firstYear: firstYear, years: horizon - firstYear + 1, projects: projects, sources: sources)
    plan.amounts = Array(amounts.prefix(plan.amounts.count))
    return plan
  }

  /// What delays have moved past the horizon.
  package var pastHorizon: [FundingPastHorizon] { cells { min(delayed[$0], amounts[$0]) } }

  /// All that lies after the horizon, planned there or moved there.
  package var afterHorizon: [FundingPastHorizon] { cells { amounts[$0] } }

  /// The cells after the horizon where a quantity is above 0.
  private func cells(_ quantity: (Int) -> Double) -> [FundingPastHorizon] {
    var list: [FundingPastHorizon] = []
    guard horizon < lastYear else { return [] }
    for year in (horizon + 1)...lastYear {
      for project in 0..<projects {
        for source in 0..<sources {
          let amount = quantity(cell(year, project, source))
          if amount > 0 {
            list.append(FundingPastHorizon(project: project, source: source, year: year, amount: amount))
          }
        }
      }
    }
    return list
  }
}
