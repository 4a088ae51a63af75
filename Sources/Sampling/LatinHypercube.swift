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
    let stream = dimension &* Replication.replicates &+ replicate
    let first = UInt64(block / Replication.replicates) &* 64
    let target = UnsafeMutableRawPointer(draws)
    // The places are written where the draws will be. A kilobyte of work space is still taken from the stack.
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 64) { work in
      permutations[stream].writePlaces(
        ofElementsFrom: first, into: target.assumingMemoryBound(to: UInt64.self),
        work: work.baseAddress!.assumingMemoryBound(to: UInt64.self))
    }
    let n = Vector(repeating: Double(permutations[stream].count))
    for half in 0..<2 {
      // 128 bits a counter are the jitters of four members: of 32 with a vector of counters.
      let (low, high) = jitters[stream].bits(from: first / 4 &+ UInt64(half &* 8))
      let offset = half &* 256
      place(low & 0xffff_ffff, n, target + offset)
      place(low &>> 32, n, target + (offset &+ 64))
      place(high & 0xffff_ffff, n, target + (offset &+ 128))
      place(high &>> 32, n, target + (offset &+ 192))
    }
  }

  /// Replaces eight strata by draws in them, with 32 random bits each.
  @inline(__always)
  private func place(_ random: SIMD8<UInt64>, _ n: Vector, _ target: UnsafeMutableRawPointer) {
    let stratum = double(target.loadUnaligned(as: VectorBits.self))
    let position = stratum + multiplyAdd(double(random &>> 6), Vector(repeating: 0x1p-26), 0x1p-27)
    // Adding one leaves the nearest multiple of 2^-52 in the fraction bits; taking off half a step first makes it the
    // multiple below.
    let above = maximum(position / n + Vector(repeating: 1 - 0x1p-53), Vector(repeating: 1))
    // With many members the last draw of the last stratum is rounded to the end of the interval.
    let onGrid = minimum(above, Vector(repeating: 2 - 0x1p-52))
    target.storeBytes(of: uniform(fromBits: bits(of: onGrid) & 0x000f_ffff_ffff_ffff), as: Vector.self)
  }

  /// Whole numbers below 2^52 as doubles, by joining them to the bits of 2^52.
  @inline(__always)
  private func double(_ x: SIMD8<UInt64>) -> Vector {
    vector(fromBits: x | VectorBits(repeating: 0x4330_0000_0000_0000)) - Vector(repeating: 0x1p52)
  }
}
