// Goals, in order: (1) the same product as with the Cholesky factor of the correlation matrix, to rounding, in one order of
// summation whatever the width of the vectors; (2) work that grows with shocks times factors, not with shocks squared;
// (3) running sums stay in registers.
//
// Reference: P. E. Gill, G. H. Golub, W. Murray and M. A. Saunders, "Methods for modifying matrix factorizations",
// Mathematics of Computation 28 (1974): the Cholesky factor of a diagonal matrix plus one of low rank.

/// The product E = L Z with the lower Cholesky factor of the correlation matrix of a factor model.
///
/// R has ones on its diagonal and R_ab = Σₖ w_ak w_bk off it, with few common factors k. Below its diagonal L then is
/// L_ab = Σₖ w_ak g_bk, so that row a of the product is L_aa z_a plus loadings times sums Σ_{b<a} g_bk z_b carried along.
public struct FactorModelProduct: Sendable {
  private typealias Lanes = SIMD8<Double>

  /// Rows of E and of Z.
  public let rows: Int
  /// For each group of three factors and each row: its diagonal entry of L (0 but in the first group), its loadings w, and
  /// the gains g by which its normal enters the sums.
  private let groups: [[RowCoefficients]]

  private struct RowCoefficients {
    var diagonal = 0.0
    var loadings = SIMD3<Double>.zero
    var gains = SIMD3<Double>.zero
    /// Whether the third factor matters here: the row has a loading on it, or it enters a sum that a later row takes.
    var usesThird = false
  }

  /// Factorises the correlation matrix of a factor model.
  ///
  /// - Parameter loadings: w, by row and common factor.
  /// - Throws: `LinearAlgebraError` if a loading is not finite or the correlation matrix not positive definite.
  public init(loadings: Matrix) throws(LinearAlgebraError) {
    guard loadings.isFinite else { throw .nonFiniteValue(operation: "factor model") }
    let factors = loadings.columns
    rows = loadings.rows
    var groups = Array(
      repeating: Array(repeating: RowCoefficients(), count: rows), count: max(1, (factors + 2) / 3))
    // What of the factors the rows so far leave unknown: I - Σ_{b<a} g_b g_bᵀ.
    var remaining = Matrix.identity(factors)
    for a in 0..<rows {
      let w = (0..<factors).map { loadings[a, $0] }
      let unknown = (0..<factors).map { k in (0..<factors).reduce(0) { $0 + remaining[k, $1] * w[$1] } }
      // L_aa² = 1 - Σ_{b<a} L_ab².
      let squaredDiagonal = 1 - (0..<factors).reduce(0) { $0 + w[$1] * (w[$1] - unknown[$1]) }
      guard squaredDiagonal > 0 else {
        throw .routineFailed(
          routine: "factor model", info: a + 1, meaning: "the leading minor of order \(a + 1) is not positive definite")
      }
      let diagonal = squaredDiagonal.squareRoot()
      groups[0][a].diagonal = diagonal
      for k in 0..<factors {
        groups[k / 3][a].loadings[k % 3] = w[k]
        groups[k / 3][a].gains[k % 3] = unknown[k] / diagonal
      }
      for k in 0..<factors {
        for l in 0..<factors { remaining[k, l] -= unknown[k] * unknown[l] / squaredDiagonal }
      }
    }
    for group in groups.indices {
      guard let last = groups[group].lastIndex(where: { $0.loadings.z != 0 }) else { continue }
      for a in 0...last {
        groups[group][a].usesThird = groups[group][a].loadings.z != 0 || groups[group][a].gains.z != 0
      }
    }
    self.groups = groups
  }

  /// L itself.
  public var lower: Matrix {
    Matrix(rows: rows, columns: rows) { a, b in
      if a <= b { return a == b ? groups[0][a].diagonal : 0 }
      return groups.reduce(0) { $0 + ($1[a].loadings * $1[b].gains).sum() }
    }
  }

  /// E = L Z; allocates nothing.
  ///
  /// - Parameters:
  ///   - z: `rows` rows of `members` doubles, aligned to 64 bytes.
  ///   - e: `rows` rows of `members` doubles, aligned to 64 bytes, overwritten; must not overlap `z`.
  ///   - members: length of each row, a multiple of 64.
  public func multiply(_ z: UnsafePointer<Double>, into e: UnsafeMutablePointer<Double>, members: Int) {
    precondition(members % 64 == 0, "a tile holds a multiple of 64 members")
    let vectors = members / Lanes.scalarCount
    let zVectors = UnsafeRawPointer(z).assumingMemoryBound(to: Lanes.self)
    let eVectors = UnsafeMutableRawPointer(e).assumingMemoryBound(to: Lanes.self)
    for group in groups.indices {
      groups[group].withUnsafeBufferPointer { rows in
        for v in stride(from: 0, to: vectors, by: 4) {
          var sums = FourFactorSums()
          for a in rows.indices {
            let (z, e) = (zVectors + (a &* vectors &+ v), eVectors + (a &* vectors &+ v))
            // A factor of few shocks, as that of public money, is left out where it does not matter.
            if rows[a].usesThird {
              sums.take(z, e, isFirst: group == 0, rows[a], usesThird: true)
            } else {
              sums.take(z, e, isFirst: group == 0, rows[a], usesThird: false)
            }
          }
        }
      }
    }
  }

  /// The sums for four vectors of members.
  private struct FourFactorSums {
    private var first = FactorSums()
    private var second = FactorSums()
    private var third = FactorSums()
    private var fourth = FactorSums()

    @inline(__always)
    mutating func take(
      _ normal: UnsafePointer<Lanes>, _ result: UnsafeMutablePointer<Lanes>, isFirst: Bool, _ row: RowCoefficients,
      usesThird: Bool
    ) {
      first.take(normal, result, isFirst: isFirst, row, usesThird: usesThird)
      second.take(normal + 1, result + 1, isFirst: isFirst, row, usesThird: usesThird)
      third.take(normal + 2, result + 2, isFirst: isFirst, row, usesThird: usesThird)
      fourth.take(normal + 3, result + 3, isFirst: isFirst, row, usesThird: usesThird)
    }
  }

  /// The sums of three factors over the rows so far, for eight members.
  private struct FactorSums {
    private var sum0 = Lanes.zero
    private var sum1 = Lanes.zero
    private var sum2 = Lanes.zero

    /// Adds a row's own normal and the sums to what is there, then its normal to the sums.
    @inline(__always)
    mutating func take(
      _ normal: UnsafePointer<Lanes>, _ result: UnsafeMutablePointer<Lanes>, isFirst: Bool, _ row: RowCoefficients,
      usesThird: Bool
    ) {
      let z = normal.pointee
      var e = isFirst ? Lanes(repeating: row.diagonal) * z : result.pointee
      e = multiplyAdd(Lanes(repeating: row.loadings.x), sum0, e)
      e = multiplyAdd(Lanes(repeating: row.loadings.y), sum1, e)
      if usesThird { e = multiplyAdd(Lanes(repeating: row.loadings.z), sum2, e) }
      result.pointee = e
      sum0 = multiplyAdd(Lanes(repeating: row.gains.x), z, sum0)
      sum1 = multiplyAdd(Lanes(repeating: row.gains.y), z, sum1)
      if usesThird { sum2 = multiplyAdd(Lanes(repeating: row.gains.z), z, sum2) }
    }
  }
}
