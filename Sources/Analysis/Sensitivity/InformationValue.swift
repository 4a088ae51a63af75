import LinearAlgebra

/// What knowing one parameter would be worth for one output.
public struct InformationValue: Sendable, Equatable {
  /// Mean of |E(y | x) - E(y)|: how far the expectation (for a commitment, the probability) would move on average.
  public let expectedShift: Double
  /// For a commitment, the expected value of partial perfect information of saying 'met' or 'not met' when a right answer
  /// is worth 1: mean of max(p(x), 1 - p(x)) less max(p, 1 - p); 0 for other outputs.
  public let decisionValue: Double
  /// Standard errors by the jackknife over units; nil with fewer than two.
  public let shiftError: Double?
  /// See `shiftError`.
  public let decisionError: Double?
  /// Degree of the polynomial that predicts units left out best; 0 when knowing x predicts nothing.
  public let degree: Int

  /// The value of knowing one input for outputs in memory, split into units of rows next to each other.
  ///
  /// - Parameters:
  ///   - uniforms: the cumulative probability of the input, one a row, inside 0...1.
  ///   - outputs: the outputs, each one a row.
  ///   - isProbability: by output, true where every value is 0 or 1.
  ///   - units: independent parts of the sample, each with at least one row.
  /// - Throws: `LinearAlgebraError` when no polynomial can be fitted, as where the input hardly varies.
  public static func of(
    uniforms: [Double], outputs: [[Double]], isProbability: [Bool], units: Int
  ) throws -> [InformationValue] {
    let rows = uniforms.count
    precondition(units >= 1 && rows >= units && outputs.allSatisfy { $0.count == rows })
    let sums = (0..<units).map { unit in
      let range = rows * unit / units..<rows * (unit + 1) / units
      return InformationSums(uniforms: uniforms[range], outputs: outputs.map { $0[range] })
    }
    return try InformationEstimator(sums, isProbability: isProbability).values()
  }
}

/// Estimates E(y | x) by regression on polynomials of the cumulative probability of x, as Strong, Oakley and Brennan
/// (2014) do with other smooth functions, and integrates over x.
///
/// Noise in the coefficients makes a fitted curve vary more than the true one. Two things hold against that: the degree is
/// the one that predicts units left out best, and the curve is drawn towards its mean so that its variance is that of the
/// fit less the variance of the coefficients (the correction of the correlation ratio of Kelley 1935).
struct InformationEstimator {
  private let units: [InformationSums]
  private let isProbability: [Bool]
  /// Highest degree that so many members support.
  private let highest: Int
  /// Points at which the fitted expectation is looked at, in equal steps of probability.
  private static let points = 256
  private static let polynomials = (0..<points).map { InformationSums.polynomials((Double($0) + 0.5) / Double(points)) }
  /// Members for each coefficient, at least.
  private static let membersPerDegree = 32.0

  /// - Parameters:
  ///   - units: sums of one parameter over independent parts of the sample.
  ///   - isProbability: by output, true where y is 0 or 1.
  init(_ units: [InformationSums], isProbability: [Bool]) {
    self.units = units.filter { $0.count > 0 }
    self.isProbability = isProbability
    let least = self.units.reduce(0) { $0 + $1.count } - (self.units.map(\.count).max() ?? 0)
    highest = self.units.count > 1 ? min(InformationSums.terms - 1, Int(least / Self.membersPerDegree)) : 0
  }

  /// The values by output.
  ///
  /// - Throws: `LinearAlgebraError` when no polynomial can be fitted.
  func values() throws -> [InformationValue] {
    let outputs = isProbability.count
    var whole = InformationSums(outputs: outputs)
    for unit in units { whole.add(unit) }
    let full = try fits(whole)
    // By unit left out and degree: coefficients of all outputs.
    let without =
      units.count < 2
      ? []
      : try units.map { unit -> [Matrix] in
        var rest = whole
        rest.add(unit, sign: -1)
        return try fits(rest)
      }
    return (0..<outputs).map { output in
      let losses = (0...highest).map { degree in
        zip(without, units).reduce(0.0) { sum, part in
          sum + Self.loss(part.0[degree], output: output, on: part.1)
        }
      }
      let degree = losses.indices.min { losses[$0] < losses[$1] } ?? 0
      return value(
        full[degree], without: without.map { $0[degree] }, slopes: without.map { $0[min(1, highest)] }, output: output)
    }
  }

  /// Least squares with the polynomials up to each degree: coefficients by term and output.
  private func fits(_ sums: InformationSums) throws -> [Matrix] {
    try (0...highest).map { degree in
      let size = degree + 1
      let gram = Matrix(rows: size, columns: size) { sums.gram[$0 * InformationSums.terms + $1] }
      let right = Matrix(rows: size, columns: isProbability.count) { sums.moments[$1 * InformationSums.terms + $0] }
      return try CholeskyFactorization(of: gram).solve(right)
    }
  }

  /// Sum of squared errors of a fit on a unit.
  private static func loss(_ fit: Matrix, output: Int, on unit: InformationSums) -> Double {
    var loss = unit.squares[output]
    for j in 0..<fit.rows {
      loss -= 2 * fit[j, output] * unit.moments[output * InformationSums.terms + j]
      for k in 0..<fit.rows {
        loss += fit[j, output] * fit[k, output] * unit.gram[j * InformationSums.terms + k]
      }
    }
    return loss
  }

  /// The value of one output; where nothing is predicted, its error is that of the slope of a straight line.
  private func value(_ full: Matrix, without: [Matrix], slopes: [Matrix], output: Int) -> InformationValue {
    func coefficients(_ fit: Matrix) -> [Double] { (0..<fit.rows).map { fit[$0, output] } }
    let curve = coefficients(full)
    let others = without.map(coefficients)
    let explained = curve.dropFirst().reduce(0) { $0 + $1 * $1 }
    let noise = curve.indices.dropFirst().reduce(0.0) { sum, term in
      let error = Self.jackknife(others.map { $0[term] }) ?? 0
      return sum + error * error
    }
    let shrinkage = explained > 0 ? max(0, 1 - noise / explained).squareRoot() : 0
    let best = integrals(curve, shrinkage, isProbability[output])
    let each = others.map { integrals($0, shrinkage, isProbability[output]) }
    let shiftError =
      shrinkage > 0
      ? Self.jackknife(each.map(\.shift))
      : Self.jackknife(slopes.map { $0.rows > 1 ? $0[1, output] : 0 }).map { $0 * 3.0.squareRoot() / 2 }
    return InformationValue(
      expectedShift: best.shift, decisionValue: best.decision, shiftError: shiftError,
      decisionError: Self.jackknife(each.map(\.decision)), degree: curve.count - 1)
  }

  private func integrals(_ curve: [Double], _ shrinkage: Double, _ isProbability: Bool) -> (
    shift: Double, decision: Double
  ) {
    let expected = Self.polynomials.map { polynomials -> Double in
      let value = curve.indices.dropFirst().reduce(curve[0]) { $0 + shrinkage * curve[$1] * polynomials[$1] }
      return isProbability ? min(1, max(0, value)) : value
    }
    let count = Double(expected.count)
    let mean = expected.reduce(0, +) / count
    let shift = expected.reduce(0) { $0 + ($1 - mean).magnitude } / count
    guard isProbability else { return (shift, 0) }
    let informed = expected.reduce(0) { $0 + max($1, 1 - $1) } / count
    return (shift, max(0, informed - max(mean, 1 - mean)))
  }

  private static func jackknife(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (count - 1) / count).squareRoot()
  }
}
