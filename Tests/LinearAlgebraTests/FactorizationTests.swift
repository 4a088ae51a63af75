import LinearAlgebra
import Testing

@Suite struct FactorizationTests {
  @Test func choleskyOfATextbookMatrix() throws {
    let factor = try CholeskyFactorization(of: Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])).lower
    #expect(factor == Matrix([[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
  }

  @Test func choleskyReadsTheLowerTriangleOnly() throws {
    let factor = try CholeskyFactorization(of: Matrix([[4, 99, 99], [12, 37, 99], [-16, -43, 98]])).lower
    #expect(factor == Matrix([[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
  }

  @Test(arguments: 1...9) func choleskyRecoversWholeNumberFactors(order: Int) throws {
    let lower = Matrix(rows: order, columns: order) { i, j in
      i == j ? Double(i % 3 + 1) : i > j ? Double((3 * i + 5 * j) % 7 - 3) : 0
    }
    let found = try CholeskyFactorization(of: lower.multiplied(by: lower.transposed)).lower
    for (a, b) in zip(found.columnMajor, lower.columnMajor) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func choleskyOfAnIndefiniteMatrixFails() {
    #expect(
      throws: LinearAlgebraError.routineFailed(
        routine: "dpotrf", info: 2, meaning: "the leading minor of order 2 is not positive definite")
    ) { try CholeskyFactorization(of: Matrix([[1, 2], [2, 1]])) }
  }

  @Test func luSolvesATextbookSystem() throws {
    let matrix = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
    let x = try LUFactorization(of: matrix).solve([8, -11, -3])
    for (a, b) in zip(x, [2.0, 3, -1]) { #expect(abs(a - b) < 1e-13) }
  }

  @Test(arguments: 1...9) func luSolvesManyRightSides(order: Int) throws {
    let matrix = Matrix(rows: order, columns: order) { i, j in i == j ? 20.0 : Double((7 * i + 3 * j) % 5 - 2) }
    let expected = Matrix(rows: order, columns: 4) { i, j in Double(i - 2 * j) }
    let found = try LUFactorization(of: matrix).solve(matrix.multiplied(by: expected))
    #expect(found.rows == order && found.columns == 4)
    for (a, b) in zip(found.columnMajor, expected.columnMajor) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func luNeedsRowInterchanges() throws {
    #expect(try LUFactorization(of: Matrix([[0, 1], [1, 0]])).solve([3, 4]) == [4, 3])
  }

  @Test func luOfASingularMatrixFails() {
    #expect(
      throws: LinearAlgebraError.routineFailed(
        routine: "dgetrf", info: 2, meaning: "the matrix is singular: pivot 2 is exactly zero")
    ) { try LUFactorization(of: Matrix([[1, 2], [2, 4]])) }
  }

  @Test func shapesAndValuesAreChecked() throws {
    let wide = Matrix(rows: 2, columns: 3)
    let expected = LinearAlgebraError.shapeMismatch(
      operation: "LU factorisation", expected: "a square matrix", found: "2 x 3")
    #expect(throws: expected) { try LUFactorization(of: wide) }
    #expect(throws: LinearAlgebraError.self) { try CholeskyFactorization(of: wide) }
    #expect(throws: LinearAlgebraError.self) { try symmetricEigenvalues(of: wide) }
    #expect(throws: LinearAlgebraError.self) { try wide.multiplied(by: wide) }
    let broken = Matrix([[1, .nan], [0, 1]])
    #expect(throws: LinearAlgebraError.nonFiniteValue(operation: "LU factorisation")) {
      try LUFactorization(of: broken)
    }
    #expect(throws: LinearAlgebraError.nonFiniteValue(operation: "Cholesky factorisation")) {
      try CholeskyFactorization(of: broken)
    }
    let identity = try LUFactorization(of: Matrix.identity(3))
    #expect(throws: LinearAlgebraError.self) { try identity.solve([1, 2]) }
    #expect(throws: LinearAlgebraError.nonFiniteValue(operation: "LU solve")) {
      try identity.solve([1, .infinity, 2])
    }
  }

  @Test func eigenvaluesOfSymmetricMatrices() throws {
    let values = try symmetricEigenvalues(of: Matrix([[2, 1], [1, 2]]))
    #expect(abs(values[0] - 1) < 1e-14 && abs(values[1] - 3) < 1e-14)
    // The second-difference matrix: 2 - 2 cos(k pi / (n + 1)).
    let laplacian = Matrix(rows: 3, columns: 3) { $0 == $1 ? 2 : abs($0 - $1) == 1 ? -1 : 0 }
    for (a, b) in zip(try symmetricEigenvalues(of: laplacian), [2 - 2.0.squareRoot(), 2, 2 + 2.0.squareRoot()]) {
      #expect(abs(a - b) < 1e-14)
    }
    #expect(try symmetricEigenvalues(of: Matrix(rows: 0, columns: 0)).isEmpty)
  }

  @Test func spectralRadii() throws {
    #expect(abs(try spectralRadius(of: Matrix([[0.2, 0.3], [0.4, 0.1]])) - 0.5) < 1e-14)
    // A cyclic matrix has complex eigenvalues of equal size, on which a power iteration would not settle.
    #expect(abs(try spectralRadius(of: Matrix([[0, 1, 0], [0, 0, 1], [1, 0, 0]])) - 1) < 1e-14)
    #expect(try spectralRadius(of: Matrix([[0, 1], [0, 0]])) == 0)
    #expect(
      throws: LinearAlgebraError.negativeEntry(operation: "spectral radius", row: 1, column: 0)
    ) { try spectralRadius(of: Matrix([[0, 1], [-1, 0]])) }
  }

  @Test func errorsNameTheRoutine() {
    #expect(throws: LinearAlgebraError.self) { try CholeskyFactorization(of: Matrix([[-1]])) }
    do {
      _ = try CholeskyFactorization(of: Matrix([[-1]]))
    } catch {
      #expect(
        error.description == "dpotrf returned info 1: the leading minor of order 1 is not positive definite")
    }
  }

  @Test func matricesAreStoredByColumns() {
    let matrix = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.columnMajor == [1, 4, 2, 5, 3, 6])
    #expect(matrix[1, 2] == 6)
    #expect(matrix.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(Matrix.identity(2) == Matrix([[1, 0], [0, 1]]))
  }

  @Test func openBLASTellsItsConfiguration() {
    setBLASThreads(1)
    let configuration = openBLASConfiguration()
    #expect(configuration.threads == 1)
    #expect(!configuration.kernel.isEmpty)
    #expect(configuration.options.contains("OpenBLAS"))
  }
}
