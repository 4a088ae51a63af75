// Goals, in order: (1) error below 1e-11, values inside 0 ... 1, no step down from one cell to the next; (2) one cache
// line a look-up; (3) a table in a fraction of a millisecond.

import CShuffle
import ElementaryFunctions
import Synchronization

/// The quantile function of a standard beta distribution as polynomials of degree 7.
///
/// The quantile of u has a power singularity at 0 and at 1. With v = min(u, 1 - u), every octave of v is cut into eight
/// cells, in which u^(1/alpha) is as smooth at 1e-6 as at 1/4. In each cell the polynomial matches the quantile and its
/// first three derivatives at both ends (Hermite interpolation), so neighbouring cells join without a step. Below
/// 2^-20, where fewer than two draws in a million fall, the exact quantile is computed.
final class BetaQuantileTable: Sendable {
  /// Octaves of v in the table: 2^-20 to 2^-1.
  private static let octaves = 19
  private static let cellsPerOctave = 8
  static let smallestTail = 0x1p-20
  /// Cells of a half, with one more for v = 1/2 itself.
  static let halfCells = octaves * cellsPerOctave + 1
  /// The sign, exponent and three fraction bits of 2^-20: the number of the first cell.
  static let firstCell = smallestTail.bitPattern &>> 49

  /// The distribution.
  let distribution: BetaDistribution
  /// Eight coefficients a cell, constant first; the cells of the lower half, then those of 1 - x for the upper half.
  let cells: [Vector]

  /// Tables made in this process, one for each shape.
  private static let made = Mutex<[BetaDistribution: BetaQuantileTable]>([:])
  /// Shapes that are kept; beyond them all are made anew. A table takes twenty kilobytes.
  private static let kept = 1_000

  /// The table of a shape, made when it is asked for first.
  static func shared(_ distribution: BetaDistribution) -> BetaQuantileTable {
    if let table = made.withLock({ $0[distribution] }) { return table }
    let table = BetaQuantileTable(distribution)
    made.withLock {
      if $0.count >= kept { $0.removeAll() }
      $0[distribution] = table
    }
    return table
  }

  init(_ distribution: BetaDistribution) {
    self.distribution = distribution
    cells = Self.half(distribution) + Self.half(distribution.mirrored)
  }

  /// The cells for probabilities up to 1/2.
  private static func half(_ distribution: BetaDistribution) -> [Vector] {
    // March down from the median, each node starting from a step of the series in the logarithms at the one before.
    let count = halfCells - 1
    var nodes = [Node](repeating: Node(), count: count + 1)
    var x = distribution.lowerQuantile(0.5)
    for k in stride(from: count, through: 0, by: -1) {
      let v = probability(ofNode: k)
      if k < count {
        let previous = nodes[k + 1]
        x = distribution.refinedQuantile(v, from: previous.extrapolated(to: v))
      }
      nodes[k] = Node(
        probability: v, quantile: x, derivatives: distribution.quantileDerivatives(x, complement: 1 - x))
    }
    var cells = (0..<count).map { hermite(nodes[$0], nodes[$0 + 1]) }
    var median = Vector.zero
    median[0] = nodes[count].quantile
    cells.append(median)
    return cells
  }

  /// The probability at the lower end of cell `k`.
  private static func probability(ofNode k: Int) -> Double {
    Double(bitPattern: (firstCell + UInt64(k)) << 49)
  }

  /// A point of the quantile function with its derivatives.
  private struct Node {
    var probability = 0.0
    var quantile = 0.0
    var derivatives = (first: 0.0, second: 0.0, third: 0.0)

    /// The quantile at `v` by the second-order series of log x in log v, nearly a straight line.
    func extrapolated(to v: Double) -> Double {
      let step = (v - probability) / probability
      let slope = probability * derivatives.first / quantile
      let curvature = slope * (1 + probability * derivatives.second / derivatives.first - slope)
      // log(1 + step), to the order of the series.
      let logStep = step * (1 - step * (0.5 - step / 3))
      let exponent = logStep * (slope + 0.5 * curvature * logStep)
      return quantile * (1 + exponent * (1 + exponent * (0.5 + exponent / 6)))
    }
  }

