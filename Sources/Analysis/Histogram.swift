import ElementaryFunctions

/// Counts of values by bin, over a range of bins that grows as values come.
///
/// Counts are integers: histograms merge exactly in any order. They have 16 bits as long as those suffice, which halves what
/// counting fetches from beyond the second-level cache; from time to time the 16-bit counts of many values are added to
/// counts of 32 bits.
struct Histogram {
  /// The first bin the counts cover, and how many they cover.
  private var first = 0
  private var room = 0
  /// Counts of the newest values, one a bin.
  private var few: UnsafeMutablePointer<UInt16>?
  /// Counts of all other values, one a bin; nil when there are none.
  private var many: UnsafeMutablePointer<UInt32>?
  /// Values counted in 16 bits, all of which may lie in one bin.
  private var fewValues = 0

  /// Values that 16 bits can count.
  private static let most = Int(UInt16.max)
  /// Bins kept free on both sides of what is asked for, at least, so that growth is rare.
  private static let margin = 128
  /// Bins a cache line holds.
  private static let line = 64 / MemoryLayout<UInt16>.size

  /// Makes a histogram that covers nothing.
  init() {}

  /// True when every bin of a range is covered.
  private func covers(_ bins: ClosedRange<Int>) -> Bool {
    bins.lowerBound >= first && bins.upperBound < first + room
  }

  /// Makes room for the bins of a range (which may be all covered already).
  mutating func cover(_ bins: ClosedRange<Int>) {
    if covers(bins) { return }
    let margin = Self.margin + bins.count / 8
    var low = bins.lowerBound - margin
    var high = bins.upperBound + margin
    if room > 0 {
      low = min(low, first)
      high = max(high, first + room - 1)
    }
    let grown = ((high - low) / Self.line + 1) * Self.line
    few = Self.moved(few, count: room, to: grown, at: first - low)
    if many != nil { many = Self.moved(many, count: room, to: grown, at: first - low) }
    (first, room) = (low, grown)
  }

  /// Zeros, among which stand counts from elsewhere, whose memory is freed.
  private static func moved<Count: FixedWidthInteger>(
    _ counts: UnsafeMutablePointer<Count>?, count: Int, to room: Int, at place: Int
  ) -> UnsafeMutablePointer<Count> {
    let grown = UnsafeMutablePointer<Count>.allocate(capacity: room)
    grown.initialize(repeating: 0, count: room)
    if let counts { (grown + place).update(from: counts, count: count) }
    counts?.deallocate()
    return grown
  }

  /// Makes 16 bits suffice for more values; says whether they do.
  private mutating func reserve(_ more: Int) -> Bool {
    if fewValues &+ more > Self.most {
      widen()
      guard more <= Self.most else { return false }
    }
    fewValues &+= more
    return true
  }

  /// The counts of 32 bits, made where there are none.
  private mutating func manyCounts() -> UnsafeMutablePointer<UInt32> {
    let counts = many ?? Self.moved(nil, count: 0, to: room, at: 0)
    many = counts
    return counts
  }

  /// Adds counts of 16 bits to those of 32.
  private mutating func widen() {
    guard fewValues > 0, let few else { return }
    Self.move(few, to: manyCounts(), count: room)
    fewValues = 0
  }

  /// Adds counts to others and leaves zeros.
  private static func move<Count: FixedWidthInteger, Sum: FixedWidthInteger>(
    _ counts: UnsafeMutablePointer<Count>, to sums: UnsafeMutablePointer<Sum>, count: Int
  ) {
    for i in 0..<count {
      sums[i] &+= Sum(truncatingIfNeeded: counts[i])
      counts[i] = 0
    }
  }

  /// Adds values in a bin that is covered.
  @inline(__always)
  mutating func increment(_ bin: Int, by count: Int = 1) {
    if reserve(count) {
      few.unsafelyUnwrapped[bin &- first] &+= UInt16(truncatingIfNeeded: count)
    } else {
      incrementMany(bin, by: count)
    }
  }

  /// More values in one bin than 16 bits can count.
  @inline(never)
  private mutating func incrementMany(_ bin: Int, by count: Int) {
    manyCounts()[bin - first] &+= UInt32(truncatingIfNeeded: count)
  }

  /// Counts what waits in a list, all of which is covered; it goes on waiting.
  mutating func count(_ pending: PendingBins) {
    guard pending.count > 0 else { return }
    let isRoom = reserve(pending.count)
    assert(isRoom, "a list is longer than what 16 bits can count")
    pending.count(in: few.unsafelyUnwrapped, first: first)
  }

