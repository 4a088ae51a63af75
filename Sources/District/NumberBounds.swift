/// The values a number may take.
public struct NumberBounds: Sendable, Equatable, CustomStringConvertible {
  /// Smallest value.
  public let low: Double
  /// Largest value.
  public let high: Double
  /// True when the smallest value itself is excluded.
  public let isLowExcluded: Bool
  /// True when the largest value itself is excluded.
  public let isHighExcluded: Bool

  /// Makes bounds; both ends belong to them unless excluded.
  public init(_ low: Double, _ high: Double, excludingLow: Bool = false, excludingHigh: Bool = false) {
    self.low = low
    self.high = high
    isLowExcluded = excludingLow
    isHighExcluded = excludingHigh
  }

  /// True when the value lies within.
  public func contains(_ value: Double) -> Bool {
    (isLowExcluded ? value > low : value >= low) && (isHighExcluded ? value < high : value <= high)
  }

  /// For example `more than 0 and at most 1`.
  public var description: String {
    "\(isLowExcluded ? "more than" : "at least") \(low.plain) and \(isHighExcluded ? "less than" : "at most") \(high.plain)"
  }

  /// From 0 to 1.
  public static let share = NumberBounds(0, 1)
  /// A log rate a year within half in either direction.
  public static let rate = NumberBounds(-0.5, 0.5)
  /// A standard deviation in logs.
  public static let sigma = NumberBounds(0, 2)
}

extension Double {
  /// The shortest text that gives the number back, without a trailing `.0`.
  package var plain: String {
    let text = String(self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
