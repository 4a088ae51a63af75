import Analysis

/// `morris.csv`: elementary effects of every parameter, tidy, English ids, every digit.
struct ScreeningTable {
  /// The headings. Effects are in the unit of the outcome for the whole range of the parameter's cumulative probability.
  static let headings = [
    "outcome", "year", "unit", "parameter", "is_placeholder", "mu", "mu_star", "mu_star_se", "sigma",
  ]

  private let report: SensitivityReport

  init(_ report: SensitivityReport) { self.report = report }

  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for found in report.sensitivity.outcomes {
      let words = OutcomeWords(found.outcome, report.sensitivity.scenario)
      for (position, screening) in found.screening.enumerated() {
        let input = report.inputs[position]
        for text in [found.outcome.id, words.yearText, words.unitCode, input.id] { writer.text(text) }
        writer.number(input.isPlaceholder ? 1 : 0)
        writer.number(screening.effects.mean)
        writer.number(screening.effects.meanMagnitude)
        writer.number(screening.standardError)
        writer.number(screening.effects.standardDeviation)
        writer.endRow()
      }
    }
    return writer.bytes
  }
}
