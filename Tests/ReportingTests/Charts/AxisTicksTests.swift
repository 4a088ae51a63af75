import Testing

import Reporting

/// A sequence that is the same in every run: the generator of Knuth's MMIX.
private struct Congruential: RandomNumberGenerator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 32)
  }
}

@Suite struct AxisTicksTests {
  @Test(
    arguments: [
      (0.0, 1.0, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]), (72, 118, 6, [70, 80, 90, 100, 110, 120]),
      (-4.2, 6.8, 5, [-5, 0, 5, 10]), (15_000, 37_450, 6, [15_000, 20_000, 25_000, 30_000, 35_000, 40_000]),
      (0.1, 0.35, 6, [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]),
      (-0.003, -0.001, 5, [-0.003, -0.0025, -0.002, -0.0015, -0.001]),
    ] as [(Double, Double, Int, [Double])])
  func ticksAreRoundNumbersThatEncloseTheRange(low: Double, high: Double, count: Int, expected: [Double]) {
    #expect(AxisTicks(covering: low...high, about: count).values == expected)
  }

  @Test func everyRangeIsEnclosedByAboutAsManyTicksAsWished() {
    var generator = Congruential()
    for _ in 0..<2000 {
      let size = Double.random(in: -12...12, using: &generator)
      let low = Double.random(in: -1...1, using: &generator) * Double("1e\(Int(size))")!
      let high = low + Double.random(in: 0.01...1, using: &generator) * Double("1e\(Int(size))")!
      let ticks = AxisTicks(covering: low...high, about: 6)
      let slack = (high - low) * 1e-8
      #expect(ticks.ends.lowerBound <= low + slack && ticks.ends.upperBound >= high - slack)
      #expect((4...10).contains(ticks.values.count), "\(low)...\(high): \(ticks.values)")
      let texts = ticks.values.map(ticks.text)
      #expect(Set(texts).count == texts.count, "two ticks of \(low)...\(high) have one text")
    }
  }

  @Test func aSinglePointGetsAnAxisAroundIt() {
    #expect(AxisTicks(covering: 5...5).ends.contains(5))
    #expect(AxisTicks(covering: 5...5).values.count > 1)
    #expect(AxisTicks(covering: 0...0).ends == 0...1)
  }

  @Test func textsHaveTheDigitsOfTheStepAndGroupedThousands() {
    let small = AxisTicks(covering: 0...1, about: 6)
    #expect(small.values.map(small.text) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    let large = AxisTicks(covering: 0...20_000, about: 3)
    #expect(large.values.map(large.text) == ["0", "10,000", "20,000"])
  }
}
