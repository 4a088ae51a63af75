/// Runs the model over blocks of members, tile by tile: a tile goes through all its years before the next begins.
///
/// One engine belongs to one worker: it owns the tile's memory. Draws are shared.
public final class Engine {
  /// Members of a tile when the caller does not choose: measured best for the second-level cache.
  public static let defaultTileMembers = 256

  /// What a block of a whole run costs in tiles of one block, two, three and so on, over that in tiles of the default
  /// width: narrow tiles have more work besides their blocks, wide ones leave the second-level cache. Measured.
  private static let blockCosts = [1.17, 1.03, 1.01, 1, 1.015]

  /// Members of the widest tile that an ensemble is cut into.
  public static var widestTileMembers: Int { blockCosts.count * EnsembleDraws.blockMembers }

  /// Members of a tile for an ensemble whose replicates are projected one after the other: the width at which tiles that
  /// are not full cost least. Results do not depend on it.
  public static func tileMembers(ofEnsemble members: Int) -> Int {
    let share = EnsembleDraws.blockMembers * EnsembleDraws.replicates
    let blocks = (members + share - 1) / share
    func cost(_ width: Int) -> Double { Double((blocks + width - 1) / width * width) * blockCosts[width - 1] }
    return (1...blockCosts.count).min { cost($0) < cost($1) }! * EnsembleDraws.blockMembers
  }

  /// The model of this worker.
  public let model: TileModel
  private let draws: EnsembleDraws
  private let ensembleMembers: Int

  /// Makes an engine for one worker.
  ///
  /// - Parameters:
  ///   - experiment: what to run.
  ///   - draws: the draws, shared among the workers (and among scenarios that are compared).
  ///   - tileMembers: members of a tile, a multiple of 64. Results do not depend on it.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(
    _ experiment: Experiment, draws: EnsembleDraws, tileMembers: Int = Engine.defaultTileMembers
  ) throws {
    model = try TileModel(experiment, members: tileMembers)
    self.draws = draws
    ensembleMembers = experiment.scenario.ensemble.members
  }

  /// Projects the members of some blocks, in tiles, and hands each year of each tile to the recorder.
  public func project<Recorder: TileRecorder>(blocks: [Int], into recorder: inout Recorder) {
    for tile in TileMembers.tiles(of: blocks, in: model.workspace, ensembleMembers: ensembleMembers) {
      projectTile(tile, into: &recorder)
    }
  }

  /// One tile through all its years.
  private func projectTile<Recorder: TileRecorder>(_ members: TileMembers, into recorder: inout Recorder) {
    let workspace = model.workspace
    draws.fillParameters(of: workspace, blocks: members.blocks)
    model.begin()
    recorder.record(year: 0, of: workspace, members: members)
    for t in 1...model.experiment.years {
      draws.fillNormals(of: workspace, year: t, blocks: members.blocks)
      model.step(t)
      recorder.record(year: t, of: workspace, members: members)
    }
  }
}
