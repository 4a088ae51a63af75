import ElementaryFunctions
import Projection

/// The model loop alone: one tile through all its years again and again, with its draws given in memory.
///
/// The parameters stay in the tile; the normals of each year are read where they are, as the draws of a sweep are. Nothing
/// is summarised.
public final class GivenDrawsLoop {
  /// The model.
  public let model: TileModel
  /// Members of the tile.
  public let members: Int
  private let years: Int
  private let normals: NormalStore

  /// Draws the members of the first blocks and keeps them.
  ///
  /// - Throws: what the engine throws.
  public init(_ experiment: Experiment, members: Int = Engine.defaultTileMembers) throws {
    self.members = members
    years = experiment.years
    model = try TileModel(experiment, members: members)
    let draws = try EnsembleDraws(experiment)
    let blocks = Array(0..<members / EnsembleDraws.blockMembers)[...]
    draws.fillParameters(of: model.workspace, blocks: blocks)
    normals = NormalStore(experiment, members: members)
    normals.fill(from: draws, years: years, blocks: blocks)
  }

  /// Runs the tile through all its years.
  public func run() {
    model.begin()
    for t in 1...years {
      model.workspace.normals = normals[year: t]
      model.step(t)
    }
  }

  /// The mean of nominal GDP in the last year over the members of the tile, by which the run is recognised.
  public func meanGDP() -> Double {
    let row = model.workspace.series[0..<1].numbers
    return (0..<members).reduce(0) { $0 + row[$1] } / Double(members)
  }
}
