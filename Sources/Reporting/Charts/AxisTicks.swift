/// Round places on an axis: multiples of 1, 2 or 5 times a power of ten, after Heckbert, "Nice numbers for graph
/// labels", Graphics Gems (1990).
///
/// Of the steps of that form the one is taken whose number of ticks is nearest to the number wished. Each tick is a
/// whole multiple of the step, computed so that 0.3 is 0.3 and not 0.30000000000000004.
public struct AxisTicks: Sendable, Equatable {
  /// The ticks in ascending order; the first is at or below the range, the last at or above it.
  public let values: [Double]
  /// The digits after the point that tell the ticks apart.
  public let decimals: Int

  /// The ticks that enclose a range.
  ///
  /// - Parameters:
  ///   - range: what the axis has to hold, in the unit of the axis; a single point is widened.
  ///   - count: about how many ticks are wished, at least two.
  public init(covering range: ClosedRange<Double>, about count: Int = 5) {
    let range = Self.widened(range)
    let width = range.upperBound - range.lowerBound
    let first = Int((Double(width.exponent) * 0.301_03).rounded(.down)) - 2
    let steps = (first...(first + 4)).flatMap { power in [1, 2, 5].map { Step(mantissa: $0, power: power) } }
    let step = steps.min { abs($0.count(range) - count) < abs($1.count(range) - count) }!
    let ends = step.ends(range)
    values = (ends.low...ends.high).map(step.multiple)
    decimals = max(0, -step.power)
  }

  /// The text of a tick, with thousands set apart.
  public func text(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals, groupsThousands: true)
  }

  /// Lowest and highest tick.
  public var ends: ClosedRange<Double> { values[0]...values[values.count - 1] }

  private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    precondition(range.lowerBound.isFinite && range.upperBound.isFinite, "an axis needs finite ends")
    let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    guard range.upperBound - range.lowerBound <= size * 1e-9 else { return range }
    if size < 1e-250 { return 0...1 }
    return (range.lowerBound - size / 2)...(range.upperBound + size / 2)
  }

  /// A step of the form 1, 2 or 5 times a power of ten.
  private struct Step {
    let mantissa: Int
    let power: Int

    func ends(_ range: ClosedRange<Double>) -> (low: Int, high: Int) {
      // A range that ends on a tick up to rounding ends there.
      let slack = (range.upperBound - range.lowerBound) * 1e-9
      let low = ((range.lowerBound + slack) / multiple(1)).rounded(.down)
      let high = ((range.upperBound - slack) / multiple(1)).rounded(.up)
      return (Int(low), Int(high))
    }

    func count(_ range: ClosedRange<Double>) -> Int {
      let (low, high) = ends(range)
      return high - low + 1
    }

    /// Dividing by a whole power of ten rounds once; multiplying by 0.1 would round twice.
    func multiple(_ number: Int) -> Double {
      let whole = Double(number * mantissa)
      return power < 0 ? whole / Double("1e\(-power)")! : whole * Double("1e\(power)")!
    }
  }
}
