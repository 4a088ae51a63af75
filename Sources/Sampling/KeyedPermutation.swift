// Goals, in order: (1) a permutation for every count and key; (2) close to uniform over the permutations; (3) eight
// elements at a time without a table.
//
// References: M. Luby and C. Rackoff, "How to construct pseudorandom permutations from pseudorandom functions", SIAM J.
// Comput. 17 (1988), for the rounds; J. Black and P. Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002, for
// cycle walking; A. Kensler, "Correlated multi-jittered sampling", Pixar Technical Memo 13-01 (2013), for the use. The
// key here is 512 random bits or more, where Kensler's is 32. Rounds of affine maps were tried first: six of them left
// neighbouring elements visibly dependent.

/// A pseudorandom permutation of 0 ..< count, computed element by element.
struct KeyedPermutation: Sendable {
  /// Number of elements.
  let count: UInt64
  private let lowMask: UInt64
  private let highMask: UInt64
  private let lowWidth: UInt64
  /// The key and the odd multiplier of each round, 32 bits each.
  private let rounds: [(key: UInt64, multiplier: UInt64)]

  /// The permutation of `count` elements, at most 2^32, drawn by the first bits of `stream`.
  init(count: Int, stream: KeyedStream) {
    self.count = UInt64(count)
    let width = count > 1 ? UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount) : 0
    lowWidth = (width + 1) / 2
    lowMask = (1 &<< lowWidth) &- 1
    highMask = (1 &<< (width - lowWidth)) &- 1
    // Halves of a few digits have few functions, and it takes more rounds to come near all permutations.
    rounds = stream.words(width < 12 ? 24 : 8).map { ($0 & 0xffff_ffff, ($0 &>> 32) | 1) }
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

  /// A Feistel network on the low and high half of the digits: each half in turn takes the exclusive or with a keyed
  /// function of the other.
  @inline(__always)
  private func round(_ elements: SIMD8<UInt64>) -> SIMD8<UInt64> {
    var low = elements & lowMask
    var high = elements &>> lowWidth
    for pair in 0..<rounds.count / 2 {
      high ^= mixed(low, rounds[2 &* pair]) & highMask
      low ^= mixed(high, rounds[2 &* pair &+ 1]) & lowMask
    }
    return (high &<< lowWidth) | low
  }

  /// The middle digits of a product of 32-bit factors, which depend on all digits of both.
  @inline(__always)
  private func mixed(_ half: SIMD8<UInt64>, _ round: (key: UInt64, multiplier: UInt64)) -> SIMD8<UInt64> {
    // Both factors are below 2^32, said with a mask so that one multiply instruction serves.
    let factor = (half ^ SIMD8<UInt64>(repeating: round.key)) & 0xffff_ffff
    return (factor &* SIMD8<UInt64>(repeating: round.multiplier & 0xffff_ffff)) &>> 24
  }
}
