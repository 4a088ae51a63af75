import Foundation
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

/// Sums of arrived, executed and unspent money by replicate, cell and year. Access is behind a lock.
final class AccountStore: @unchecked Sendable {
  let cells: AccountCells
  let years: Int
  private let lock = NSLock()
  /// By replicate, three sums a cell and year: [(t * cells + cell) * 3 + kind].
  private var sums: [[FixedPointSum]]
  private var members = [Int](repeating: 0, count: EnsembleDraws.replicates)

  init(cells: AccountCells, years: Int) {
    self.cells = cells
    self.years = years
    sums = Array(
      repeating: Array(repeating: FixedPointSum(), count: cells.pairs.count * years * 3),
      count: EnsembleDraws.replicates)
  }

  /// Keeps the sums of a finished replicate.
  func keep(_ finished: [FixedPointSum], members count: Int, replicate: Int) {
    lock.withLock {
      sums[replicate] = finished
      members[replicate] = count
    }
  }

  /// The lines of a scenario, once all replicates are in.
  func lines(_ scenario: ResolvedScenario) -> [FundingAccountLine] {
    let after = scenario.fundingAfterHorizon
    func late(_ list: [FundingPastHorizon], _ pair: (project: Int, source: Int)) -> [Int: Double] {
      let own = list.filter { $0.project == pair.project && $0.source == pair.source }
      return Dictionary(own.map { ($0.year, $0.amount) }, uniquingKeysWith: +)
    }
    return cells.pairs.enumerated().flatMap { cell, pair in
      let within = (0..<years).map { line(cell, year: $0, scenario) }
      let (before, past) = (late(after.before, pair), late(after.after, pair))
      return within
        + Set(before.keys).union(past.keys).sorted().map { year in
          FundingAccountLine(
            project: pair.project, source: pair.source, year: year, planned: before[year] ?? 0,
            adjusted: past[year] ?? 0, spending: nil)
        }
    }
  }

  private func line(_ cell: Int, year t: Int, _ scenario: ResolvedScenario) -> FundingAccountLine {
    let pair = cells.pairs[cell]
    let total = Double(max(1, members.reduce(0, +)))
    func mean(_ kind: Int) -> FundingAccountLine.Mean {
      let own = sums.map { $0[(t * cells.pairs.count + cell) * 3 + kind] }
      var whole = FixedPointSum()
      for sum in own { whole.merge(sum) }
      let means = zip(own, members).map { $1 == 0 ? 0 : $0.value / Double($1) }
      return FundingAccountLine.Mean(
        value: whole.value / total, standardError: ReplicateSpread.standardError(means, members: members))
    }
    let adjusted = scenario.plan[t, pair.project, pair.source]
    let price = exp(-scenario.district.constants.investmentPrice * Double(t + 1))
    return FundingAccountLine(
      project: pair.project, source: pair.source, year: scenario.years.lowerBound + t,
      planned: scenario.planBeforeAdjustments[t, pair.project, pair.source], adjusted: adjusted,
      spending: FundingAccountLine.Spending(
        adjusted: adjusted * price, arrived: mean(0), executed: mean(1), unspent: mean(2)))
  }
}
