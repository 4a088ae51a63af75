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
  /// Bins of the quantiles, then the bins after them.
  private var limits = [Int](repeating: 0, count: 2 * QuantileRanks.count)
  /// The share of values below each quantile, by replicate; 0 where there are no values.
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
  /// - Returns: nil when there are no values.
  mutating func find(_ slot: SeriesSlot, _ series: KeptSeries) -> KeptQuantiles? {
    guard slot.count > 0 else { return nil }
    guard slot.minimum < slot.maximum else {
      return KeptQuantiles(
        quantiles: Array(repeating: slot.minimum, count: QuantileRanks.count),
        errors: spread.isEnough ? Array(repeating: 0, count: QuantileRanks.count) : nil)
    }
    let used = slot.bins.bin(of: slot.minimum)...slot.bins.bin(of: slot.maximum)
    let range = slot.minimum...slot.maximum
    // Where the values are counted follows from their number and range alone: a merge of parts finds the same bits.
    let inTree = RankTree.holds(slot.count, in: used)
    if inTree { fillTree(series, used, total: slot.count) } else { fillHistogram(series, used) }
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

  private mutating func fillTree(_ series: KeptSeries, _ used: ClosedRange<Int>, total: Int) {
    tree.open(used, total: total)
    for replicate in shares.indices { tree.count(series.lists[replicate]) }
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

  /// Finds the share of each replicate's values that lies below five values; those of a bin are taken as spread evenly
  /// over it.
  private mutating func findShares(
    below values: Vector, _ bins: ValueBins, _ series: KeptSeries, isNarrow: Bool
  ) {
    var within = Vector.zero
    for lane in 0..<QuantileRanks.count {
      let bin = bins.bin(of: values[lane])
      let (lower, upper) = (bins.lowerEdge(bin), bins.upperEdge(bin))
      within[lane] = min(1, max(0, (values[lane] - lower) / (upper - lower)))
      limits[lane] = bin
      limits[lane + QuantileRanks.count] = bin + 1
    }
    for replicate in shares.indices {
      let list = series.lists[replicate]
      guard list.count > 0 else {
        shares[replicate] = .zero
        continue
      }
      let (below, upTo) = list.numbersBelow(limits, isNarrow: isNarrow)
      shares[replicate] = (below + within * (upTo - below)) / Double(list.count)
    }
    for part in series.counts {
      let (below, upTo, total) = part.numbersBelow(limits)
      shares[part.replicate] = (below + within * (upTo - below)) / total
    }
  }
}

extension KeptCounts {
  /// How many values lie below each limit: below the first five, and below the others, in the first lanes, and how many
  /// there are.
  fileprivate func numbersBelow(_ limits: [Int]) -> (Vector, Vector, total: Double) {
    var (below, upTo, total) = (Vector.zero, Vector.zero, 0.0)
    for (bin, count) in zip(bins, values) {
      total += Double(count)
      for lane in 0..<QuantileRanks.count {
        if bin < limits[lane] { below[lane] += Double(count) }
        if bin < limits[lane + QuantileRanks.count] { upTo[lane] += Double(count) }
      }
    }
    return (below, upTo, total)
  }
}
