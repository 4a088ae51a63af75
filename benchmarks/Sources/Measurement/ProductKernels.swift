import BLASKernels
import LinearAlgebra

/// The product of a constant matrix with a tile, by BLAS and by the list of its nonzero coefficients.
public enum ProductKernels {
  /// One row-major `cblas_dgemm` over all members.
  public static func dense(_ matrix: Matrix, members: Int) -> Kernel {
    let x = Rows(max(1, matrix.columns), members: members, from: -1, to: 1)
    let y = Rows(max(1, matrix.rows), members: members)
    let coefficients = matrix.transposed.columnMajor
    let (rows, columns) = (matrix.rows, matrix.columns)
    return Kernel(
      "BLAS product \(rows) x \(columns)", unit: "multiply-add", work: Double(rows * columns * members),
      isRight: { isRight(matrix, x, y, members) }
    ) {
      coefficients.withUnsafeBufferPointer {
        cblas_dgemm(
          CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(rows), blasint(members), blasint(columns), 1,
          $0.baseAddress, blasint(columns), x.numbers, blasint(members), 0, y.numbers, blasint(members))
      }
    }
  }

  /// The program's product of the nonzero coefficients.
  public static func sparse(_ matrix: Matrix, members: Int) -> Kernel {
    let x = Rows(max(1, matrix.columns), members: members, from: -1, to: 1)
    let y = Rows(max(1, matrix.rows), members: members)
    let product = SparseTileProduct(matrix)
    return Kernel(
      "sparse product \(matrix.rows) x \(matrix.columns), \(product.count) nonzero", unit: "multiply-add",
      work: Double(product.count * members), isRight: { isRight(matrix, x, y, members) }
    ) {
      product.multiply(x.numbers, into: y.numbers, members: members)
    }
  }

  /// The program's product with the Cholesky factor of a factor model.
  public static func factorModel(_ product: FactorModelProduct, members: Int) -> Kernel {
    let z = Rows(max(1, product.rows), members: members, from: -1, to: 1)
    let e = Rows(max(1, product.rows), members: members)
    let lower = product.lower
    return Kernel(
      "product of a factor model, \(product.rows) x \(product.rows)", unit: "row", work: Double(product.rows * members),
      isRight: { isRight(lower, z, e, members) }
    ) {
      product.multiply(z.numbers, into: e.numbers, members: members)
    }
  }

  private static func isRight(_ matrix: Matrix, _ x: Rows, _ y: Rows, _ members: Int) -> Bool {
    for i in 0..<matrix.rows {
      for m in stride(from: 0, to: members, by: 37) {
        let wanted = (0..<matrix.columns).reduce(0) { $0 + matrix[i, $1] * x.numbers[$1 * members + m] }
        if abs(y.numbers[i * members + m] - wanted) > 1e-12 { return false }
      }
    }
    return true
  }
}
