import ElementaryFunctions
import Projection

/// The model loop alone: one tile through all its years again and again, with its draws given in memory.
///
/// The parameters stay in the tile; the normals of each year are copied into it, 28 rows of the 100 or so that a step
/// writes anyway. Nothing is summarised.
public final class GivenDrawsLoop {
  /// The model.
  public let model: TileModel
  /// Members of the tile.
  public let members: Int
  private let years: Int
  private let normals: Rows
  private let rowsOfYear: Int

  /// Draws the members of the first blocks and keeps them.
  ///
  /// - Throws: what the engine throws.
  public init(_ experiment: Experiment, members: Int = Engine.defaultTileMembers) throws {
    self.members = members
    years = experiment.years
    model = try TileModel(experiment, members: members)
    let draws = try EnsembleDraws(experiment)
    let workspace = model.workspace
    let blocks = Array(0..<members / EnsembleDraws.blockMembers)[...]
    draws.fillParameters(of: workspace, blocks: blocks)
    rowsOfYear = experiment.district.shocks.count * members
    normals = Rows(experiment.years * experiment.district.shocks.count, members: members)
    for t in 1...years {
      draws.fillNormals(of: workspace, year: t, blocks: blocks)
      (normals.numbers + (t - 1) * rowsOfYear).update(from: workspace.normals.numbers, count: rowsOfYear)
    }
  }

  /// Runs the tile through all its years.
  public func run() {
    let vectors = rowsOfYear / Vector.scalarCount
    model.begin()
    for t in 1...years {
      model.workspace.normals.base.update(from: normals.vectors + (t - 1) * vectors, count: vectors)
      model.step(t)
    }
  }

  /// The mean of nominal GDP in the last year over the members of the tile, by which the run is recognised.
  public func meanGDP() -> Double {
    let row = model.workspace.series[0..<1].numbers
    return (0..<members).reduce(0) { $0 + row[$1] } / Double(members)
  }
}
