import Analysis
import District

extension AnalysisNotebook {
  /// The shares of each outcome, the largest first.
  func attribution() throws -> Content {
    let report = AttributionReport(try StoredAttribution.read(analysis), language: language)
    let charts = AttributionCharts(report)
    let names = report.players.map { ($0.id, $0.name[language]) }
    let parts = report.attribution.outcomes.map { found in
      let words = OutcomeWords(found.outcome, analysis.scenario)
      let chart = charts.chart(found.outcome.id)!
      let unit = words.difference
      let digits = max(0, report.estimate(found.total, words).digits.decimals)
      func number(_ name: String, _ label: Label) -> NotebookPart.Column {
        column(name, label, unit.name[language], digits: digits, scale: unit.scale)
      }
      let ranges = words.isTarget ? [] : [number("p05", .low), number("p95", .high)]
      let fields = [("value", "mean")] + (words.isTarget ? [] : [("low", "p05"), ("high", "p95")])
      return NotebookPart(
        id: words.identifier("attribution"),
        heading: "\(words.name(language)) (\(words.yearText))", note: chart.heading.subtitle, file: "attribution.csv",
        headings: AttributionTable.headings, filters: [("outcome", found.outcome.id), ("part", "share")],
        columns: [
          column("player", .contributor, names: names), number("mean", .contribution),
          column("mean_se", .sameUnitError, digits: digits + 1, scale: unit.scale),
        ] + ranges + [column("share_of_total", .contributionShare, digits: 1, scale: 100)],
        sort: "mean",
        bars: NotebookPart.Bars(
          title: chart.heading.title, axis: chart.axis, scale: unit.scale, decimals: digits, fields: fields,
          words: chart.heading))
    }
    let title = Label.attributionTitle.text(
      language, analysis.scenario.district.name[language], analysis.scenario.title[language])
    let command =
      "hsb attribute scenarios/\(analysis.scenario.id).yaml --by \(report.attribution.axis.rawValue)\(members)"
    return (title, command, parts)
  }
}
