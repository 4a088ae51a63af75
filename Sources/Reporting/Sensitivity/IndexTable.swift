import Analysis

/// `sensitivity.csv`: Sobol' indices of every parameter and group, tidy, English ids, every digit.
struct IndexTable {
  /// The headings. `kind` is parameter, block, year or all; indices are empty where the outcome does not vary.
  static let headings = [
    "outcome", "year", "unit", "input", "kind", "is_placeholder", "first", "first_se", "first_low", "first_high",
    "total",
    "total_se", "total_low", "total_high",
  ]

  private let report: SensitivityReport

  init(_ report: SensitivityReport) { self.report = report }

  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for found in report.sensitivity.outcomes {
      let words = OutcomeWords(found.outcome, report.sensitivity.scenario)
      let varies = found.indices.variance > 0
      for (position, input) in report.inputs.enumerated() {
        for text in [found.outcome.id, words.yearText, words.unitCode, input.id, input.kind.rawValue] {
          writer.text(text)
        }
        writer.number(input.isPlaceholder ? 1 : 0)
        for (values, errors) in [
          (found.indices.first, found.indices.firstError), (found.indices.total, found.indices.totalError),
        ] {
          let value = varies ? values[position] : nil
          let error = varies ? errors?[position] : nil
          let half = error.map { $0 * found.indices.intervalFactor }
          writer.number(value)
          writer.number(error)
          writer.number(value.flatMap { value in half.map { value - $0 } })
          writer.number(value.flatMap { value in half.map { value + $0 } })
        }
        writer.endRow()
      }
    }
    return writer.bytes
  }
}
