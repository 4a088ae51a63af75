/// A linear condition on a point x: the sum of coefficient times coordinate is at most, or equal to, a bound.
public struct LinearConstraint: Sendable, Equatable {
  /// What the sum must be.
  public enum Relation: Sendable {
    case atMost, equal
  }

  /// A coordinate with its coefficient.
  public struct Term: Sendable, Equatable {
    /// The coordinate.
    public let index: Int
    /// What multiplies it.
    public let coefficient: Double

    /// Makes a term.
    public init(_ index: Int, _ coefficient: Double) {
      self.index = index
      self.coefficient = coefficient
    }
  }

  /// Coordinates that enter, with their coefficients.
  public let terms: [Term]
  /// The relation.
  public let relation: Relation
  /// The bound.
  public let bound: Double

  /// Makes a condition.
  public init(_ terms: [Term], _ relation: Relation, _ bound: Double) {
    self.terms = terms
    self.relation = relation
    self.bound = bound
  }

  /// The sum of some coordinates is at most a bound.
  public static func sum(of indices: [Int], atMost bound: Double) -> LinearConstraint {
    LinearConstraint(indices.map { Term($0, 1) }, .atMost, bound)
  }

  /// The sum of some coordinates is at least a bound.
  public static func sum(of indices: [Int], atLeast bound: Double) -> LinearConstraint {
    LinearConstraint(indices.map { Term($0, -1) }, .atMost, -bound)
  }

  /// The sum of some coordinates equals a bound.
  public static func sum(of indices: [Int], equals bound: Double) -> LinearConstraint {
    LinearConstraint(indices.map { Term($0, 1) }, .equal, bound)
  }

  /// By how much a point misses the condition; 0 when it holds.
  public func violation(at x: [Double]) -> Double {
    let excess = terms.reduce(-bound) { $0 + $1.coefficient * x[$1.index] }
    return relation == .equal ? excess.magnitude : max(0, excess)
  }
}
