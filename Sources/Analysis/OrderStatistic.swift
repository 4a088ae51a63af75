/// Where one of the values of a histogram lies, counted from the smallest.
struct OrderStatistic {
  /// The bin that holds it.
  let bin: Int
  /// Values of the bin that lie below it.
  let place: Int
  /// Values in the bin, which are taken as spread evenly over it.
  let count: Int

  /// The value, in the unit of the bins' edges.
  @inline(__always)
  func value(_ bins: ValueBins) -> Double {
    let share = (Double(place) + 0.5) / Double(count)
    let low = bins.lowerEdge(bin)
    return low + (bins.upperEdge(bin) - low) * share
  }

  /// Quantiles by the definition of type 7 (Hyndman and Fan 1996): between two neighbouring order statistics, each of
  /// which is known to within its bin.
  ///
  /// - Parameters:
  ///   - probabilities: in rising order.
  ///   - total: number of values, at least 1.
  ///   - bins: the edges.
  ///   - range: smallest and largest value, which bound the result (and make a point mass at an end exact).
  ///   - quantiles: where the results go, one a probability.
  ///   - find: the order statistic of a rank, from 0 for the smallest.
  @inline(__always)
  static func quantiles(
    _ probabilities: [Double], total: Int, bins: ValueBins, range: ClosedRange<Double>,
    into quantiles: UnsafeMutablePointer<Double>, find: (Int) -> OrderStatistic
  ) {
    func value(_ rank: Int) -> Double {
      if rank <= 0 { return range.lowerBound }
      if rank >= total - 1 { return range.upperBound }
      return max(range.lowerBound, min(range.upperBound, find(rank).value(bins)))
    }
    for number in 0..<probabilities.count {
      let place = probabilities[number] * Double(total - 1)
      let rank = Int(place)
      let low = value(rank)
      quantiles[number] = low + (place - Double(rank)) * (value(rank + 1) - low)
    }
  }
}
