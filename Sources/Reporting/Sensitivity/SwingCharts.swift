import Analysis
import District

/// The pictures of a sensitivity analysis: a tornado of the widest swings for each outcome.
struct SwingCharts {
  private let report: SensitivityReport
  private var language: Language { report.language }
  /// Swings in a picture, at most.
  private static let swingsShown = 12

  init(_ report: SensitivityReport) { self.report = report }

  /// The files.
  var files: [OutputFile] {
    report.sensitivity.outcomes.map { found in
      let words = OutcomeWords(found.outcome, report.sensitivity.scenario)
      return OutputFile(name: words.fileName("tornado"), text: chart(found, words).svg())
    }
  }

  private func chart(_ found: OutcomeSensitivity, _ words: OutcomeWords) -> TornadoChart {
    let widest = found.swings.indices.sorted {
      (width(found.swings[$1]), $0) < (width(found.swings[$0]), $1)
    }.prefix(Self.swingsShown)
    var notes = [Label.swingNote[language]]
    if widest.contains(where: { report.inputs[$0].isPlaceholder }) { notes.append(Label.placeholderNote[language]) }
    notes.append("\(report.sensitivity.scenario.title[language]) · \(report.facts(language))")
    return TornadoChart(
      heading: ChartHeading(
        title: Label.tornadoTitle.text(language, words.name(language), words.yearText),
        subtitle: Label.tornadoSubtitle.text(language, String(widest.count), String(found.swings.count)), notes: notes,
        id: "tornado-\(found.outcome.id.replacing(".", with: "-").replacing("_", with: "-"))"),
      axis: words.unit.name[language], swings: widest.map { swing($0, found, words) },
      centre: found.mean * words.unit.scale,
      centreLabel: (words.isTarget ? Label.probability : .mean)[language], lowName: Label.atLowEnd[language],
      highName: Label.atHighEnd[language], decimals: report.mean(found, words).digits.decimals)
  }

  private func swing(_ parameter: Int, _ found: OutcomeSensitivity, _ words: OutcomeWords) -> TornadoChart.Swing {
    let (ends, input) = (report.sensitivity.swingEnds[parameter], report.inputs[parameter])
    func text(_ value: Double) -> String {
      guard let unit = input.unit else { return "" }
      return NumberText.fixed(value * unit.scale, decimals: min(unit.decimals, 3))
    }
    return TornadoChart.Swing(
      label: input.name[language], low: found.swings[parameter].low * words.unit.scale,
      high: found.swings[parameter].high * words.unit.scale, lowText: text(ends.low), highText: text(ends.high))
  }

  private func width(_ swing: ParameterSwing) -> Double { (swing.high - swing.low).magnitude }
}
