import Analysis
import District
import Projection

/// `projects.csv`: what each demonstration project plans, receives and achieves, a row a project and year.
///
/// Money in 亿元 (`_yi` nominal, `_yi_2020` at 2020 prices), completion and maturity as shares; medians with the ends
/// of the 90 % range. The last column names the project's physical outcomes, each as `id=median [p05..p95] unit`.
public struct ProjectTable {
  /// The quantities with a range: name of the series, and heading without its quantile.
  private static let quantities: [(series: String, heading: String)] = [
    ("arrived", "arrived_yi_2020"), ("executed", "executed_yi_2020"), ("unspent", "unspent_yi_2020"),
    ("completion", "completion_share"), ("maturity", "maturity_share"),
  ]
  private static let quantiles: [(name: String, probability: Double)] = [("p05", 0.05), ("p50", 0.5), ("p95", 0.95)]

  /// The headings.
  public static let headings =
    ["scenario", "project", "name_zh", "name_en", "placeholder", "year", "planned_yi", "planned_yi_2020"]
    + quantities.flatMap { quantity in quantiles.map { "\(quantity.heading)_\($0.name)" } } + ["outcomes"]

  private let report: RunReport
  private let planned: PlannedFunding

  /// Makes the table of a run.
  public init(_ report: RunReport) {
    self.report = report
    planned = PlannedFunding(report.scenario)
  }

  /// The file.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for (index, project) in report.district.projects.enumerated() {
      for (t, year) in report.years.enumerated() {
        writer.text(report.scenario.id)
        writer.text(project.id)
        writer.text(project.name.zh)
        writer.text(project.name.en)
        writer.text(project.isPlaceholder ? "yes" : "no")
        writer.number(year)
        // The plan begins in the year after the base year.
        writer.number(t == 0 ? 0 : planned.nominal[index][t - 1])
        writer.number(t == 0 ? 0 : planned.real[index][t - 1])
        for quantity in Self.quantities {
          for value in range("\(quantity.series).\(project.id)", year: t) { writer.number(value) }
        }
        writer.text(outcomes(of: index, year: t))
        writer.endRow()
      }
    }
    return writer.bytes
  }

  /// The three quantiles of an indicator in year t.
  private func range(_ indicator: String, year t: Int) -> [Double] {
    guard let summary = report.summary[indicator, year: t] else { return Self.quantiles.map { _ in .nan } }
    return Self.quantiles.map { quantile in
      summary.moments.quantiles[SummaryPlan.probabilities.firstIndex(of: quantile.probability)!]
    }
  }

  private func outcomes(of project: Int, year t: Int) -> String {
    report.district.outcomes.filter { $0.project == project }.map { outcome in
      let values = range("outcome.\(outcome.id)", year: t)
      return "\(outcome.id)=\(values[1]) [\(values[0])..\(values[2])] \(outcome.unit)"
    }.joined(separator: "; ")
  }
}
