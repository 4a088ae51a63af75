import District
import Foundation

/// A forecast anyone could make at the origin: the last known level, carried on at a known rate of growth.
public struct NaiveForecast: Sendable, Equatable {
  /// Where the rate comes from.
  public enum Kind: String, CaseIterable, Sendable {
    /// The last growth of the quantity itself.
    case lastGrowth = "last_growth"
    /// The last growth of the region: of its income for incomes, of its real output for all else.
    case regionGrowth = "region_growth"
  }
  /// Where the rate comes from.
  public let kind: Kind
  /// The forecast, in the indicator's unit.
  public let value: Double
  /// The log rate a year it uses.
  public let rate: Double
}

/// Naive forecasts from figures known at an origin.
struct NaiveForecaster {
  /// Figures of the origin or before, of a known status.
  private let known: [Observation]
  /// Levels the model starts from, by indicator: what an analyst at the origin took as the base.
  private let base: (year: Int, level: (String) -> Double?)
  private let region: String

  init(_ known: [Observation], base: (year: Int, level: (String) -> Double?), region: String) {
    self.known = known
    self.base = base
    self.region = region
  }

  /// The forecast of a figure, or nil when nothing known serves.
  func forecast(_ figure: Observation, _ kind: NaiveForecast.Kind) -> NaiveForecast? {
    guard let indicator = figure.indicator else { return nil }
    // A rate of growth is carried on as it is.
    if indicator.hasSuffix("_growth") {
      let series = String(indicator.dropLast("_growth".count))
      guard let rate = rate(kind, series) else { return nil }
      return NaiveForecast(kind: kind, value: exp(rate) - 1, rate: rate)
    }
    guard let level = lastLevel(indicator), let rate = rate(kind, indicator) else { return nil }
    let years = Double(figure.year - level.year)
    return NaiveForecast(kind: kind, value: level.value * exp(rate * years), rate: rate)
  }

  private func rate(_ kind: NaiveForecast.Kind, _ indicator: String) -> Double? {
    switch kind {
    case .lastGrowth: ownRate(indicator)
    case .regionGrowth: regionRate(indicator)
    }
  }

  /// The level of the base year, or the last one observed when that is later or there is no other.
  private func lastLevel(_ indicator: String) -> (year: Int, value: Double)? {
    let observed = levels(indicator).last
    if let observed, observed.year >= base.year { return observed }
    return base.level(indicator).map { (base.year, $0) } ?? observed
  }

  /// Mean of the figures of each year, in order.
  private func levels(_ indicator: String) -> [(year: Int, value: Double)] { means { $0.indicator == indicator } }

  private func means(_ matches: (Observation) -> Bool) -> [(year: Int, value: Double)] {
    let figures = known.filter { matches($0) && $0.half == nil }
    return Set(figures.map(\.year)).sorted().map { year in
      let values = figures.filter { $0.year == year }.map(\.value)
      return (year, values.reduce(0, +) / Double(values.count))
    }
  }

  /// The last growth known of an indicator: printed as such, or between its last two levels.
  private func ownRate(_ indicator: String) -> Double? {
    let printed = means { $0.indicator == "\(indicator)_growth" }.last
    let levels = levels(indicator)
    let between = levels.count > 1 ? rate(levels[levels.count - 2], levels[levels.count - 1]) : nil
    if let printed, printed.year >= (levels.last?.year ?? 0) || between == nil { return log(1 + printed.value) }
    if let between { return between }
    // One level before the base year serves with the base.
    guard let first = levels.last, first.year < base.year, let level = base.level(indicator) else { return nil }
    return rate(first, (base.year, level))
  }

  private func rate(_ first: (year: Int, value: Double), _ last: (year: Int, value: Double)) -> Double? {
    guard first.value > 0, last.value > 0, last.year > first.year else { return nil }
    return log(last.value / first.value) / Double(last.year - first.year)
  }

  private func regionRate(_ indicator: String) -> Double? {
    if indicator.hasPrefix(region) { return ownRate(indicator) }
    if indicator.hasPrefix("income") {
      return ownRate(indicator.contains("rural") ? "\(region)_income_rural" : "\(region)_income_all")
    }
    return means { $0.area == region && $0.quantity == "gdp_growth_real" }.last.map { log(1 + $0.value / 100) }
  }
}
