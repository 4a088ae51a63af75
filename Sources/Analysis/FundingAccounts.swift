import District
import ElementaryFunctions
import Foundation
import Projection
import Scenarios

/// One line of the accounts: the money of one source for one project in one year.
///
/// At 2020 prices, means over the members: arrived + unspent of the year before = executed + unspent.
public struct FundingAccountLine: Sendable, Equatable {
  /// Index of the project.
  public let project: Int
  /// Index of the source.
  public let source: Int
  /// Calendar year.
  public let year: Int
  /// Planned before the scenario's adjustments, nominal 亿元.
  public let planned: Double
  /// Planned after the adjustments, nominal 亿元.
  public let adjusted: Double
  /// Planned after the adjustments, 亿元 at 2020 prices.
  public let adjustedReal: Double
  /// Arrived, 亿元 at 2020 prices.
  public let arrived: Double
  /// Executed, 亿元 at 2020 prices.
  public let executed: Double
  /// Unspent at the end of the year, 亿元 at 2020 prices.
  public let unspent: Double

  /// Planned but not arrived (negative when more came than planned), 亿元 at 2020 prices.
  public var shortfall: Double { adjustedReal - arrived }
}

/// Where the money of a scenario goes, by source, project and year.
///
/// The model follows money by project. Within a project, money executed is taken from the sources in proportion to
/// what each has on hand (arrived and carried over), so that sources add up to projects exactly.
public struct FundingAccounts: Sendable {
  /// The scenario.
  public let scenario: ResolvedScenario
  /// Lines of every source, project and year with money planned, adjusted or still on hand.
  public let lines: [FundingAccountLine]
  /// Money that delays moved past the horizon, nominal 亿元.
  public let pastHorizon: [FundingPastHorizon]

  /// Runs a scenario and keeps its accounts.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(_ experiment: Experiment, threads: Int? = nil) throws {
    let scenario = experiment.scenario
    let draws = try EnsembleDraws(experiment)
    let store = AccountStore(cells: AccountCells(scenario), years: experiment.years)
    let dealer = ReplicateDealer(members: scenario.ensemble.members, threads: threads)
    try dealer.run(make: { try AccountWorker(experiment, draws: draws, store: store) })
    self.scenario = scenario
    pastHorizon = scenario.fundingPastHorizon
    lines = store.lines(scenario)
  }
}

/// The pairs of project and source that have money in some year.
private struct AccountCells: Sendable {
  let pairs: [(project: Int, source: Int)]

  init(_ scenario: ResolvedScenario) {
    let plans = [scenario.plan, scenario.planBeforeAdjustments]
    var pairs: [(project: Int, source: Int)] = []
    for p in scenario.district.projects.indices {
      for f in scenario.district.sources.indices {
        let used = plans.contains { plan in (0..<plan.years).contains { plan[$0, p, f] != 0 } }
        if used { pairs.append((p, f)) }
      }
    }
    self.pairs = pairs
  }
}

/// Sums of arrived, executed and unspent money by cell and year.
private final class AccountStore: @unchecked Sendable {
  let cells: AccountCells
  let years: Int
  private let lock = NSLock()
  /// Three sums a cell and year: [(t * cells + cell) * 3 + kind].
  private var sums: [FixedPointSum]
  private var members = 0

  init(cells: AccountCells, years: Int) {
    self.cells = cells
    self.years = years
    sums = Array(repeating: FixedPointSum(), count: cells.pairs.count * years * 3)
  }

  func add(_ other: [FixedPointSum], members count: Int) {
    lock.withLock {
      for index in sums.indices { sums[index].merge(other[index]) }
      members += count
    }
  }

  func lines(_ scenario: ResolvedScenario) -> [FundingAccountLine] {
    let total = Double(max(1, members))
    var lines: [FundingAccountLine] = []
    for (cell, pair) in cells.pairs.enumerated() {
      for t in 0..<years {
        func mean(_ kind: Int) -> Double { sums[(t * cells.pairs.count + cell) * 3 + kind].value / total }
        let adjusted = scenario.plan[t, pair.project, pair.source]
        let price = exp(-scenario.district.constants.investmentPrice * Double(t + 1))
        lines.append(
          FundingAccountLine(
            project: pair.project, source: pair.source, year: scenario.years.lowerBound + t,
            planned: scenario.planBeforeAdjustments[t, pair.project, pair.source], adjusted: adjusted,
            adjustedReal: adjusted * price, arrived: mean(0), executed: mean(1), unspent: mean(2)))
      }
    }
    return lines
  }
}

