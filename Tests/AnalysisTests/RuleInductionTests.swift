import Analysis
import Testing

@Suite struct RuleInductionTests {
  /// Columns of uniform numbers from a fixed linear congruential generator (Knuth, MMIX).
  private static func uniforms(_ columns: Int, members: Int) -> [[Double]] {
    var state: UInt64 = 20_210_410
    return (0..<columns).map { _ in
      (0..<members).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) * 0x1p-53
      }
    }
  }

  /// Cases fill the box x0 < 0.4, x2 > 0.7 and occur nowhere else.
  private static let values = uniforms(4, members: 4_000)
  private static let isCase = (0..<4_000).map { values[0][$0] < 0.4 && values[2][$0] > 0.7 }

  @Test func findsABoxWhoseSidesAreKnown() throws {
    var induction = RuleInduction(values: Self.values, isCase: Self.isCase)
    let trajectory = induction.trajectory()
    // The first box that holds nothing but cases lies within the true one, and misses little of it.
    let pure = try #require(trajectory.first { $0.density == 1 })
    #expect(pure.upper[0] <= 0.4 && pure.lower[2] >= 0.7)
    #expect(pure.coverage > 0.85)
    #expect(Set(pure.restrictions.map(\.parameter)).isSuperset(of: [0, 2]))
    // A limit on which the density hangs cannot be a matter of chance.
    for restriction in pure.restrictions where [0, 2].contains(restriction.parameter) {
      #expect(restriction.quasiP < 1e-6)
    }
  }

  @Test func peelingLosesCoverageAndMassAndGainsDensityPastingGainsAllThree() {
    var induction = RuleInduction(values: Self.values, isCase: Self.isCase)
    let trajectory = induction.trajectory()
    #expect(trajectory.count > 20 && trajectory[0].phase == .start && trajectory[0].coverage == 1)
    for (before, after) in zip(trajectory, trajectory.dropFirst()) {
      #expect(after.density > before.density && after.mass >= 0.05)
      switch after.phase {
      case .peel: #expect(after.coverage <= before.coverage && after.mass < before.mass)
      case .paste: #expect(after.coverage >= before.coverage && after.mass > before.mass)
      default: Issue.record("a box of the phase \(after.phase)")
      }
    }
  }

  @Test func onlyTheOrderOfTheValuesMatters() {
    // Scales that grow with the values, each in its own way.
    let scaled = Self.values.enumerated().map { column, values in values.map { $0 * $0 * 100 + Double(column) } }
    var one = RuleInduction(values: Self.values, isCase: Self.isCase)
    var two = RuleInduction(values: scaled, isCase: Self.isCase)
    let (first, second) = (one.trajectory(), two.trajectory())
    #expect(first.count == second.count)
    for (a, b) in zip(first, second) {
      #expect(a.members == b.members && a.cases == b.cases && a.restrictions == b.restrictions)
    }
  }

  @Test func countsAreThoseOfTheMembersWithinTheLimits() {
    var induction = RuleInduction(values: Self.values, isCase: Self.isCase)
    for box in induction.trajectory() {
      let within = Self.isCase.indices.filter { box.contains(Self.values, member: $0) }
      #expect(within.count == box.members && within.count { Self.isCase[$0] } == box.cases)
    }
  }

  @Test func aSecondTrajectoryLeavesOutTheFirstBox() throws {
    // Two corners of cases, far apart.
    let isCase = Self.isCase.indices.map { Self.isCase[$0] || (Self.values[0][$0] > 0.8 && Self.values[1][$0] > 0.6) }
    var induction = RuleInduction(values: Self.values, isCase: isCase)
    let first = try #require(induction.trajectory().last)
    let second = induction.trajectory(without: first)
    #expect(second[0].members == Self.isCase.count - first.members)
    #expect(second[0].cases == isCase.count { $0 } - first.cases)
    #expect(try #require(second.last).density > 0.9)
  }

  @Test func binomialTailsOfTextbooks() {
    #expect(abs(BinomialTail.atLeast(8, of: 10, probability: 0.5) - 56.0 / 1024) < 1e-15)
    #expect(BinomialTail.atLeast(0, of: 10, probability: 0.3) == 1)
    #expect(BinomialTail.atLeast(5, of: 5, probability: 1) == 1)
    // All of a hundred: p^100, far below rounding of 1.
    #expect(abs(BinomialTail.atLeast(100, of: 100, probability: 0.1) / 1e-100 - 1) < 1e-12)
    // At least one: 1 - (1 - p)^n.
    #expect(abs(BinomialTail.atLeast(1, of: 3, probability: 0.2) - 0.488) < 1e-15)
  }

  @Test(arguments: [(3, 20, 0.1), (700, 2_000, 0.33), (1_999, 5_000, 0.4), (4_000, 5_000, 0.4)])
  func theTwoTailsOfABinomialAddUpToOne(k: Int, n: Int, p: Double) {
    let sum =
      BinomialTail.atLeast(k, of: n, probability: p) + BinomialTail.atLeast(n - k + 1, of: n, probability: 1 - p)
    #expect(abs(sum - 1) < 1e-12)
  }
}
