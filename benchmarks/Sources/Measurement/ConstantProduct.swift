import LinearAlgebra

/// A constant that multiplies a tile in the step.
public enum ConstantProduct {
  /// A matrix.
  case matrix(Matrix)
  /// The Cholesky factor of a factor model, also a matrix.
  case factorModel(FactorModelProduct)

  /// The ways to compute the product, of which the floor takes the fastest.
  func kernels(members: Int) -> [Kernel] {
    switch self {
    case .matrix(let matrix):
      [ProductKernels.dense(matrix, members: members), ProductKernels.sparse(matrix, members: members)]
    case .factorModel(let product):
      [
        ProductKernels.dense(product.lower, members: members), ProductKernels.sparse(product.lower, members: members),
        ProductKernels.factorModel(product, members: members),
      ]
    }
  }
}
