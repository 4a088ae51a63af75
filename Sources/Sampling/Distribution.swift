// Goals, in order: (1) quantiles and probabilities to about 1e-13 of the range, as the reference the fast tables are
// held to; (2) typed errors for parameters that describe nothing; (3) no speed wanted.
//
// Reference: D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar, "Application of a technique for research and
// development program evaluation", Operations Research 7 (1959) 646-669, for the PERT distribution.

import ElementaryFunctions
import Foundation

/// The distribution of an uncertain number.
public enum Distribution: Sendable, Hashable, Codable {
  /// A beta distribution on low ... high with shapes 1 + 4 (mode - low) / (high - low) and 1 + 4 (high - mode) /
  /// (high - low), whose mean is (low + 4 mode + high) / 6.
  case pert(low: Double, mode: Double, high: Double)
  /// The normal distribution.
  case normal(mean: Double, standardDeviation: Double)
  /// The uniform distribution on low ... high.
  case uniform(low: Double, high: Double)
  /// The triangular distribution on low ... high.
  case triangular(low: Double, mode: Double, high: Double)
  /// One value with certainty.
  case fixed(value: Double)

  /// Throws unless the parameters describe a distribution.
  public func validate() throws(DistributionError) {
    switch self {
    case .pert(let low, let mode, let high), .triangular(let low, let mode, let high):
      try Self.requireFinite(("low", low), ("mode", mode), ("high", high))
      guard low < high else { throw .emptyRange(low: low, high: high) }
      guard low <= mode, mode <= high else { throw .modeOutsideRange(low: low, mode: mode, high: high) }
    case .normal(let mean, let standardDeviation):
      try Self.requireFinite(("mean", mean), ("standardDeviation", standardDeviation))
      guard standardDeviation > 0 else { throw .standardDeviationNotPositive(standardDeviation) }
    case .uniform(let low, let high):
      try Self.requireFinite(("low", low), ("high", high))
      guard low < high else { throw .emptyRange(low: low, high: high) }
    case .fixed(let value):
      try Self.requireFinite(("value", value))
    }
  }

  private static func requireFinite(_ parameters: (String, Double)...) throws(DistributionError) {
    for (parameter, value) in parameters where !value.isFinite {
      throw .notFinite(parameter: parameter, value: value)
    }
  }

  /// The standard beta distribution under a PERT distribution; nil for the others.
  var beta: BetaDistribution? {
    guard case .pert(let low, let mode, let high) = self else { return nil }
    return BetaDistribution(
      alpha: 1 + 4 * (mode - low) / (high - low), beta: 1 + 4 * (high - mode) / (high - low))
  }

  /// The value that is not exceeded with probability `p`, 0 ... 1; NaN for other `p`.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    switch self {
    case .pert(let low, _, let high):
      let beta = beta!
      let value =
        p <= 0.5
        ? low + (high - low) * beta.lowerQuantile(p) : high - (high - low) * beta.mirrored.lowerQuantile(1 - p)
      return min(max(value, low), high)
    case .normal(let mean, let standardDeviation):
      return mean + standardDeviation * normalQuantile(p)
    case .uniform(let low, let high):
      return min(max(low + (high - low) * p, low), high)
    case .triangular(let low, let mode, let high):
      let range = high - low
      let value =
        p * range <= mode - low
        ? low + (p * range * (mode - low)).squareRoot() : high - ((1 - p) * range * (high - mode)).squareRoot()
      return min(max(value, low), high)
    case .fixed(let value):
      return value
    }
  }

  /// The probability of a value of at most `x`.
  public func cdf(_ x: Double) -> Double {
    guard !x.isNaN else { return .nan }
    switch self {
    case .pert(let low, _, let high):
      if x <= low { return 0 }
      if x >= high { return 1 }
      return beta!.cdf((x - low) / (high - low), complement: (high - x) / (high - low))
    case .normal(let mean, let standardDeviation):
      return 0.5 * erfc((mean - x) / (standardDeviation * 2.0.squareRoot()))
    case .uniform(let low, let high):
      return min(max((x - low) / (high - low), 0), 1)
    case .triangular(let low, let mode, let high):
      if x <= low { return 0 }
      if x >= high { return 1 }
      return x <= mode
        ? (x - low) * (x - low) / ((high - low) * (mode - low))
        : 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
    case .fixed(let value):
      return x < value ? 0 : 1
    }
  }

  /// The expected value.
  public var mean: Double {
    switch self {
    case .pert(let low, let mode, let high): (low + 4 * mode + high) / 6
    case .normal(let mean, _): mean
    case .uniform(let low, let high): low + (high - low) / 2
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .fixed(let value): value
    }
  }

  /// The expected squared deviation from the mean.
  public var variance: Double {
    switch self {
    case .pert(let low, _, let high): return (mean - low) * (high - mean) / 7
    case .normal(_, let standardDeviation): return standardDeviation * standardDeviation
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .triangular(let low, let mode, let high):
      let left = mode - low
      let right = high - mode
      return (left * left + left * right + right * right) / 18
    case .fixed: return 0
    }
  }

  /// The central value of a run without uncertainty: the most likely value, or the midpoint of a uniform distribution.
  public var mode: Double {
    switch self {
    case .pert(_, let mode, _), .triangular(_, let mode, _): mode
    case .normal(let mean, _): mean
    case .uniform(let low, let high): low + (high - low) / 2
    case .fixed(let value): value
    }
  }

  /// The smallest and largest possible values, infinite for a normal distribution.
  public var support: (low: Double, high: Double) {
    switch self {
    case .pert(let low, _, let high), .triangular(let low, _, let high), .uniform(let low, let high): (low, high)
    case .normal: (-.infinity, .infinity)
    case .fixed(let value): (value, value)
    }
  }
}
