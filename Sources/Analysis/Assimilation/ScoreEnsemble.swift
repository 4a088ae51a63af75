import District
import ElementaryFunctions
import Foundation
import LinearAlgebra
import Projection
import Sampling

/// What one column of an ensemble of scores stands for.
public enum ScoreVariable: Sendable, Hashable {
  /// An uncertain parameter, by its position in the district.
  case parameter(Int)
  /// The independent normal behind a shock, by its position, in year t = 1, 2, ...
  case shock(Int, year: Int)
}

/// The uncertain quantities of every member as standard normal scores: z = Phi^-1(F(x)) of the parameters, and the
/// independent normals of the shocks of the first years.
///
/// In scores every prior is a standard normal and no bound exists: whatever an update does to them, F^-1(Phi(z)) lies
/// within the bounds of the parameter.
public struct ScoreEnsemble: Sendable {
  /// What the columns stand for: all parameters that are not fixed, then the shocks year by year.
  public let variables: [ScoreVariable]
  /// Members by variables.
  public var scores: Matrix
  /// The last year t whose shocks are among the variables; later ones are as drawn.
  public let years: Int

  /// The scores of an experiment as drawn.
  ///
  /// - Parameters:
  ///   - experiment: whose draws.
  ///   - draws: its draws.
  ///   - years: years whose shocks are included.
  public init(_ experiment: Experiment, draws: EnsembleDraws, years: Int) {
    self.years = years
    let members = experiment.scenario.ensemble.members
    let shocks = experiment.district.shocks.count
    let parameters = experiment.scenario.parameters.indices.filter { index in
      if case .fixed = experiment.scenario.parameters[index] { false } else { true }
    }
    let variables =
      parameters.map { ScoreVariable.parameter($0) }
      + (0..<years).flatMap { t in (0..<shocks).map { ScoreVariable.shock($0, year: t + 1) } }
    var scores = Matrix(rows: members, columns: variables.count)
    let tile = TileWorkspace(experiment, members: Engine.defaultTileMembers)
    let perTile = tile.members / EnsembleDraws.blockMembers
    let blocks = Array(0..<Replication.blocks(members: members))
    scores.columnMajor.withUnsafeMutableBufferPointer { target in
      for first in stride(from: 0, to: blocks.count, by: perTile) {
        let part = blocks[first..<min(first + perTile, blocks.count)]
        let start = first * EnsembleDraws.blockMembers
        let count = min(part.count * EnsembleDraws.blockMembers, members - start)
        func keep(_ rows: TileRows, _ row: Int, column: Int) {
          let source = rows[row..<row + 1].numbers
          (target.baseAddress! + column * members + start).update(from: source, count: count)
        }
        draws.fillScores(tile.parameters, blocks: part)
        for (column, parameter) in parameters.enumerated() { keep(tile.parameters, parameter, column: column) }
        for t in 0..<years {
          draws.fillNormals(of: tile, year: t + 1, blocks: part)
          for shock in 0..<shocks { keep(tile.normals, shock, column: parameters.count + t * shocks + shock) }
        }
      }
    }
    self.variables = variables
    self.scores = scores
  }

  /// Members.
  public var members: Int { scores.rows }

  /// The scores of one variable.
  public func column(_ index: Int) -> ArraySlice<Double> {
    scores.columnMajor[index * members..<(index + 1) * members]
  }
}

/// Puts the members of an ensemble of scores into tiles.
struct ScoreFiller: Sendable {
  private let ensemble: ScoreEnsemble
  private let quantiles: [QuantileTable]
  private let parameterColumns: [Int?]
  private let firstShock: Int

  /// - Throws: `DistributionError`, which a checked scenario excludes.
  init(_ ensemble: ScoreEnsemble, experiment: Experiment) throws {
    self.ensemble = ensemble
    quantiles = try experiment.scenario.parameters.map { try QuantileTable($0) }
    var columns = [Int?](repeating: nil, count: quantiles.count)
    var last = 0
    for (column, variable) in ensemble.variables.enumerated() {
      guard case .parameter(let parameter) = variable else { break }
      columns[parameter] = column
      last = column + 1
    }
    parameterColumns = columns
    firstShock = last
  }

  /// The parameters of the members of a tile: F^-1(Phi(z)).
  func fillParameters(of workspace: TileWorkspace, members tile: TileMembers) {
    for parameter in quantiles.indices {
      let row = workspace.parameters[parameter..<parameter + 1].numbers
      row.update(repeating: 0.5, count: workspace.members)
      if let column = parameterColumns[parameter] {
        copy(column, to: row, members: tile) { Self.probability($0) }
      }
      quantiles[parameter].apply(row, count: workspace.members)
    }
  }

  /// The normals of year t of the members of a tile.
  func fillNormals(of workspace: TileWorkspace, year t: Int, members tile: TileMembers) {
    for shock in 0..<workspace.normals.count {
      let row = workspace.normals[shock..<shock + 1].numbers
      row.update(repeating: 0, count: workspace.members)
      copy(firstShock + (t - 1) * workspace.normals.count + shock, to: row, members: tile) { $0 }
    }
  }

  private func copy(
    _ column: Int, to row: UnsafeMutablePointer<Double>, members tile: TileMembers, _ change: (Double) -> Double
  ) {
    ensemble.scores.columnMajor.withUnsafeBufferPointer { scores in
      for (place, block) in tile.blocks.enumerated() {
        let source = column * ensemble.members + block * EnsembleDraws.blockMembers
        for lane in 0..<tile.membersCounted(inBlock: block) {
          row[place * EnsembleDraws.blockMembers + lane] = change(scores[source + lane])
        }
      }
    }
  }

  /// Phi(z), strictly inside (0, 1).
  static func probability(_ z: Double) -> Double {
    min(max(0.5 * erfc(-z * 0.5.squareRoot()), 1e-300), 1 - 0x1p-53)
  }
}
