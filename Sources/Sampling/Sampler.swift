/// The uniform draws of a run: a pure function of the seed, the name of a dimension, and the member.
///
/// Members come in blocks of 64 and the blocks in 16 replicates (see ``Replication``). Draws are u = (k + 1/2) 2^-52
/// with k a whole number of 52 bits, so strictly inside (0, 1). A draw does not depend on the other dimensions, on
/// their order, or on the number of members, except that a Latin hypercube depends on the number of members.
public struct Sampler: Sendable {
  /// How the members are spread over the unit cube.
  public let kind: SamplerKind
  /// Seed of every random bit.
  public let seed: UInt64
  /// Number of members of the run.
  public let members: Int
  /// The coordinates, in the order `uniforms` counts them.
  public let dimensions: [SampleDimension]

  private let points: Points

  /// The kinds of points; an enum and not an existential, so that a block is one direct call.
  private enum Points: Sendable {
    case sobol(ScrambledSobol)
    case latinHypercube(LatinHypercube)
    case random(RandomPoints)
  }

  /// Precomputes what the draws need.
  ///
  /// - Throws: `SamplerError` if the number of members is out of range, two dimensions share a name, or, for the Sobol'
  ///   sampler, a dimension is outside the table or two share one.
  public init(
    kind: SamplerKind, seed: UInt64, members: Int, dimensions: [SampleDimension]
  ) throws(SamplerError) {
    guard members >= 1, members < 1 << 32 else { throw .memberCount(members) }
    var names: Set<DrawName> = []
    for dimension in dimensions where !names.insert(dimension.name).inserted {
      throw .nameRepeated(dimension.name.description)
    }
    self.kind = kind
    self.seed = seed
    self.members = members
    self.dimensions = dimensions
    switch kind {
    case .sobol:
      // The first of `dimensions` that uses each row of the table.
      var users = [Int?](repeating: nil, count: SobolSequence.dimensions + 1)
      for (index, dimension) in dimensions.enumerated() {
        guard dimension.sobolDimension >= 1, dimension.sobolDimension <= SobolSequence.dimensions else {
          throw .sobolDimensionOutsideTable(
            name: dimension.name.description, dimension: dimension.sobolDimension)
        }
        if let other = users[dimension.sobolDimension] {
          throw .sobolDimensionRepeated(
            dimension: dimension.sobolDimension,
            names: [dimensions[other].name.description, dimension.name.description])
        }
        users[dimension.sobolDimension] = index
      }
      points = .sobol(ScrambledSobol(seed: seed, members: members, dimensions: dimensions))
    case .latinHypercube:
      points = .latinHypercube(LatinHypercube(seed: seed, members: members, dimensions: dimensions))
    case .random:
      points = .random(RandomPoints(seed: seed, dimensions: dimensions))
    }
  }

  /// Number of blocks that hold the members, the last perhaps in part.
  public var blocks: Int { Replication.blocks(members: members) }

  /// Writes the 64 draws of one dimension for the members of a block.
  ///
  /// In the last block, lanes beyond the last member hold numbers inside (0, 1) that mean nothing.
  ///
  /// - Parameters:
  ///   - block: 0 ..< `blocks`.
  ///   - dimension: index in `dimensions`, counted from 0.
  ///   - draws: room for 64 doubles, aligned to 64 bytes.
  public func uniforms(block: Int, dimension: Int, into draws: UnsafeMutablePointer<Double>) {
    precondition(block >= 0 && block < blocks, "block outside the run")
    precondition(dimension >= 0 && dimension < dimensions.count, "dimension outside the sample")
    switch points {
    case .sobol(let points): points.uniforms(block: block, dimension: dimension, into: draws)
    case .latinHypercube(let points): points.uniforms(block: block, dimension: dimension, into: draws)
    case .random(let points): points.uniforms(block: block, dimension: dimension, into: draws)
    }
  }

  /// The draws of one dimension, by member.
  ///
  /// - Parameter dimension: index in `dimensions`, counted from 0.
  public func uniforms(dimension: Int) -> [Double] {
    let size = Replication.blockMembers
    let room = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Double>.stride, alignment: 64)
    defer { room.deallocate() }
    let block = room.bindMemory(to: Double.self, capacity: size)
    var draws: [Double] = []
    draws.reserveCapacity(blocks * size)
    for index in 0..<blocks {
      uniforms(block: index, dimension: dimension, into: block)
      draws += UnsafeBufferPointer(start: block, count: size)
    }
    draws.removeLast(draws.count - members)
    return draws
  }
}
