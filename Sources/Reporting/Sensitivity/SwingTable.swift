import Analysis

/// `tornado.csv`: the outcome with a parameter at its 10 % and at its 90 % quantile, tidy, English ids, every digit.
struct SwingTable {
  /// The headings. `mean` is the outcome with the parameter as uncertain as it is.
  static let headings = [
    "outcome", "year", "unit", "parameter", "parameter_unit", "status", "is_placeholder", "p10", "p90", "mean",
    "mean_se", "at_p10", "at_p90", "swing", "swing_se",
  ]

  private let report: SensitivityReport

  init(_ report: SensitivityReport) { self.report = report }

  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for found in report.sensitivity.outcomes {
      let words = OutcomeWords(found.outcome, report.sensitivity.scenario)
      for (position, swing) in found.swings.enumerated() {
        let (input, ends) = (report.inputs[position], report.sensitivity.swingEnds[position])
        for text in [
          found.outcome.id, words.yearText, words.unitCode, input.id, input.unit?.code ?? "", input.status,
        ] {
          writer.text(text)
        }
        writer.number(input.isPlaceholder ? 1 : 0)
        for value in [
          ends.low, ends.high, found.mean, found.meanError, swing.low, swing.high, swing.high - swing.low,
          swing.standardError,
        ] {
          writer.number(value)
        }
        writer.endRow()
      }
    }
    return writer.bytes
  }
}
