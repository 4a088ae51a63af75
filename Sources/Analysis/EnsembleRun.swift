import District
import Foundation
import Projection

/// Runs an ensemble over the machine's cores and summarises it.
///
/// Work is dealt by replicate: a worker takes one, runs all its tiles, keeps the statistics of the replicate and adds
/// its counts to the whole; the last ones are shared. Memory does not grow with members; results do not depend on threads
/// or tiles.
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
  ///   - tileMembers: members of a tile, a multiple of 64; nil for what suits the ensemble.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(
    _ experiment: Experiment, plan: SummaryPlan? = nil, threads: Int? = nil,
    tileMembers: Int? = nil
  ) throws {
    self.experiment = experiment
    self.plan = try plan ?? SummaryPlan(experiment)
    self.threads = ReplicateDealer(members: experiment.scenario.ensemble.members, threads: threads).threads
    self.tileMembers =
      tileMembers ?? Engine.tileMembers(ofEnsemble: experiment.scenario.ensemble.members)
  }

  /// Runs and summarises.
  ///
  /// - Parameters:
  ///   - draws: the draws of the experiment where they have been made already.
  ///   - progress: called from the workers with the members done so far.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func summarise(draws: EnsembleDraws? = nil, progress: (@Sendable (Int) -> Void)? = nil) throws
    -> EnsembleSummary
  {
    let draws = try draws ?? EnsembleDraws(experiment)
    let members = experiment.scenario.ensemble.members
    let collected = CollectedCounts(plan, members: members)
    let dealer = ReplicateDealer(members: members, threads: threads)
    try dealer.run(
      make: {
        SummaryWorker(
          engine: try Engine(experiment, draws: draws, tileMembers: tileMembers),
          recorder: SummaryRecorder(plan, tileMembers: tileMembers, kept: collected.kept), collected: collected)
      }, shared: collected.kept == nil, progress: progress)
    return collected.finish(experiment, threads: threads)
  }
}

/// A worker that summarises one scenario.
private struct SummaryWorker: ReplicateWorker {
  let engine: Engine
  var recorder: SummaryRecorder
  let collected: CollectedCounts

  mutating func project(blocks: [Int]) { engine.project(blocks: blocks, into: &recorder) }

  mutating func finish(replicate: Int) { collected.take(&recorder.counts, partOf: replicate) }

  mutating func deallocate() { recorder.counts.deallocate() }
}
