import COpenBLAS

/// The Cholesky factorisation A = L Lᵀ of a symmetric positive definite matrix (LAPACK dpotrf).
public struct CholeskyFactorization: Sendable, Equatable {
  /// The lower triangular factor L, with zeros above the diagonal.
  public let lower: Matrix

  /// Factorises a matrix of which only the lower triangle is read.
  ///
  /// - Throws: `LinearAlgebraError` if the matrix is not square, not finite or not positive definite.
  public init(of matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquareFinite("Cholesky factorisation")
    var factor = matrix
    let order = matrix.rows
    if order > 0 {
      let info = LAPACKE_dpotrf(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), Int32(order), &factor.columnMajor, Int32(order))
      guard info == 0 else {
        throw .routineFailed(
          routine: "dpotrf", info: Int(info),
          meaning: info > 0
            ? "the leading minor of order \(info) is not positive definite" : "argument \(-info) is not valid")
      }
    }
    for j in 0..<order {
      for i in 0..<j { factor[i, j] = 0 }
    }
    self.lower = factor
  }

  /// The solution X of A X = B (LAPACK dpotrs).
  ///
  /// - Throws: `LinearAlgebraError` if `rightSides` has not as many rows as A or is not finite.
  public func solve(_ rightSides: Matrix) throws(LinearAlgebraError) -> Matrix {
    let order = lower.rows
    guard rightSides.rows == order else {
      throw .shapeMismatch(operation: "Cholesky solve", expected: "\(order) rows", found: "\(rightSides.rows)")
    }
    guard rightSides.isFinite else { throw .nonFiniteValue(operation: "Cholesky solve") }
    guard order > 0, rightSides.columns > 0 else { return rightSides }
    var solution = rightSides
    let info = LAPACKE_dpotrs(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), Int32(order), Int32(rightSides.columns), lower.columnMajor,
      Int32(order), &solution.columnMajor, Int32(order))
    guard info == 0 else {
      throw .routineFailed(routine: "dpotrs", info: Int(info), meaning: "argument \(-info) is not valid")
    }
    return solution
  }
}
