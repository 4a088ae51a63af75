/// Maps values of an axis to places on a drawing.
struct LinearScale {
  /// Ticks of the axis; the first and the last are its ends.
  let ticks: AxisTicks
  private let start: Double
  private let end: Double

  /// - Parameters:
  ///   - range: what the axis has to hold.
  ///   - start: place of its low end.
  ///   - end: place of its high end; below `start` for an axis that points up.
  ///   - tickCount: about how many ticks.
  init(_ range: ClosedRange<Double>, from start: Double, to end: Double, tickCount: Int = 5) {
    ticks = AxisTicks(covering: range, about: tickCount)
    self.start = start
    self.end = end
  }

  /// The place of a value.
  func callAsFunction(_ value: Double) -> Double {
    let ends = ticks.ends
    return start + (end - start) * (value - ends.lowerBound) / (ends.upperBound - ends.lowerBound)
  }

  /// The smallest range that holds all the values; nil without any.
  static func range(of values: some Sequence<Double>) -> ClosedRange<Double>? {
    var range: ClosedRange<Double>?
    for value in values where value.isFinite {
      range = min(range?.lowerBound ?? value, value)...max(range?.upperBound ?? value, value)
    }
    return range
  }
}
