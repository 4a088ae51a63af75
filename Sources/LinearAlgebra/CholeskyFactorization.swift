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
}
