import Analysis
import District

/// The pictures of an attribution: a bar chart of the shares for each outcome.
struct AttributionCharts: Sendable {
  private let report: AttributionReport
  private let width: Double
  private var language: Language { report.language }
  /// Bars in a picture, at most; the rest is in one bar.
  private static let barsShown = 14

  init(_ report: AttributionReport, width: Double = 720) {
    self.report = report
    self.width = width
  }

  /// The files.
  var files: [OutputFile] {
    report.attribution.outcomes.map { found in
      let words = OutcomeWords(found.outcome, report.attribution.scenario)
      return OutputFile(name: found.outcome.fileName("attribution"), text: chart(found, words).svg())
    }
  }

  /// The chart of an outcome; nil when it was not explained.
  func chart(_ outcome: String) -> BarChart? {
    report.attribution.outcomes.first { $0.outcome.id == outcome }.map {
      chart($0, OutcomeWords($0.outcome, report.attribution.scenario))
    }
  }

  private func chart(_ found: AttributedOutcome, _ words: OutcomeWords) -> BarChart {
    let ranking = report.ranking(found)
    let shown = ranking.prefix(ranking.count > Self.barsShown ? Self.barsShown - 1 : Self.barsShown)
    var rows = shown.map { player -> BarChart.Row in
      row(report.players[player].name[language], found.shares[player], words, report.players[player].isPlaceholder)
    }
    let rest = ranking.dropFirst(shown.count)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + found.shares[$1].mean } * words.difference.scale
      rows.append(BarChart.Row(label: Label.otherContributors.text(language, String(rest.count)), value: sum))
    }
    rows.append(row(Label.total[language], found.total, words, false))
    let scenario = report.attribution.scenario
    var notes = [report.method(language)]
    if report.players.contains(where: \.isPlaceholder) { notes.append(Label.placeholderNote[language]) }
    notes.append("\(scenario.title[language]) · \(report.facts(language))")
    return BarChart(
      heading: ChartHeading(
        title: Label.attributionChart.text(language, words.name(language), words.yearText),
        subtitle: words.isTarget ? "" : Label.attributionChartRange[language], notes: notes,
        id: words.identifier("attribution")),
      axis: words.difference.name[language], rows: rows, decimals: words.difference.decimals, width: width)
  }

  private func row(
    _ label: String, _ effect: AttributedEffect, _ words: OutcomeWords, _ isPlaceholder: Bool
  ) -> BarChart.Row {
    let scale = words.difference.scale
    let ends = effect.quantiles.map { $0 * scale }
    let range = words.isTarget || ends.isEmpty ? nil : ends.first!...max(ends.first!, ends.last!)
    let estimate = report.estimate(effect, words)
    return BarChart.Row(
      label: label, value: estimate.value, range: range, text: estimate.text, isPlaceholder: isPlaceholder)
  }
}
