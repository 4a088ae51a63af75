import Analysis
import ElementaryFunctions
import Sampling
import Testing

/// The definition, over values in memory: the error of the share below the quantile from its spread over the replicates,
/// carried over to the quantile.
private func woodruff(_ replicates: [[Double]], _ p: Double, quantile: (Double) -> Double) throws -> (
  low: Double, high: Double
) {
  let members = replicates.map(\.count)
  let total = Double(members.reduce(0, +))
  let middle = quantile(p)
  let shares = replicates.map { values in
    // Half of the values that equal the quantile lie below it.
    let (below, upTo) = (values.count { $0 < middle }, values.count { $0 <= middle })
    return values.isEmpty ? 0 : Double(below + upTo) / 2 / Double(values.count)
  }
  let spread = try #require(ReplicateSpread.standardError(shares, members: members))
  // Bins hold a few values each: the share is known to one or two of them.
  func error(_ s: Double) -> Double {
    let (lower, upper) = (max(0, p - 2 * s), min(1, p + 2 * s))
    return upper > lower ? s * (quantile(upper) - quantile(lower)) / (upper - lower) : 0
  }
  return (error(max(0, spread - 2 / total)), error(spread + 3 / total))
}

/// Series that a run may meet, as a function of a number from 0 to 1 and of the position in the replicate.
private let kinds: [(name: String, resolution: Double, magnitude: Double, value: @Sendable (Double, Int) -> Double)] = [
  ("a level", 0, 0, { u, _ in 90 + 30 * u * u }),
  ("a rate that changes sign", 1e-3, 0, { u, _ in 0.12 * u - 0.03 }),
  ("equal blocks among others", 1e-3, 0, { u, index in index / 64 % 2 == 0 ? 1 : u }),
  ("blocks of equal values", 1e-3, 0, { u, index in Double(index / 64 % 3) + (index % 64 == 5 && u > 0.5 ? 1 : 0) }),
  ("too wide for a tree", 1e-12, 1e6, { u, _ in u < 0.02 ? 1e-9 * u : 1e6 * u }),
  ("too wide for 16 bits", 1e-12, 1e9, { u, index in index % 3 == 0 ? -1e9 * u : 1e9 * u }),
]

@Suite struct KeptBinsTests {
  /// Whatever the form in which values waited: as lists, as counts, in a tree or in a histogram.
  @Test(arguments: kinds.indices, [256, 700, 3_000, 10_000])
  func quantilesAndErrorsAreThoseOfTheDefinition(kind: Int, members: Int) throws {
    let (name, resolution, magnitude, value) = kinds[kind]
    func slot() -> SeriesSlot { SeriesSlot(pivot: value(0.5, 0), resolution: resolution, magnitude: magnitude) }
    var state = UInt64(members)
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    let replicates = (0..<Replication.replicates).map { replicate in
      (0..<Replication.members(ofReplicate: replicate, of: members)).map { value(uniform(), $0) }
    }
    let kept = try #require(KeptBins(slots: 1, members: members))
    var (whole, worker, all) = ([slot()], [slot()], slot())
    defer {
      whole[0].deallocate()
      worker[0].deallocate()
      all.deallocate()
    }
    for (number, values) in replicates.enumerated() {
      // A worker may be given replicates without members.
      if !values.isEmpty { kept.lend(to: &worker, replicate: number) }
      add(values, to: &worker[0])
      add(values, to: &all)
      _ = whole.takeReplicate(&worker, number: number, keeping: kept)
    }
    let found = kept.quantiles(of: whole, members: replicates.map(\.count), threads: 2)[0]
    let quantiles = try #require(found)
    let errors = try #require(quantiles.errors)
    var tree = RankTree()
    let counted = all.moments(through: &tree)
    #expect(quantiles.quantiles == counted?.quantiles, "\(name)")
    let sorted = replicates.joined().sorted()
    func exact(_ p: Double) -> Double {
      let place = p * Double(sorted.count - 1)
      let (low, high) = (sorted[Int(place)], sorted[min(Int(place) + 1, sorted.count - 1)])
      return low + (place - place.rounded(.down)) * (high - low)
    }
    for (p, error) in zip(SummaryPlan.probabilities, errors) {
      let (low, high) = try woodruff(replicates, p, quantile: exact)
      let bin = 2e-3 * (abs(exact(p)) + resolution)
      #expect(error >= 0 && error >= low - bin && error <= high + bin, "\(name) p\(p): \(error), not \(low) to \(high)")
    }
  }

  @Test func aConstantSeriesHasNoError() throws {
    let kept = try #require(KeptBins(slots: 1, members: 320))
    var (whole, worker) = ([SeriesSlot(pivot: 3, resolution: 0)], [SeriesSlot(pivot: 3, resolution: 0)])
    for number in 0..<5 {
      kept.lend(to: &worker, replicate: number)
      add(Array(repeating: 3.25, count: 64), to: &worker[0])
      _ = whole.takeReplicate(&worker, number: number, keeping: kept)
    }
    func members(_ replicates: Int) -> [Int] { (0..<16).map { $0 < replicates ? 64 : 0 } }
    let found = try #require(kept.quantiles(of: whole, members: members(5), threads: 1)[0])
    #expect(found.quantiles == Array(repeating: 3.25, count: 5))
    #expect(found.errors == Array(repeating: 0, count: 5))
    #expect(kept.quantiles(of: whole, members: members(3), threads: 1)[0]?.errors == nil)
  }

  /// The median lies between two replicates, so that half of them lie below it: s = sqrt(16/15 x 1/4 / 16) = 0.129, and
  /// Q(0.5 + 2 s) - Q(0.5 - 2 s) = 12 - 3.
  @Test func replicatesOfOneValueEachCountAsManyAsTheyAre() throws {
    let kept = try #require(KeptBins(slots: 1, members: 1_024))
    func slot() -> SeriesSlot { SeriesSlot(pivot: 7.5, resolution: 1e-6) }
    var (whole, worker) = ([slot()], [slot()])
    for number in 0..<16 {
      kept.lend(to: &worker, replicate: number)
      add(Array(repeating: Double(number), count: 64), to: &worker[0])
      _ = whole.takeReplicate(&worker, number: number, keeping: kept)
    }
    let members = Array(repeating: 64, count: 16)
    let found = try #require(kept.quantiles(of: whole, members: members, threads: 1)[0])
    let errors = try #require(found.errors)
    #expect(abs(found.quantiles[2] - 7.5) < 0.01 && abs(errors[2] - 9.0 / 4) < 0.01)
  }

  @Test func manyMembersAreNotKept() {
    #expect(KeptBins(slots: 1, members: KeptBins.mostMembers) != nil)
    #expect(KeptBins(slots: 1, members: KeptBins.mostMembers + 1) == nil)
  }
}
