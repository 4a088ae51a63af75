import Analysis
import District

/// What an attribution prints: mean shares of every player, a table for indicators and one for commitments.
public struct AttributionText {
  private let report: AttributionReport
  private let language: Language

  /// Makes the text of an attribution in a language.
  public init(_ report: AttributionReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// The text, for a terminal or a file; it has no colours.
  public var text: String {
    let scenario = report.attribution.scenario
    let heading = [
      Label.attributionTitle.text(language, scenario.district.name[language], scenario.title[language]),
      report.facts(language),
    ]
    let isTarget = { (found: AttributedOutcome) in OutcomeWords(found.outcome, scenario).isTarget }
    let (targets, indicators) = (
      report.attribution.outcomes.filter(isTarget), report.attribution.outcomes.filter { !isTarget($0) }
    )
    let tables = [indicators.isEmpty ? nil : table(indicators), targets.isEmpty ? nil : commitments(targets)]
    return heading.map { DisplayWidth.printable($0) + "\n" }.joined() + "\n"
      + tables.compactMap { $0 }.joined(separator: "\n") + "\n" + report.method(language) + "\n"
  }

  private func table(_ outcomes: [AttributedOutcome]) -> String {
    let words = outcomes.map { OutcomeWords($0.outcome, report.attribution.scenario) }
    var text = TextTable(
      [.words(Label.contributor[language])]
        + words.map { .numbers("\($0.outcome.id) (\($0.difference.name[language]))") })
    func row(_ name: String, _ effect: (AttributedOutcome) -> AttributedEffect) {
      text.row([name] + zip(outcomes, words).map { withError(effect($0), $1) })
    }
    for player in report.ranking(outcomes[0]) {
      row(report.players[player].name[language]) { $0.shares[player] }
    }
    row(Label.total[language]) { $0.total }
    row(Label.interaction[language]) { $0.interaction }
    return text.text
  }

  /// Contributors named beside a commitment.
  private static let contributorsNamed = 3

  /// A row a commitment: its total and those who bring most of it.
  private func commitments(_ outcomes: [AttributedOutcome]) -> String {
    let points = UnitLabel(code: "percentage_points").name[language]
    var text = TextTable([
      .words(Label.commitment[language]), .numbers("\(Label.total[language]) (\(points))"),
      .words(Label.largestContributors[language]),
    ])
    for found in outcomes {
      let words = OutcomeWords(found.outcome, report.attribution.scenario)
      let named = report.ranking(found).prefix(Self.contributorsNamed).filter { found.shares[$0].mean.magnitude > 5e-4 }
      text.row([
        words.name(language), withError(found.total, words),
        named.map { "\(report.players[$0].name[language]) \(withError(found.shares[$0], words))" }
          .joined(separator: language == .zh ? "；" : "; "),
      ])
    }
    return text.text
  }

  private func withError(_ effect: AttributedEffect, _ words: OutcomeWords) -> String {
    report.estimate(effect, words).text(withError: effect.standardError.map { $0 * words.difference.scale })
  }
}
