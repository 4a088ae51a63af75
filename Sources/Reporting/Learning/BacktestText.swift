import Analysis
import District

/// What `hsb backtest` prints: every figure with what would have been said of it, the scores, and the misses by name.
public struct BacktestText {
  private let report: BacktestReport
  private let language: Language

  /// Makes the text of a report.
  public init(_ report: BacktestReport, language: Language) {
    self.report = report
    self.language = language
  }

  private var backtest: Backtest { report.backtest }

  /// The text.
  public var text: String {
    let heading = Label.backtestTitle.text(
      language, report.scenario.district.name[language], String(backtest.origin), report.scenario.title[language])
    let origin = Label.backtestOrigin.text(
      language, String(backtest.origin), String(backtest.known.count), String(backtest.cases.count))
    let few = Label.fewFigures.text(language, String(backtest.cases.count), String(backtest.independent.count))
    return [heading, Label.notOfficial[language], origin, few, "", cases, scores, misses, notes].joined(separator: "\n")
  }

  private var cases: String {
    var table = TextTable([
      .words(Label.indicator[language]), .numbers(Label.year[language]), .words(Label.unit[language]),
      .numbers(Label.observed[language]), .numbers(Label.forecastMedian[language]), .numbers(Label.range90[language]),
      .words(Label.inRange90[language]), .numbers(Label.crpsShort[language]),
      .numbers(Label.naiveLastGrowth[language]), .numbers(Label.naiveRegionGrowth[language]),
      .words(Label.usedInInputs[language]), .words(Label.status[language]),
    ])
    for item in backtest.cases {
      let figure = item.figure
      let unit = UnitLabel(code: figure.unit)
      let error = figure.error / 10
      func text(_ value: Double?) -> String { value.map { Estimate($0, error: error, unit: unit).text } ?? "-" }
      table.row([
        figure.indicator ?? "", figure.yearText, unit.name[language], text(figure.value),
        text(item.forecast.quantiles[2]),
        item.isForecast
          ? "\(text(item.forecast.quantiles[0]))\u{2013}\(text(item.forecast.quantiles[4]))"
          : Label.assumptionScored[language],
        (item.isInNinety ? Label.yes : Label.missMark)[language],
        Estimate(item.crps, error: item.crpsError, unit: unit).text,
        text(item.naive.first { $0.kind == .lastGrowth }?.value),
        text(item.naive.first { $0.kind == .regionGrowth }?.value),
        (figure.isInInputs ? Label.yes : Label.no)[language], figure.status.label[language],
      ])
    }
    return table.text
  }

  private var scores: String {
    var table = TextTable([
      .words(Label.scoreSection[language]), .numbers(Label.cases[language]), .numbers(Label.relativeScore[language]),
      .numbers(Label.logScoreShort[language]), .numbers(Label.coverage[language]),
      .numbers("\(Label.skill[language]) \(Label.naiveLastGrowth[language])"),
      .numbers("\(Label.skill[language]) \(Label.naiveRegionGrowth[language])"),
    ])
    for (label, summary) in [(Label.scoreAll, backtest.all), (.scoreIndependent, backtest.independent)] {
      let skills = summary.naive.map { comparison in
        comparison.skill.map { "\(NumberText.fixed($0, decimals: 2)) (\(comparison.count))" } ?? "-"
      }
      table.row(
        [
          label[language], String(summary.count), NumberText.fixed(100 * summary.relativeScore, decimals: 2),
          summary.logScore.map { NumberText.fixed($0, decimals: 2) } ?? "-",
          "\(summary.inHalf)/\(summary.count), \(summary.inNinety)/\(summary.count)",
        ] + skills)
    }
    return table.text
  }

  private var misses: String {
    let names = backtest.misses.map(\.figure.key)
    guard !names.isEmpty else { return Label.noMisses[language] }
    return Label.missesLine.text(language, names.joined(separator: language == .zh ? "、" : ", "))
  }

  private var notes: String {
    let sentences = ObservationSentences(
      figures: backtest.cases.map(\.figure), conflicts: backtest.conflicts, language: language)
    return ([Label.backtestNaiveNote[language]] + sentences.lines).joined(separator: "\n") + "\n"
  }
}
