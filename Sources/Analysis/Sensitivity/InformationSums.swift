/// The sums from which the value of knowing one parameter is estimated, over the members of one independent unit.
///
/// phi_0 ... phi_8 are the Legendre polynomials on 0...1, of squared mean 1, at the cumulative probability u of the
/// parameter; y are the outputs.
struct InformationSums: Sendable {
  /// Number of polynomials, the constant among them.
  static let terms = 9
  private(set) var count = 0.0
  /// Sums of phi_j phi_k, row by row.
  private(set) var gram = [Double](repeating: 0, count: terms * terms)
  /// Sums of phi_j y, by output and polynomial.
  private(set) var moments: [Double]
  /// Sums of y^2 by output.
  private(set) var squares: [Double]

  init(outputs: Int) {
    moments = Array(repeating: 0, count: outputs * Self.terms)
    squares = Array(repeating: 0, count: outputs)
  }

  mutating func addCount(_ number: Double) { count += number }
  mutating func add(gram value: Double, _ j: Int, _ k: Int) {
    gram[j * Self.terms + k] += value
    if j != k { gram[k * Self.terms + j] += value }
  }
  mutating func add(moment value: Double, output: Int, term: Int) { moments[output * Self.terms + term] += value }
  mutating func add(square value: Double, output: Int) { squares[output] += value }

  /// Adds (or with -1 takes away) those of another unit.
  mutating func add(_ other: InformationSums, sign: Double = 1) {
    count += sign * other.count
    for index in gram.indices { gram[index] += sign * other.gram[index] }
    for index in moments.indices { moments[index] += sign * other.moments[index] }
    for index in squares.indices { squares[index] += sign * other.squares[index] }
  }

  /// The polynomials at u.
  static func polynomials(_ u: Double) -> [Double] {
    let x = 2 * u - 1
    var legendre = [1.0, x]
    for n in 1..<(terms - 1) {
      legendre.append((Double(2 * n + 1) * x * legendre[n] - Double(n) * legendre[n - 1]) / Double(n + 1))
    }
    return legendre.enumerated().map { $1 * Double(2 * $0 + 1).squareRoot() }
  }

  /// Sums over draws and outputs in memory.
  ///
  /// - Parameters:
  ///   - uniforms: the cumulative probability of the parameter, one a row.
  ///   - outputs: the outputs, each one a row.
  init(uniforms: ArraySlice<Double>, outputs: [ArraySlice<Double>]) {
    self.init(outputs: outputs.count)
    for row in uniforms.indices {
      let phi = Self.polynomials(uniforms[row])
      addCount(1)
      for j in phi.indices { for k in j..<phi.count { add(gram: phi[j] * phi[k], j, k) } }
      for (output, values) in outputs.enumerated() {
        for j in phi.indices { add(moment: phi[j] * values[row], output: output, term: j) }
        add(square: values[row] * values[row], output: output)
      }
    }
  }
}
