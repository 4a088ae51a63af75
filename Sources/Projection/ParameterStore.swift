import ElementaryFunctions

/// A value of every uncertain parameter for the members of a tile, beside those in the workspace.
public final class ParameterStore {
  /// A row for each parameter.
  public let rows: TileRows

  /// Makes room for the parameters of an experiment.
  public init(_ experiment: Experiment, members: Int) {
    let count = experiment.district.parameters.count
    let vectors = members / Vector.scalarCount
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, count * members) * 8, alignment: 64)
    let start = memory.bindMemory(to: Vector.self, capacity: count * vectors)
    start.initialize(repeating: Vector(repeating: 0), count: count * vectors)
    rows = TileRows(base: start, count: count, vectors: vectors)
  }

  deinit { rows.base.deallocate() }

  /// Copies the row of a parameter into a tile.
  public func copy(_ parameter: Int, into workspace: TileWorkspace) {
    workspace.parameters[parameter].update(from: rows[parameter], count: rows.vectors)
  }
}
