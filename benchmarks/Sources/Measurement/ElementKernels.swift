import ElementaryFunctions
import Foundation
import Sampling

/// The element-wise kernels: elementary functions, draws.
public enum ElementKernels {
  /// Members of the rows the kernels work on: a tile's.
  public static let members = 256

  /// e^x on the range the model uses.
  public static func exponential() -> Kernel {
    let x = Rows(1, members: members, from: -1, to: 1)
    let y = Rows(1, members: members)
    return Kernel(
      "exp", unit: "evaluation", work: Double(members),
      isRight: { isNear(y, x) { Foundation.exp($0) } }
    ) {
      exponentials(of: x.vectors, into: y.vectors, count: members / Vector.scalarCount)
    }
  }

  /// ln x on the range the model uses.
  public static func logarithm() -> Kernel {
    let x = Rows(1, members: members, from: 0.5, to: 2)
    let y = Rows(1, members: members)
    return Kernel(
      "log", unit: "evaluation", work: Double(members),
      isRight: { isNear(y, x) { Foundation.log($0) } }
    ) {
      logarithms(of: x.vectors, into: y.vectors, count: members / Vector.scalarCount)
    }
  }

  /// The inverse normal.
  public static func normalQuantile() -> Kernel {
    let p = Rows(1, members: members, from: 1e-6, to: 1 - 1e-6)
    let z = Rows(1, members: members)
    return Kernel(
      "inverse normal", unit: "evaluation", work: Double(members),
      // Through the distribution function: Phi(z) = erfc(-z / sqrt 2) / 2.
      isRight: { isNear(p, z) { 0.5 * erfc(-$0 / 2.0.squareRoot()) } }
    ) {
      normalQuantiles(of: p.vectors, into: z.vectors, count: members / Vector.scalarCount)
    }
  }

  /// The table of a PERT distribution.
  ///
  /// - Throws: `DistributionError`, never for these numbers.
  public static func quantileTable() throws -> Kernel {
    let distribution = Distribution.pert(low: 0.6, mode: 1, high: 1.3)
    let table = try QuantileTable(distribution)
    let u = Rows(1, members: members, from: 1e-5, to: 1 - 1e-5)
    let x = Rows(1, members: members)
    return Kernel(
      "PERT quantile", unit: "evaluation", work: Double(members),
      isRight: { (0..<members).allSatisfy { abs(x.numbers[$0] - distribution.quantile(u.numbers[$0])) < 1e-9 } }
    ) {
      x.vectors.update(from: u.vectors, count: members / Vector.scalarCount)
      table.apply(x.numbers, count: members)
    }
  }

  /// Blocks of 64 scrambled Sobol draws of one dimension.
  ///
  /// - Throws: `SamplerError`, never for these numbers.
  public static func sobolBlock() throws -> Kernel {
    let dimensions = (1...4).map { SampleDimension(name: DrawName("d\($0)"), sobolDimension: $0) }
    let sampler = try Sampler(kind: .sobol, seed: 7, members: 1 << 20, dimensions: dimensions)
    let u = Rows(1, members: 64)
    var block = 0
    return Kernel(
      "Sobol block", unit: "draw", work: 64, isRight: { (0..<64).allSatisfy { 0 < u.numbers[$0] && u.numbers[$0] < 1 } }
    ) {
      sampler.uniforms(block: block, dimension: block & 3, into: u.numbers)
      block = (block + 1) & 16_383
    }
  }

  private static func isNear(_ found: Rows, _ argument: Rows, _ expected: (Double) -> Double) -> Bool {
    (0..<found.count).allSatisfy {
      let wanted = expected(argument.numbers[$0])
      return abs(found.numbers[$0] - wanted) <= 1e-13 * max(1e-3, abs(wanted))
    }
  }
}
