import District
import Foundation
import LinearAlgebra
import Projection

/// Runs the model on an ensemble of scores instead of on drawn members: parameters and past normals are the ensemble's,
/// normals of later years stay as drawn.
struct ScoreProjection: Sendable {
  let experiment: Experiment
  let draws: EnsembleDraws
  let threads: Int?

  private var members: Int { experiment.scenario.ensemble.members }

  /// What the members say of some figures: members by figures.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  func responses(_ ensemble: ScoreEnsemble, to figures: [ObservedQuantity]) throws -> Matrix {
    let years = figures.map(\.year).max() ?? 0
    let store = ResponseStore(members: members, figures: figures.count)
    let filler = try ScoreFiller(ensemble, experiment: experiment)
    try ReplicateDealer(members: members, threads: threads).run(make: {
      ScoreWorker(
        model: try TileModel(experiment, members: Engine.defaultTileMembers), draws: draws, filler: filler,
        knownYears: ensemble.years, years: years, ensembleMembers: members,
        recorder: ResponseRecorder(experiment, figures: figures, store: store)
      ) { _, _ in
      }
    })
    return store.matrix
  }

  /// Margins of some tests: members by tests.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  func margins(_ ensemble: ScoreEnsemble, tests: [TargetTest]) throws -> Matrix {
    let store = ResponseStore(members: members, figures: tests.count)
    let filler = try ScoreFiller(ensemble, experiment: experiment)
    try ReplicateDealer(members: members, threads: threads).run(make: {
      ScoreWorker(
        model: try TileModel(experiment, members: Engine.defaultTileMembers), draws: draws, filler: filler,
        knownYears: ensemble.years, years: tests.map(\.years.upperBound).max() ?? 0, ensembleMembers: members,
        recorder: MarginRecorder(experiment, tests: tests, store: store)
      ) { _, _ in
      }
    })
    return store.matrix
  }

  /// Summarises every indicator and target of an ensemble to the horizon.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  func summarise(
    _ ensemble: ScoreEnsemble, plan: SummaryPlan? = nil, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> EnsembleSummary {
    let plan = try plan ?? SummaryPlan(experiment)
    let collected = CollectedCounts(plan, members: members)
    let filler = try ScoreFiller(ensemble, experiment: experiment)
    let dealer = ReplicateDealer(members: members, threads: threads)
    try dealer.run(
      make: {
        ScoreWorker(
          model: try TileModel(experiment, members: Engine.defaultTileMembers), draws: draws, filler: filler,
          knownYears: ensemble.years, years: experiment.years, ensembleMembers: members,
          recorder: SummaryRecorder(plan, tileMembers: Engine.defaultTileMembers, kept: collected.kept)
        ) { recorder, replicate in
          if let replicate {
            collected.take(&recorder.counts, replicate: replicate)
          } else {
            recorder.counts.deallocate()
          }
        }
      }, progress: progress)
    return collected.finish(experiment, threads: dealer.threads)
  }
}

/// A worker that runs members of an ensemble of scores.
private struct ScoreWorker<Recorder: TileRecorder>: ReplicateWorker {
  let model: TileModel
  let draws: EnsembleDraws
  let filler: ScoreFiller
  /// Years whose normals are the ensemble's.
  let knownYears: Int
  /// Years run.
  let years: Int
  let ensembleMembers: Int
  var recorder: Recorder
  /// Called with the replicate when one is done, and with nil at the end.
  let handOver: (inout Recorder, Int?) -> Void

  mutating func project(blocks: [Int]) {
    for tile in TileMembers.tiles(of: blocks, in: model.workspace, ensembleMembers: ensembleMembers) {
      filler.fillParameters(of: model.workspace, members: tile)
      model.begin()
      recorder.record(year: 0, of: model.workspace, members: tile)
      guard years > 0 else { continue }
      for t in 1...years {
        if t <= knownYears {
          filler.fillNormals(of: model.workspace, year: t, members: tile)
        } else {
          draws.fillNormals(of: model.workspace, year: t, blocks: tile.blocks)
        }
        model.step(t)
        recorder.record(year: t, of: model.workspace, members: tile)
      }
    }
  }

  mutating func finish(replicate: Int) { handOver(&recorder, replicate) }

  mutating func deallocate() { handOver(&recorder, nil) }
}
