import District
import ElementaryFunctions
import Foundation
import Projection
import Scenarios

/// Divides the effect of the funding among projects, sources or channels by Shapley values, member by member.
///
/// Exact over all coalitions of up to 14 players; of more, from sampled orders that are random for each replicate.
public struct AttributionRun: Sendable {
  /// What is explained.
  public let outcomes: [ExplainedOutcome]
  /// Among whom.
  public let axis: AttributionAxis
  private let experiment: Experiment
  private let threads: Int?

  /// Plans an attribution.
  ///
  /// - Parameters:
  ///   - experiment: the scenario whose effect against no funding (or no channel) is divided.
  ///   - axis: the players.
  ///   - outcomes: what to explain; nil for GDP, the incomes and the commitments.
  ///   - threads: workers; nil for one a core.
  public init(
    _ experiment: Experiment, axis: AttributionAxis, outcomes: [ExplainedOutcome]? = nil, threads: Int? = nil
  ) {
    self.experiment = experiment
    self.axis = axis
    self.outcomes = outcomes ?? ExplainedOutcome.usual(experiment.scenario)
    self.threads = threads
  }

  /// Runs every coalition on the same draws.
  ///
  /// - Parameter progress: called from the workers with the members done so far.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func attribute(progress: (@Sendable (Int) -> Void)? = nil) throws -> Attribution {
    let draws = try EnsembleDraws(experiment)
    let players = axis.players(experiment.district)
    let magnitudes = try usualMagnitudes()
    let store = AttributionStore(players: players.count, magnitudes: magnitudes)
    let plan = try CoalitionPlan(
      players: players, seed: experiment.scenario.ensemble.seed)
    let dealer = ReplicateDealer(members: experiment.scenario.ensemble.members, threads: threads)
    try dealer.run(
      make: {
        try AttributionWorker(
          experiment, axis: axis, outcomes: outcomes, magnitudes: magnitudes, plan: plan, draws: draws, store: store)
      },
      progress: progress)
    return store.finish(
      axis: axis, players: players, isExact: plan.isExact, outcomes: outcomes, scenario: experiment.scenario)
  }
}

extension AttributionRun {
  /// How large each outcome is in the central member: 1 for a target.
  private func usualMagnitudes() throws -> [Double] {
    let plan = try SummaryPlan(experiment, targets: [])
    return outcomes.map { outcome in
      guard case .indicator(let id, let year) = outcome else { return 1 }
      let t = year - experiment.district.baseYear
      return abs(plan.pivots[plan.slot(plan.catalogue.index[id]!, year: t)])
    }
  }
}

/// The rows an attribution keeps for one outcome: shares, solo effects and last-in effects of every player, the total.
enum AttributionRow {
  static func share(_ player: Int) -> Int { player }
  static func solo(_ player: Int, players: Int) -> Int { players + player }
  static func last(_ player: Int, players: Int) -> Int { 2 * players + player }
  static func total(players: Int) -> Int { 3 * players }
  static func interaction(players: Int) -> Int { 3 * players + 1 }
  static func base(players: Int) -> Int { 3 * players + 2 }
  static func count(players: Int) -> Int { 3 * players + 3 }
}

/// What the workers have added; access is behind a lock.
final class AttributionStore: @unchecked Sendable {
  private let lock = NSLock()
  private let players: Int
  private var slots: [SeriesSlot]
  private var statistics = ReplicateStatistics(replicates: EnsembleDraws.replicates)

  init(players: Int, magnitudes: [Double]) {
    self.players = players
    slots = Self.emptySlots(players: players, magnitudes: magnitudes)
  }

  deinit { for index in slots.indices { slots[index].deallocate() } }

  /// Empty slots for every outcome and row; an effect is known to a ten-millionth of its outcome's magnitude.
  static func emptySlots(players: Int, magnitudes: [Double]) -> [SeriesSlot] {
    magnitudes.flatMap { magnitude in
      (0..<AttributionRow.count(players: players)).map { _ in
        SeriesSlot(pivot: 0, resolution: max(1e-7 * magnitude, 1e-9), magnitude: magnitude > 0 ? magnitude : 1)
      }
    }
  }

  /// Keeps the statistics of a finished replicate and takes over its counts.
  func take(_ counted: inout [SeriesSlot], members: Int, replicate: Int) {
    lock.withLock {
      let rows = slots.takeReplicate(&counted)
      statistics.store(replicate, members: members, rows: rows, shares: [])
    }
  }

  func finish(
    axis: AttributionAxis, players names: [String], isExact: Bool, outcomes list: [ExplainedOutcome],
    scenario: ResolvedScenario
  ) -> Attribution {
    lock.withLock {
      var tree = RankTree()
      let errors = statistics.errors(slots: slots.indices)
      let rows = AttributionRow.count(players: players)
      func effect(_ outcome: Int, _ row: Int) -> AttributedEffect {
        let index = outcome * rows + row
        let moments = slots[index].moments(through: &tree)
        return AttributedEffect(
          mean: slots[index].hasNonFinite ? .nan : moments?.mean ?? .nan, quantiles: moments?.quantiles ?? [],
          standardError: errors[index].mean)
      }
      return Attribution(
        axis: axis, players: names, isExact: isExact, scenario: scenario,
        outcomes: list.enumerated().map { o, outcome in
          AttributedOutcome(
            outcome: outcome, base: effect(o, AttributionRow.base(players: players)),
            total: effect(o, AttributionRow.total(players: players)),
            interaction: effect(o, AttributionRow.interaction(players: players)),
            shares: names.indices.map { effect(o, AttributionRow.share($0)) },
            solo: names.indices.map { effect(o, AttributionRow.solo($0, players: players)) },
            last: names.indices.map { effect(o, AttributionRow.last($0, players: players)) })
        })
    }
  }
}
