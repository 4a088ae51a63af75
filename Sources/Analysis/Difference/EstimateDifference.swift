import Projection

/// One estimate in two versions, and whether it moved.
public struct EstimateDifference: Sendable, Equatable {
  /// What tells a movement from noise.
  public enum Test: String, Sendable {
    /// Both versions ran the same draws: sampling error cancels, and any difference beyond rounding is a movement.
    case paired
    /// The draws differ: a difference counts when it exceeds its standard error by more than chance does.
    case independent
  }

  /// The earlier value.
  public let old: Double
  /// The later value.
  public let new: Double
  /// Monte Carlo standard error of each; nil when it is unknown.
  public let errors: (old: Double?, new: Double?)
  /// Independent randomisations from whose spread each error comes.
  public let randomisations: (old: Int, new: Int)
  /// Standard deviation over the members, against which the movement is measured; zero for a certain number.
  public let spread: Double
  /// Size of the quantity the estimate is of, which rounding is relative to: the largest mean of its years, say.
  public let level: Double
  /// How it is judged.
  public let test: Test

  /// Holds two values against each other.
  public init(
    old: Double, new: Double, errors: (old: Double?, new: Double?) = (nil, nil),
    randomisations: (old: Int, new: Int) = (EnsembleDraws.replicates, EnsembleDraws.replicates), spread: Double,
    level: Double = 0, test: Test
  ) {
    self.old = old
    self.new = new
    self.errors = errors
    self.randomisations = randomisations
    self.spread = spread
    self.level = level
    self.test = test
  }

  /// The later value less the earlier one.
  public var difference: Double { new - old }

  /// Standard error of the difference of independent estimates, sqrt(e1^2 + e2^2); nil when one is unknown.
  public var combinedError: Double? {
    guard let one = errors.old, let two = errors.new else { return nil }
    return (one * one + two * two).squareRoot()
  }

  /// The difference over its standard error as if the draws were independent; nil where that is unknown or zero.
  public var z: Double? {
    guard let combinedError, combinedError > 0 else { return nil }
    return difference / combinedError
  }

  /// The difference in standard deviations of the quantity; of a certain number, relative to it.
  public var shift: Double {
    let scale = spread > 0 ? spread : max(old.magnitude, new.magnitude)
    return scale > 0 ? difference / scale : 0
  }

  /// True when it moved.
  ///
  /// - Parameters:
  ///   - tolerance: differences up to this share of the value (or level) and its spread are rounding: other processors and vector
  ///     widths add in other orders.
  ///   - count: standard errors a difference of independent draws must exceed where both are alike and come from all
  ///     randomisations; elsewhere it must be as unlikely by chance.
  public func isMoved(tolerance: Double, errors count: Double) -> Bool {
    let rounding = tolerance * (max(old.magnitude, new.magnitude, level.magnitude) + spread)
    guard difference.magnitude > rounding else { return false }
    switch test {
    case .paired: return true
    case .independent:
      guard let one = errors.old, let two = errors.new else { return false }
      guard let z else { return true }
      let all = EnsembleDraws.replicates
      let alike = StudentDistribution(errors: (1, 1), randomisations: (all, all))
      let student = StudentDistribution(errors: (one, two), randomisations: randomisations)
      return z.magnitude > count && student.outside(z.magnitude) <= alike.outside(count)
    }
  }

  /// Equal when all numbers are.
  public static func == (one: EstimateDifference, two: EstimateDifference) -> Bool {
    one.old == two.old && one.new == two.new && one.errors == two.errors
      && one.randomisations == two.randomisations && one.spread == two.spread && one.level == two.level
      && one.test == two.test
  }
}
