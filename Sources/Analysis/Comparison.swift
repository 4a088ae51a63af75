import District
import Scenarios

/// The paired difference of one indicator in one year from the reference.
public struct DifferenceSummary: Sendable, Equatable {
  /// Moments of the differences, in the indicator's unit.
  public let moments: Moments
  /// Standard error of the mean difference.
  public let meanError: Double?
  /// Standard errors of the quantiles of the difference.
  public let quantileErrors: [Double]?
  /// Share of members in which the indicator is higher than in the reference.
  public let probabilityHigher: Double
  /// Share of members in which it is lower; the rest are equal.
  public let probabilityLower: Double
  /// Standard error of the share higher.
  public let probabilityHigherError: Double?
}

/// The change of the probability that a target is met.
public struct ProbabilityChange: Sendable, Equatable {
  /// Id of the target.
  public let target: String
  /// Probability less that of the reference; nil when either has none.
  public let change: Double?
  /// Standard error of the change, from the paired spread over replicates.
  public let standardError: Double?
}

/// One scenario against the reference.
public struct AlternativeComparison: Sendable {
  /// Differences by indicator and year, year-major; nil where an indicator has no value.
  let differences: [DifferenceSummary?]
  /// Changes of the probabilities of the targets that both scenarios have.
  public let targets: [ProbabilityChange]
}

/// Several scenarios on the same draws; the first is the reference.
public struct Comparison: Sendable {
  /// Summary of each scenario, the reference first.
  public let summaries: [EnsembleSummary]
  /// The scenarios, the reference first.
  public let scenarios: [ResolvedScenario]
  /// Each scenario but the first against the first.
  public let alternatives: [AlternativeComparison]

  /// The paired difference of an alternative (0 is the second scenario) for an indicator by position, in year t.
  public subscript(alternative: Int, indicator index: Int, year t: Int) -> DifferenceSummary? {
    alternatives[alternative].differences[summaries[0].plan.slot(index, year: t)]
  }

  /// Mean money executed by all projects to the horizon in a scenario, 亿元 at 2020 prices.
  public func executed(scenario: Int) -> Double { total(of: "executed.", scenario: scenario) }

  /// Mean money arrived for all projects to the horizon in a scenario, 亿元 at 2020 prices.
  public func arrived(scenario: Int) -> Double { total(of: "arrived.", scenario: scenario) }

  private func total(of prefix: String, scenario: Int) -> Double {
    let summary = summaries[scenario]
    var sum = 0.0
    for (index, indicator) in summary.plan.indicators.enumerated() where indicator.id.hasPrefix(prefix) {
      for t in 1...summary.plan.years { sum += summary[indicator: index, year: t]?.moments.mean ?? 0 }
    }
    return sum
  }
}
