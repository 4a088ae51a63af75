import Projection

/// The draws alone: parameters and yearly normals of one tile after another.
public final class SamplingLoop {
  private let draws: EnsembleDraws
  private let workspace: TileWorkspace
  private let years: Int
  private let blocks: Int
  private var next = 0
  private var tile: [Int]

  /// Prepares the draws of an experiment.
  ///
  /// - Throws: what the sampler throws.
  public init(_ experiment: Experiment, members: Int = Engine.defaultTileMembers) throws {
    draws = try EnsembleDraws(experiment)
    workspace = TileWorkspace(experiment, members: members)
    years = experiment.years
    blocks = experiment.scenario.ensemble.members / EnsembleDraws.blockMembers
    tile = Array(0..<members / EnsembleDraws.blockMembers)
  }

  /// Draws the next tile.
  public func run() {
    for place in tile.indices {
      // A tile of the engine holds every sixteenth block, all of one replicate.
      tile[place] = (next + place * EnsembleDraws.replicates) % blocks
    }
    next += 1
    draws.fillParameters(of: workspace, blocks: tile[...])
    for t in 1...years { draws.fillNormals(of: workspace, year: t, blocks: tile[...]) }
  }
}
