// Goals, in order: (1) each result is the sum of its terms in ascending column order, whatever the width of the
// vectors; (2) only nonzero coefficients cost anything; (3) accumulators stay in registers.

/// The product Y = A X of a constant matrix that is mostly zeros with a tile: row k of X is a contiguous run of members.
///
/// The nonzero coefficients are listed row by row (compressed sparse rows); for each row of Y, or two with entries in the
/// same columns, a few vectors of members are summed in registers at a time.
public struct SparseTileProduct: Sendable {
  private typealias Lanes = SIMD8<Double>

  /// Rows of A and of Y.
  public let rows: Int
  /// Columns of A, rows of X.
  public let columns: Int
  private let rowStarts: [Int]
  private let entryColumns: [Int]
  private let entryValues: [Double]
  /// Whether a row has its entries in the same columns as the next one.
  private let isLikeNext: [Bool]

  /// Number of nonzero coefficients.
  public var count: Int { entryValues.count }

  /// Compiles the list of the nonzero entries of `matrix`.
  public init(_ matrix: Matrix) {
    var starts = [0]
    var columns: [Int] = []
    var values: [Double] = []
    for i in 0..<matrix.rows {
      for j in 0..<matrix.columns where matrix[i, j] != 0 {
        columns.append(j)
        values.append(matrix[i, j])
      }
      starts.append(values.count)
    }
    rows = matrix.rows
    self.columns = matrix.columns
    rowStarts = starts
    entryColumns = columns
    entryValues = values
    isLikeNext = (0..<matrix.rows).map { i in
      i + 1 < matrix.rows && (0..<matrix.columns).allSatisfy { (matrix[i, $0] == 0) == (matrix[i + 1, $0] == 0) }
    }
  }

  /// Y = A X; a row of A without entries gives zeros. Allocates nothing.
  ///
  /// - Parameters:
  ///   - x: `columns` rows of `members` doubles, aligned to 64 bytes.
  ///   - y: `rows` rows of `members` doubles, aligned to 64 bytes, overwritten; must not overlap `x`.
  ///   - members: length of each row, a multiple of 64.
  public func multiply(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, members: Int) {
    product(x, y, members: members, accumulating: false)
  }

  /// Y += A X; a row of A without entries leaves its row of Y as it is. Allocates nothing.
  ///
  /// - Parameters:
  ///   - x: `columns` rows of `members` doubles, aligned to 64 bytes.
  ///   - y: `rows` rows of `members` doubles, aligned to 64 bytes, added to; must not overlap `x`.
  ///   - members: length of each row, a multiple of 64.
  public func multiplyAdd(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, members: Int) {
    product(x, y, members: members, accumulating: true)
  }

  @inline(__always)
  private func product(
    _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, members: Int, accumulating: Bool
  ) {
    precondition(members % 64 == 0, "a tile holds a multiple of 64 members")
    let vectors = members / Lanes.scalarCount
    let xVectors = UnsafeRawPointer(x).assumingMemoryBound(to: Lanes.self)
    let yVectors = UnsafeMutableRawPointer(y).assumingMemoryBound(to: Lanes.self)
    rowStarts.withUnsafeBufferPointer { starts in
      entryColumns.withUnsafeBufferPointer { entryColumns in
        entryValues.withUnsafeBufferPointer { entryValues in
          // A few vectors of members at a time, whose rows of X stay in the first-level cache for all rows of Y.
          for v in stride(from: 0, to: vectors, by: Self.width) {
            var row = 0
            while row < rows {
              var entry = starts[row]
              let end = starts[row &+ 1]
              defer { row &+= 1 }
              if accumulating && entry == end { continue }
              if isLikeNext[row] {
                // What is loaded of X serves both rows, four vectors at a time.
                let count = end &- entry
                for part in stride(from: v, to: v &+ Self.width, by: 4) {
                  let upper = yVectors + (row &* vectors &+ part)
                  let lower = upper + vectors
                  var first = accumulating ? FourSums(upper) : FourSums()
                  var second = accumulating ? FourSums(lower) : FourSums()
                  for place in entry..<end {
                    let source = xVectors + (entryColumns[place] &* vectors &+ part)
                    first.add(Lanes(repeating: entryValues[place]), source)
                    second.add(Lanes(repeating: entryValues[place &+ count]), source)
                  }
                  first.store(upper)
                  second.store(lower)
                }
                row &+= 1
                continue
              }
              let target = yVectors + (row &* vectors &+ v)
              var first = accumulating ? FourSums(target) : FourSums()
              var second = accumulating && Self.width == 8 ? FourSums(target + 4) : FourSums()
              while entry < end {
                let source = xVectors + (entryColumns[entry] &* vectors &+ v)
                let factor = Lanes(repeating: entryValues[entry])
                first.add(factor, source)
                if Self.width == 8 { second.add(factor, source + 4) }
                entry &+= 1
              }
              first.store(target)
              if Self.width == 8 { second.store(target + 4) }
            }
          }
        }
      }
    }
  }

  /// Vectors of members that are summed at a time: as many as the registers hold, which hides the latency of the
  /// additions.
  @inline(__always)
  private static var width: Int {
    #if VECTOR_LEVEL_4
      8
    #else
      4
    #endif
  }
}

/// Sums of four vectors, in registers.
private struct FourSums {
  typealias Lanes = SIMD8<Double>
  private var sum0 = Lanes.zero
  private var sum1 = Lanes.zero
  private var sum2 = Lanes.zero
  private var sum3 = Lanes.zero

  @inline(__always)
  init() {}

  @inline(__always)
  init(_ start: UnsafePointer<Lanes>) { (sum0, sum1, sum2, sum3) = (start[0], start[1], start[2], start[3]) }

  @inline(__always)
  mutating func add(_ factor: Lanes, _ source: UnsafePointer<Lanes>) {
    sum0 = multiplyAdd(factor, source[0], sum0)
    sum1 = multiplyAdd(factor, source[1], sum1)
    sum2 = multiplyAdd(factor, source[2], sum2)
    sum3 = multiplyAdd(factor, source[3], sum3)
  }

  @inline(__always)
  func store(_ target: UnsafeMutablePointer<Lanes>) {
    (target[0], target[1], target[2], target[3]) = (sum0, sum1, sum2, sum3)
  }
}
