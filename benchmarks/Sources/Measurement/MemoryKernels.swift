import ElementaryFunctions

/// Streams through the caches.
public enum MemoryKernels {
  /// y = a + s b over half a mebibyte: far more than the first-level cache, well within the second.
  public static func secondLevelCache() -> Kernel {
    let members = 20_480
    let a = Rows(1, members: members, from: 0, to: 1)
    let b = Rows(1, members: members, from: 0, to: 1)
    let y = Rows(1, members: members)
    return Kernel(
      "second-level cache", unit: "byte", work: Double(3 * 8 * members),
      isRight: { y.numbers[5] == a.numbers[5] + 0.5 * b.numbers[5] }
    ) {
      let (a, b, y) = (a.vectors, b.vectors, y.vectors)
      for i in 0..<members / Vector.scalarCount { y[i] = a[i] + 0.5 * b[i] }
    }
  }
}
