import Foundation

/// Probabilities of the binomial distribution, accurate in the far tails.
///
/// The mass is Loader's saddle-point form ("Fast and accurate computation of binomial probabilities", 2000), whose
/// relative error does not grow with n as that of differences of log-gammas does.
public enum BinomialTail {
  /// P(X >= k) for X binomial with n trials of probability p: the one-sided test of Bryant and Lempert (2010).
  public static func atLeast(_ k: Int, of n: Int, probability p: Double) -> Double {
    if k <= 0 || p >= 1 { return k <= n ? 1 : 0 }
    if k > n || p <= 0 { return 0 }
    // The tail that does not hold the mean is summed, from its largest term outwards.
    let odds = p / (1 - p)
    if Double(k) > Double(n) * p {
      var term = mass(k, of: n, probability: p)
      var sum = 0.0
      for i in k...n {
        sum += term
        if term < sum * 0x1p-60 { break }
        term *= Double(n - i) / Double(i + 1) * odds
      }
      return min(1, sum)
    }
    var term = mass(k - 1, of: n, probability: p)
    var sum = 0.0
    for i in stride(from: k - 1, through: 0, by: -1) {
      sum += term
      if term < sum * 0x1p-60 { break }
      term *= Double(i) / (Double(n - i + 1) * odds)
    }
    return max(0, 1 - sum)
  }

  /// P(X = k), for p strictly between 0 and 1.
  static func mass(_ k: Int, of n: Int, probability p: Double) -> Double {
    let (count, trials) = (Double(k), Double(n))
    if k == 0 { return exp(trials * log1p(-p)) }
    if k == n { return exp(trials * log(p)) }
    let exponent =
      stirlingError(trials) - stirlingError(count) - stirlingError(trials - count)
      - deviance(count, trials * p) - deviance(trials - count, trials * (1 - p))
    return exp(exponent) * (trials / (2 * .pi * count * (trials - count))).squareRoot()
  }

  /// log n! less Stirling's approximation of it.
  private static func stirlingError(_ n: Double) -> Double {
    if n < 16 {
      var factorial = 1.0
      for i in stride(from: 2.0, through: n, by: 1) { factorial *= i }
      return log(factorial) - (0.5 * log(2 * .pi * n) + n * log(n) - n)
    }
    let square = 1 / (n * n)
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - square / 1188) * square) * square) * square) / n
  }

  /// x log(x / m) + m - x, without cancellation where x is near m.
  private static func deviance(_ x: Double, _ m: Double) -> Double {
    guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let v = (x - m) / (x + m)
    var sum = (x - m) * v
    var term = 2 * x * v
    for j in 1..<1000 {
      term *= v * v
      let next = sum + term / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
