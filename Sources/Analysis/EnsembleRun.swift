import District
import Foundation
import Projection
import Synchronization

/// Runs an ensemble over the machine's cores and summarises it.
///
/// Work is dealt by replicate: a worker takes one, runs all its tiles, keeps the statistics of the replicate and adds
/// its counts to the whole. Memory does not grow with members; results do not depend on threads or tiles.
public struct EnsembleRun: Sendable {
  /// What is run.
  public let experiment: Experiment
  /// What is summarised.
  public let plan: SummaryPlan
  /// Workers.
  public let threads: Int
  /// Members of a tile.
  public let tileMembers: Int

  /// Plans a run.
  ///
  /// - Parameters:
  ///   - experiment: what to run.
  ///   - plan: what to summarise; nil for everything.
  ///   - threads: workers; nil for one a core.
  ///   - tileMembers: members of a tile, a multiple of 64.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(
    _ experiment: Experiment, plan: SummaryPlan? = nil, threads: Int? = nil,
    tileMembers: Int = Engine.defaultTileMembers
  ) throws {
    self.experiment = experiment
    self.plan = try plan ?? SummaryPlan(experiment)
    self.threads = max(1, min(threads ?? ProcessInfo.processInfo.activeProcessorCount, EnsembleDraws.replicates))
    self.tileMembers = tileMembers
  }

  /// Runs and summarises.
  ///
  /// - Parameter progress: called from the workers with the members done so far.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func summarise(progress: (@Sendable (Int) -> Void)? = nil) throws -> EnsembleSummary {
    let draws = EnsembleDraws(experiment)
    let collected = Mutex(Collected(recorder: nil, statistics: .init(replicates: EnsembleDraws.replicates)))
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    let blocks =
      (experiment.scenario.ensemble.members + EnsembleDraws.blockMembers - 1) / EnsembleDraws.blockMembers
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      do {
        let engine = try Engine(experiment, draws: draws, tileMembers: tileMembers)
        var recorder = SummaryRecorder(plan, tileMembers: tileMembers)
        while true {
          let replicate = next.add(1, ordering: .relaxed).oldValue
          guard replicate < EnsembleDraws.replicates else { break }
          recorder.clear()
          // In runs of some thousand members, so that progress shows and the list of blocks stays short.
          let run = 64 * EnsembleDraws.replicates
          for start in stride(from: replicate, to: blocks, by: run) {
            let list = Array(stride(from: start, to: min(start + run, blocks), by: EnsembleDraws.replicates))
            engine.project(blocks: list, into: &recorder)
            let members = list.count * EnsembleDraws.blockMembers
            progress?(done.add(members, ordering: .relaxed).newValue)
          }
          let rows = ReplicateStatistics.rows(of: recorder)
          collected.withLock { $0.add(recorder, replicate: replicate, rows: rows) }
        }
        recorder.deallocate()
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return collected.withLock { $0.finish(experiment: experiment, plan: plan, tileMembers: tileMembers) }
  }
}

/// What the workers have added so far.
private struct Collected {
  var recorder: SummaryRecorder?
  var statistics: ReplicateStatistics

  mutating func add(_ other: borrowing SummaryRecorder, replicate: Int, rows: [Double]) {
    let members = max(1, other.members)
    statistics.store(
      replicate, members: other.members, rows: rows, shares: other.targetsMet.map { Double($0) / Double(members) })
    if recorder == nil { recorder = SummaryRecorder(other.plan, tileMembers: EnsembleDraws.blockMembers) }
    recorder!.merge(copy other)
  }

  mutating func finish(experiment: Experiment, plan: SummaryPlan, tileMembers: Int) -> EnsembleSummary {
    var whole = recorder ?? SummaryRecorder(plan, tileMembers: tileMembers)
    defer {
      whole.deallocate()
      recorder = nil
    }
    var slots: [IndicatorSummary?] = []
    var firstNonFinite: (String, Int)?
    for (index, slot) in whole.slots.enumerated() {
      if slot.hasNonFinite, firstNonFinite == nil {
        let count = plan.indicators.count
        firstNonFinite = (plan.indicators[index % count].id, experiment.district.baseYear + index / count)
      }
      let errors = statistics.errors(slot: index)
      slots.append(
        slot.moments(SummaryPlan.probabilities).map {
          IndicatorSummary(moments: $0, meanError: errors.mean, quantileErrors: errors.quantiles)
        })
    }
    let targets = experiment.scenario.targets.map { target in
      summary(of: target, plan: plan, whole: whole, slots: slots)
    }
    return EnsembleSummary(
      plan: plan, members: whole.members, slots: slots, targets: targets, firstNonFinite: firstNonFinite)
  }

  private func summary(
    of target: Target, plan: SummaryPlan, whole: SummaryRecorder, slots: [IndicatorSummary?]
  ) -> TargetSummary {
    guard let index = plan.targets.firstIndex(where: { $0.target == target }), whole.members > 0 else {
      return TargetSummary(
        target: target, probability: nil, standardError: nil, median: nil, thresholdMedian: nil, medianMargin: nil)
    }
    let test = plan.targets[index]
    let middle = SummaryPlan.probabilities.firstIndex(of: 0.5)!
    func median(_ position: Int) -> Double? {
      let id = plan.catalogue.indicators[position].id
      guard let row = plan.indicators.firstIndex(where: { $0.id == id }) else { return nil }
      return slots[plan.slot(row, year: test.years.upperBound)]?.moments.quantiles[middle]
    }
    return TargetSummary(
      target: target, probability: Double(whole.targetsMet[index]) / Double(whole.members),
      standardError: statistics.probabilityError(target: index), median: median(test.indicator),
      thresholdMedian: test.threshold.map { position in (median(position) ?? .nan) * target.factor } ?? test.level,
      medianMargin: whole.targetSlots[index].moments([0.5])?.quantiles[0])
  }
}
