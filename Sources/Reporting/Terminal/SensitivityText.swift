import Analysis
import District

/// What a sensitivity analysis prints: shares of the variance of indicators, and what to find out first for commitments.
public struct SensitivityText {
  private let report: SensitivityReport
  private let language: Language
  /// Parameters in the table of indicators, at most.
  private static let rows = 10
  /// Parameters named beside a commitment.
  private static let named = 3
  /// The smallest change of a probability worth naming.
  private static let worthNaming = 1e-3

  /// Makes the text of an analysis in a language.
  public init(_ report: SensitivityReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// The text, for a terminal or a file; it has no colours.
  public var text: String {
    let scenario = report.sensitivity.scenario
    let heading = [
      Label.sensitivityTitle.text(language, scenario.district.name[language], scenario.title[language]),
      report.facts(language),
    ]
    let targets = report.sensitivity.outcomes.filter(\.outcome.isTarget)
    let indicators = report.sensitivity.outcomes.filter { !$0.outcome.isTarget }
    var parts = [heading.map { DisplayWidth.printable($0) + "\n" }.joined()]
    if !indicators.isEmpty {
      parts.append(Label.shareSection[language] + "\n" + table(indicators))
    }
    if !targets.isEmpty { parts.append(Label.informationSection[language] + "\n" + commitments(targets)) }
    parts.append(Label.shareNote[language] + "\n" + Label.shiftNote[language] + "\n")
    return parts.joined(separator: "\n")
  }

  private func table(_ outcomes: [OutcomeSensitivity]) -> String {
    var text = TextTable(
      [.words(Label.uncertainInput[language])]
        + outcomes.map { .numbers("\($0.outcome.id) (%)") })
    let parameters = report.sensitivity.parameters.indices
    let largest = parameters.map { parameter in outcomes.map { $0.indices.total[parameter] }.max() ?? 0 }
    let shown = parameters.sorted { (largest[$1], $0) < (largest[$0], $1) }.prefix(Self.rows)
    for position in Array(shown) + report.wholes {
      text.row(
        [report.inputs[position].name[language]]
          + outcomes.map { found in
            let (first, total) = (found.indices.first[position], found.indices.total[position])
            guard let alone = report.share(first, error: found.indices.firstError?[position], found),
              let withOthers = report.share(total, error: found.indices.totalError?[position], found)
            else { return "-" }
            return "\(alone.textWithError) / \(withOthers.textWithError)"
          })
    }
    return text.text
  }

  /// A row a commitment: its probability and the parameters whose knowledge would move it most.
  private func commitments(_ outcomes: [OutcomeSensitivity]) -> String {
    var text = TextTable([
      .words(Label.commitment[language]), .numbers(Label.probabilityUnit[language]),
      .words(Label.findOutFirst[language]),
    ])
    for found in outcomes {
      let words = OutcomeWords(found.outcome, report.sensitivity.scenario)
      let named = report.ranking(found).prefix(Self.named).filter {
        let known = found.information[$0]
        return known.expectedShift > max(Self.worthNaming, 2 * (known.shiftError ?? 0))
      }
      text.row([
        words.name(language), report.mean(found, words).textWithError,
        named.map { parameter in
          let known = found.information[parameter]
          let move = report.move(known.expectedShift, error: known.shiftError, words)
          return "\(report.inputs[parameter].name[language]) \(move.textWithError)"
        }.joined(separator: language == .zh ? "；" : "; "),
      ])
    }
    return text.text
  }
}
