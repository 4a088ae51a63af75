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

  /// Quantiles of the values.
  ///
  /// - Parameters:
  ///   - probabilities: in rising order.
  ///   - total: number of values counted, at least 1.
  ///   - bins: the edges.
  ///   - range: smallest and largest value.
  ///   - quantiles: where the results go, one a probability.
  func quantiles(
    _ probabilities: [Double], total: Int, bins: ValueBins, range: ClosedRange<Double>,
    into quantiles: UnsafeMutablePointer<Double>
  ) {
    var scan = Scan(histogram: self, start: bins.bin(of: range.lowerBound) - first)
    OrderStatistic.quantiles(probabilities, total: total, bins: bins, range: range, into: quantiles) {
      scan.find($0)
    }
  }

  /// A search for order statistics that goes on from where it stands.
  private struct Scan {
    let histogram: Histogram
    /// The first bin that may hold values, as all positions counted from the first bin covered.
    let start: Int
    var index: Int
    /// Values in the bins before `index`.
    var below = 0

    init(histogram: Histogram, start: Int) {
      self.histogram = histogram
      self.start = start
      index = start
    }

    /// The order statistic of a rank, from 0 for the smallest value.
    mutating func find(_ rank: Int) -> OrderStatistic {
      let counts = histogram.counts.baseAddress!
      // Ranks fall only where values are few.
      if rank < below { (below, index) = (0, start) }
      // Four groups at a time as far as possible, then one, then bin by bin.
      if below &+ Int(counts[index]) <= rank {
        skip(groups: 4, until: rank)
        skip(groups: 1, until: rank)
      }
      while below &+ Int(counts[index]) <= rank {
        below &+= Int(counts[index])
        index &+= 1
      }
      return OrderStatistic(bin: histogram.first &+ index, place: rank &- below, count: Int(counts[index]))
    }

    private mutating func skip(groups: Int, until rank: Int) {
      let width = groups * Group.scalarCount
      while index &+ width <= histogram.counts.count {
        let members = Int(Histogram.sum(histogram.counts.baseAddress! + index, groups: groups))
        if below &+ members > rank { break }
        below &+= members
        index &+= width
      }
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
