import Sampling

/// Student's distribution: a deviation over a standard error that is itself estimated.
package struct StudentDistribution: Equatable {
  /// Degrees of freedom, above 0.
  package let degrees: Double

  /// Makes the distribution.
  package init(degrees: Double) { self.degrees = degrees }

  /// The distribution of the difference of two independent estimates over its standard error (Welch 1947).
  ///
  /// - Parameters:
  ///   - errors: the standard errors, not both zero.
  ///   - randomisations: the values from whose spread each comes; two at least.
  package init(errors: (Double, Double), randomisations: (Int, Int)) {
    // Relative to the larger, so that fourth powers neither overflow nor vanish.
    let scale = max(errors.0, errors.1)
    let (one, two) = (errors.0 / scale, errors.1 / scale)
    let (first, second) = (one * one, two * two)
    degrees =
      (first + second) * (first + second)
      / (first * first / Double(randomisations.0 - 1) + second * second / Double(randomisations.1 - 1))
  }

  /// Probability of lying farther from zero than t (Abramowitz and Stegun 26.7.1 and 26.5.27).
  package func outside(_ t: Double) -> Double {
    let square = t * t
    return BetaDistribution(alpha: degrees / 2, beta: 0.5)
      .cdf(degrees / (degrees + square), complement: square / (degrees + square))
  }
}
