import Foundation
import LinearAlgebra
import Sampling

/// Sobol' indices of one output with bootstrap errors.
///
/// First order by equation (b) of Table 2 of Saltelli et al. (2010): V_i = mean of (b - m)(c_i - a), m the mean of every
/// run. Total by Jansen (1999): T_i = mean of (c_i - a)^2 / 2. Both over the variance of a and b together.
public struct SobolIndices: Sendable, Equatable {
  /// First-order index by input: the share of the variance that knowing it alone would take away, on average.
  public let first: [Double]
  /// Total index by input: the share that would remain if all others were known.
  public let total: [Double]
  /// Bootstrap standard errors; nil with fewer than two units.
  public let firstError: [Double]?
  /// See `firstError`.
  public let totalError: [Double]?
  /// Half-width of a 95 % interval in standard errors: Student's t for the number of units.
  public let intervalFactor: Double
  /// Variance of the output; with 0 the indices are 0.
  public let variance: Double

  /// Makes the indices of one output.
  ///
  /// - Parameters:
  ///   - units: sums over independent parts of the sample; the bootstrap draws whole units with replacement.
  ///   - weights: resamples by unit, how often each was drawn (`BootstrapWeights`).
  public init(_ units: [SobolSums], weights: Matrix?) {
    let units = units.filter { $0.count > 0 }
    let inputs = units.first?.inputs ?? 0
    let rows = units.map(\.row)
    let whole = (0..<(5 + 3 * inputs)).map { column in rows.reduce(0) { $0 + $1[column] } }
    variance = Self.variance(whole[0], whole[1], whole[2], whole[3], whole[4])
    let scale = variance > 0 ? 1 / variance : 0
    let middle = Self.middle(whole[0], whole[1], whole[2], change: whole[5..<5 + inputs].reduce(0, +), inputs: inputs)
    first = (0..<inputs).map { (whole[5 + inputs + $0] - middle * whole[5 + $0]) / whole[0] * scale }
    total = (0..<inputs).map { whole[5 + 2 * inputs + $0] / (2 * whole[0]) * scale }
    intervalFactor = Self.studentFactor(degrees: max(1, units.count - 1))
    guard let weights, units.count > 1 else {
      firstError = nil
      totalError = nil
      return
    }
    let errors = Self.bootstrap(rows, inputs: inputs, weights: weights)
    firstError = errors.first
    totalError = errors.total
  }

  /// Mean of all runs: a, b and every c = a + (c - a).
  private static func middle(_ n: Double, _ a: Double, _ b: Double, change: Double, inputs: Int) -> Double {
    (Double(inputs + 1) * a + b + change) / (Double(inputs + 2) * n)
  }

  private static func variance(_ n: Double, _ a: Double, _ b: Double, _ aa: Double, _ bb: Double) -> Double {
    let mean = (a + b) / (2 * n)
    let variance = (aa + bb) / (2 * n) - mean * mean
    // What is left of rounding where all members agree is no variance.
    return variance > 1e-14 * (aa + bb) / (2 * n) ? variance : 0
  }

  /// Standard deviations over the resamples: each is a weighted sum of units, all of them one product of matrices.
  private static func bootstrap(
    _ rows: [[Double]], inputs: Int, weights: Matrix
  ) -> (first: [Double], total: [Double]) {
    let resamples = weights.rows
    let width = 5 + 3 * inputs
    var sums = Matrix(rows: resamples, columns: width)
    var table = Matrix(rows: rows.count, columns: width)
    for (unit, row) in rows.enumerated() {
      for column in 0..<width { table.columnMajor[unit + column * rows.count] = row[column] }
    }
    do { try sums.add(productOf: weights, table) } catch {
      preconditionFailure("weights are resamples by units: \(error)")
    }
    // A resample of R units has (R - 1)/R of the variance.
    let correction = (Double(rows.count) / Double(rows.count - 1)).squareRoot()
    return sums.columnMajor.withUnsafeBufferPointer { s in
      var middles = [Double](repeating: 0, count: resamples)
      var scales = middles
      for k in 0..<resamples {
        let (n, a, b) = (s[k], s[k + resamples], s[k + 2 * resamples])
        let v = variance(n, a, b, s[k + 3 * resamples], s[k + 4 * resamples])
        var change = 0.0
        for input in 0..<inputs { change += s[k + (5 + input) * resamples] }
        middles[k] = middle(n, a, b, change: change, inputs: inputs)
        scales[k] = v > 0 ? 1 / (n * v) : 0
      }
      func spread(_ index: (Int) -> Double) -> Double {
        var (sum, squares) = (0.0, 0.0)
        for k in 0..<resamples {
          let x = index(k)
          sum += x
          squares += x * x
        }
        let mean = sum / Double(resamples)
        return max(0, squares / Double(resamples) - mean * mean).squareRoot() * correction
      }
      let first = (0..<inputs).map { input in
        let (change, product) = ((5 + input) * resamples, (5 + inputs + input) * resamples)
        return spread { (s[product + $0] - middles[$0] * s[change + $0]) * scales[$0] }
      }
      let total = (0..<inputs).map { input in
        let square = (5 + 2 * inputs + input) * resamples
        return spread { 0.5 * s[square + $0] * scales[$0] }
      }
      return (first, total)
    }
  }

  /// The 97.5 % quantile of Student's distribution by its expansion about the normal one (Abramowitz and Stegun 26.7.5).
  static func studentFactor(degrees: Int) -> Double {
    let z = 1.959963984540054
    let n = Double(degrees)
    if degrees == 1 { return 12.706204736432095 }
    if degrees == 2 { return 4.302652729911275 }
    let g1 = (pow(z, 3) + z) / 4
    let g2 = (5 * pow(z, 5) + 16 * pow(z, 3) + 3 * z) / 96
    let g3 = (3 * pow(z, 7) + 19 * pow(z, 5) + 17 * pow(z, 3) - 15 * z) / 384
    return z + g1 / n + g2 / (n * n) + g3 / (n * n * n)
  }
}

/// How often each unit is drawn in each resample of a bootstrap: a function of the seed.
public enum BootstrapWeights {
  /// Draws the weights.
  ///
  /// - Returns: resamples by units, whole numbers that add up to the units in each resample.
  /// - Throws: `SamplerError` when there are more draws than the sampler has.
  public static func draw(units: Int, resamples: Int, seed: UInt64) throws -> Matrix {
    let draws = units * resamples
    let sampler = try Sampler(
      kind: .random, seed: seed, members: max(1, draws),
      dimensions: [SampleDimension(name: DrawName("bootstrap"), sobolDimension: 1)])
    var weights = Matrix(rows: resamples, columns: units)
    for (draw, uniform) in sampler.uniforms(dimension: 0).prefix(draws).enumerated() {
      weights.columnMajor[draw / units + min(units - 1, Int(uniform * Double(units))) * resamples] += 1
    }
    return weights
  }
}
