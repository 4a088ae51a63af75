import District

/// One point of a sweep: a scenario, and where it lies on the axes.
public struct SweepPoint: Sendable {
  /// Number of the point, from 1, in the order of the table.
  public let number: Int
  /// Position of its value on each axis.
  public let positions: [Int]
  /// The scenario, without the lists of values and warnings that a single scenario carries.
  public let scenario: ResolvedScenario
}

/// A sweep: a scenario file some of whose values run along axes.
public struct Sweep: Sendable {
  /// The file as the user named it.
  public let file: String
  /// Id.
  public let id: String
  /// Title in both languages.
  public let title: BilingualText
  /// The axes.
  public let axes: [SweepAxis]
  /// True when the axes run together, false when every value meets every other.
  public let isPaired: Bool
  /// Ids of the indicators asked for; nil for the usual ones.
  public let indicators: [String]?
  /// The points; the last axis runs fastest.
  public let points: [SweepPoint]
  /// The first point as a scenario with all that a single scenario carries.
  public let first: ResolvedScenario

  /// The value of a point on an axis.
  public func value(of point: SweepPoint, axis: Int) -> AxisValue { axes[axis].values[point.positions[axis]] }
}
