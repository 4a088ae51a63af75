import Analysis
import ElementaryFunctions
import Testing

/// Values a slot may meet, as a function of a number from 0 to 1 and of the position; the magnitude where the first does
/// not tell it.
private let kinds: [(name: String, resolution: Double, magnitude: Double, value: @Sendable (Double, Int) -> Double)] = [
  ("a level", 0, 0, { u, _ in 90 + 30 * u * u }),
  ("a rate that changes sign", 1e-3, 0, { u, _ in 0.12 * u - 0.03 }),
  ("equal values", 1e-3, 0, { _, _ in 0.25 }),
  ("blocks of equal values", 1e-3, 0, { _, index in Double(index / 64 % 3) }),
  ("equal blocks among others", 1e-3, 0, { u, index in index / 64 % 2 == 0 ? 1 : u }),
  ("a drift that leaves the window of 16 bits", 1e-12, 1e6, { u, index in (1 + u) * (index < 700 ? 1e-9 : 1e6) }),
  ("too wide for 16 bits", 1e-12, 1e9, { u, index in index % 3 == 0 ? -1e9 * u : 1e9 * u }),
]

/// Values in blocks of 64, the last of which may not be whole.
func add(_ values: [Double], to slot: inout SeriesSlot) {
  var start = 0
  while start < values.count {
    let counted = min(64, values.count - start)
    let block = (0..<8).map { vector in
      Vector((0..<8).map { values[min(start + 8 * vector + $0, values.count - 1)] })
    }
    block.withUnsafeBufferPointer { slot.addBlock($0.baseAddress!, counted: counted) }
    start += counted
  }
}

@Suite struct SeriesSlotTests {
  /// Few members wait as a list, whose quantiles come from a tree, and many are counted in a histogram of their own, in 16
  /// bits and then in 32: what is taken over is the same, and so are the statistics of each part, bit for bit.
  @Test(
    arguments: kinds.indices,
    [
      [64, 64], [640, 625, 1_024], [1_025, 30, 700], [5_000, 100], [9_000, 8_192, 40], [70_000, 66_000, 9_000],
    ])
  func partsGiveWhatTheWholeGives(kind: Int, sizes: [Int]) throws {
    let (name, resolution, magnitude, value) = kinds[kind]
    func slot() -> SeriesSlot { SeriesSlot(pivot: value(0.5, 0), resolution: resolution, magnitude: magnitude) }
    let parts = sizes.map { size in
      (0..<size).map { value(Double(($0 &* 7_919 &+ size) % 9_973) / 9_973, $0) }
    }
    var tree = RankTree()
    var whole = slot()
    var worker = slot()
    var merged = slot()
    defer {
      whole.deallocate()
      worker.deallocate()
      merged.deallocate()
    }
    for part in parts {
      // The worker is used again for each part, as for each replicate.
      add(part, to: &worker)
      var row = [Double](repeating: 0, count: 6)
      row.withUnsafeMutableBufferPointer { whole.take(&worker, through: &tree, statistics: $0.baseAddress!) }
      var alone = slot()
      add(part, to: &alone)
      let found = alone.moments(through: &tree)
      let moments = try #require(found)
      #expect(row == [moments.mean] + moments.quantiles, "\(name), \(part.count)")
      merged.take(&alone)
      alone.deallocate()
    }
    var all = slot()
    for part in parts { add(part, to: &all) }
    let expected = all.moments(through: &tree)
    let (taken, joined) = (whole.moments(through: &tree), merged.moments(through: &tree))
    #expect(taken == expected, "\(name)")
    #expect(joined == expected, "\(name)")
    all.deallocate()
    let sorted = parts.joined().sorted()
    #expect(expected?.count == sorted.count && expected?.minimum == sorted.first && expected?.maximum == sorted.last)
    let quantiles = try #require(expected).quantiles
    for (p, quantile) in zip(SummaryPlan.probabilities, quantiles) {
      let place = p * Double(sorted.count - 1)
      let (low, high) = (sorted[Int(place)], sorted[min(Int(place) + 1, sorted.count - 1)])
      let exact = low + (place - place.rounded(.down)) * (high - low)
      #expect(abs(quantile - exact) <= 1e-3 * (abs(exact) + (high - low) + resolution), "\(name) p\(p)")
    }
  }

  @Test func anEmptyPartHasNoStatisticsAndAddsNothing() {
    var (whole, empty) = (SeriesSlot(pivot: 1, resolution: 0), SeriesSlot(pivot: 1, resolution: 0))
    var tree = RankTree()
    var row = [Double](repeating: 0, count: 6)
    row.withUnsafeMutableBufferPointer { whole.take(&empty, through: &tree, statistics: $0.baseAddress!) }
    #expect(row.allSatisfy { $0.isNaN })
    let moments = whole.moments(through: &tree)
    #expect(moments == nil)
  }

