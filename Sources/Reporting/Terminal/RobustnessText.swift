import Analysis
import District

/// What a robustness analysis prints: the commitments met under each stress, and the choice of every rule.
public struct RobustnessText {
  private let report: RobustnessReport
  private let language: Language

  /// Makes the text of an analysis in a language.
  public init(_ report: RobustnessReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// The text, for a terminal or a file; it has no colours.
  public var text: String { [heading, overview, choices, notes].joined(separator: "\n") }

  private var heading: String {
    let first = report.scenarios[0]
    let lines = [
      Label.robustnessTitle.text(language, first.district.name[language]),
      Label.robustnessFacts.text(
        language, String(report.scenarios.count), String(report.payoffs[0].table.stresses.count),
        NumberText.grouped(report.result.members), first.ensemble.sampler.rawValue, String(first.ensemble.seed)),
      Label.notOfficial[language],
    ]
    return lines.map { DisplayWidth.printable($0) + "\n" }.joined()
  }

  private var overview: String {
    let table = report.payoffs[0].table
    var text = TextTable(
      [.words(Label.scenario[language])] + table.stresses.map { .numbers($0) }
        + [.numbers(Label.worstCase[language]), .numbers(Label.largestRegret[language])])
    for row in table.scenarios.indices {
      let cells = table.stresses.indices.map { column in
        report.estimate(table.payoffs[row][column], table.payoffError(scenario: row, stress: column)).text
      }
      let ends = [DecisionRule.maximin, .minimaxRegret].map { rule in
        report.estimate(table.scores(rule)[row], table.scoreError(rule, scenario: row)).text
      }
      text.row([table.scenarios[row]] + cells + ends)
    }
    return Label.shareMet[language] + "\n" + text.text
  }

  private var choices: String {
    var text = TextTable(
      [.words(Label.commitment[language])] + DecisionRule.allCases.map { .words($0.label[language]) })
    for payoff in report.payoffs {
      text.row(
        [report.name(of: payoff, language)]
          + DecisionRule.allCases.map { report.choice($0, payoff.table, language, name: { $0 }) })
    }
    return text.text
  }

  private var notes: String { Label.nearTieNote[language] + "\n" }
}