  /// The polynomial of degree 7 in t, -1 ... 1 over the cell, with the values and derivatives of both nodes.
  private static func hermite(_ left: Node, _ right: Node) -> Vector {
    let h = (right.probability - left.probability) / 2
    func scaled(_ node: Node) -> (Double, Double, Double, Double) {
      (node.quantile, node.derivatives.first * h, node.derivatives.second * h * h, node.derivatives.third * h * h * h)
    }
    let (f, f1, f2, f3) = scaled(left)
    let (g, g1, g2, g3) = scaled(right)
    // Even and odd parts at t = 1, and from them the coefficients of each part.
    let e = ((g + f) / 2, (g1 - f1) / 2, (g2 + f2) / 2, (g3 - f3) / 2)
    let o = ((g - f) / 2, (g1 + f1) / 2, (g2 - f2) / 2, (g3 + f3) / 2)
    let e6 = (e.3 - 3 * e.2 + 3 * e.1) / 48
    let e4 = (e.2 - e.1 - 24 * e6) / 8
    let e2 = (e.1 - 4 * e4 - 6 * e6) / 2
    let e0 = e.0 - e2 - e4 - e6
    let d = o.1 - o.0
    let o7 = (o.3 - 6 * o.2 + 15 * d) / 48
    let o5 = (o.2 - 3 * d - 24 * o7) / 8
    let o3 = (d - 4 * o5 - 6 * o7) / 2
    let o1 = o.0 - o3 - o5 - o7
    // The evaluation has s = t / 16 in its hands, so the powers of 16 go into the coefficients, exactly.
    return Vector(e0, o1 * 0x1p4, e2 * 0x1p8, o3 * 0x1p12, e4 * 0x1p16, o5 * 0x1p20, e6 * 0x1p24, o7 * 0x1p28)
  }

  /// base + slope x in each lane, x the quantile of u: the caller gives both for the lower and for the upper half.
  @inline(__always)
  static func evaluate(
    _ u: Vector, cells: UnsafePointer<Vector>, lower: (base: Double, slope: Double),
    upper: (base: Double, slope: Double)
  ) -> Vector {
    let complement = Vector(repeating: 1) - u
    let isUpper = complement .< u
    let v = maximum(minimum(u, complement), Vector(repeating: smallestTail))
    let pattern = bits(of: v)
    let offset = VectorBits.zero.replacing(
      with: UInt64(halfCells), where: isUpper)
    let cell = (pattern &>> 49) &- firstCell &+ offset
    // The fraction bits below the top three, as s in -1/16 ... 1/16 from the middle of the cell.
    let fraction = (pattern & 0x0001_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000
    let s = vector(fromBits: fraction) - Vector(repeating: 1.0625)
    let x = polynomial(cell, s, cells)
    let base = Vector(repeating: lower.base).replacing(with: upper.base, where: isUpper)
    let slope = Vector(repeating: lower.slope).replacing(with: upper.slope, where: isUpper)
    return multiplyAdd(x, slope, base)
  }

  /// The polynomials of eight cells at eight places.
  ///
  /// A cell is one register, so eight loads and a transposition bring the coefficients together; 64 loads of single
  /// coefficients take longer.
  @inline(__always)
  private static func polynomial(_ cell: VectorBits, _ s: Vector, _ cells: UnsafePointer<Vector>) -> Vector {
    @inline(__always) func row(_ lane: Int) -> Vector { cells[Int(truncatingIfNeeded: cell[lane])] }
    let (r0, r1, r2, r3, r4, r5, r6, r7) = (row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7))
    // Of two members beside each other the even coefficients and the odd ones, ...
    let (e01, e23, e45, e67) = (even_lanes(r0, r1), even_lanes(r2, r3), even_lanes(r4, r5), even_lanes(r6, r7))
    let (o01, o23, o45, o67) = (odd_lanes(r0, r1), odd_lanes(r2, r3), odd_lanes(r4, r5), odd_lanes(r6, r7))
    // ... of four members every fourth, beginning with the one named, and of eight one coefficient.
    let (a0, a2, a1, a3) = (even_pairs(e01, e23), odd_pairs(e01, e23), even_pairs(o01, o23), odd_pairs(o01, o23))
    let (b0, b2, b1, b3) = (even_pairs(e45, e67), odd_pairs(e45, e67), even_pairs(o45, o67), odd_pairs(o45, o67))
    let s2 = s * s
    let s4 = s2 * s2
    let c01 = multiplyAdd(even_pairs(a1, b1), s, even_pairs(a0, b0))
    let c23 = multiplyAdd(even_pairs(a3, b3), s, even_pairs(a2, b2))
    let c45 = multiplyAdd(odd_pairs(a1, b1), s, odd_pairs(a0, b0))
    let c67 = multiplyAdd(odd_pairs(a3, b3), s, odd_pairs(a2, b2))
    return multiplyAdd(multiplyAdd(c67, s2, c45), s4, multiplyAdd(c23, s2, c01))
  }
}
