import LinearAlgebra
import Testing

@Suite struct FactorModelProductTests {
  /// Loadings without a pattern, squares summing to less than 1 in each row; some are zero.
  private func loadings(_ rows: Int, _ factors: Int) -> Matrix {
    Matrix(rows: rows, columns: factors) { a, k in
      let value = Double((7 * a + 13 * k + a * a * (k + 1)) % 19 - 9) / 9
      return (a + 2 * k) % 5 == 0 ? 0 : 0.95 * value / Double(max(1, factors)).squareRoot()
    }
  }

  private func correlation(_ loadings: Matrix) -> Matrix {
    Matrix(rows: loadings.rows, columns: loadings.rows) { a, b in
      a == b ? 1 : (0..<loadings.columns).reduce(0) { $0 + loadings[a, $1] * loadings[b, $1] }
    }
  }

  @Test(arguments: 0...7, [1, 2, 28, 40]) func isTheCholeskyFactorOfLAPACK(factors: Int, rows: Int) throws {
    let w = loadings(rows, factors)
    let product = try FactorModelProduct(loadings: w)
    let wanted = try CholeskyFactorization(of: correlation(w)).lower
    let lower = product.lower
    for a in 0..<rows {
      for b in 0..<rows { #expect(abs(lower[a, b] - wanted[a, b]) < 1e-14, "\(a), \(b)") }
    }
  }

  @Test(arguments: 0...7, [64, 192]) func multipliesByTheFactor(factors: Int, members: Int) throws {
    let product = try FactorModelProduct(loadings: loadings(28, factors))
    let z = Tile(count: 28 * members) { Double(($0 * 31 + $0 / 7) % 201 - 100) / 50 }
    let e = Tile(count: 28 * members) { _ in .nan }
    product.multiply(z.values, into: e.values, members: members)
    let wanted = naiveProduct(product.lower, z.array, members: members)
    for (found, expected) in zip(e.array, wanted) { #expect(abs(found - expected) < 1e-13) }
  }

  /// A third factor of some neighbouring shocks, as that of public money, of one shock alone, and of the last.
  @Test(arguments: [10..<16, 0..<1, 27..<28]) func aFactorOfFewShocks(having rows: Range<Int>) throws {
    let all = loadings(28, 3)
    let w = Matrix(rows: 28, columns: 3) { a, k in k < 2 ? all[a, k] : rows.contains(a) ? 0.3 : 0 }
    let product = try FactorModelProduct(loadings: w)
    let z = Tile(count: 28 * 64) { Double(($0 * 31 + $0 / 7) % 201 - 100) / 50 }
    let e = Tile(count: 28 * 64) { _ in .nan }
    product.multiply(z.values, into: e.values, members: 64)
    let wanted = naiveProduct(try CholeskyFactorization(of: correlation(w)).lower, z.array, members: 64)
    for (found, expected) in zip(e.array, wanted) { #expect(abs(found - expected) < 1e-13) }
  }

  @Test func aMemberDoesNotDependOnItsPlace() throws {
    let product = try FactorModelProduct(loadings: loadings(28, 3))
    let z = Tile(count: 28 * 128) { Double(($0 / 128 * 17) % 23) / 7 - 1 }
    let e = Tile(count: 28 * 128) { _ in .nan }
    product.multiply(z.values, into: e.values, members: 128)
    for row in 0..<28 {
      for m in 0..<128 { #expect(e.values[row * 128 + m] == e.values[row * 128]) }
    }
  }

  @Test func aModelWithoutVarianceOfItsOwnIsRefused() {
    // Two shocks that are both wholly the first factor: the second has no variance left.
    #expect(throws: LinearAlgebraError.self) { try FactorModelProduct(loadings: Matrix([[1], [1]])) }
    #expect(throws: LinearAlgebraError.nonFiniteValue(operation: "factor model")) {
      try FactorModelProduct(loadings: Matrix([[.nan]]))
    }
  }
}
