import Sampling
import Testing

@Suite struct PhiloxTests {
  /// The known answers of the generator's authors (Random123, kat_vectors, philox4x32-10).
  @Test func knownAnswers() {
    struct Case {
      var low: UInt64
      var high: UInt64
      var key: UInt64
      var lowOut: UInt64
      var highOut: UInt64
    }
    let cases = [
      Case(low: 0, high: 0, key: 0, lowOut: 0xe169_c58d_6627_e8d5, highOut: 0x9b00_dbd8_bc57_ac4c),
      Case(
        low: .max, high: .max, key: .max, lowOut: 0x41c8_3b0e_408f_276d, highOut: 0x6d54_51fd_a20b_c7c6),
      Case(
        low: 0x85a3_08d3_243f_6a88, high: 0x0370_7344_1319_8a2e, key: 0x299f_31d0_a409_3822,
        lowOut: 0x94fd_cceb_d16c_fe09, highOut: 0x2412_6ea1_5001_e420),
    ]
    for known in cases {
      let bits = Philox(key: known.key).bits(
        low: SIMD8(repeating: known.low), high: SIMD8(repeating: known.high))
      #expect(bits.low == SIMD8(repeating: known.lowOut))
      #expect(bits.high == SIMD8(repeating: known.highOut))
    }
  }

  @Test func lanesAreIndependent() {
    let counters = SIMD8<UInt64>(0, 1, 2, 1 << 40, 77, .max, 12345, 6)
    let philox = Philox(key: 42)
    let together = philox.bits(low: counters, high: counters &* 3)
    for lane in 0..<8 {
      let alone = philox.bits(
        low: SIMD8(repeating: counters[lane]), high: SIMD8(repeating: counters[lane] &* 3))
      #expect(alone.low[0] == together.low[lane] && alone.high[0] == together.high[lane])
    }
  }
}
