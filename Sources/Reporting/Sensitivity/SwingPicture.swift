import Analysis
import District
import Scenarios

/// The tornado of one outcome: the widest swings, fresh from an analysis or read back from its folder.
struct SwingPicture: Sendable {
  /// One parameter.
  struct Row: Sendable {
    /// The parameter in words.
    let input: InputWords
    /// Its 10 and its 90 % quantile.
    let ends: (low: Double, high: Double)
    /// The outcome with the parameter at them.
    let outcome: (low: Double, high: Double)
  }

  /// The scenario.
  let scenario: ResolvedScenario
  /// What swings.
  let outcome: ExplainedOutcome
  /// Its mean, or the probability, with the standard error.
  let mean: Double
  /// See `mean`.
  let meanError: Double?
  /// Every parameter.
  let rows: [Row]
  /// Swings in a picture, at most.
  private static let swingsShown = 12

  /// The chart, in a language and at a width.
  func chart(_ language: Language, width: Double = 720) -> TornadoChart {
    let words = OutcomeWords(outcome, scenario)
    let widest = rows.indices.sorted { (swing(rows[$1]), $0) < (swing(rows[$0]), $1) }.prefix(Self.swingsShown)
      .map { rows[$0] }
    var notes = [Label.swingNote[language]]
    if widest.contains(where: \.input.isPlaceholder) { notes.append(Label.placeholderNote[language]) }
    notes.append(
      "\(scenario.title[language]) · "
        + SensitivityReport.facts(scenario, parameters: rows.count, language))
    let centre =
      words.isTarget
      ? Estimate.probability(mean, error: meanError, members: scenario.ensemble.members)
      : Estimate(mean, error: meanError, unit: words.unit)
    return TornadoChart(
      heading: ChartHeading(
        title: Label.tornadoTitle.text(language, words.name(language), words.yearText),
        subtitle: Label.tornadoSubtitle.text(language, String(widest.count), String(rows.count)), notes: notes,
        id: words.identifier("tornado")),
      axis: words.unit.name[language],
      swings: widest.map { row in
        TornadoChart.Swing(
          label: row.input.name[language], low: row.outcome.low * words.unit.scale,
          high: row.outcome.high * words.unit.scale, lowText: text(row.ends.low, row.input.unit),
          highText: text(row.ends.high, row.input.unit))
      },
      centre: centre.value, centreLabel: (words.isTarget ? Label.probability : .mean)[language],
      lowName: Label.atLowEnd[language], highName: Label.atHighEnd[language], decimals: centre.digits.decimals,
      width: width)
  }

  private func text(_ value: Double, _ unit: UnitLabel?) -> String {
    unit.map { NumberText.fixed(value * $0.scale, decimals: min($0.decimals, 3)) } ?? ""
  }

  private func swing(_ row: Row) -> Double { (row.outcome.high - row.outcome.low).magnitude }
}

extension SensitivityReport {
  /// The pictures, one an outcome.
  var pictures: [SwingPicture] {
    sensitivity.outcomes.map { found in
      SwingPicture(
        scenario: sensitivity.scenario, outcome: found.outcome, mean: found.mean, meanError: found.meanError,
        rows: found.swings.indices.map { parameter in
          let swing = found.swings[parameter]
          return SwingPicture.Row(
            input: inputs[parameter], ends: sensitivity.swingEnds[parameter], outcome: (swing.low, swing.high))
        })
    }
  }
}
