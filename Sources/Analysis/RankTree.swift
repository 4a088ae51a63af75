/// Counts by bin of the few values of a replicate, in which order statistics are found without a search bin by bin.
///
/// A tree over four: a word of its lowest level holds, in 16 bits each, the values in the first one, two, three and four
/// of four neighbouring bins, and a word of a level above the same sums over four words of the level below. A rank is
/// followed from the top by one comparison of a word a level, without a branch that depends on the values. Between two
/// uses all is zero, and what is used stays in the first-level cache.
package struct RankTree {
  /// Levels of the tree.
  private static let levels = 7
  /// Bins that it can hold.
  private static let capacity = 1 << (2 * levels)
  /// Words of all levels. A level begins half as far from the end as the one below it, which leaves it twice the room
  /// it needs.
  private static let words = capacity / 2

  private typealias Words = SIMD8<UInt64>
  /// Sums in a vector of words.
  private static let sums = 4 * Words.scalarCount
  /// One, and the highest bit, in each of the four sums of a word.
  private static let ones: UInt64 = 0x0001_0001_0001_0001
  private static let highest: UInt64 = 0x8000_8000_8000_8000

  private let memory: UnsafeMutablePointer<Words>
  /// The first bin in use.
  private var first = 0
  /// Bins in use, in whole vectors, and levels above them.
  private var bins = 0
  private var height = 0
  /// Values counted.
  private var total = 0

  /// Makes an empty tree.
  package init() {
    memory = .allocate(capacity: Self.words / Words.scalarCount)
    memory.initialize(repeating: .zero, count: Self.words / Words.scalarCount)
  }

  /// Frees the memory.
  package func deallocate() { memory.deallocate() }

  /// Whether the bins of a range find room.
  static func holds(_ bins: ClosedRange<Int>) -> Bool { bins.count <= capacity }

  /// The first word of a level.
  @inline(__always)
  private static func start(ofLevel level: Int) -> Int { words &- (words &>> level) }

  private func level(_ level: Int) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(memory) + Self.start(ofLevel: level) * MemoryLayout<UInt64>.size
  }

  /// Vectors of a level that are in use.
  private func vectors(ofLevel level: Int) -> Int { ((bins - 1) >> (2 * level)) / Self.sums + 1 }

  /// Counts what waits, all of it in a range of bins, which must find room; the tree must be empty.
  mutating func count(_ pending: PendingBins, bins range: ClosedRange<Int>) {
    first = range.lowerBound
    bins = (range.count + Self.sums - 1) / Self.sums * Self.sums
    total = pending.count
    height = max(1, (Int.bitWidth - (range.count - 1).leadingZeroBitCount + 1) / 2)
    pending.count(in: memory.withMemoryRebound(to: UInt16.self, capacity: Self.capacity) { $0 }, first: first)
  }

  /// Adds what was counted to a histogram, and no more: to be called before any quantile is asked for.
  func add(to histogram: inout Histogram) {
    histogram.cover(first...first + bins - 1)
    let groups = UnsafeRawPointer(memory).assumingMemoryBound(to: SIMD16<UInt16>.self)
    histogram.add(groups, groups: bins / SIMD16<UInt16>.scalarCount, from: first)
  }

  /// Makes counts into sums, level by level.
  private func sumUp() {
    for number in 0..<height {
      let words = level(number).assumingMemoryBound(to: Words.self)
      let above = level(number + 1).assumingMemoryBound(to: SIMD8<UInt16>.self)
      for vector in 0..<vectors(ofLevel: number) {
        var sums = words[vector]
        sums &+= sums &<< 16
        sums &+= sums &<< 32
        words[vector] = sums
        above[vector] = SIMD8<UInt16>(truncatingIfNeeded: sums &>> 48)
      }
    }
  }

  /// The order statistic of a rank, from 0 for the smallest value.
  @inline(__always)
  private func find(_ rank: Int) -> OrderStatistic {
    let words = UnsafeRawPointer(memory).assumingMemoryBound(to: UInt64.self)
    var left = UInt64(truncatingIfNeeded: rank)
    var node = 0
    var count: UInt64 = 0
    var number = height
    while number > 0 {
      number &-= 1
      let word = words[Self.start(ofLevel: number) &+ node]
      // The highest bit stays where a sum is not above the rank. The sum before the chosen one lies below it.
      let passed = ((left &* Self.ones) | Self.highest) &- word
      let child = (passed & Self.highest).nonzeroBitCount
      let shift = UInt64(truncatingIfNeeded: 16 &* child)
      let below = ((word &<< 16) &>> shift) & 0xFFFF
      count = ((word &>> shift) & 0xFFFF) &- below
      left &-= below
      node = 4 &* node &+ child
    }
    return OrderStatistic(
      bin: first &+ node, place: Int(truncatingIfNeeded: left), count: Int(truncatingIfNeeded: count))
  }

  /// Quantiles of the values; may be called once after values were counted.
  ///
  /// - Parameters:
  ///   - probabilities: in rising order.
  ///   - bins: the edges.
  ///   - range: smallest and largest value.
  ///   - quantiles: where the results go, one a probability.
  func quantiles(
    _ probabilities: [Double], of bins: ValueBins, range: ClosedRange<Double>,
    into quantiles: UnsafeMutablePointer<Double>
  ) {
    sumUp()
    OrderStatistic.quantiles(
      probabilities, total: total, bins: bins, range: range, into: quantiles, find: find)
  }

  /// Forgets all values.
  func clear() {
    for number in 0...height {
      level(number).assumingMemoryBound(to: Words.self).update(repeating: .zero, count: vectors(ofLevel: number))
    }
  }
}
