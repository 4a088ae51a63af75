// Goals, in order: (1) a permutation for every count and key; (2) close to uniform over the permutations; (3) eight
// elements at a time without a table.
//
// References: J. Black and P. Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002, for cycle walking;
// A. Kensler, "Correlated multi-jittered sampling", Pixar Technical Memo 13-01 (2013), for the use. The rounds here
// are affine maps with random coefficients, not Kensler's fixed hash, so that the key is 12 random words, not 32 bits.

/// A pseudorandom permutation of 0 ..< count, computed element by element.
struct KeyedPermutation: Sendable {
  private static let rounds = 6

  /// Number of elements.
  let count: UInt64
  private let mask: UInt64
  private let shift: UInt64
  private let multipliers: SIMD8<UInt64>
  private let addends: SIMD8<UInt64>

  /// The permutation of `count` elements, at most 2^32, drawn by the first bits of `stream`.
  init(count: Int, stream: KeyedStream) {
    self.count = UInt64(count)
    let width = count > 1 ? UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount) : 0
    mask = (1 &<< width) &- 1
    shift = (width + 1) / 2
    let (low, high) = stream.bits(from: 0)
    multipliers = (low | 1) & mask
    addends = high & mask
  }

  /// The places of eight elements, each below `count`.
  @inline(__always)
  func places(_ elements: SIMD8<UInt64>) -> SIMD8<UInt64> {
    var places = round(elements)
    // The rounds permute the next power of two; following the cycle until it comes back below the count permutes the
    // count (cycle walking).
    var outside = places .>= count
    while any(outside) {
      places.replace(with: round(places), where: outside)
      outside = places .>= count
    }
    return places
  }

  /// Six rounds, each an affine map modulo the power of two, which carries low bits upwards, and a shift that carries
  /// high bits downwards.
  @inline(__always)
  private func round(_ elements: SIMD8<UInt64>) -> SIMD8<UInt64> {
    let low32 = SIMD8<UInt64>(repeating: 0xffff_ffff)
    var x = elements
    for r in 0..<Self.rounds {
      // Both factors are below 2^32, said with a mask so that one multiply instruction serves.
      x = ((x & low32) &* SIMD8<UInt64>(repeating: multipliers[r] & 0xffff_ffff)) &+ addends[r]
      x &= mask
      x ^= x &>> shift
    }
    return x
  }
}
