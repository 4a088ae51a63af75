import COpenBLAS

/// The factorisation P A = L U of a square matrix with row interchanges (LAPACK dgetrf), for solving A x = b.
public struct LUFactorization: Sendable {
  private let factors: Matrix
  private let pivots: [Int32]

  /// Order of the matrix.
  public var order: Int { factors.rows }

  /// Factorises a square matrix.
  ///
  /// - Throws: `LinearAlgebraError` if the matrix is not square, not finite or exactly singular.
  public init(of matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquareFinite("LU factorisation")
    var factors = matrix
    let order = matrix.rows
    var pivots = [Int32](repeating: 0, count: order)
    if order > 0 {
      let info = LAPACKE_dgetrf(
        LAPACK_COL_MAJOR, Int32(order), Int32(order), &factors.columnMajor, Int32(order), &pivots)
      guard info == 0 else {
        throw .routineFailed(
          routine: "dgetrf", info: Int(info),
          meaning: info > 0
            ? "the matrix is singular: pivot \(info) is exactly zero" : "argument \(-info) is not valid")
      }
    }
    self.factors = factors
    self.pivots = pivots
  }

  /// The solution X of A X = B.
  ///
  /// - Throws: `LinearAlgebraError` if `rightSides` has not as many rows as A or is not finite.
  public func solve(_ rightSides: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard rightSides.rows == order else {
      throw .shapeMismatch(operation: "LU solve", expected: "\(order) rows", found: "\(rightSides.rows)")
    }
    guard rightSides.isFinite else { throw .nonFiniteValue(operation: "LU solve") }
    guard order > 0, rightSides.columns > 0 else { return rightSides }
    var solution = rightSides
    let info = LAPACKE_dgetrs(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), Int32(order), Int32(rightSides.columns),
      factors.columnMajor, Int32(order), pivots, &solution.columnMajor, Int32(order))
    guard info == 0 else {
      throw .routineFailed(routine: "dgetrs", info: Int(info), meaning: "argument \(-info) is not valid")
    }
    return solution
  }

  /// The solution x of A x = b.
  ///
  /// - Throws: `LinearAlgebraError` if `rightSide` has not as many entries as A has rows or is not finite.
  public func solve(_ rightSide: [Double]) throws(LinearAlgebraError) -> [Double] {
    var column = Matrix(rows: rightSide.count, columns: 1)
    column.columnMajor = rightSide
    return try solve(column).columnMajor
  }
}
