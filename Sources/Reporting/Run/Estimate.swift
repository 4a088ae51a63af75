import Analysis
import District

/// One estimate of an indicator with its standard error, ready to be shown to people in the words' unit.
public struct Estimate: Sendable, Equatable {
  /// The value, scaled to the unit shown.
  public let value: Double
  /// Its standard error, likewise; nil when it is unknown.
  public let error: Double?
  /// The digits the error supports.
  public let digits: SupportedDigits
  /// The most decimals worth showing.
  private let most: Int

  /// Makes an estimate.
  ///
  /// - Parameters:
  ///   - value: in the unit of files.
  ///   - error: standard error, likewise.
  ///   - unit: how the unit is shown.
  ///   - moreDecimals: decimals worth showing beyond the unit's, for differences and rates.
  public init(_ value: Double, error: Double?, unit: UnitLabel, moreDecimals: Int = 0) {
    self.value = value * unit.scale
    self.error = error.map { $0 * unit.scale }
    most = unit.decimals + moreDecimals
    digits = SupportedDigits(of: self.value, error: self.error, most: most)
  }

  /// The value as text for people.
  public var text: String { digits.text(value, groupsThousands: true) }

  /// `12.3 ±0.2`: the value and its error, that with one digit that counts; the value alone where the error is unknown or
  /// nothing.
  var textWithError: String { text(withError: error) }

  /// The value, to the digit of the error that counts, and an error in the unit shown.
  func text(withError error: Double?) -> String {
    guard let error, error > 1e-6, error.isFinite else { return text }
    var decimals = 0
    var unit = 1.0
    while error < unit {
      decimals += 1
      unit /= 10
    }
    while error >= 10 * unit {
      decimals -= 1
      unit *= 10
    }
    let value = NumberText.fixed(value, decimals: min(decimals, most), groupsThousands: true)
    return "\(value) ±\(NumberText.fixed(error, decimals: decimals, groupsThousands: true))"
  }

  /// A probability in percent.
  ///
  /// A share of few members is never known better than to one of them, even when all randomisations agree on none or
  /// all; where there is only one randomisation, the digits are those of independent members.
  static func probability(_ value: Double, error: Double?, members: Int) -> Estimate {
    let count = Double(max(1, members))
    let known = error ?? (value * (1 - value) / count).squareRoot()
    return Estimate(value, error: max(known, 1 / count), unit: UnitLabel(code: "share"))
  }
}

/// The three numbers people see of an indicator in a year.
struct RangeEstimate {
  let median: Estimate
  let low: Estimate
  let high: Estimate

  init(low: Estimate, median: Estimate, high: Estimate) {
    self.low = low
    self.median = median
    self.high = high
  }

  init(_ summary: IndicatorSummary, unit: UnitLabel) {
    func quantile(_ probability: Double) -> Estimate {
      let position = SummaryPlan.probabilities.firstIndex(of: probability)!
      return Estimate(
        summary.moments.quantiles[position], error: summary.quantileErrors?[position], unit: unit)
    }
    median = quantile(0.5)
    low = quantile(0.05)
    high = quantile(0.95)
  }

  /// `106.0 (95.1-118.2)`, with the marks of the language.
  func text(_ language: Language) -> String {
    if low.text == median.text, high.text == median.text { return median.text }
    return language == .zh
      ? "\(median.text)（\(low.text)～\(high.text)）" : "\(median.text) (\(low.text)\u{2013}\(high.text))"
  }
}
