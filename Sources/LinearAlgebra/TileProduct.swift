import COpenBLAS

/// The product Y = A X of a constant dense matrix with a tile: row k of X is a contiguous run of members.
///
/// Y[r, m] = Σₖ A[r, k] X[k, m]. The coefficients are kept row by row, so that with the tile it is one row-major
/// `cblas_dgemm`.
public struct TileProduct: Sendable {
  /// Rows of A and of Y.
  public let rows: Int
  /// Columns of A, rows of X.
  public let columns: Int
  private let rowMajor: [Double]

  /// Prepares the product with `matrix`.
  public init(_ matrix: Matrix) {
    rows = matrix.rows
    columns = matrix.columns
    rowMajor = matrix.transposed.columnMajor
  }

  /// Y = A X; allocates nothing.
  ///
  /// - Parameters:
  ///   - x: `columns` rows of `members` doubles.
  ///   - y: `rows` rows of `members` doubles, overwritten; must not overlap `x`.
  ///   - members: length of each row.
  public func multiply(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, members: Int) {
    guard rows > 0, members > 0 else { return }
    guard columns > 0 else {
      y.update(repeating: 0, count: rows * members)
      return
    }
    rowMajor.withUnsafeBufferPointer { a in
      cblas_dgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(rows), blasint(members), blasint(columns), 1,
        a.baseAddress, blasint(columns), x, blasint(members), 0, y, blasint(members))
    }
  }
}
