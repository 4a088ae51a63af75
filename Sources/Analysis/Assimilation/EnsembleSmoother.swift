// Goals, in order: (1) the update of Emerick and Reynolds (2013) to rounding, whichever of members and observations is
// the larger number; (2) no loss of digits where errors are tiny beside the spread; (3) a few passes over the ensemble.
//
// References: A. A. Emerick and A. C. Reynolds, "Ensemble smoother with multiple data assimilation", Computers and
// Geosciences 55 (2013) 3-15, for the method; A. A. Emerick, "Analysis of the performance of ensemble-based assimilation
// of production and seismic data", Journal of Petroleum Science and Engineering 139 (2016) 219-239, for the subspace
// inversion.

import ElementaryFunctions
import LinearAlgebra

/// One round of the ensemble smoother with multiple data assimilation (ES-MDA): a pure function of matrices.
///
/// An ensemble is a matrix with a row a member. With X the uncertain quantities, Y the responses, A the deviations from
/// the mean, C the diagonal error covariance and a the inflation of the round,
///
///     X <- X + (D - Y) [A_Y^T A_Y + (N - 1) a C]^-1 A_Y^T A_X,     D = d + sqrt(a) e,  e ~ N(0, C)
///
/// Responses are scaled to S = A_Y / sqrt((N - 1) a C), so that the matrix inverted is S^T S + I (as wide as the
/// observations) or S S^T + I (as wide as the members): never singular, whatever the ensemble.
public enum EnsembleSmoother {
  /// How the inverse is taken.
  public enum Inversion: Sendable, Equatable {
    /// By Cholesky, on the smaller side; by all singular values where that would lose digits.
    case exact
    /// By the singular values of S, of whose sum this share is kept, more than 0 and at most 1.
    case subspace(truncation: Double)
  }

  /// Equal inflations for a number of rounds: their inverses sum to one.
  public static func inflations(rounds: Int) -> [Double] { Array(repeating: Double(rounds), count: rounds) }

  /// Scales inflations so that their inverses sum to one (equation 22 of Emerick and Reynolds).
  public static func normalised(_ inflations: [Double]) -> [Double] {
    let sum = inflations.reduce(0) { $0 + 1 / $1 }
    return inflations.map { $0 * sum }
  }

  /// One round.
  ///
  /// - Parameters:
  ///   - ensemble: X, members by uncertain quantities.
  ///   - responses: Y, members by observations.
  ///   - observations: d, a value an observation.
  ///   - errors: standard deviations of the observations, more than 0.
  ///   - perturbations: e, members by observations, with the standard deviations `errors`; not inflated.
  ///   - inflation: a.
  ///   - inversion: how the inverse is taken.
  /// - Returns: the updated X.
  /// - Throws: `LinearAlgebraError` when shapes disagree or a value is not finite.
  public static func update(
    _ ensemble: Matrix, responses: Matrix, observations: [Double], errors: [Double], perturbations: Matrix,
    inflation: Double, inversion: Inversion = .exact
  ) throws(LinearAlgebraError) -> Matrix {
    let (members, count) = (responses.rows, responses.columns)
    try requireShapes(ensemble, responses, observations.count, errors.count, perturbations)
    guard members > 1, count > 0 else { return ensemble }
    let (deviations, residuals) = scaled(
      responses, observations: observations, errors: errors, perturbations: perturbations, inflation: inflation)
    guard deviations.isFinite, residuals.isFinite, ensemble.isFinite else {
      throw .nonFiniteValue(operation: "ensemble smoother")
    }
    let coefficients: Matrix
    switch inversion {
    case .exact: coefficients = try exact(deviations, ensemble)
    case .subspace(let truncation): coefficients = try subspace(deviations, ensemble, truncation: truncation)
    }
    var updated = ensemble
    try updated.add(productOf: residuals, coefficients)
    return updated
  }

  /// How far each observation moves the mean of each quantity in one round without inflation: K (d - mean Y), term by
  /// term; observations by quantities.
  ///
  /// - Throws: `LinearAlgebraError` when shapes disagree or a value is not finite.
  public static func contributions(
    _ ensemble: Matrix, responses: Matrix, observations: [Double], errors: [Double]
  ) throws(LinearAlgebraError) -> Matrix {
    let nothing = Matrix(rows: responses.rows, columns: responses.columns)
    try requireShapes(ensemble, responses, observations.count, errors.count, nothing)
    let members = Double(responses.rows)
    guard responses.rows > 1, responses.columns > 0 else {
      return Matrix(rows: responses.columns, columns: ensemble.columns)
    }
    let (deviations, residuals) = scaled(
      responses, observations: observations, errors: errors, perturbations: nothing, inflation: 1)
    var moved = try exact(deviations, ensemble)
    for row in 0..<moved.rows {
      let residual = residuals.columnMajor[row * residuals.rows..<(row + 1) * residuals.rows].reduce(0, +) / members
      for column in 0..<moved.columns { moved.columnMajor[row + column * moved.rows] *= residual }
    }
    return moved
  }

