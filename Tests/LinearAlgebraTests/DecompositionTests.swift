import LinearAlgebra
import Testing

@Suite struct DecompositionTests {
  private static func entries(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { Double(($0 * 7 + $1 * 13 + $0 * $1) % 11) - 5 }
  }

  @Test(
    "singular vectors and values put the matrix together again", arguments: [(1, 1), (3, 3), (5, 2), (2, 5), (40, 3)])
  func singularValues(rows: Int, columns: Int) throws {
    let matrix = Self.entries(rows, columns)
    let found = try SingularValueDecomposition(of: matrix)
    #expect(found.values == found.values.sorted(by: >) && found.values.allSatisfy { $0 >= 0 })
    var scaled = found.left
    for k in found.values.indices { for i in 0..<rows { scaled[i, k] *= found.values[k] } }
    let again = try scaled.multiplied(by: found.rightTransposed)
    for i in 0..<rows { for j in 0..<columns { #expect(abs(again[i, j] - matrix[i, j]) < 1e-12) } }
    let gram = try found.left.transposedProduct(with: found.left)
    for i in 0..<gram.rows { for j in 0..<gram.rows { #expect(abs(gram[i, j] - (i == j ? 1 : 0)) < 1e-13) } }
  }

  @Test("singular values of a diagonal are its absolute values")
  func diagonal() throws {
    let found = try SingularValueDecomposition(of: Matrix([[3, 0], [0, -4]]))
    #expect(abs(found.values[0] - 4) < 1e-14 && abs(found.values[1] - 3) < 1e-14)
  }

  @Test("products of whole numbers are those of the plain loop", arguments: [(1, 1, 1), (4, 3, 2), (9, 1, 7)])
  func products(inner: Int, rows: Int, columns: Int) throws {
    let (a, b) = (Self.entries(inner, rows), Self.entries(inner, columns))
    #expect(try a.transposedProduct(with: b) == a.transposed.multiplied(by: b))
    #expect(try a.gram() == a.transposed.multiplied(by: a))
    var sum = Self.entries(rows, columns)
    let before = sum
    try sum.add(productOf: a.transposed, b)
    let product = try a.transposed.multiplied(by: b)
    #expect(sum == Matrix(rows: rows, columns: columns) { before[$0, $1] + product[$0, $1] })
  }

  @Test("a system is solved by its Cholesky factor")
  func cholesky() throws {
    let factor = try CholeskyFactorization(of: Matrix([[4, 2], [2, 3]]))
    let solution = try factor.solve(Matrix([[8], [7]]))
    #expect(abs(solution[0, 0] - 1.25) < 1e-15 && abs(solution[1, 0] - 1.5) < 1e-15)
    #expect(throws: LinearAlgebraError.self) { try factor.solve(Matrix(rows: 3, columns: 1)) }
  }

  @Test("what is not finite or not of one shape is refused")
  func refused() {
    #expect(throws: LinearAlgebraError.nonFiniteValue(operation: "singular value decomposition")) {
      try SingularValueDecomposition(of: Matrix([[.nan]]))
    }
    #expect(throws: LinearAlgebraError.self) {
      try Matrix(rows: 2, columns: 1).transposedProduct(with: Matrix(rows: 3, columns: 1))
    }
  }
}
