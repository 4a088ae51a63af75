import ElementaryFunctions

/// A block of rows of a tile: each row one quantity, its members contiguous.
///
/// A handle on memory owned by a `TileWorkspace`; it never outlives it. Rows are whole numbers of `Vector`s.
public struct TileRows {
  /// Start of the first row, aligned to a vector.
  public let base: UnsafeMutablePointer<Vector>
  /// Number of rows.
  public let count: Int
  /// Vectors in a row.
  public let vectors: Int

  /// The row of an index.
  @inlinable @inline(__always)
  public subscript(row: Int) -> UnsafeMutablePointer<Vector> {
    assert(row >= 0 && row < count)
    return base + row * vectors
  }

  /// A run of rows.
  @inlinable
  public subscript(rows: Range<Int>) -> TileRows {
    assert(rows.lowerBound >= 0 && rows.upperBound <= count)
    return TileRows(base: base + rows.lowerBound * vectors, count: rows.count, vectors: vectors)
  }

  /// The same memory as single numbers, rows one after another.
  @inlinable
  public var numbers: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
  }

  /// Sets every member of every row.
  @inlinable
  public func fill(_ value: Double) {
    base.update(repeating: Vector(repeating: value), count: count * vectors)
  }

  @inlinable
  init(base: UnsafeMutablePointer<Vector>, count: Int, vectors: Int) {
    self.base = base
    self.count = count
    self.vectors = vectors
  }
}
