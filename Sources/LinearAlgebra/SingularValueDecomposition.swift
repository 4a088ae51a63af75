import COpenBLAS

/// The thin singular value decomposition A = U diag(s) Vᵀ (LAPACK dgesdd).
public struct SingularValueDecomposition: Sendable, Equatable {
  /// Left singular vectors, a column each: rows of A by min(rows, columns).
  public let left: Matrix
  /// Singular values, largest first.
  public let values: [Double]
  /// Vᵀ, a right singular vector a row: min(rows, columns) by columns of A.
  public let rightTransposed: Matrix

  /// Decomposes a matrix of any shape.
  ///
  /// - Throws: `LinearAlgebraError` if the matrix is not finite or the iteration does not converge.
  public init(of matrix: Matrix) throws(LinearAlgebraError) {
    guard matrix.isFinite else { throw .nonFiniteValue(operation: "singular value decomposition") }
    let (rows, columns) = (matrix.rows, matrix.columns)
    let rank = min(rows, columns)
    var work = matrix
    var u = Matrix(rows: rows, columns: rank)
    var vt = Matrix(rows: rank, columns: columns)
    var s = [Double](repeating: 0, count: rank)
    if rank > 0 {
      let info = LAPACKE_dgesdd(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "S")), Int32(rows), Int32(columns), &work.columnMajor, Int32(rows), &s,
        &u.columnMajor, Int32(rows), &vt.columnMajor, Int32(rank))
      guard info == 0 else {
        throw .routineFailed(
          routine: "dgesdd", info: Int(info),
          meaning: info > 0 ? "the iteration did not converge" : "argument \(-info) is not valid")
      }
    }
    left = u
    values = s
    rightTransposed = vt
  }
}
