/// A dense matrix of doubles, stored column by column as LAPACK expects.
public struct Matrix: Sendable, Hashable, Codable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The entries, columns one after another: entry (i, j) is at `i + j * rows`.
  public var columnMajor: [Double]

  /// A matrix with every entry equal to `value`.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot have a negative number of rows or columns")
    self.rows = rows
    self.columns = columns
    self.columnMajor = [Double](repeating: value, count: rows * columns)
  }

  /// A matrix from its rows, which must have equal lengths.
  public init(_ rowsOfEntries: [[Double]]) {
    self.init(rows: rowsOfEntries.count, columns: rowsOfEntries.first?.count ?? 0)
    for (i, row) in rowsOfEntries.enumerated() {
      precondition(row.count == columns, "the rows of a matrix must have equal lengths")
      for (j, value) in row.enumerated() { self[i, j] = value }
    }
  }

  /// A matrix whose entry (i, j) is `entry(i, j)`.
  public init(rows: Int, columns: Int, entry: (_ row: Int, _ column: Int) throws -> Double) rethrows {
    self.init(rows: rows, columns: columns)
    for j in 0..<columns {
      for i in 0..<rows { self[i, j] = try entry(i, j) }
    }
  }

  /// The identity matrix of order `order`.
  public static func identity(_ order: Int) -> Matrix {
    Matrix(rows: order, columns: order) { $0 == $1 ? 1 : 0 }
  }

  /// Whether there are as many rows as columns.
  public var isSquare: Bool { rows == columns }

  /// Whether every entry is finite.
  public var isFinite: Bool { columnMajor.allSatisfy(\.isFinite) }

  /// The entry in row `row` and column `column`, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
      return columnMajor[row + column * rows]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
      columnMajor[row + column * rows] = newValue
    }
  }

  /// The transpose.
  public var transposed: Matrix {
    Matrix(rows: columns, columns: rows) { self[$1, $0] }
  }

  /// The product of two matrices.
  ///
  /// - Throws: `LinearAlgebraError.shapeMismatch` if `other` has not as many rows as this matrix has columns.
  public func multiplied(by other: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard columns == other.rows else {
      throw .shapeMismatch(
        operation: "matrix product", expected: "\(columns) rows on the right", found: "\(other.rows)")
    }
    var product = Matrix(rows: rows, columns: other.columns)
    for j in 0..<other.columns {
      for k in 0..<columns {
        let factor = other[k, j]
        for i in 0..<rows { product.columnMajor[i + j * rows] += columnMajor[i + k * rows] * factor }
      }
    }
    return product
  }

  /// Throws unless the matrix is square and finite.
  func requireSquareFinite(_ operation: String) throws(LinearAlgebraError) {
    guard isSquare else {
      throw .shapeMismatch(operation: operation, expected: "a square matrix", found: "\(rows) x \(columns)")
    }
    guard isFinite else { throw .nonFiniteValue(operation: operation) }
  }
}
