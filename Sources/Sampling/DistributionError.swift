/// A distribution's parameters do not describe a distribution.
public enum DistributionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A parameter is NaN or infinite.
  case notFinite(parameter: String, value: Double)
  /// The standard deviation is not positive.
  case standardDeviationNotPositive(Double)
  /// The upper bound is not above the lower one.
  case emptyRange(low: Double, high: Double)
  /// The mode is outside the bounds.
  case modeOutsideRange(low: Double, mode: Double, high: Double)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .notFinite(let parameter, let value):
      "\(parameter) must be a finite number, not \(value)"
    case .standardDeviationNotPositive(let value):
      "the standard deviation must be above zero, not \(value); use a fixed value for no spread"
    case .emptyRange(let low, let high):
      "the high end \(high) must be above the low end \(low); use a fixed value for no spread"
    case .modeOutsideRange(let low, let mode, let high):
      "the mode \(mode) must be between the low end \(low) and the high end \(high)"
    }
  }
}
