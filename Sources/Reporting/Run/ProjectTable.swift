import Analysis
import District
import Projection

/// `projects.csv`: what each demonstration project plans, receives and achieves, a row a quantity and year.
public struct ProjectTable {
  /// The headings.
  public static let headings =
    ["scenario", "project", "name_zh", "name_en", "placeholder", "quantity", "unit", "year", "p05", "p50", "p95"]
    + ["quantity_zh", "quantity_en"]

  private let report: RunReport
  private let planned: PlannedFunding

  /// Makes the table of a run.
  public init(_ report: RunReport) {
    self.report = report
    planned = PlannedFunding(report.scenario)
  }

  /// The file. What is planned is certain: its three numbers are equal.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for (index, project) in report.district.projects.enumerated() {
      writePlanned(
        "planned_nominal", "yi_yuan", BilingualText(zh: "安排资金（现价）", en: "Money planned, current prices"),
        planned.nominal[index], project, to: &writer)
      writePlanned(
        "planned", "yi_yuan_2020", BilingualText(zh: "安排资金（2020年价）", en: "Money planned, 2020 prices"),
        planned.real[index], project, to: &writer)
      for quantity in ["arrived", "executed", "unspent", "completion", "maturity"] {
        write(quantity, indicator: "\(quantity).\(project.id)", project, to: &writer)
      }
      for outcome in report.district.outcomes where outcome.project == index {
        write("outcome.\(outcome.id)", indicator: "outcome.\(outcome.id)", project, to: &writer)
      }
    }
    return writer.bytes
  }

  private func writePlanned(
    _ quantity: String, _ unit: String, _ name: BilingualText, _ amounts: [Double], _ project: Project,
    to writer: inout CSVWriter
  ) {
    for (year, amount) in zip(report.scenario.years, amounts) {
      writeRow(quantity, unit, name, year, [amount, amount, amount], project, to: &writer)
    }
  }

  private func write(_ quantity: String, indicator id: String, _ project: Project, to writer: inout CSVWriter) {
    guard let index = report.catalogue.index[id] else { return }
    let indicator = report.catalogue.indicators[index]
    for (t, year) in report.years.enumerated() {
      guard let summary = report.summary[id, year: t] else { continue }
      let range = [0.05, 0.5, 0.95].map { summary.moments.quantiles[SummaryPlan.probabilities.firstIndex(of: $0)!] }
      writeRow(quantity, indicator.unit, indicator.name, year, range, project, to: &writer)
    }
  }

  private func writeRow(
    _ quantity: String, _ unit: String, _ name: BilingualText, _ year: Int, _ range: [Double], _ project: Project,
    to writer: inout CSVWriter
  ) {
    writer.text(report.scenario.id)
    writer.text(project.id)
    writer.text(project.name.zh)
    writer.text(project.name.en)
    writer.text(project.isPlaceholder ? "yes" : "no")
    writer.text(quantity)
    writer.text(unit)
    writer.number(year)
    for value in range { writer.number(value) }
    writer.text(name.zh)
    writer.text(name.en)
    writer.endRow()
  }
}
