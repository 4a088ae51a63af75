import Analysis

/// `information.csv`: what knowing each parameter would be worth, tidy, English ids, every digit.
struct InformationTable {
  /// The headings. `most` is the shift if everything were known, for a commitment only, as is `decision_value`.
  static let headings = [
    "outcome", "year", "unit", "parameter", "status", "is_placeholder", "mean", "expected_shift", "expected_shift_se",
    "most", "decision_value", "decision_value_se", "degree",
  ]

  private let report: SensitivityReport

  init(_ report: SensitivityReport) { self.report = report }

  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for found in report.sensitivity.outcomes {
      let words = OutcomeWords(found.outcome, report.sensitivity.scenario)
      for (position, value) in found.information.enumerated() {
        let input = report.inputs[position]
        for text in [found.outcome.id, words.yearText, words.unitCode, input.id, input.status] { writer.text(text) }
        writer.number(input.isPlaceholder ? 1 : 0)
        writer.number(found.mean)
        writer.number(value.expectedShift)
        writer.number(value.shiftError)
        writer.number(words.isTarget ? found.mostShift : nil)
        writer.number(words.isTarget ? value.decisionValue : nil)
        writer.number(words.isTarget ? value.decisionError : nil)
        writer.number(value.degree)
        writer.endRow()
      }
    }
    return writer.bytes
  }
}
