/// The probability of a commitment along a lever, and the smallest move of it that reaches a wanted probability.
public struct LeverCurve: Sendable, Equatable {
  /// Which way the probability goes as the lever goes up, beyond Monte Carlo error.
  public enum Course: String, Sendable {
    case rising, falling, flat
    /// Neither: it rises in one place and falls in another.
    case mixed
  }

  /// A position at which the wanted probability is just reached.
  public struct Crossing: Sendable, Equatable {
    /// The position on the side that reaches it.
    public let point: LeverPoint
    /// The nearest position looked at that does not: the crossing lies between the two.
    public let missing: Double
    /// Standard error of the position (delta method): that of the probability over the slope of the curve.
    public let standardError: Double?
  }

  /// What was found.
  public enum Answer: Sendable, Equatable {
    /// The commitment has the probability where the lever stands; `until` is how far it can be moved without losing
    /// it, nil when it keeps it over the whole range.
    case alreadyMet(until: Crossing?)
    /// The smallest move that reaches it.
    case met(Crossing)
    /// No position within the bounds reaches it.
    case outOfReach
  }

  /// Where the lever stands.
  public let start: Double
  /// How far it may be moved.
  public let bounds: ClosedRange<Double>
  /// The probability wanted.
  public let wanted: Double
  /// Every position looked at, in order.
  public let points: [LeverPoint]
  /// The positions of the first, even grid.
  public let grid: [Double]
  /// What was found.
  public let answer: Answer

  /// The likeliest position looked at; between equals the one with the widest margin, then the one nearest the start.
  public var best: LeverPoint {
    points.dropFirst().reduce(points[0]) { best, point in
      if point.isBetter(than: best) { return point }
      if best.isBetter(than: point) { return best }
      return (point.value - start).magnitude < (best.value - start).magnitude ? point : best
    }
  }

  /// The point where the lever stands, when that is within the bounds.
  public var atStart: LeverPoint? { points.first { $0.value == start } }

  /// Which way the probability goes along the grid.
  public var course: Course {
    let shown = points.filter { grid.contains($0.value) }
    let rises = Self.hasMove(shown)
    let falls = Self.hasMove(shown.reversed())
    return rises ? (falls ? .mixed : .rising) : (falls ? .falling : .flat)
  }

  /// True when some later point is clearly above the lowest of those before it.
  private static func hasMove(_ points: [LeverPoint]) -> Bool {
    guard var lowest = points.first else { return false }
    for point in points.dropFirst() {
      if point.isClearlyAbove(lowest) { return true }
      if point.probability < lowest.probability { lowest = point }
    }
    return false
  }
}