/// A worker that follows the money of every source through the projects.
private struct AccountWorker: ReplicateWorker {
  private let engine: Engine
  private let store: AccountStore
  private var recorder: AccountRecorder

  init(_ experiment: Experiment, draws: EnsembleDraws, store: AccountStore) throws {
    engine = try Engine(experiment, draws: draws)
    self.store = store
    recorder = AccountRecorder(experiment, store: store, vectors: engine.model.workspace.series.vectors)
  }

  mutating func project(blocks: [Int]) { engine.project(blocks: blocks, into: &recorder) }
  mutating func finish(replicate: Int) {
    store.add(recorder.sums, members: recorder.members)
    recorder.clear()
  }
  mutating func deallocate() { recorder.deallocate() }
}

private struct AccountRecorder: TileRecorder {
  private let experiment: Experiment
  private let cells: AccountCells
  private let vectors: Int
  /// Unspent money by cell, one row each.
  private let onHand: UnsafeMutablePointer<Vector>
  private(set) var sums: [FixedPointSum]
  private(set) var members = 0

  init(_ experiment: Experiment, store: AccountStore, vectors: Int) {
    self.experiment = experiment
    cells = store.cells
    self.vectors = vectors
    onHand = .allocate(capacity: max(1, cells.pairs.count * vectors))
    onHand.initialize(repeating: Vector(repeating: 0), count: max(1, cells.pairs.count * vectors))
    sums = Array(repeating: FixedPointSum(), count: cells.pairs.count * store.years * 3)
  }

  mutating func clear() {
    for index in sums.indices { sums[index] = FixedPointSum() }
    members = 0
  }

  mutating func deallocate() { onHand.deallocate() }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    guard t > 0 else {
      onHand.update(repeating: Vector(repeating: 0), count: cells.pairs.count * vectors)
      for block in tile.blocks { members += tile.membersCounted(inBlock: block) }
      return
    }
    let catalogue = experiment.catalogue
    let price = exp(-experiment.district.constants.investmentPrice * Double(t))
    for (cell, pair) in cells.pairs.enumerated() {
      let planned = experiment.scenario.plan[t - 1, pair.project, pair.source] * price
      let phi = workspace.arrivals[pair.source]
      let x = workspace.series[catalogue.executed + pair.project]
      let u = workspace.series[catalogue.unspent + pair.project]
      let mine = onHand + cell * vectors
      let first = ((t - 1) * cells.pairs.count + cell) * 3
      for (place, block) in tile.blocks.enumerated() {
        let counted = tile.membersCounted(inBlock: block)
        var arrivedSum = 0.0
        var executedSum = 0.0
        var unspentSum = 0.0
        for i in place * blockVectors..<(place + 1) * blockVectors {
          let arrived = planned * phi[i]
          let available = mine[i] + arrived
          let pool = x[i] + u[i]
          // Nothing on hand: nothing executed. The share is that of the project's pool.
          let share = (x[i] / pool).replacing(with: Vector(repeating: 0), where: pool .<= 0)
          let executed = share * available
          mine[i] = available - executed
          let lanes = min(Vector.scalarCount, counted - (i - place * blockVectors) * Vector.scalarCount)
          guard lanes > 0 else { continue }
          if lanes == Vector.scalarCount {
            arrivedSum += arrived.sum()
            executedSum += executed.sum()
            unspentSum += mine[i].sum()
          } else {
            for lane in 0..<lanes {
              arrivedSum += arrived[lane]
              executedSum += executed[lane]
              unspentSum += mine[i][lane]
            }
          }
        }
        sums[first].add(arrivedSum)
        sums[first + 1].add(executedSum)
        sums[first + 2].add(unspentSum)
      }
    }
  }
}
