import Analysis
import District

/// `projections.csv`: every indicator in every year, tidy, with full digits and the error of each estimate.
public struct ProjectionTable {
  /// The headings.
  public static let headings =
    ["scenario", "indicator", "unit", "year", "mean", "sd", "p05", "p25", "p50", "p75", "p95"]
    + ["mean_se", "p05_se", "p25_se", "p50_se", "p75_se", "p95_se"]

  private let report: RunReport

  /// Makes the table of a run.
  public init(_ report: RunReport) { self.report = report }

  /// The file. Growth has no row in the base year; errors are empty when the run has too few members to know them.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for (index, indicator) in report.summary.plan.indicators.enumerated() {
      for (t, year) in report.years.enumerated() {
        guard let summary = report.summary[indicator: index, year: t] else { continue }
        writer.text(report.scenario.id)
        writer.text(indicator.id)
        writer.text(indicator.unit)
        writer.number(year)
        writer.number(summary.moments.mean)
        writer.number(summary.moments.standardDeviation)
        for quantile in summary.moments.quantiles { writer.number(quantile) }
        writer.number(summary.meanError)
        for position in SummaryPlan.probabilities.indices { writer.number(summary.quantileErrors?[position]) }
        writer.endRow()
      }
    }
    return writer.bytes
  }
}
