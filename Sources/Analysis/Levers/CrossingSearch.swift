/// Finds where the probability along a lever crosses a wanted level, nearest to where the lever stands.
///
/// First an even grid over the bounds, which shows the course of the curve and brackets the crossings; then the bracket
/// nearest to the start is cut into sixteen, three times over. All positions of a round are run on one drawing, which
/// makes sixteen-fold sections cheaper than the same number of bisections or steps of Brent's method. On common random
/// numbers the empirical probability is one fixed function of the position, so that the search ends at its own crossing.
package struct CrossingSearch {
  private let start: Double
  private let bounds: ClosedRange<Double>
  private let wanted: Double

  /// Prepares a search from where the lever stands, within bounds, for a probability.
  package init(start: Double, bounds: ClosedRange<Double>, wanted: Double) {
    self.start = start
    self.bounds = bounds
    self.wanted = wanted
  }

  /// Intervals of the grid.
  static let intervals = 16
  /// Parts a bracket is cut into, and how often.
  private static let parts = 16
  private static let rounds = 3
  /// Most positions run in all, for progress.
  static let mostPositions = intervals + 2 + rounds * (parts - 1)

  /// Searches.
  ///
  /// - Parameter evaluate: runs positions, in order.
  /// - Throws: what `evaluate` throws.
  package func search(_ evaluate: ([Double]) throws -> [LeverPoint]) throws -> LeverCurve {
    let width = bounds.upperBound - bounds.lowerBound
    let grid = (0...Self.intervals).map { index in
      index == Self.intervals ? bounds.upperBound : bounds.lowerBound + width * Double(index) / Double(Self.intervals)
    }
    let first = bounds.contains(start) && !grid.contains(start) ? (grid + [start]).sorted() : grid
    var points = try evaluate(first)
    let origin = points.enumerated().min { distance($0.element) < distance($1.element) }!.offset
    let isMet = meets(points[origin])
    var crossing: LeverCurve.Crossing?
    if let (inner, outer) = bracket(points, origin: origin) {
      // The side that reaches the level is the outer one, unless it is reached at the start.
      crossing = try narrow(inner: inner, outer: outer, isMetInside: isMet, into: &points, evaluate)
    }
    points.sort { $0.value < $1.value }
    let answer: LeverCurve.Answer =
      isMet ? .alreadyMet(until: crossing) : crossing.map(LeverCurve.Answer.met) ?? .outOfReach
    return LeverCurve(start: start, bounds: bounds, wanted: wanted, points: points, grid: grid, answer: answer)
  }

  private func meets(_ point: LeverPoint) -> Bool { point.probability >= wanted }

  private func distance(_ point: LeverPoint) -> Double { (point.value - start).magnitude }

  /// The neighbours between which the level is first crossed, walking from the origin both ways: the nearer one.
  private func bracket(_ points: [LeverPoint], origin: Int) -> (inner: LeverPoint, outer: LeverPoint)? {
    let isMet = meets(points[origin])
    let upward = points.indices.first { $0 > origin && meets(points[$0]) != isMet }.map { (points[$0 - 1], points[$0]) }
    let downward = points.indices.last { $0 < origin && meets(points[$0]) != isMet }.map {
      (points[$0 + 1], points[$0])
    }
    switch (upward, downward) {
    case (let up?, let down?): return distance(up.1) <= distance(down.1) ? up : down
    case (let found?, nil), (nil, let found?): return found
    case (nil, nil): return nil
    }
  }

  private func narrow(
    inner: LeverPoint, outer: LeverPoint, isMetInside: Bool, into points: inout [LeverPoint],
    _ evaluate: ([Double]) throws -> [LeverPoint]
  ) throws -> LeverCurve.Crossing {
    let slope = (outer.probability - inner.probability) / (outer.value - inner.value)
    var (inner, outer) = (inner, outer)
    for _ in 0..<Self.rounds {
      let step = (outer.value - inner.value) / Double(Self.parts)
      let positions = (1..<Self.parts).map { inner.value + step * Double($0) }
      guard Set(positions).count == positions.count, positions[0] != inner.value else { break }
      let found = try evaluate(positions)
      points += found
      let path = [inner] + found + [outer]
      let end = path.indices.dropFirst().first { meets(path[$0]) != isMetInside }!
      (inner, outer) = (path[end - 1], path[end])
    }
    let (reaching, missing) = isMetInside ? (inner, outer) : (outer, inner)
    return LeverCurve.Crossing(
      point: reaching, missing: missing.value,
      standardError: slope == 0 ? nil : reaching.standardError.map { $0 / slope.magnitude })
  }
}
