import District
import Scenarios

/// What `hsb validate --show` prints: every value of a scenario as resolved, with its origin and what it overrides.
public struct ScenarioListing {
  private let scenario: ResolvedScenario
  private let language: Language

  /// Makes the listing of a scenario.
  public init(_ scenario: ResolvedScenario, language: Language) {
    self.scenario = scenario
    self.language = language
  }

  /// The table of values, under the title and the chain of files.
  public var text: String {
    var table = TextTable([
      .words(Label.path[language]), .words(Label.value[language]), .words(Label.status[language]),
      .words(Label.origin[language]), .words(Label.overrides[language]),
    ])
    for value in scenario.values {
      table.row([value.path, value.value, status(value.status), value.origin, value.overrides ?? ""])
    }
    let heading = "\(scenario.title[language]) (\(scenario.id))\n\(scenario.chain.joined(separator: " -> "))"
    return heading.split(separator: "\n").map { DisplayWidth.printable(String($0)) }.joined(separator: "\n") + "\n\n"
      + table.text
  }

  private func status(_ status: String) -> String {
    InputStatus(rawValue: status)?.label[language] ?? (status == "scenario" ? Label.scenario[language] : status)
  }
}
