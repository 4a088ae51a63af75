import ElementaryFunctions

/// The normals of a tile for all its years, so that several scenarios can be run on one drawing.
public final class NormalStore {
  private let rows: TileRows
  private let shocks: Int

  /// Makes room for the shocks of an experiment.
  public init(_ experiment: Experiment, members: Int) {
    shocks = experiment.district.shocks.count
    let vectors = members / Vector.scalarCount
    let count = shocks * experiment.years
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * members * 8, alignment: 64)
    let start = memory.bindMemory(to: Vector.self, capacity: count * vectors)
    start.initialize(repeating: Vector(repeating: 0), count: count * vectors)
    rows = TileRows(base: start, count: count, vectors: vectors)
  }

  deinit { rows.base.deallocate() }

  /// The rows of year t = 1, 2, ...
  public subscript(year t: Int) -> TileRows { rows[(t - 1) * shocks..<t * shocks] }

  /// Draws all years of the members of some blocks.
  public func fill(from draws: EnsembleDraws, years: Int, blocks: ArraySlice<Int>) {
    for t in 1...years { draws.fillNormals(self[year: t], year: t, blocks: blocks) }
  }
}
