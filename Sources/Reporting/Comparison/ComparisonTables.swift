import Analysis
import District

/// The tables of a comparison for machines: tidy, English ids, every digit, each estimate with its standard error.
public struct ComparisonTables {
  /// The headings of `comparison.csv`: paired differences by indicator and year, in the indicator's unit.
  public static let differenceHeadings =
    ["reference", "scenario", "indicator", "unit", "year", "reference_mean", "scenario_mean", "mean", "sd"]
    + ["p05", "p25", "p50", "p75", "p95", "mean_se", "p05_se", "p25_se", "p50_se", "p75_se", "p95_se"]
    + ["probability_higher", "probability_higher_se", "probability_lower"]
  /// The headings of `comparison_targets.csv`: probabilities as shares.
  public static let targetHeadings =
    ["reference", "scenario", "target", "indicator", "year", "reference_probability", "reference_probability_se"]
    + ["probability", "probability_se", "change", "change_se", "unit"]
  /// The headings of `comparison_costs.csv`: money in 亿元 at 2020 prices.
  public static let costHeadings =
    ["reference", "scenario", "outcome", "outcome_unit", "year", "change", "change_se", "extra_executed_yi_2020"]
    + ["extra_executed_yi_2020_se", "step", "cost_yi_2020_per_step", "cost_se", "verdict", "dominated_by"]

  private let report: ComparisonReport
  private var reference: RunReport { report.reference }

  /// Makes the tables of a comparison.
  public init(_ report: ComparisonReport) { self.report = report }

  /// `comparison.csv`.
  public func differences() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.differenceHeadings)
    for (position, alternative) in report.alternatives.enumerated() {
      for (index, indicator) in reference.summary.plan.indicators.enumerated() {
        for (t, year) in reference.years.enumerated() {
          guard let difference = report.comparison[position, indicator: index, year: t] else { continue }
          for text in [reference.scenario.id, alternative.scenario.id, indicator.id, indicator.unit] {
            writer.text(text)
          }
          writer.number(year)
          writer.number(reference.summary[indicator: index, year: t]?.moments.mean)
          writer.number(alternative.summary[indicator: index, year: t]?.moments.mean)
          write(difference, &writer)
        }
      }
    }
    return writer.bytes
  }

  private func write(_ difference: DifferenceSummary, _ writer: inout CSVWriter) {
    writer.number(difference.moments.mean)
    writer.number(difference.moments.standardDeviation)
    for quantile in difference.moments.quantiles { writer.number(quantile) }
    writer.number(difference.meanError)
    for position in SummaryPlan.probabilities.indices { writer.number(difference.quantileErrors?[position]) }
    writer.number(difference.probabilityHigher)
    writer.number(difference.probabilityHigherError)
    writer.number(difference.probabilityLower)
    writer.endRow()
  }

  /// `comparison_targets.csv`; a target past the horizon has no numbers.
  public func targets() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.targetHeadings)
    for (position, alternative) in report.alternatives.enumerated() {
      for change in report.comparison.alternatives[position].targets {
        func result(_ report: RunReport) -> TargetSummary? {
          report.summary.targets.first { $0.target.id == change.target }
        }
        guard let before = result(reference), let now = result(alternative) else { continue }
        for text in [reference.scenario.id, alternative.scenario.id, change.target, now.target.indicator] {
          writer.text(text)
        }
        writer.text(now.target.yearText)
        for number in [before.probability, before.standardError, now.probability, now.standardError] {
          writer.number(number)
        }
        writer.number(change.change)
        writer.number(change.standardError)
        writer.text("share")
        writer.endRow()
      }
    }
    return writer.bytes
  }

  /// `comparison_costs.csv`.
  public func costs() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.costHeadings)
    for (position, alternative) in report.alternatives.enumerated() {
      let dominating = report.comparison.dominating(scenario: position + 1).map { report.scenarios[$0].id } ?? ""
      for cost in report.comparison.costs(alternative: position) {
        for text in [reference.scenario.id, alternative.scenario.id, cost.outcome.id, unit(cost.outcome)] {
          writer.text(text)
        }
        writer.number(reference.scenario.horizon)
        for number in [cost.change.value, cost.change.standardError, cost.money.value, cost.money.standardError] {
          writer.number(number)
        }
        writer.number(cost.outcome.step)
        writer.number(cost.cost?.value)
        writer.number(cost.cost?.standardError)
        writer.text(cost.verdict.rawValue)
        writer.text(dominating)
        writer.endRow()
      }
    }
    return writer.bytes
  }

  private func unit(_ outcome: ComparisonOutcome) -> String {
    switch outcome {
    case .indicator(let id): reference.catalogue[id]?.unit ?? ""
    case .target: "share"
    }
  }
}
