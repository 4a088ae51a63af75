import District
import LinearAlgebra
import Projection
import Sampling

/// Errors of observations for every member: independent normals keyed by the figure, so that adding a figure or a round
/// leaves the others as they were.
enum ObservationPerturbations {
  /// Members by figures, each with the standard deviation of its figure.
  ///
  /// - Parameter use: what the errors are for, for example `round 2`; part of the key.
  /// - Throws: `SamplerError` when there are too many members.
  static func draw(_ figures: [Observation], members: Int, seed: UInt64, use: String) throws -> Matrix {
    var seen: [String: Int] = [:]
    let names = figures.map { figure in
      let count = seen[figure.key, default: 0]
      seen[figure.key] = count + 1
      return DrawName("observation \(figure.key) \(count), \(use)")
    }
    let sampler = try Sampler(
      kind: .random, seed: seed, members: members,
      dimensions: names.enumerated().map { SampleDimension(name: $1, sobolDimension: $0 + 1) })
    let normal = try QuantileTable(.normal(mean: 0, standardDeviation: 1))
    let room = sampler.blocks * Replication.blockMembers
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, room) * 8, alignment: 64)
    defer { memory.deallocate() }
    let numbers = memory.bindMemory(to: Double.self, capacity: room)
    var matrix = Matrix(rows: members, columns: figures.count)
    for (column, figure) in figures.enumerated() {
      for block in 0..<sampler.blocks {
        sampler.uniforms(block: block, dimension: column, into: numbers + block * Replication.blockMembers)
      }
      normal.apply(numbers, count: room)
      for member in 0..<members { matrix.columnMajor[column * members + member] = figure.error * numbers[member] }
    }
    return matrix
  }
}
