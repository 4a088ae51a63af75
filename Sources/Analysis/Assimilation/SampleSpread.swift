import Foundation

/// Mean, spread and quantiles of the values of members.
public struct SampleSpread: Sendable, Equatable {
  /// Mean.
  public let mean: Double
  /// Standard deviation, of the sample.
  public let standardDeviation: Double
  /// Quantiles at `SummaryPlan.probabilities`, type 7 of Hyndman and Fan (1996).
  public let quantiles: [Double]

  /// Describes some values; there must be one.
  init(_ values: some Collection<Double>) {
    precondition(!values.isEmpty)
    let count = Double(values.count)
    let first = values.first!
    let mean = first + values.reduce(0) { $0 + ($1 - first) } / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardDeviation = values.count > 1 ? (squares / (count - 1)).squareRoot() : 0
    let sorted = values.sorted()
    quantiles = SummaryPlan.probabilities.map { Self.quantile($0, of: sorted) }
  }

  /// The quantile of sorted values.
  static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    let place = probability * Double(sorted.count - 1)
    let low = Int(place.rounded(.down))
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}
