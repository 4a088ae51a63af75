/// Counts of values by bin, over a range of bins that grows as values come.
///
/// Counts are integers: histograms merge exactly in any order.
struct Histogram {
  /// The first bin the counts cover.
  private(set) var first = 0
  /// The counts, one a bin.
  private(set) var counts: UnsafeMutableBufferPointer<UInt32> = .init(start: nil, count: 0)

  /// Bins kept free on both sides of what is asked for, so that growth is rare.
  private static let margin = 128

  /// Makes room for the bins of a range (which may be all covered already).
  mutating func cover(_ bins: ClosedRange<Int>) {
    if !counts.isEmpty, bins.lowerBound >= first, bins.upperBound < first + counts.count { return }
    var low = bins.lowerBound - Self.margin
    var high = bins.upperBound + Self.margin
    if !counts.isEmpty {
      low = min(low, first)
      high = max(high, first + counts.count - 1)
    }
    let grown = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: high - low + 1)
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

  /// Adds the counts of another histogram.
  mutating func merge(_ other: Histogram) {
    guard let low = other.counts.firstIndex(where: { $0 != 0 }),
      let high = other.counts.lastIndex(where: { $0 != 0 })
    else { return }
    cover((other.first + low)...(other.first + high))
    for i in low...high { counts[other.first + i - first] &+= other.counts[i] }
  }

  /// Sets every count to zero and keeps the room.
  func clear() { counts.update(repeating: 0) }

  /// Frees the memory.
  mutating func deallocate() {
    counts.deallocate()
    counts = .init(start: nil, count: 0)
  }

  /// Quantiles by the definition of type 7 (Hyndman and Fan 1996): between two neighbouring order statistics, each of
  /// which is known to within its bin.
  ///
  /// - Parameters:
  ///   - probabilities: in rising order.
  ///   - total: number of values counted, at least 1.
  ///   - bins: the edges.
  ///   - range: smallest and largest value, which bound the result (and make a point mass at an end exact).
  func quantiles(
    _ probabilities: [Double], total: Int, bins: ValueBins, range: ClosedRange<Double>
  ) -> [Double] {
    var below = 0
    var index = 0
    // The values of a bin are taken as spread evenly over it. `rank` counts from 0 and never falls between calls.
    func orderStatistic(_ rank: Int) -> Double {
      if rank <= 0 { return range.lowerBound }
      if rank >= total - 1 { return range.upperBound }
      while below + Int(counts[index]) <= rank {
        below += Int(counts[index])
        index += 1
      }
      let share = (Double(rank - below) + 0.5) / Double(counts[index])
      let low = bins.lowerEdge(first + index)
      let value = low + (bins.upperEdge(first + index) - low) * share
      return max(range.lowerBound, min(range.upperBound, value))
    }
    return probabilities.map { probability in
      let place = probability * Double(total - 1)
      let rank = Int(place)
      let value = orderStatistic(rank)
      // Looked up from a copy of the scan, so that the next probability may start at the same rank.
      let (savedBelow, savedIndex) = (below, index)
      let next = orderStatistic(min(rank + 1, total - 1))
      (below, index) = (savedBelow, savedIndex)
      return value + (place - Double(rank)) * (next - value)
    }
  }
}
