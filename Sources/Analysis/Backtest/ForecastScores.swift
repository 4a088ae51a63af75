// References: T. Gneiting and A. E. Raftery, "Strictly proper scoring rules, prediction, and estimation", Journal of the
// American Statistical Association 102 (2007) 359-378; A. P. Dawid, "Statistical theory: the prequential approach",
// Journal of the Royal Statistical Society A 147 (1984) 278-292, for the probability integral transform.

import Foundation

/// Scores of forecasts against what happened.
public enum ForecastScores {
  /// The continuous ranked probability score of an ensemble, in the unit of its values: mean |x - y| less half the mean
  /// |x - x'| over all pairs of members. It is the absolute error when there is one member; less is better.
  public static func crps(_ members: [Double], observed: Double) -> Double {
    precondition(!members.isEmpty)
    let sorted = members.sorted()
    let count = Double(sorted.count)
    var (distance, pairs) = (0.0, 0.0)
    for (index, value) in sorted.enumerated() {
      distance += abs(value - observed)
      // Sum over pairs i < j of x_j - x_i, about the observation for accuracy.
      pairs += (2 * Double(index) + 1 - count) * (value - observed)
    }
    return distance / count - pairs / (count * count)
  }

  /// The logarithmic score of the normal with the ensemble's mean and standard deviation: minus the log of its density at
  /// the observation, in nats; less is better. Nil when the members do not differ.
  public static func logScore(_ members: [Double], observed: Double) -> Double? {
    let spread = SampleSpread(members)
    guard spread.standardDeviation > 0 else { return nil }
    return normalLogScore(mean: spread.mean, standardDeviation: spread.standardDeviation, observed: observed)
  }

  /// Minus the log density of a normal.
  public static func normalLogScore(mean: Double, standardDeviation: Double, observed: Double) -> Double {
    let z = (observed - mean) / standardDeviation
    return 0.5 * z * z + log(standardDeviation) + 0.5 * log(2 * Double.pi)
  }

  /// The probability integral transform: the share of members below the observation, ties counted half.
  public static func integralTransform(_ members: [Double], observed: Double) -> Double {
    let below = members.count { $0 < observed }
    let equal = members.count { $0 == observed }
    return (Double(below) + 0.5 * Double(equal)) / Double(members.count)
  }

  /// True when the observation lies in the central range that holds a share of the members.
  public static func isCovered(_ members: [Double], observed: Double, share: Double) -> Bool {
    let sorted = members.sorted()
    let tail = (1 - share) / 2
    return observed >= SampleSpread.quantile(tail, of: sorted)
      && observed <= SampleSpread.quantile(1 - tail, of: sorted)
  }
}
