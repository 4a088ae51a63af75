import District
import Scenarios

/// What `hsb list` prints: scenarios with their titles, the money they plan, their last years and their questions.
public struct LibraryListing {
  private let scenarios: [ResolvedScenario]
  private let language: Language

  /// Makes the listing of some scenarios.
  public init(_ scenarios: [ResolvedScenario], language: Language) {
    self.scenarios = scenarios
    self.language = language
  }

  /// A table of titles, then the questions with their references.
  public var text: String {
    let unit = UnitLabel(code: "yi_yuan").name[language]
    var table = TextTable([
      .words(Label.scenario[language]), .numbers("\(Label.plannedMoney[language]) (\(unit))"),
      .numbers(Label.lastYear[language]), .words(Label.title[language]),
    ])
    for scenario in scenarios {
      table.row([
        scenario.id, NumberText.fixed(scenario.plan.total, decimals: 2), String(scenario.horizon),
        scenario.title[language],
      ])
    }
    let questions = scenarios.compactMap(question)
    return Label.libraryTitle.text(language, String(scenarios.count)) + "\n" + table.text
      + (questions.isEmpty ? "" : "\n" + questions.joined(separator: "\n"))
  }

  private func question(_ scenario: ResolvedScenario) -> String? {
    guard let question = scenario.question else { return nil }
    let texts = [question[language]] + (scenario.reference.map { ["(\($0[language]))"] } ?? [])
    let lines = texts.flatMap { text in
      // One line in the file or several: on the terminal it is one text.
      DisplayWidth.broken(text.split(separator: "\n").joined(separator: " "), to: 96)
    }
    return ([scenario.id] + lines.map { "    \($0.hasSuffix(" ") ? String($0.dropLast()) : $0)" }).map(
      DisplayWidth.printable
    ).joined(separator: "\n") + "\n"
  }
}
