import Analysis
import District

/// The pictures of a comparison: differences of the headline figures, and changes of the probabilities.
struct ComparisonCharts {
  private let report: ComparisonReport
  private var language: Language { report.language }

  init(_ report: ComparisonReport) { self.report = report }

  /// Indicators that have a picture each.
  static let indicators = ["gdp_nominal", "income_all", "income_rural"]
  /// Scenarios side by side in the picture of the commitments, at most.
  private static let scenariosShown = 4

  /// Names of the files.
  static let fileNames = indicators.map { "comparison_\($0).svg" } + ["comparison_commitments.svg"]

  /// The files; a picture of what the district does not have is empty of bars.
  var files: [OutputFile] {
    let charts = Self.indicators.map(differences) + [commitments]
    return zip(Self.fileNames, charts).map { OutputFile(name: $0, text: $1.svg()) }
  }

  private func heading(_ title: String, _ subtitle: String, _ notes: [String] = []) -> ChartHeading {
    let reference = report.reference
    let foot = [
      Label.members.text(language, NumberText.grouped(reference.summary.members)), reference.district.name[language],
      Label.notOfficial[language],
    ].joined(separator: " · ")
    return ChartHeading(title: title, subtitle: subtitle, notes: notes + [foot], id: "comparison")
  }

  /// Median difference in the last year with its 90 % range, a bar a scenario.
  private func differences(_ id: String) -> BarChart {
    let reference = report.reference
    let indicator = reference.catalogue[id]
    let unit = indicator?.differenceLabel ?? UnitLabel(code: "")
    let rows = report.alternatives.enumerated().compactMap { position, alternative -> BarChart.Row? in
      guard let indicator, let index = reference.catalogue.index[id],
        let found = report.comparison[position, indicator: index, year: reference.years.count - 1]
      else { return nil }
      let range = DifferenceEstimate(found, of: indicator)
      return BarChart.Row(
        label: alternative.scenario.title[language], value: range.median.value,
        range: min(range.low.value, range.high.value)...max(range.low.value, range.high.value),
        text: range.median.text)
    }
    let title = Label.comparisonChart.text(
      language, reference.scenario.title[language], String(reference.scenario.horizon), indicator?.name[language] ?? id)
    return BarChart(
      heading: heading(title, Label.comparisonChartRange[language]), axis: unit.name[language], rows: rows,
      decimals: unit.decimals + 1)
  }

  /// Change of every probability, in percentage points.
  private var commitments: BarChart {
    let shown = Array(report.alternatives.prefix(Self.scenariosShown))
    let rows = report.reference.summary.targets.compactMap { result -> BarChart.Row? in
      let values = shown.indices.compactMap { position in
        report.comparison.alternatives[position].targets.first { $0.target == result.target.id }?.change
      }
      guard values.count == shown.count else { return nil }
      return BarChart.Row(
        label: "\(result.target.title(language)) (\(result.target.yearText))",
        values: values.map { BarChart.Value($0 * 100) })
    }
    let rest = report.alternatives.count - shown.count
    let notes = rest > 0 ? [Label.comparisonChartRest.text(language, String(rest))] : []
    return BarChart(
      heading: heading(
        Label.comparisonChartCommitments.text(language, report.reference.scenario.title[language]), "", notes),
      axis: UnitLabel(code: "percentage_points").name[language], series: shown.map { $0.scenario.title[language] },
      rows: rows)
  }
}
