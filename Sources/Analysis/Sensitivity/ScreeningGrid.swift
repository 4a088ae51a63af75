import ElementaryFunctions
import Projection

/// The grid of a Morris screening: base points on eight levels of cumulative probability, from which one parameter at a
/// time moves by half of the range.
///
/// Levels lie at 1/16, 3/16, ..., 15/16, so that no distribution is asked for an infinite end; four of them are half
/// the range, and a move goes up from the lower and down from the upper half, which keeps all levels equally likely.
/// The base point of a member is the cell its draw lies in.
final class ScreeningGrid {
  private static let levels = 8
  private static let move = 0.5
  private let parameters: [Int]
  /// Quantiles by parameter and level.
  private let quantiles: [[Double]]
  private let uniforms: ParameterStore
  private let base: ParameterStore
  private let moved: ParameterStore
  private let directions: ParameterStore

  init(_ experiment: Experiment, parameters list: [SensitivityInput], members: Int) {
    parameters = list.map { $0.parameters[0] }
    quantiles = experiment.scenario.parameters.map { distribution in
      (0..<Self.levels).map { distribution.quantile((Double($0) + 0.5) / Double(Self.levels)) }
    }
    uniforms = ParameterStore(experiment, members: members)
    base = ParameterStore(experiment, members: members)
    moved = ParameterStore(experiment, members: members)
    directions = ParameterStore(experiment, members: members)
  }

  /// Takes the base points and moves of the members of some blocks.
  func draw(from draws: EnsembleDraws, blocks: ArraySlice<Int>) {
    draws.fillUniforms(uniforms.rows, blocks: blocks)
    let half = Self.levels / 2
    let members = uniforms.rows.vectors * Vector.scalarCount
    for parameter in quantiles.indices {
      let start = parameter * members
      for member in start..<start + members {
        let level = max(0, min(Self.levels - 1, Int(uniforms.rows.numbers[member] * Double(Self.levels))))
        let other = (level + half) % Self.levels
        base.rows.numbers[member] = quantiles[parameter][level]
        moved.rows.numbers[member] = quantiles[parameter][other]
        directions.rows.numbers[member] = (other > level ? 1 : -1) / Self.move
      }
    }
  }

  /// Writes the base points into a tile.
  func setBase(_ workspace: TileWorkspace) {
    for parameter in quantiles.indices { base.copy(parameter, into: workspace) }
  }

  /// Moves one parameter, by its position in the list.
  func move(_ position: Int, in workspace: TileWorkspace) { moved.copy(parameters[position], into: workspace) }

  /// Moves it back.
  func moveBack(_ position: Int, in workspace: TileWorkspace) { base.copy(parameters[position], into: workspace) }

  /// By member, what turns a change of the outcome into an elementary effect: 1 over the signed move.
  func direction(_ position: Int) -> UnsafePointer<Vector> { UnsafePointer(directions.rows[parameters[position]]) }
}