  /// Blocks of one value do not wait in the list: what comes after them may need more room than the list's next size.
  @Test func aCallOfManyBlocksFindsRoomForItsBins() throws {
    func vectors(_ blocks: Int, _ value: (Int) -> Double) -> [Vector] {
      (0..<blocks * 8).map { vector in Vector((0..<8).map { value(8 * vector + $0) }) }
    }
    let parts = [
      vectors(16) { _ in 1 }, vectors(1) { 1 + Double($0) / 640 }, vectors(16) { 2 - Double($0 % 97) / 970 },
    ]
    var (together, apart) = (SeriesSlot(pivot: 1, resolution: 0), SeriesSlot(pivot: 1, resolution: 0))
    defer {
      together.deallocate()
      apart.deallocate()
    }
    for part in parts {
      together.addBlocks(part, part.count / 8)
      for block in 0..<part.count / 8 { apart.addBlocks(Array(part[8 * block..<8 * block + 8]), 1) }
    }
    var tree = RankTree()
    let (one, other) = (together.moments(through: &tree), apart.moments(through: &tree))
    #expect(one == other && one?.count == 33 * 64)
  }

  @Test func aSeriesThatTheCentralMemberDoesNotHaveHasItsSpread() throws {
    var slot = SeriesSlot(pivot: 0, resolution: 0, magnitude: 1)
    defer { slot.deallocate() }
    for _ in 0..<16 { slot.addBlocks((0..<8).map { Vector(repeating: $0 < 4 ? 0 : 0.2) }, 1) }
    var tree = RankTree()
    let found = slot.moments(through: &tree)
    let moments = try #require(found)
    #expect(abs(moments.mean - 0.1) < 1e-15)
    #expect(abs(moments.standardDeviation - 0.1 * (1024.0 / 1023).squareRoot()) < 1e-13)
    #expect(!slot.hasNonFinite)
  }

  /// Squares of such values would not fit the sums: better no result than a wrong one.
  @Test func valuesTooFarFromTheirSeriesCountAsNotFinite() {
    for (value, isTooFar) in [(1e5, false), (1e10, true), (-1e30, true), (.infinity, true), (.nan, true)] {
      var slot = SeriesSlot(pivot: 1, resolution: 0)
      defer { slot.deallocate() }
      for _ in 0..<64 { slot.addBlocks((0..<8).map { Vector(repeating: $0 < 4 ? 1 : value) }, 1) }
      #expect(slot.hasNonFinite == isTooFar, "\(value)")
    }
  }

  /// What a slot is told may be as large as a double can be, or no number at all: it counts all the same.
  @Test(arguments: [0, 1, -1e150, 1e200, 0x1p1020, -.greatestFiniteMagnitude, .infinity, .nan])
  func extremeScalesAreCounted(pivot: Double) throws {
    var tree = RankTree()
    for resolution in [0, 1e-300, 1e150, 1e300, .greatestFiniteMagnitude, .infinity, .nan] {
      for magnitude in [0, 1e155, .greatestFiniteMagnitude, .infinity, .nan] {
        var (whole, part) = (
          SeriesSlot(pivot: pivot, resolution: resolution, magnitude: magnitude),
          SeriesSlot(pivot: pivot, resolution: resolution, magnitude: magnitude)
        )
        defer {
          whole.deallocate()
          part.deallocate()
        }
        let middle = pivot.isFinite ? pivot : 0
        let values = (0..<200).map { middle * (0.5 + Double($0) / 400) + Double($0) }
        add(values, to: &part)
        // Beside nothing or next to it they are too large to be summed.
        guard !part.hasNonFinite else {
          #expect(middle.magnitude <= 1 && !(magnitude > 1e-3) && !(resolution > 1e-3))
          continue
        }
        whole.take(&part)
        let found = whole.moments(through: &tree)
        let moments = try #require(found)
        let words: Comment = "\(pivot), \(resolution), \(magnitude)"
        #expect(moments.count == values.count, words)
        #expect(moments.minimum == values.min() && moments.maximum == values.max(), words)
        #expect(moments.standardDeviation.isFinite, words)
        #expect(moments.quantiles.allSatisfy { ($0 >= moments.minimum) && ($0 <= moments.maximum) }, words)
        guard pivot.isFinite, pivot != 0, resolution < pivot.magnitude, magnitude <= pivot.magnitude else { continue }
        #expect(moments.mean >= moments.minimum && moments.mean <= moments.maximum, words)
        #expect(moments.standardDeviation > 0.1 * pivot.magnitude, words)
      }
    }
  }

  @Test func lanesHaveALeastAndAGreatest() {
    for shift in 0..<8 {
      let x = Vector((0..<8).map { Double(($0 + shift) % 8) - 3.5 })
      let (least, greatest) = (leastLane(x), greatestLane(x))
      #expect(least == -3.5 && greatest == 3.5)
    }
  }
}
