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
    let draws = try EnsembleDraws(experiment)
    let collected = CollectedCounts(plan)
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
          recorder.counts.clear()
          // In runs of some thousand members, so that progress shows and the list of blocks stays short.
          let run = 64 * EnsembleDraws.replicates
          for start in stride(from: replicate, to: blocks, by: run) {
            let list = Array(stride(from: start, to: min(start + run, blocks), by: EnsembleDraws.replicates))
            engine.project(blocks: list, into: &recorder)
            let members = list.count * EnsembleDraws.blockMembers
            progress?(done.add(members, ordering: .relaxed).newValue)
          }
          collected.add(recorder.counts, replicate: replicate)
        }
        recorder.counts.deallocate()
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return collected.finish(experiment)
  }
}

