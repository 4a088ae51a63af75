// Goals, in order: (1) the published generator, bit for bit; (2) statistical quality that no use here can exhaust;
// (3) speed in vector registers.
//
// Reference: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
// SC'11 (2011). Philox4x32 with ten rounds passes all of TestU01's BigCrush from every stream tried there; seven
// rounds already do.

/// Philox4x32-10: a keyed bijection from a 128-bit counter to 128 random bits, eight counters at once.
///
/// There is no state: the random bits of a counter can be asked for in any order and from any thread.
public struct Philox: Sendable {
  private typealias Words = SIMD8<UInt64>

  /// The 64-bit key.
  public let key: UInt64

  /// The generator with this key.
  public init(key: UInt64) {
    self.key = key
  }

  /// The 128 random bits of eight counters, as a low and a high word of 64 bits each.
  ///
  /// - Parameters:
  ///   - low: bits 0 to 63 of the counters.
  ///   - high: bits 64 to 127 of the counters.
  @inline(__always)
  public func bits(low: SIMD8<UInt64>, high: SIMD8<UInt64>) -> (low: SIMD8<UInt64>, high: SIMD8<UInt64>) {
    // Each vector holds one 32-bit word of the eight counters in the low half of its lanes. The high halves fill with
    // the rest of the products, which the multiplication of the next round does not read.
    let mask = Words(repeating: 0xffff_ffff)
    var c0 = low & mask
    var c1 = low &>> 32
    var c2 = high & mask
    var c3 = high &>> 32
    var k0 = UInt32(truncatingIfNeeded: key)
    var k1 = UInt32(truncatingIfNeeded: key &>> 32)
    for _ in 0..<10 {
      let product0 = (c0 & mask) &* Words(repeating: 0xd251_1f53)
      let product1 = (c2 & mask) &* Words(repeating: 0xcd9e_8d57)
      c0 = (product1 &>> 32) ^ c1 ^ Words(repeating: UInt64(k0))
      c2 = (product0 &>> 32) ^ c3 ^ Words(repeating: UInt64(k1))
      c1 = product1
      c3 = product0
      k0 &+= 0x9e37_79b9
      k1 &+= 0xbb67_ae85
    }
    return ((c0 & mask) | (c1 &<< 32), (c2 & mask) | (c3 &<< 32))
  }
}
