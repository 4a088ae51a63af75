import ElementaryFunctions

/// Where quantiles lie among a number of values in rising order, a quantile a lane: between two neighbouring ranks, by
/// the definition of type 7 (Hyndman and Fan 1996). Lanes without a quantile stand at the first.
struct QuantileRanks {
  /// Quantiles of a summary; the lanes from there on mean nothing. A constant, so that loops over it are unrolled.
  static let count = 5
  /// The probabilities of every summary, `SummaryPlan.probabilities`.
  static let probabilities: Vector = {
    precondition(SummaryPlan.probabilities.count == count, "a lane a quantile")
    var lanes = Vector.zero
    for (lane, probability) in SummaryPlan.probabilities.enumerated() { lanes[lane] = probability }
    return lanes
  }()
  /// Number of values, at least 1.
  let total: Int
  /// The ranks below and above, from 0 for the smallest value to the last.
  let lower: SIMD8<UInt64>
  let upper: SIMD8<UInt64>
  /// How far the quantile lies from the lower to the upper.
  let share: Vector

  /// Finds the ranks of quantiles at some probabilities, from 0 to 1.
  init(total: Int, probabilities: Vector = Self.probabilities) {
    var (lower, upper, share) = (SIMD8<UInt64>.zero, SIMD8<UInt64>.zero, Vector.zero)
    for lane in 0..<Self.count {
      let place = probabilities[lane] * Double(total - 1)
      let rank = Int(place)
      lower[lane] = UInt64(rank)
      upper[lane] = UInt64(min(rank + 1, total - 1))
      share[lane] = place - Double(rank)
    }
    (self.total, self.lower, self.upper, self.share) = (total, lower, upper, share)
  }

  /// The lanes that mean something.
  static func lanes(of quantiles: Vector) -> [Double] { (0..<count).map { quantiles[$0] } }
}
