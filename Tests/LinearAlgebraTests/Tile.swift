import LinearAlgebra

/// A tile of doubles aligned to 64 bytes.
final class Tile {
  let values: UnsafeMutablePointer<Double>
  let count: Int

  init(count: Int, _ value: (Int) -> Double) {
    self.count = count
    values = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 8, alignment: 64)
      .bindMemory(to: Double.self, capacity: max(count, 1))
    for k in 0..<count { values[k] = value(k) }
  }

  var array: [Double] { (0..<count).map { values[$0] } }

  deinit { values.deallocate() }
}

/// A X by the definition, for X given row by row.
func naiveProduct(_ matrix: Matrix, _ x: [Double], members: Int) -> [Double] {
  var y = [Double](repeating: 0, count: matrix.rows * members)
  for r in 0..<matrix.rows {
    for k in 0..<matrix.columns {
      for m in 0..<members { y[r * members + m] += matrix[r, k] * x[k * members + m] }
    }
  }
  return y
}
