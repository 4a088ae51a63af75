import Analysis
import District

/// `sensitivity_leadership.csv`: what moves the outcomes and what to find out first, as a spreadsheet opens it.
struct SensitivityLeadershipTable {
  private let report: SensitivityReport
  private let language: Language
  private let width = 11
  /// Parameters listed for an outcome, at most.
  private static let listed = 10
  /// Blocks and years with less of the variance are left out.
  private static let leastShare = 0.01

  init(_ report: SensitivityReport) {
    self.report = report
    language = report.language
  }

  func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let scenario = report.sensitivity.scenario
    writer.row(
      [Label.sensitivityTitle.text(language, scenario.district.name[language], scenario.title[language])], width: width)
    writer.row([report.facts(language)], width: width)
    writer.endRow(width: width)
    writer.row(
      [
        Label.outcome, .targetYear, .unit, .mean, .uncertainInput, .status, .shiftIfKnown, .shareAlone,
        .shareWithOthers,
        .atLowEnd, .atHighEnd,
      ].map { $0[language] }, width: width)
    for found in report.sensitivity.outcomes { write(found, &writer) }
    writer.endRow(width: width)
    writeNotes(&writer)
    return writer.bytes
  }

  private func write(_ found: OutcomeSensitivity, _ writer: inout CSVWriter) {
    let words = OutcomeWords(found.outcome, report.sensitivity.scenario)
    func lead(_ input: InputWords) {
      for text in [words.name(language), words.yearText, words.unit.name[language]] { writer.text(text) }
      writer.estimate(report.mean(found, words))
      writer.text(input.name[language])
      writer.text(input.statusText(language))
    }
    func shares(_ position: Int) {
      let indices = found.indices
      writer.estimate(report.share(indices.first[position], error: indices.firstError?[position], found))
      writer.estimate(report.share(indices.total[position], error: indices.totalError?[position], found))
    }
    for parameter in report.ranking(found).prefix(Self.listed) {
      lead(report.inputs[parameter])
      let known = found.information[parameter]
      writer.estimate(report.move(known.expectedShift, error: known.shiftError, words))
      shares(parameter)
      let swing = found.swings[parameter]
      let digits = report.move(swing.high - swing.low, error: swing.standardError, words).digits
      for end in [swing.low, swing.high] { writer.number(end * words.unit.scale, digits) }
      writer.endRow(width: width)
    }
    for position in report.inputs.indices where isListedGroup(position, found) {
      lead(report.inputs[position])
      writer.empty()
      shares(position)
      writer.endRow(width: width)
    }
  }

  private func isListedGroup(_ position: Int, _ found: OutcomeSensitivity) -> Bool {
    switch report.inputs[position].kind {
    case .parameter: false
    case .all: true
    case .block, .year: found.indices.total[position] >= Self.leastShare
    }
  }

  private func writeNotes(_ writer: inout CSVWriter) {
    writer.row([Label.notesSection[language]], width: width)
    let notes = [
      Label.shiftNote[language], Label.shareNote[language], Label.swingNote[language],
      Label.listedNote.text(language, String(Self.listed)), Label.digitsNote[language],
      Label.distributionsNote[language], Label.placeholderNote[language], Label.notOfficialLong[language],
    ]
    for note in notes { writer.row([note], width: width) }
  }
}
