import BLASKernels
import LinearAlgebra

/// The product of a constant matrix with a tile, by BLAS and by the list of its nonzero coefficients.
public enum ProductKernels {
  /// One row-major `cblas_dgemm` over all members.
  public static func dense(_ matrix: Matrix, members: Int) -> Kernel {
    let coefficients = matrix.transposed.columnMajor
    let (rows, columns) = (matrix.rows, matrix.columns)
    return kernel(
      "BLAS product \(rows) x \(columns)", of: matrix, members: members, unit: "multiply-add", work: rows * columns
    ) { x, y in
      coefficients.withUnsafeBufferPointer {
        cblas_dgemm(
          CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(rows), blasint(members), blasint(columns), 1,
          $0.baseAddress, blasint(columns), x, blasint(members), 0, y, blasint(members))
      }
    }
  }

  /// The program's product of the nonzero coefficients.
  public static func sparse(_ matrix: Matrix, members: Int) -> Kernel {
    let product = SparseTileProduct(matrix)
    return kernel(
      "sparse product \(matrix.rows) x \(matrix.columns), \(product.count) nonzero", of: matrix, members: members,
      unit: "multiply-add", work: product.count
    ) { x, y in product.multiply(x, into: y, members: members) }
  }

  /// The program's product with the Cholesky factor of a factor model.
  public static func factorModel(_ product: FactorModelProduct, members: Int) -> Kernel {
    kernel(
      "product of a factor model, \(product.rows) x \(product.rows)", of: product.lower, members: members, unit: "row",
      work: product.rows
    ) { z, e in product.multiply(z, into: e, members: members) }
  }

  /// A kernel that multiplies rows x by a matrix into rows y.
  private static func kernel(
    _ name: String, of matrix: Matrix, members: Int, unit: String, work: Int,
    multiply: @escaping (_ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>) -> Void
  ) -> Kernel {
    let x = Rows(max(1, matrix.columns), members: members, from: -1, to: 1)
    let y = Rows(max(1, matrix.rows), members: members)
    return Kernel(
      name, unit: unit, work: Double(work * members), isRight: { isRight(matrix, x, y, members) }
    ) { multiply(x.numbers, y.numbers) }
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