  /// [S^T S + I]^-1 S^T X.
  ///
  /// A product squares the condition, so it is formed only while no quantity spreads more than about a thousand errors.
  private static func exact(_ deviations: Matrix, _ ensemble: Matrix) throws(LinearAlgebraError) -> Matrix {
    let inner = (deviations.columns <= deviations.rows ? deviations : deviations.transposed).gram()
    let largest = (0..<inner.rows).reduce(0) { max($0, inner[$1, $1]) }
    guard largest < 1e6 else { return try subspace(deviations, ensemble, truncation: 1) }
    let factor = try CholeskyFactorization(of: inner.plusIdentity())
    return deviations.columns <= deviations.rows
      ? try factor.solve(deviations.transposedProduct(with: ensemble))
      : try deviations.transposedProduct(with: factor.solve(ensemble))
  }

  /// V diag(s / (s^2 + 1)) U^T X over the leading singular values of S = U diag(s) V^T.
  private static func subspace(
    _ deviations: Matrix, _ ensemble: Matrix, truncation: Double
  ) throws(LinearAlgebraError) -> Matrix {
    let decomposition = try SingularValueDecomposition(of: deviations)
    let kept = min(
      singularValuesKept(decomposition.values, truncation: truncation), deviations.columns, deviations.rows - 1)
    var projected = try decomposition.left.firstColumns(kept).transposedProduct(with: ensemble)
    for column in 0..<projected.columns {
      for row in 0..<kept {
        let s = decomposition.values[row]
        projected.columnMajor[row + column * kept] *= s / (s * s + 1)
      }
    }
    return try decomposition.rightTransposed.firstRows(kept).transposedProduct(with: projected)
  }

  /// How many leading values hold a share of the sum of all.
  static func singularValuesKept(_ values: [Double], truncation: Double) -> Int {
    let total = values.reduce(0, +)
    guard total > 0 else { return 0 }
    var sum = 0.0
    for (index, value) in values.enumerated() {
      sum += value
      if sum / total >= truncation { return index + 1 }
    }
    return values.count
  }

  /// S, and the residuals (D - Y) on the same scale.
  private static func scaled(
    _ responses: Matrix, observations: [Double], errors: [Double], perturbations: Matrix, inflation: Double
  ) -> (deviations: Matrix, residuals: Matrix) {
    let (members, count) = (responses.rows, responses.columns)
    var deviations = Matrix(rows: members, columns: count)
    var residuals = Matrix(rows: members, columns: count)
    let rootOfInflation = inflation.squareRoot()
    responses.columnMajor.withUnsafeBufferPointer { y in
      perturbations.columnMajor.withUnsafeBufferPointer { e in
        deviations.columnMajor.withUnsafeMutableBufferPointer { s in
          residuals.columnMajor.withUnsafeMutableBufferPointer { r in
            for column in 0..<count {
              let start = column * members
              let mean = total(y.baseAddress! + start, count: members) / Double(members)
              let scale = 1 / (errors[column] * (inflation * Double(members - 1)).squareRoot())
              let observed = observations[column]
              for i in start..<(start + members) {
                s[i] = (y[i] - mean) * scale
                r[i] = (observed + rootOfInflation * e[i] - y[i]) * scale
              }
            }
          }
        }
      }
    }
    return (deviations, residuals)
  }

  /// A sum in eight strands.
  private static func total(_ values: UnsafePointer<Double>, count: Int) -> Double {
    var strands = Vector(repeating: 0)
    let whole = count & ~(Vector.scalarCount - 1)
    let memory = UnsafeRawPointer(values)
    for i in stride(from: 0, to: whole, by: Vector.scalarCount) {
      strands += memory.loadUnaligned(fromByteOffset: i * 8, as: Vector.self)
    }
    var sum = strands.sum()
    for i in whole..<count { sum += values[i] }
    return sum
  }

  private static func requireShapes(
    _ ensemble: Matrix, _ responses: Matrix, _ observations: Int, _ errors: Int, _ perturbations: Matrix
  ) throws(LinearAlgebraError) {
    let operation = "ensemble smoother"
    guard ensemble.rows == responses.rows else {
      throw .shapeMismatch(operation: operation, expected: "\(ensemble.rows) members", found: "\(responses.rows)")
    }
    guard perturbations.rows == responses.rows, perturbations.columns == responses.columns else {
      throw .shapeMismatch(
        operation: operation, expected: "perturbations of \(responses.rows) x \(responses.columns)",
        found: "\(perturbations.rows) x \(perturbations.columns)")
    }
    guard observations == responses.columns, errors == responses.columns else {
      throw .shapeMismatch(
        operation: operation, expected: "\(responses.columns) observations and errors",
        found: "\(observations) and \(errors)")
    }
  }
}

extension Matrix {
  /// A + I.
  fileprivate func plusIdentity() -> Matrix {
    var sum = self
    for i in 0..<min(rows, columns) { sum.columnMajor[i + i * rows] += 1 }
    return sum
  }

  fileprivate func firstColumns(_ count: Int) -> Matrix {
    var part = Matrix(rows: rows, columns: count)
    part.columnMajor = Array(columnMajor[0..<rows * count])
    return part
  }

  fileprivate func firstRows(_ count: Int) -> Matrix {
    Matrix(rows: count, columns: columns) { self[$0, $1] }
  }
}
