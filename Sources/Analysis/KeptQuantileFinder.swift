import ElementaryFunctions
import Projection

/// Finds quantiles of series whose values are kept by replicate, and the standard errors of the quantiles.
///
/// A standard error is that of Woodruff (J. Amer. Statist. Assoc. 47 (1952) 635-646): the standard error s of the share of
/// values below the quantile of all values, here from the spread of that share over the replicates, carried over to the
/// quantile by the distribution of all values: a quarter of Q(p + 2 s) - Q(p - 2 s), the interval of 95 %.
struct KeptQuantileFinder: ~Copyable {
  /// Standard errors of a share to either side over which the slope of the distribution is taken: over one, few members
  /// tell it.
  private static let reach = 2.0
  private let spread: ReplicateSpread
  private var tree = RankTree()
  private var histogram = Histogram()
  /// The first bins above the edges of bins that are nearest the quantiles.
  private var limits = [Int](repeating: 0, count: QuantileRanks.count)
  /// The share of values below each of these edges, by replicate; 0 where there are no values.
  private var shares = [Vector](repeating: .zero, count: EnsembleDraws.replicates)

  init(_ spread: ReplicateSpread) { self.spread = spread }

  deinit {
    var histogram = histogram
    histogram.deallocate()
  }

  /// Quantiles of one series.
  ///
  /// - Parameters:
  ///   - slot: its number of values and their range.
  ///   - series: its values.
  ///   - next: lists that come after those of the series.
  /// - Returns: nil when there are no values.
  mutating func find(
    _ slot: SeriesSlot, _ series: KeptSeries, next: UnsafePointer<PendingBins>?
  ) -> KeptQuantiles? {
    guard slot.count > 0 else { return nil }
    guard slot.minimum < slot.maximum else {
      return KeptQuantiles(
        quantiles: Array(repeating: slot.minimum, count: QuantileRanks.count),
        errors: spread.isEnough ? Array(repeating: 0, count: QuantileRanks.count) : nil)
    }
    series.unfold()
    let used = slot.bins.bin(of: slot.minimum)...slot.bins.bin(of: slot.maximum)
    let range = slot.minimum...slot.maximum
    // Where the values are counted follows from their number and range alone: a merge of parts finds the same bits.
    let inTree = RankTree.holds(slot.count, in: used)
    if inTree { fillTree(series, used, total: slot.count, next: next) } else { fillHistogram(series, used) }
    defer { if inTree { tree.clear() } else { histogram.deallocate() } }
    func quantiles(_ probabilities: Vector) -> Vector {
      let ranks = QuantileRanks(total: slot.count, probabilities: probabilities)
      var found = Vector.zero
      if inTree {
        tree.quantiles(ranks, of: slot.bins, range: range, into: &found)
      } else {
        histogram.quantiles(ranks, of: slot.bins, range: range, into: &found)
      }
      return found
    }
    let found = quantiles(QuantileRanks.probabilities)
    findShares(below: found, slot.bins, series, isNarrow: inTree)
    let errors = spread.standardErrors { shares[$0] }.map { errors in
      // A share is never known better than to one member.
      let s = maximum(errors, Vector(repeating: 1 / Double(slot.count)))
      let lower = maximum(Vector.zero, QuantileRanks.probabilities - Self.reach * s)
      let upper = minimum(Vector(repeating: 1), QuantileRanks.probabilities + Self.reach * s)
      return s * (quantiles(upper) - quantiles(lower)) / (upper - lower)
    }
    return KeptQuantiles(quantiles: QuantileRanks.lanes(of: found), errors: errors.map(QuantileRanks.lanes(of:)))
  }

  private mutating func fillTree(
    _ series: KeptSeries, _ used: ClosedRange<Int>, total: Int, next: UnsafePointer<PendingBins>?
  ) {
    tree.open(used, total: total)
    for replicate in shares.indices {
      let list = series.lists[replicate]
      // Half of them come from another core.
      next?[replicate].fetch(list.count)
      tree.count(list)
    }
    for part in series.counts {
      for (bin, count) in zip(part.bins, part.values) { tree.count(Int(bin), Int(count)) }
    }
    tree.sumUp()
  }

  private mutating func fillHistogram(_ series: KeptSeries, _ used: ClosedRange<Int>) {
    histogram.cover(used)
    for replicate in shares.indices { histogram.count(series.lists[replicate]) }
    for part in series.counts {
      for (bin, count) in zip(part.bins, part.values) { histogram.increment(Int(bin), by: Int(count)) }
    }
  }

  /// Finds the share of each replicate's values that lies below each of five values, rounded to an edge of a bin.
  private mutating func findShares(
    below values: Vector, _ bins: ValueBins, _ series: KeptSeries, isNarrow: Bool
  ) {
    let bin = bins.bins(of: values)
    let (lower, upper) = bins.edges(bin)
    let isNearUpper = values - lower .> upper - values
    for lane in 0..<QuantileRanks.count { limits[lane] = Int(bin[lane]) + (isNearUpper[lane] ? 1 : 0) }
    for replicate in shares.indices {
      let list = series.lists[replicate]
      shares[replicate] = .zero
      guard list.count > 0 else { continue }
      list.numbersBelow(limits, isNarrow: isNarrow, into: &shares[replicate])
      shares[replicate] /= Double(list.count)
    }
    for part in series.counts {
      let (below, total) = part.numbersBelow(limits)
      shares[part.replicate] = below / total
    }
  }
}

extension KeptCounts {
  /// How many values lie below each of five limits, in the first lanes, and how many there are.
  fileprivate func numbersBelow(_ limits: [Int]) -> (Vector, total: Double) {
    var (below, total) = (Vector.zero, 0.0)
    for (bin, count) in zip(bins, values) {
      total += Double(count)
      for lane in 0..<QuantileRanks.count where bin < limits[lane] { below[lane] += Double(count) }
    }
    return (below, total)
  }
}
