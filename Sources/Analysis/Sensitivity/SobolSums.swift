/// The sums from which Sobol' indices of one output are made, over the rows of one independent unit of the sample.
///
/// Outputs are taken about a pivot near their mean. With a = f(A), b = f(B) and c_i = f(A with input i from B).
public struct SobolSums: Sendable, Equatable {
  /// Number of rows.
  public private(set) var count = 0.0
  /// Sums of a, b and their squares.
  private(set) var a = 0.0
  private(set) var b = 0.0
  private(set) var aa = 0.0
  private(set) var bb = 0.0
  /// By input: sums of c - a, b (c - a) and (c - a)^2.
  private(set) var change: [Double]
  private(set) var product: [Double]
  private(set) var square: [Double]

  /// Makes empty sums for a number of inputs.
  public init(inputs: Int) {
    change = Array(repeating: 0, count: inputs)
    product = change
    square = change
  }

  /// Number of inputs.
  public var inputs: Int { change.count }

  /// Adds rows of the two base matrices.
  mutating func addBase(count: Double, a: Double, b: Double, aa: Double, bb: Double) {
    self.count += count
    self.a += a
    self.b += b
    self.aa += aa
    self.bb += bb
  }

  /// Adds rows of the matrix with one input replaced.
  mutating func add(input: Int, change: Double, product: Double, square: Double) {
    self.change[input] += change
    self.product[input] += product
    self.square[input] += square
  }

  /// The sums as one row: count, a, b, aa, bb, then change, product and square of every input.
  var row: [Double] { [count, a, b, aa, bb] + change + product + square }

  /// Sums over outputs in memory, split into units of rows next to each other.
  ///
  /// - Parameters:
  ///   - a: f(A), one a row.
  ///   - b: f(B).
  ///   - replaced: f(A with an input from B), by input and row.
  ///   - units: independent parts of the sample, each with at least one row.
  public static func units(a: [Double], b: [Double], replaced: [[Double]], units: Int) -> [SobolSums] {
    let rows = a.count
    precondition(b.count == rows && replaced.allSatisfy { $0.count == rows } && units >= 1 && rows >= units)
    let pivot = (a.reduce(0, +) + b.reduce(0, +)) / Double(2 * rows)
    return (0..<units).map { unit in
      let range = rows * unit / units..<rows * (unit + 1) / units
      var sums = SobolSums(inputs: replaced.count)
      for row in range {
        let (x, y) = (a[row] - pivot, b[row] - pivot)
        sums.addBase(count: 1, a: x, b: y, aa: x * x, bb: y * y)
      }
      for (input, values) in replaced.enumerated() {
        var (change, product, square) = (0.0, 0.0, 0.0)
        for row in range {
          let d = values[row] - a[row]
          change += d
          product += (b[row] - pivot) * d
          square += d * d
        }
        sums.add(input: input, change: change, product: product, square: square)
      }
      return sums
    }
  }
}
