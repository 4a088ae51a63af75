// Goals, in order: (1) within 1e-11 of the range of the exact quantile, never outside the bounds, nondecreasing to
// rounding; (2) a few nanoseconds a draw; (3) all tables of a district in a few milliseconds.

import ElementaryFunctions

/// A distribution's quantile function prepared for millions of evaluations.
public struct QuantileTable: Sendable {
  /// The distribution.
  public let distribution: Distribution

  private let method: Method

  private enum Method: Sendable {
    case beta(BetaQuantileTable, low: Double, high: Double)
    case normal(mean: Double, standardDeviation: Double)
    case uniform(low: Double, high: Double)
    case triangular(low: Double, mode: Double, high: Double)
    case fixed(Double)
  }

  /// Prepares one distribution. PERT distributions of one shape share a table, whatever their ranges.
  ///
  /// - Throws: `DistributionError` if the parameters do not describe a distribution.
  public init(_ distribution: Distribution) throws(DistributionError) {
    try distribution.validate()
    self.distribution = distribution
    switch distribution {
    case .pert(let low, _, let high):
      // 1 + 4 (0.5 - 0.3) / (0.7 - 0.3) is not quite 3: shapes are rounded to 2^-44, which moves a quantile by less
      // than 1e-13 and lets most of a district's parameters share.
      let exact = distribution.beta!
      let alpha = (exact.alpha * 0x1p44).rounded() * 0x1p-44
      let shape = BetaDistribution(alpha: alpha, beta: 6 - alpha)
      method = .beta(.shared(shape), low: low, high: high)
    case .normal(let mean, let standardDeviation):
      method = .normal(mean: mean, standardDeviation: standardDeviation)
    case .uniform(let low, let high):
      method = .uniform(low: low, high: high)
    case .triangular(let low, let mode, let high):
      method = .triangular(low: low, mode: mode, high: high)
    case .fixed(let value):
      method = .fixed(value)
    }
  }

  /// Replaces uniforms, strictly inside (0, 1), by quantiles.
  ///
  /// - Parameters:
  ///   - u: the numbers, aligned to 64 bytes for full speed.
  ///   - count: how many; any number, though a multiple of 8 wastes no lanes.
  public func apply(_ u: UnsafeMutablePointer<Double>, count: Int) {
    let whole = count & ~(Vector.scalarCount - 1)
    applyVectors(UnsafeMutableRawPointer(u), vectors: whole / Vector.scalarCount)
    if whole < count {
      var rest = Vector(repeating: 0.5)
      for lane in 0..<(count - whole) { rest[lane] = u[whole + lane] }
      withUnsafeMutablePointer(to: &rest) { applyVectors(UnsafeMutableRawPointer($0), vectors: 1) }
      for lane in 0..<(count - whole) { u[whole + lane] = rest[lane] }
    }
  }

  private func applyVectors(_ u: UnsafeMutableRawPointer, vectors: Int) {
    switch method {
    case .beta(let table, let low, let high):
      applyBeta(u, vectors, table, low: low, high: high)
    case .normal(let mean, let standardDeviation):
      let m = Vector(repeating: mean)
      let s = Vector(repeating: standardDeviation)
      normalQuantiles(of: u, into: u, count: vectors)
      for k in 0..<vectors {
        let z = u.loadUnaligned(fromByteOffset: k &* 64, as: Vector.self)
        u.storeBytes(of: multiplyAdd(z, s, m), toByteOffset: k &* 64, as: Vector.self)
      }
    case .uniform(let low, let high):
      for k in 0..<vectors {
        let value = multiplyAdd(
          u.loadUnaligned(fromByteOffset: k &* 64, as: Vector.self), Vector(repeating: high - low), low)
        u.storeBytes(of: clamp(value, low, high), toByteOffset: k &* 64, as: Vector.self)
      }
    case .triangular:
      for k in 0..<vectors {
        var value = u.loadUnaligned(fromByteOffset: k &* 64, as: Vector.self)
        for lane in 0..<Vector.scalarCount { value[lane] = distribution.quantile(value[lane]) }
        u.storeBytes(of: value, toByteOffset: k &* 64, as: Vector.self)
      }
    case .fixed(let value):
      for k in 0..<vectors { u.storeBytes(of: Vector(repeating: value), toByteOffset: k &* 64, as: Vector.self) }
    }
  }

  private func applyBeta(
    _ u: UnsafeMutableRawPointer, _ vectors: Int, _ table: BetaQuantileTable, low: Double, high: Double
  ) {
    if !Self.hasTails(u, vectors) { return applyTable(u, vectors, table, low: low, high: high) }
    // Two draws in a million: the vectors one by one.
    for k in 0..<vectors {
      let target = u + k &* 64
      var p = target.loadUnaligned(as: Vector.self)
      applyTable(target, 1, table, low: low, high: high)
      withUnsafePointer(to: &p) { if Self.hasTails($0, 1) { exactTails($0, into: target) } }
    }
  }

  /// Whether any lane is too near 0 or 1 for the table.
  private static func hasTails(_ u: UnsafeRawPointer, _ vectors: Int) -> Bool {
    let smallest = Vector(repeating: BetaQuantileTable.smallestTail)
    var tails = SIMDMask<SIMD8<Int64>>(repeating: false)
    for k in 0..<vectors {
      let p = u.loadUnaligned(fromByteOffset: k &* 64, as: Vector.self)
      tails .|= minimum(p, Vector(repeating: 1) - p) .< smallest
    }
    return anyLane(tails)
  }

  /// The quantiles from the table: a loop without a call, so that what it needs stays in registers.
  @inline(never)
  private func applyTable(
    _ u: UnsafeMutableRawPointer, _ vectors: Int, _ table: BetaQuantileTable, low: Double, high: Double
  ) {
    table.cells.withUnsafeBufferPointer { cells in
      let cells = cells.baseAddress!
      for k in 0..<vectors {
        let value = BetaQuantileTable.evaluate(
          u.loadUnaligned(fromByteOffset: k &* 64, as: Vector.self), cells: cells,
          lower: (base: low, slope: high - low), upper: (base: high, slope: low - high))
        u.storeBytes(of: clamp(value, low, high), toByteOffset: k &* 64, as: Vector.self)
      }
    }
  }

  /// Computes exactly the lanes too near 0 or 1 for the table.
  @inline(never)
  private func exactTails(_ p: UnsafeRawPointer, into target: UnsafeMutableRawPointer) {
    for lane in 0..<Vector.scalarCount {
      let p = p.load(fromByteOffset: lane * 8, as: Double.self)
      if min(p, 1 - p) < BetaQuantileTable.smallestTail {
        target.storeBytes(of: distribution.quantile(p), toByteOffset: lane * 8, as: Double.self)
      }
    }
  }

  @inline(__always)
  private func clamp(_ x: Vector, _ low: Double, _ high: Double) -> Vector {
    minimum(maximum(x, Vector(repeating: low)), Vector(repeating: high))
  }
}
