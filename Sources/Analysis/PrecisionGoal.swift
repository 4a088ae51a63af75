import District
import Projection
import Scenarios

/// How precise a run is asked to be: the standard error of one statistic.
///
/// Written `income_all.2025.p50 within 10` (the indicator's unit) or `gdp_100_yi.probability within 0.5`
/// (percentage points).
public struct PrecisionGoal: Sendable, Equatable {
  /// The statistic whose standard error is watched.
  public enum Statistic: Sendable, Equatable {
    /// Mean of an indicator in a year.
    case mean(indicator: String, year: Int)
    /// Quantile of an indicator in a year, by its position among `SummaryPlan.probabilities`.
    case quantile(indicator: String, year: Int, position: Int)
    /// Probability of a target.
    case probability(target: String)
  }

  /// What went wrong in reading a goal.
  public struct ParseError: Error, CustomStringConvertible {
    /// The message.
    public let description: String
  }

  /// The statistic.
  public let statistic: Statistic
  /// Largest standard error, in the indicator's unit, or as a share for a probability.
  public let largestError: Double
  /// The goal as written.
  public let text: String

  /// Reads a goal for a scenario.
  ///
  /// - Throws: `ParseError` naming what is wrong and the nearest valid name.
  public init(_ text: String, scenario: ResolvedScenario) throws {
    let form = "'INDICATOR.YEAR.STATISTIC within NUMBER' or 'TARGET.probability within POINTS'"
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "within", let number = Double(words[2]), number > 0, number.isFinite else {
      throw ParseError(description: "'\(text)' is not a precision goal; expected \(form)")
    }
    self.text = text
    let parts = words[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts[1] == "probability" {
      let ids = scenario.targets.map(\.id)
      guard ids.contains(parts[0]) else {
        throw ParseError(description: Self.unknown("target", parts[0], among: ids))
      }
      statistic = .probability(target: parts[0])
      largestError = number / 100
      return
    }
    guard parts.count >= 3, let year = Int(parts[parts.count - 2]) else {
      throw ParseError(description: "'\(words[0])' does not name a statistic; expected \(form)")
    }
    let indicator = parts.dropLast(2).joined(separator: ".")
    let catalogue = scenario.catalogue
    guard catalogue.index[indicator] != nil else {
      throw ParseError(description: Self.unknown("indicator", indicator, among: catalogue.indicators.map(\.id)))
    }
    guard scenario.years.contains(year) else {
      throw ParseError(
        description: "year \(year) is not projected; expected \(scenario.years.lowerBound) to \(scenario.horizon)")
    }
    let names = ["p05", "p25", "p50", "p75", "p95"]
    if parts.last == "mean" {
      statistic = .mean(indicator: indicator, year: year)
    } else if let position = names.firstIndex(of: parts.last!) {
      statistic = .quantile(indicator: indicator, year: year, position: position)
    } else {
      throw ParseError(
        description: Self.unknown("statistic", parts.last!, among: ["mean"] + names)
          + "; expected mean, \(names.joined(separator: ", "))")
    }
    largestError = number
  }

  private static func unknown(_ kind: String, _ name: String, among names: [String]) -> String {
    let hint = nearestName(to: name, among: names).map { " (did you mean '\($0)'?)" } ?? ""
    return "no \(kind) is called '\(name)'\(hint)"
  }

  /// The standard error reached, or nil when it cannot be told (too few members).
  public func error(in summary: EnsembleSummary, baseYear: Int) -> Double? {
    switch statistic {
    case .mean(let indicator, let year): summary[indicator, year: year - baseYear]?.meanError
    case .quantile(let indicator, let year, let position):
      summary[indicator, year: year - baseYear]?.quantileErrors?[position]
    case .probability(let id): summary.targets.first { $0.target.id == id }?.standardError
    }
  }
}
