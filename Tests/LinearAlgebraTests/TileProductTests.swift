import LinearAlgebra
import Testing

@Suite struct TileProductTests {
  private static let shapes = (1...9).flatMap { r in (1...9).map { (r, $0) } }

  /// Whole numbers, about a third of them zero, so that every product is exact.
  private func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { i, j in
      let value = (5 * i + 11 * j + i * j) % 9
      return value < 3 ? 0 : Double(value - 6)
    }
  }

  private func whole(_ k: Int) -> Double { Double((k * 31 + k / 7) % 201 - 100) }

  @Test(arguments: shapes) func denseProductIsExactForWholeNumbers(rows: Int, columns: Int) {
    setBLASThreads(1)
    for members in [1, 7, 64, 192] {
      let a = matrix(rows, columns)
      let x = Tile(count: columns * members, whole)
      let y = Tile(count: rows * members) { _ in .nan }
      TileProduct(a).multiply(x.values, into: y.values, members: members)
      #expect(y.array == naiveProduct(a, x.array, members: members))
    }
  }

  @Test(arguments: shapes) func sparseProductIsExactForWholeNumbers(rows: Int, columns: Int) {
    for members in [64, 192] {
      let a = matrix(rows, columns)
      let product = SparseTileProduct(a)
      #expect(product.count == a.columnMajor.filter { $0 != 0 }.count)
      let x = Tile(count: columns * members, whole)
      let y = Tile(count: rows * members) { _ in .nan }
      let expected = naiveProduct(a, x.array, members: members)
      product.multiply(x.values, into: y.values, members: members)
      #expect(y.array == expected)
      product.multiplyAdd(x.values, into: y.values, members: members)
      #expect(y.array == expected.map { 2 * $0 })
    }
  }

  @Test(arguments: 1...5) func rowsWithEntriesInTheSameColumns(rows: Int) {
    // All rows alike, then all but the first, which is without the last column.
    for without in [-1, 0] {
      let a = Matrix(rows: rows, columns: 6) { i, j in
        j % 3 == 1 || (i == without && j == 5) ? 0 : Double(1 + i * 7 + j)
      }
      let x = Tile(count: 6 * 192, whole)
      let y = Tile(count: rows * 192) { _ in .nan }
      let expected = naiveProduct(a, x.array, members: 192)
      SparseTileProduct(a).multiply(x.values, into: y.values, members: 192)
      #expect(y.array == expected)
      SparseTileProduct(a).multiplyAdd(x.values, into: y.values, members: 192)
      #expect(y.array == expected.map { 2 * $0 })
    }
  }

  @Test func rowsWithoutEntries() {
    let product = SparseTileProduct(Matrix([[0, 0], [0, 2], [0, 0]]))
    let x = Tile(count: 128) { Double($0) }
    let y = Tile(count: 192) { _ in 5 }
    product.multiplyAdd(x.values, into: y.values, members: 64)
    #expect(y.array[0..<64].allSatisfy { $0 == 5 })
    #expect(y.array[64] == 5 + 2 * 64)
    product.multiply(x.values, into: y.values, members: 64)
    #expect(y.array[0..<64].allSatisfy { $0 == 0 })
    #expect(y.array[128..<192].allSatisfy { $0 == 0 })
  }

  @Test func matricesWithoutColumns() {
    let empty = Matrix(rows: 2, columns: 0)
    let x = Tile(count: 0, whole)
    let y = Tile(count: 128) { _ in .nan }
    TileProduct(empty).multiply(x.values, into: y.values, members: 64)
    #expect(y.array.allSatisfy { $0 == 0 })
    SparseTileProduct(empty).multiply(x.values, into: y.values, members: 64)
    #expect(y.array.allSatisfy { $0 == 0 })
  }
}
