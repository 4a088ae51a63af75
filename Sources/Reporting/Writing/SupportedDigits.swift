/// How many digits of a Monte Carlo estimate mean something.
///
/// The last digit shown is never finer than the standard error: with an error of 0.05 a value is shown to tenths, with
/// one of 15 to hundreds. The unit sets the most decimals shown, for values whose error is zero or very small.
public struct SupportedDigits: Sendable, Equatable {
  /// Digits after the point; negative for tens, hundreds, ...
  public let decimals: Int

  /// The digits supported by a standard error.
  ///
  /// - Parameters:
  ///   - value: the estimate; with an unknown error two of its digits are shown.
  ///   - error: its standard error, or nil when it is unknown.
  ///   - most: the most decimals worth showing in the unit.
  public init(of value: Double, error: Double?, most: Int) {
    var decimals = most
    if let error, error.isFinite {
      var quantum = Self.quantum(most)
      while quantum < error, decimals > -12 {
        quantum *= 10
        decimals -= 1
      }
    } else if value != 0, value.isFinite {
      while decimals > -12, value.magnitude >= Self.quantum(decimals) * 100 { decimals -= 1 }
    }
    self.decimals = decimals
  }

  /// The number with these digits.
  public func text(_ value: Double, groupsThousands: Bool = false) -> String {
    NumberText.fixed(value, decimals: decimals, groupsThousands: groupsThousands)
  }

  private static func quantum(_ decimals: Int) -> Double {
    var quantum = 1.0
    for _ in 0..<decimals.magnitude { quantum = decimals > 0 ? quantum / 10 : quantum * 10 }
    return quantum
  }
}
