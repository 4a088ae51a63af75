import Analysis
import District

/// `robustness_leadership.csv`: probabilities under stress and what each rule would choose, as a spreadsheet opens it.
struct RobustnessLeadershipTable {
  private let report: RobustnessReport
  private let language: Language
  private let columns: Int
  private let width: Int

  init(_ report: RobustnessReport) {
    self.report = report
    language = report.language
    columns = report.payoffs[0].table.stresses.count
    width = max(4 + columns, 2 + DecisionRule.allCases.count)
  }

  /// The file.
  func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let first = report.scenarios[0]
    writer.row([Label.robustnessTitle.text(language, first.district.name[language])], width: width)
    let facts = [
      Label.robustnessFacts.text(
        language, String(report.scenarios.count), String(columns), NumberText.grouped(report.result.members),
        first.ensemble.sampler.rawValue, String(first.ensemble.seed)), Label.notOfficial[language],
    ]
    writer.row([facts.joined(separator: language == .zh ? "；" : "; ")], width: width)
    writer.endRow(width: width)
    writeRules(&writer)
    writePayoffs(&writer)
    writeNotes(&writer)
    return writer.bytes
  }

  private func writeRules(_ writer: inout CSVWriter) {
    writer.row([Label.ruleSection[language]], width: width)
    writer.row(
      [Label.commitment[language], Label.targetYear[language]] + DecisionRule.allCases.map { $0.label[language] },
      width: width)
    for payoff in report.payoffs {
      writer.text(report.name(of: payoff, language))
      writer.text(payoff.target?.yearText ?? "")
      for rule in DecisionRule.allCases { writer.text(report.choice(rule, payoff.table, language, name: title)) }
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  private func title(_ id: String) -> String {
    report.scenarios.first { $0.id == id }?.title[language] ?? id
  }

  private func writePayoffs(_ writer: inout CSVWriter) {
    writer.row([Label.payoffSection[language]], width: width)
    writer.row(
      [Label.commitment[language], Label.scenario[language]]
        + (0..<columns).map { report.stressName($0, language) }
        + [Label.worstCase[language], Label.largestRegret[language]], width: width)
    for payoff in report.payoffs {
      let table = payoff.table
      for row in table.scenarios.indices {
        writer.text(report.name(of: payoff, language))
        writer.text(report.scenarios[row].title[language])
        for column in 0..<columns {
          writer.estimate(
            report.estimate(table.payoffs[row][column], table.payoffError(scenario: row, stress: column)))
        }
        for rule in [DecisionRule.maximin, .minimaxRegret] {
          writer.estimate(report.estimate(table.scores(rule)[row], table.scoreError(rule, scenario: row)))
        }
        writer.endRow(width: width)
      }
    }
    writer.endRow(width: width)
  }

  private func writeNotes(_ writer: inout CSVWriter) {
    writer.row([Label.notesSection[language]], width: width)
    let level = Estimate(report.satisfactoryLevel, error: 0, unit: UnitLabel(code: "share")).text
    var notes = DecisionRule.allCases.map { "\($0.label[language])：\($0.note.text(language, level))" }
    if language == .en { notes = notes.map { $0.replacing("：", with: ": ") } }
    notes += [Label.nearTieNote, .shareMetNote, .digitsNote, .standardErrorNote, .notOfficialLong].map { $0[language] }
    for note in notes { writer.row([note], width: width) }
  }
}
