import Projection
import Scenarios

/// The pairs of project and source that have money in some year, by source.
struct AccountCells: Sendable {
  let pairs: [(project: Int, source: Int)]

  init(_ scenario: ResolvedScenario) {
    let plans = [scenario.plan, scenario.planBeforeAdjustments]
    let late = scenario.fundingAfterHorizon.before + scenario.fundingAfterHorizon.after
    var pairs: [(project: Int, source: Int)] = []
    for f in scenario.district.sources.indices {
      for p in scenario.district.projects.indices {
        let used = plans.contains { plan in (0..<plan.years).contains { plan[$0, p, f] != 0 } }
        if used || late.contains(where: { $0.project == p && $0.source == f }) { pairs.append((p, f)) }
      }
    }
    self.pairs = pairs
  }
}

/// Sums of arrived, executed and unspent money in one replicate.
struct AccountSums: Sendable {
  /// Three sums a cell and year: [(t * cells + cell) * 3 + kind].
  var sums: [FixedPointSum]
  /// Members counted.
  var members = 0

  /// Sums of nothing.
  init(cells: AccountCells, years: Int) {
    sums = Array(repeating: FixedPointSum(), count: cells.pairs.count * years * 3)
  }
}

/// The accounts of all replicates.
struct AccountStore: Sendable {
  let cells: AccountCells
  let years: Int
  let replicates = ReplicateSums<AccountSums>()

  /// The lines of a scenario, once all replicates are in.
  func lines(_ scenario: ResolvedScenario) -> [FundingAccountLine] {
    let after = scenario.fundingAfterHorizon
    func late(_ list: [FundingPastHorizon], _ pair: (project: Int, source: Int)) -> [Int: Double] {
      let own = list.filter { $0.project == pair.project && $0.source == pair.source }
      return Dictionary(own.map { ($0.year, $0.amount) }, uniquingKeysWith: +)
    }
    let replicates = replicates.inOrder
    return cells.pairs.enumerated().flatMap { cell, pair in
      let within = (0..<years).map { line(cell, year: $0, scenario, replicates) }
      let (before, past) = (late(after.before, pair), late(after.after, pair))
      return within
        + Set(before.keys).union(past.keys).sorted().map { year in
          FundingAccountLine(
            project: pair.project, source: pair.source, year: year, planned: before[year] ?? 0,
            adjusted: past[year] ?? 0, spending: nil)
        }
    }
  }

  private func line(
    _ cell: Int, year t: Int, _ scenario: ResolvedScenario, _ replicates: [AccountSums]
  ) -> FundingAccountLine {
    let pair = cells.pairs[cell]
    let members = replicates.map(\.members)
    let total = Double(max(1, members.reduce(0, +)))
    func mean(_ kind: Int) -> FundingAccountLine.Mean {
      let own = replicates.map { $0.sums[(t * cells.pairs.count + cell) * 3 + kind] }
      var whole = FixedPointSum()
      for sum in own { whole.merge(sum) }
      let means = zip(own, members).map { $1 == 0 ? 0 : $0.value / Double($1) }
      return FundingAccountLine.Mean(
        value: whole.value / total, standardError: ReplicateSpread.standardError(means, members: members))
    }
    let adjusted = scenario.plan[t, pair.project, pair.source]
    let price = scenario.district.constants.worksDeflator(year: t + 1)
    return FundingAccountLine(
      project: pair.project, source: pair.source, year: scenario.years.lowerBound + t,
      planned: scenario.planBeforeAdjustments[t, pair.project, pair.source], adjusted: adjusted,
      spending: FundingAccountLine.Spending(
        adjusted: adjusted * price, arrived: mean(0), executed: mean(1), unspent: mean(2)))
  }
}
