import Analysis
import District
import Scenarios

/// What it would take for a commitment, ready to be written and printed.
public struct LeverReport {
  let scenario: ResolvedScenario
  let target: Target
  let wanted: Double
  let levers: [LeverRun.Choice]
  let result: LeverRun.Result
  let outlooks: [GrowthPaths.Outlook]
  let solution: ResolvedScenario
  let language: Language

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - scenario: the scenario as it stands.
  ///   - target: the commitment.
  ///   - wanted: the probability wanted.
  ///   - levers: moved one at a time.
  ///   - result: what was found.
  ///   - outlooks: when it is reached later; empty when it is in reach.
  ///   - solution: the scenario of the solution, or of the best that can be had.
  ///   - language: of what leaders read.
  public init(
    _ scenario: ResolvedScenario, target: Target, wanted: Double, levers: [LeverRun.Choice], result: LeverRun.Result,
    outlooks: [GrowthPaths.Outlook], solution: ResolvedScenario, language: Language
  ) {
    self.scenario = scenario
    self.target = target
    self.wanted = wanted
    self.levers = levers
    self.result = result
    self.outlooks = outlooks
    self.solution = solution
    self.language = language
  }

  /// Names of the files, in the order they are written.
  public static let fileNames = [
    "solve.csv", "solve_answers.csv", "solve_paths.csv", "solve_leadership.csv", "solve.svg", "solution.yaml",
    OutputFolder.manifestName,
  ]

  /// The files.
  ///
  /// - Parameter record: how it was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let tables = LeverTables(self)
    let results = [
      OutputFile(name: "solve.csv", bytes: tables.curves()),
      OutputFile(name: "solve_answers.csv", bytes: tables.answers()),
      OutputFile(name: "solve_paths.csv", bytes: tables.paths()),
      OutputFile(name: "solve_leadership.csv", bytes: LeverLeadershipTable(self).csv()),
      OutputFile(name: "solve.svg", text: LeverChart(self).chart.svg()),
      OutputFile(name: "solution.yaml", text: solution.standaloneYAML),
    ]
    let manifest = AnalysisManifest(kind: "solve", scenarios: [scenario], record: record, files: results) { writer in
      writer.member("target", target.id)
      writer.key("probability_wanted")
      writer.value(wanted)
      writer.key("levers")
      writer.value(levers.map(\.lever.text))
      writer.member("solution", solution.standaloneYAML)
    }
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// The words in a language.
  func words(_ language: Language) -> LeverWords {
    LeverWords(
      scenario: scenario, target: target, wanted: wanted, members: scenario.ensemble.members, language: language)
  }

  /// What was found, in sentences.
  func sentences(_ language: Language) -> [String] {
    let words = words(language)
    var sentences = [words.present(result.present)]
    for (choice, curve) in zip(levers, result.curves) {
      sentences.append(words.sentence(choice, curve))
      if let caution = words.caution(curve) { sentences.append(caution) }
    }
    if let together = words.combination(result) { sentences.append(together) }
    return sentences
  }
}