  /// Takes over the counts of another histogram, all of which lie in a range of bins; the other one is empty afterwards.
  mutating func take(_ other: inout Histogram, bins: ClosedRange<Int>) {
    cover(bins)
    let (mine, theirs) = (bins.lowerBound - first, bins.lowerBound - other.first)
    if other.many == nil && reserve(other.fewValues) {
      Self.move(other.few! + theirs, to: few! + mine, count: bins.count)
      other.fewValues = 0
      return
    }
    other.widen()
    Self.move(other.many! + theirs, to: manyCounts() + mine, count: bins.count)
  }

  /// Frees the memory.
  mutating func deallocate() {
    few?.deallocate()
    many?.deallocate()
    self = Histogram()
  }

  /// Adds the counts of a tree, whose bins are covered.
  mutating func add(_ tree: borrowing RankTree) {
    assert(covers(tree.bins))
    let isRoom = reserve(tree.total)
    assert(isRoom, "a tree holds more than 16 bits can count")
    let mine = UnsafeMutableRawPointer(few.unsafelyUnwrapped + (tree.bins.lowerBound - first))
    let more = tree.counts
    for number in 0..<more.count {
      let offset = number &* MemoryLayout<RankTree.Counts>.size
      let sum = mine.loadUnaligned(fromByteOffset: offset, as: RankTree.Counts.self) &+ more[number]
      mine.storeBytes(of: sum, toByteOffset: offset, as: RankTree.Counts.self)
    }
  }

  /// The bins that hold values, rising, and the values in each.
  mutating func occupied() -> (bins: [Int32], values: [UInt32]) {
    var (bins, values): ([Int32], [UInt32]) = ([], [])
    if many != nil { widen() }
    for index in 0..<room {
      let count = many.map { $0[index] } ?? UInt32(few![index])
      if count > 0 {
        bins.append(Int32(first + index))
        values.append(count)
      }
    }
    return (bins, values)
  }

  /// Quantiles of all values counted: between two neighbouring order statistics, each of which is known to within its bin.
  ///
  /// - Parameters:
  ///   - ranks: where they lie among the values.
  ///   - bins: the edges.
  ///   - range: smallest and largest value, which bound the result (and make a point mass at an end exact).
  ///   - quantiles: where the results go, a quantile a lane.
  mutating func quantiles(
    _ ranks: QuantileRanks, of bins: ValueBins, range: ClosedRange<Double>,
    into quantiles: UnsafeMutablePointer<Vector>
  ) {
    if many != nil { widen() }
    if let many {
      find(ranks, in: many, bins: bins, range: range, into: quantiles)
    } else if let few {
      find(ranks, in: few, bins: bins, range: range, into: quantiles)
    }
  }

  private func find<Count: FixedWidthInteger & SIMDScalar>(
    _ ranks: QuantileRanks, in counts: UnsafePointer<Count>, bins: ValueBins, range: ClosedRange<Double>,
    into quantiles: UnsafeMutablePointer<Vector>
  ) {
    let end = room
    let start = bins.bin(of: range.lowerBound) - first
    var below = 0
    var index = start
    // The values of a bin are taken as spread evenly over it. `rank` counts from 0 and seldom falls between calls.
    func orderStatistic(_ rank: Int) -> Double {
      if rank <= 0 { return range.lowerBound }
      if rank >= ranks.total - 1 { return range.upperBound }
      if rank < below { (below, index) = (0, start) }
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
        let width = groups * SIMD16<Count>.scalarCount
        while index &+ width <= end {
          let members = Int(Self.sum(counts + index, groups: groups))
          if below &+ members > rank { break }
          below &+= members
          index &+= width
        }
      }
    }
    for number in 0..<QuantileRanks.count {
      let value = orderStatistic(Int(ranks.lower[number]))
      // Looked up from a copy of the scan, so that the next probability may start at the same rank.
      let (savedBelow, savedIndex) = (below, index)
      let next = orderStatistic(Int(ranks.upper[number]))
      (below, index) = (savedBelow, savedIndex)
      quantiles.pointee[number] = value + ranks.share[number] * (next - value)
    }
  }

  /// The sum of the counts of some groups of 16 bins.
  @inline(__always)
  private static func sum<Count: FixedWidthInteger & SIMDScalar>(_ counts: UnsafePointer<Count>, groups: Int) -> Count {
    let start = UnsafeRawPointer(counts)
    var group = start.loadUnaligned(as: SIMD16<Count>.self)
    for number in 1..<groups {
      group &+= start.loadUnaligned(fromByteOffset: number * MemoryLayout<SIMD16<Count>>.size, as: SIMD16<Count>.self)
    }
    let eight = group.lowHalf &+ group.highHalf
    let four = eight.lowHalf &+ eight.highHalf
    let two = four.lowHalf &+ four.highHalf
    return two[0] &+ two[1]
  }
}
