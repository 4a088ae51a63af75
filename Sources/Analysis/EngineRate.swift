import District
import Foundation
import Projection
import Scenarios

/// How fast this build runs on this machine: the short form of the benchmarks.
public struct EngineRate: Sendable {
  /// Trajectories (members through all years) a second of one thread: the model alone, draws given.
  public let model: Double
  /// Members a second of one thread: all parameters and shocks through their quantiles.
  public let sampling: Double
  /// Members a second of the whole run, every indicator summarised, on the threads asked for.
  public let run: Double
  /// Threads of the whole run.
  public let threads: Int

  /// Measures a scenario.
  ///
  /// - Parameters:
  ///   - scenario: what to run.
  ///   - seconds: about how long each part may take.
  ///   - threads: workers of the whole run; nil for one a core.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(_ scenario: ResolvedScenario, seconds: Double = 0.5, threads: Int? = nil) throws {
    let experiment = Experiment(scenario)
    let members = Engine.defaultTileMembers
    let model = try TileModel(experiment, members: members)
    let draws = try EnsembleDraws(experiment)
    let blocks = Array(0..<members / EnsembleDraws.blockMembers)[...]
    draws.fillParameters(of: model.workspace, blocks: blocks)
    draws.fillNormals(of: model.workspace, year: 1, blocks: blocks)
    self.model = Self.rate(seconds: seconds, members: members) {
      model.begin()
      for t in 1...experiment.years { model.step(t) }
    }
    sampling = Self.rate(seconds: seconds, members: members) {
      draws.fillParameters(of: model.workspace, blocks: blocks)
      for t in 1...experiment.years { draws.fillNormals(of: model.workspace, year: t, blocks: blocks) }
    }
    var large = scenario
    large.ensemble.members = max(20_000, Int(seconds * 400_000))
    let run = try EnsembleRun(Experiment(large), threads: threads)
    let start = Self.now()
    _ = try run.summarise()
    self.run = Double(large.ensemble.members) / (Self.now() - start)
    self.threads = run.threads
  }

  /// Members a second of a piece of work on one tile: the best of rounds of equal length.
  private static func rate(seconds: Double, members: Int, _ work: () -> Void) -> Double {
    work()
    let start = now()
    var rounds = 0
    var best = Double.infinity
    while now() - start < seconds || rounds < 3 {
      let before = now()
      for _ in 0..<64 { work() }
      best = min(best, now() - before)
      rounds += 1
    }
    return Double(64 * members) / best
  }

  private static func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }
}
