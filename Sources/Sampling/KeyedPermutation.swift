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

  /// Writes the places of the 64 elements `first` ..< `first + 64`.
  ///
  /// Elements from `count` on are given the place of the last one: a cycle that starts outside may never come in.
  ///
  /// - Parameters:
  ///   - first: the first element.
  ///   - places: room for 64 whole numbers.
  ///   - work: room for 128 whole numbers, aligned to 64 bytes.
  func writePlaces(
    ofElementsFrom first: UInt64, into places: UnsafeMutablePointer<UInt64>, work: UnsafeMutablePointer<UInt64>
  ) {
    // The rounds permute the next power of two; following an element's cycle until it comes back below the count
    // permutes the count (cycle walking). After each pass the elements still outside are moved together, so that few
    // lanes are idle and no branch depends on one element.
    let values = work
    let lanes = work + 64
    let last = SIMD8<UInt64>(repeating: count &- 1)
    for k in 0..<8 {
      let lane = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ UInt64(k &* 8)
      let element = lane &+ first
      store(element.replacing(with: last, where: element .> last), to: values + k &* 8)
      store(lane, to: lanes + k &* 8)
    }
    var outsiders = 64
    while outsiders > 0 {
      for start in stride(from: 0, to: outsiders, by: 8) {
        let target = values + start
        store(round(UnsafeRawPointer(target).load(as: SIMD8<UInt64>.self)), to: target)
      }
      var kept = 0
      for k in 0..<outsiders {
        let value = values[k]
        let lane = lanes[k]
        places[Int(truncatingIfNeeded: lane)] = value
        values[kept] = value
        lanes[kept] = lane
        // One if the value is outside, from the sign of the difference: a conditional would often be mispredicted.
        kept &+= Int(truncatingIfNeeded: 1 &- ((value &- count) &>> 63))
      }
      outsiders = kept
    }
  }

  @inline(__always)
  private func store(_ vector: SIMD8<UInt64>, to target: UnsafeMutablePointer<UInt64>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD8<UInt64>.self)
  }

  /// Six rounds, each an affine map modulo the power of two, which carries low bits upwards, and a shift that carries
  /// high bits downwards.
  @inline(__always)
  private func round(_ elements: SIMD8<UInt64>) -> SIMD8<UInt64> {
    // Both factors are below 2^32, said with a mask so that one multiply instruction serves.
    let low32 = SIMD8<UInt64>(repeating: 0xffff_ffff)
    var x = elements
    for r in 0..<Self.rounds {
      x = ((x & low32) &* SIMD8<UInt64>(repeating: multipliers[r] & 0xffff_ffff)) &+ addends[r]
      x &= mask
      x ^= x &>> shift
    }
    return x
  }
}
