// Goals, in order: (1) exactly one draw of a replicate in each of its n strata; (2) draws depend on the number of
// members, the seed, the name and the member only; (3) no table of permutations.
//
// References: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979) 239-245; M. Stein, "Large sample
// properties of simulations using Latin hypercube sampling", Technometrics 29 (1987) 143-151.

import ElementaryFunctions

/// Sixteen independent Latin hypercubes, one a replicate, over the members each replicate holds.
///
/// u = (permutation(i) + jitter) / n for the i-th of the n members of a replicate. The jitter has 26 bits, so that
/// neither the division nor the rounding to (k + 1/2) 2^-52 can leave the stratum while n is below 2^25.
struct LatinHypercube: Sendable {
  private let permutations: [KeyedPermutation]
  private let jitters: [KeyedStream]
  private let counts: [Int]

  init(seed: UInt64, members: Int, dimensions: [SampleDimension]) {
    counts = (0..<Replication.replicates).map { Replication.members(ofReplicate: $0, of: members) }
    var permutations: [KeyedPermutation] = []
    var jitters: [KeyedStream] = []
    for dimension in dimensions {
      let key = dimension.name.key
      for (replicate, count) in counts.enumerated() {
        permutations.append(
          KeyedPermutation(
            count: max(count, 1),
            stream: KeyedStream(seed: seed, nameKey: key, purpose: .permutation, replicate: replicate)))
        jitters.append(KeyedStream(seed: seed, nameKey: key, purpose: .jitter, replicate: replicate))
      }
    }
    self.permutations = permutations
    self.jitters = jitters
  }

  func uniforms(block: Int, dimension: Int, into draws: UnsafeMutablePointer<Double>) {
    let replicate = block % Replication.replicates
    let permutation = permutations[dimension &* Replication.replicates &+ replicate]
    let jitter = jitters[dimension &* Replication.replicates &+ replicate]
    let first = UInt64(block / Replication.replicates) &* 64
    let vectors = UnsafeMutableRawPointer(draws)
    for half in 0..<2 {
      // 128 bits a counter are the jitters of four members: of 32 with a vector of counters.
      let (low, high) = jitter.bits(from: first / 4 &+ UInt64(half &* 8))
      let words = (low & 0xffff_ffff, low &>> 32, high & 0xffff_ffff, high &>> 32)
      let index = first &+ UInt64(half &* 32)
      store(permutation, words.0, index, vectors + half &* 256)
      store(permutation, words.1, index &+ 8, vectors + (half &* 256 &+ 64))
      store(permutation, words.2, index &+ 16, vectors + (half &* 256 &+ 128))
      store(permutation, words.3, index &+ 24, vectors + (half &* 256 &+ 192))
    }
  }

  @inline(__always)
  private func store(
    _ permutation: KeyedPermutation, _ random: SIMD8<UInt64>, _ first: UInt64, _ target: UnsafeMutableRawPointer
  ) {
    let last = SIMD8<UInt64>(repeating: permutation.count &- 1)
    let index = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ first
    // Lanes beyond the last member hold the last one: cycle walking must start inside.
    let places = permutation.places(index.replacing(with: last, where: index .> last))
    let position = double(places) + double(random &>> 6) * Vector(repeating: 0x1p-26) + Vector(repeating: 0x1p-27)
    let u = position / Vector(repeating: Double(permutation.count))
    // Adding one leaves the nearest multiple of 2^-52 in the fraction bits; taking off half a step first makes it the
    // multiple below.
    let onGrid = u + Vector(repeating: 1 - 0x1p-53)
    let bits = bits(of: maximum(onGrid, Vector(repeating: 1))) & 0x000f_ffff_ffff_ffff
    target.storeBytes(of: uniform(fromBits: bits), as: Vector.self)
  }

  /// Whole numbers below 2^52 as doubles, by joining them to the bits of 2^52.
  @inline(__always)
  private func double(_ x: SIMD8<UInt64>) -> Vector {
    vector(fromBits: x | VectorBits(repeating: 0x4330_0000_0000_0000)) - Vector(repeating: 0x1p52)
  }
}
