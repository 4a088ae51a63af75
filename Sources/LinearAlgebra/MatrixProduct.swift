import COpenBLAS

/// Products of large dense matrices by BLAS; `Matrix.multiplied(by:)` serves small ones in a fixed order of summation.
extension Matrix {
  /// Aᵀ B (dgemm).
  ///
  /// - Throws: `LinearAlgebraError.shapeMismatch` unless both have the same number of rows.
  public func transposedProduct(with other: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard rows == other.rows else {
      throw .shapeMismatch(operation: "transposed product", expected: "\(rows) rows", found: "\(other.rows)")
    }
    var product = Matrix(rows: columns, columns: other.columns)
    guard rows > 0, columns > 0, other.columns > 0 else { return product }
    cblas_dgemm(
      CblasColMajor, CblasTrans, CblasNoTrans, blasint(columns), blasint(other.columns), blasint(rows), 1, columnMajor,
      blasint(rows), other.columnMajor, blasint(rows), 0, &product.columnMajor, blasint(columns))
    return product
  }

  /// Aᵀ A (dsyrk), both triangles filled.
  public func gram() -> Matrix {
    var product = Matrix(rows: columns, columns: columns)
    guard rows > 0, columns > 0 else { return product }
    cblas_dsyrk(
      CblasColMajor, CblasLower, CblasTrans, blasint(columns), blasint(rows), 1, columnMajor, blasint(rows), 0,
      &product.columnMajor, blasint(columns))
    for j in 0..<columns {
      for i in 0..<j { product.columnMajor[i + j * columns] = product.columnMajor[j + i * columns] }
    }
    return product
  }

  /// Adds A B to this matrix in place (dgemm).
  ///
  /// - Throws: `LinearAlgebraError.shapeMismatch` unless the shapes agree.
  public mutating func add(productOf a: Matrix, _ b: Matrix) throws(LinearAlgebraError) {
    guard a.columns == b.rows, a.rows == rows, b.columns == columns else {
      throw .shapeMismatch(
        operation: "sum with a product", expected: "\(rows) x \(columns)",
        found: "(\(a.rows) x \(a.columns)) (\(b.rows) x \(b.columns))")
    }
    guard a.rows > 0, a.columns > 0, b.columns > 0 else { return }
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, blasint(a.rows), blasint(b.columns), blasint(a.columns), 1,
      a.columnMajor, blasint(a.rows), b.columnMajor, blasint(b.rows), 1, &columnMajor, blasint(rows))
  }
}
