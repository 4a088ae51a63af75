import District

/// The range a number must lie in.
package struct NumberRange: Sendable, Equatable {
  /// Smallest value allowed, or nil.
  package var minimum: Double?
  /// Value every number must exceed, or nil.
  package var above: Double?
  /// Largest value allowed, or nil.
  package var maximum: Double?

  /// Any finite number.
  package static let any = NumberRange()

  /// At least this.
  package static func atLeast(_ minimum: Double) -> NumberRange { NumberRange(minimum: minimum) }
  /// Strictly above this.
  package static func above(_ limit: Double) -> NumberRange { NumberRange(above: limit) }
  /// From one value to another, both allowed.
  package static func within(_ range: ClosedRange<Double>) -> NumberRange {
    NumberRange(minimum: range.lowerBound, maximum: range.upperBound)
  }

  /// True when the number is finite and in the range.
  package func admits(_ value: Double) -> Bool {
    value.isFinite && value >= (minimum ?? -.infinity) && value > (above ?? -.infinity)
      && value <= (maximum ?? .infinity)
  }

  /// The range in words.
  package var text: String {
    switch (minimum, above, maximum) {
    case (let low?, _, let high?): "a number from \(YAMLText.number(low)) to \(YAMLText.number(high))"
    case (let low?, _, nil): "a number of at least \(YAMLText.number(low))"
    case (nil, let low?, let high?): "a number above \(YAMLText.number(low)), at most \(YAMLText.number(high))"
    case (nil, let low?, nil): "a number above \(YAMLText.number(low))"
    case (nil, nil, let high?): "a number of at most \(YAMLText.number(high))"
    case (nil, nil, nil): "a number"
    }
  }
}

extension NumberRange {
  /// The range that numbers of a district's files have to lie in, whose largest value belongs to it.
  package init(_ bounds: NumberBounds) {
    assert(!bounds.isHighExcluded)
    self.init(
      minimum: bounds.isLowExcluded ? nil : bounds.low, above: bounds.isLowExcluded ? bounds.low : nil,
      maximum: bounds.high)
  }
}
