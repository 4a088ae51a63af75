/// Counts of values by bin, over a range of bins that grows as values come.
///
/// Counts are integers: histograms merge exactly in any order.
struct Histogram {
  /// The first bin the counts cover.
  private(set) var first = 0
  /// The counts, one a bin.
  private(set) var counts: UnsafeMutableBufferPointer<UInt32> = .init(start: nil, count: 0)

  /// Bins kept free on both sides of what is asked for, at least, so that growth is rare.
  private static let margin = 128

  /// Counts that are added up at a time when a quantile is looked for.
  private typealias Group = SIMD16<UInt32>

  /// Makes a histogram that covers nothing.
  init() {}

  /// True when every bin of a range is covered.
  func covers(_ bins: ClosedRange<Int>) -> Bool {
    !counts.isEmpty && bins.lowerBound >= first && bins.upperBound < first + counts.count
  }

  /// Makes room for the bins of a range (which may be all covered already).
  mutating func cover(_ bins: ClosedRange<Int>) {
    if covers(bins) { return }
    let margin = Self.margin + bins.count / 8
    var low = bins.lowerBound - margin
    var high = bins.upperBound + margin
    if !counts.isEmpty {
      low = min(low, first)
      high = max(high, first + counts.count - 1)
    }
    let groups = (high - low) / Group.scalarCount + 1
    let grown = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: groups * Group.scalarCount)
    grown.initialize(repeating: 0)
    if !counts.isEmpty {
      grown.baseAddress!.advanced(by: first - low).update(from: counts.baseAddress!, count: counts.count)
    }
    counts.deallocate()
    counts = grown
    first = low
  }

  /// Adds values in a bin that is covered.
  @inline(__always)
  func increment(_ bin: Int, by count: UInt32 = 1) { counts[bin - first] &+= count }

  /// Takes over the counts of another histogram, all of which lie in a range of bins; the other one is empty afterwards.
  mutating func take(_ other: Histogram, bins: ClosedRange<Int>) {
    cover(bins)
    let mine = counts.baseAddress! + (bins.lowerBound - first)
    let more = other.counts.baseAddress! + (bins.lowerBound - other.first)
    for i in 0..<bins.count {
      mine[i] &+= more[i]
      more[i] = 0
    }
  }

  /// Frees the memory.
  mutating func deallocate() {
    counts.deallocate()
    counts = .init(start: nil, count: 0)
  }

  /// Adds the counts of a tree, whose bins are covered.
  func add(_ tree: RankTree) {
    assert(covers(tree.bins))
    let mine = UnsafeMutableRawPointer(counts.baseAddress! + (tree.bins.lowerBound - first))
    let more = tree.counts
    for number in 0..<more.count {
      let offset = number &* MemoryLayout<Group>.size
      let sum = mine.loadUnaligned(fromByteOffset: offset, as: Group.self) &+ Group(truncatingIfNeeded: more[number])
      mine.storeBytes(of: sum, toByteOffset: offset, as: Group.self)
    }
  }

  /// Quantiles by the definition of type 7 (Hyndman and Fan 1996): between two neighbouring order statistics, each of
  /// which is known to within its bin.
  ///
  /// - Parameters:
  ///   - probabilities: in rising order.
  ///   - total: number of values counted, at least 1.
  ///   - bins: the edges.
  ///   - range: smallest and largest value, which bound the result (and make a point mass at an end exact).
  ///   - quantiles: where the results go, one a probability.
  func quantiles(
    _ probabilities: [Double], total: Int, bins: ValueBins, range: ClosedRange<Double>,
    into quantiles: UnsafeMutablePointer<Double>
  ) {
    let end = counts.count
    let counts = counts.baseAddress!
    var below = 0
    var index = bins.bin(of: range.lowerBound) - first
    // The values of a bin are taken as spread evenly over it. `rank` counts from 0 and never falls between calls.
    func orderStatistic(_ rank: Int) -> Double {
      if rank <= 0 { return range.lowerBound }
      if rank >= total - 1 { return range.upperBound }
      // Four groups at a time as far as possible, then one, then bin by bin.
      if below &+ Int(counts[index]) <= rank {
        skip(groups: 4)
        skip(groups: 1)
      }
      while below &+ Int(counts[index]) <= rank {
        below &+= Int(counts[index])
        index &+= 1
      }
      let share = (Double(rank - below) + 0.5) / Double(counts[index])
      let low = bins.lowerEdge(first + index)
      let value = low + (bins.upperEdge(first + index) - low) * share
      return max(range.lowerBound, min(range.upperBound, value))

      func skip(groups: Int) {
        let width = groups * Group.scalarCount
        while index &+ width <= end {
          let members = Int(Self.sum(counts + index, groups: groups))
          if below &+ members > rank { break }
          below &+= members
          index &+= width
        }
      }
    }
    for (number, probability) in probabilities.enumerated() {
      let place = probability * Double(total - 1)
      let rank = Int(place)
      let value = orderStatistic(rank)
      // Looked up from a copy of the scan, so that the next probability may start at the same rank.
      let (savedBelow, savedIndex) = (below, index)
      let next = orderStatistic(min(rank + 1, total - 1))
      (below, index) = (savedBelow, savedIndex)
      quantiles[number] = value + (place - Double(rank)) * (next - value)
    }
  }

  /// The sum of the counts of some groups of bins.
  @inline(__always)
  private static func sum(_ counts: UnsafePointer<UInt32>, groups: Int) -> UInt32 {
    let start = UnsafeRawPointer(counts)
    var group = start.loadUnaligned(as: Group.self)
    for number in 1..<groups {
      group &+= start.loadUnaligned(fromByteOffset: number * MemoryLayout<Group>.size, as: Group.self)
    }
    let eight = group.lowHalf &+ group.highHalf
    let four = eight.lowHalf &+ eight.highHalf
    let two = four.lowHalf &+ four.highHalf
    return two[0] &+ two[1]
  }
}
