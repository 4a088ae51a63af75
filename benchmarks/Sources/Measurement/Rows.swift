import ElementaryFunctions

/// Rows of numbers aligned to a cache line, for the kernels.
public final class Rows: @unchecked Sendable {
  /// The numbers as vectors.
  public let vectors: UnsafeMutablePointer<Vector>
  /// Numbers in all.
  public let count: Int

  /// The same memory as single numbers.
  public var numbers: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(vectors).assumingMemoryBound(to: Double.self)
  }

  /// Makes rows of a number of members, evenly filled with numbers from a range.
  public init(_ rows: Int, members: Int, from low: Double = 0, to high: Double = 0) {
    count = rows * members
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 64)
    vectors = memory.bindMemory(to: Vector.self, capacity: count / Vector.scalarCount)
    // Evenly spread but not in order, as draws are.
    let golden = 0.618_033_988_749_894_9
    for i in 0..<count {
      let share = (Double(i) * golden).truncatingRemainder(dividingBy: 1)
      memory.storeBytes(of: low + (high - low) * share, toByteOffset: 8 * i, as: Double.self)
    }
  }

  deinit { UnsafeMutableRawPointer(vectors).deallocate() }
}
