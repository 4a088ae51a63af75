import Analysis
import Testing

@Test func fixedPointSumIsTheSameInAnyOrderAndGrouping() {
  let terms: [Double] = (0..<10_000).map { index in
    let spread = Double((index &* 7_919) % 10_007) * 1e-3
    return spread - 5 + 1 / Double(index + 3)
  }
  var forward = FixedPointSum()
  for term in terms { forward.add(term) }
  var backward = FixedPointSum()
  for term in terms.reversed() { backward.add(term) }
  var halves = FixedPointSum()
  for part in [terms[..<3_333], terms[3_333...]] {
    var sum = FixedPointSum()
    for term in part { sum.add(term) }
    halves.merge(sum)
  }
  #expect(forward == backward)
  #expect(forward == halves)
  let exact = terms.reduce(into: (0.0, 0.0)) { sum, term in
    // Neumaier's compensated sum as the reference.
    let t = sum.0 + term
    sum.1 += abs(sum.0) >= abs(term) ? (sum.0 - t) + term : (term - t) + sum.0
    sum.0 = t
  }
  #expect(abs(forward.value - (exact.0 + exact.1)) < 1e-12)
}

/// Sums of the largest terms of many members lie beyond 64 bits of units of 16 scales.
@Test(arguments: [0x1p63, 0x1p66, 0x1p69, -0x1p66, 0x1.8p67, -0x1.0000_0001p68])
func fixedPointSumsBeyond64BitsHaveTheirValue(sum: Double) {
  #expect(FixedPointSum(units: Int128(sum) << 56).value == sum)
}
