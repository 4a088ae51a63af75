/// SplitMix64, started from a seed and the number of an input: any one input can be made without those before it.
struct InputRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, input: Int) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ UInt64(truncatingIfNeeded: input) &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<2 { state = next() }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number below a bound.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of a list.
  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }

  /// One, half of the time; two, half of the rest; and on to six.
  mutating func few() -> Int { min(6, 1 + next().trailingZeroBitCount) }

  /// A count, mostly small, now and then near the largest.
  mutating func count(upTo largest: Int) -> Int {
    let bits = Int.bitWidth - max(1, largest).leadingZeroBitCount
    return min(largest, 1 + below(1 << below(bits + 1)))
  }
}
