import Analysis
import District
import Scenarios

/// What a comparison found, ready to be written and printed.
public struct ComparisonReport: Sendable {
  /// What was found; the first scenario is the reference.
  public let comparison: Comparison
  /// A report of each scenario, the reference first.
  public let reports: [RunReport]
  /// Language of what leaders read.
  public let language: Language

  /// Puts a report together.
  public init(_ comparison: Comparison, language: Language) {
    self.comparison = comparison
    self.language = language
    reports = zip(comparison.scenarios, comparison.summaries).map {
      RunReport(scenario: $0, summary: $1, baseLevels: [], language: language)
    }
  }

  /// Names of the files of a comparison, in the order they are written.
  public static let fileNames =
    [
      "comparison.csv", "comparison_targets.csv", "comparison_costs.csv", "comparison_leadership.csv",
    ] + ComparisonCharts.fileNames + [OutputFolder.manifestName]

  /// The files of the comparison.
  ///
  /// - Parameter record: how it was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let tables = ComparisonTables(self)
    let results =
      [
        OutputFile(name: "comparison.csv", bytes: tables.differences()),
        OutputFile(name: "comparison_targets.csv", bytes: tables.targets()),
        OutputFile(name: "comparison_costs.csv", bytes: tables.costs()),
        OutputFile(name: "comparison_leadership.csv", bytes: ComparisonLeadershipTable(self).csv()),
      ] + ComparisonCharts(self).files
    let manifest = AnalysisManifest(kind: "comparison", scenarios: scenarios, record: record, files: results)
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// The scenarios, the reference first.
  public var scenarios: [ResolvedScenario] { comparison.scenarios }
  /// The reference.
  var reference: RunReport { reports[0] }
  /// The scenarios that are compared with it.
  var alternatives: [RunReport] { Array(reports.dropFirst()) }

  /// The words that say whether a scenario is dominated.
  func dominanceText(scenario: Int, _ language: Language) -> String {
    comparison.dominating(scenario: scenario).map {
      Label.dominatedBy.text(language, scenarios[$0].title[language])
    } ?? Label.notDominated[language]
  }

  /// The name of an outcome in words, and the step its cost is given for.
  func words(_ outcome: ComparisonOutcome, _ language: Language) -> (name: String, step: String) {
    switch outcome {
    case .indicator(let id):
      let step: Label = id.hasPrefix("income") ? .stepHundredYuan : .stepOneYi
      return (reference.catalogue[id]?.name[language] ?? id, step[language])
    case .target(let id):
      let target = reference.scenario.targets.first { $0.id == id }
      return (target?.title(language) ?? id, Label.stepOnePoint[language])
    }
  }
}

extension CostVerdict {
  /// The words of the verdict.
  var label: Label {
    switch self {
    case .tradeOff: .verdictTradeOff
    case .better: .verdictBetter
    case .worse: .verdictWorse
    case .undecided: .verdictUndecided
    }
  }
}
