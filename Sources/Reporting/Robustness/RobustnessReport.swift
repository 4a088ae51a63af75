import Analysis
import District
import Scenarios

/// One thing scenarios are judged by under stress: a commitment, or all of them together.
struct RobustnessPayoff {
  /// Id of the target, or `commitments_met`.
  let id: String
  /// The target; nil for all together.
  let target: Target?
  /// Payoffs and rules.
  let table: RobustnessTable
}

/// How scenarios fare under stresses, ready to be written and printed.
public struct RobustnessReport {
  let result: RobustnessResult
  let stressed: StressedScenarios
  let satisfactoryLevel: Double
  let language: Language
  /// All commitments together, then each of them.
  let payoffs: [RobustnessPayoff]

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - stressed: the scenarios that were run.
  ///   - satisfactoryLevel: the probability that is good enough.
  ///   - language: of what leaders read.
  public init(
    _ result: RobustnessResult, _ stressed: StressedScenarios, satisfactoryLevel: Double, language: Language
  ) {
    self.result = result
    self.stressed = stressed
    self.satisfactoryLevel = satisfactoryLevel
    self.language = language
    let all = RobustnessPayoff(
      id: "commitments_met", target: nil, table: result.tableOfAll(satisfactoryLevel: satisfactoryLevel))
    payoffs =
      [all]
      + result.targets.map {
        RobustnessPayoff(
          id: $0.id, target: $0, table: result.table(of: $0, satisfactoryLevel: satisfactoryLevel))
      }
  }

  /// Id of the column without a stress.
  public static let unstressed = "none"

  /// Names of the files, in the order they are written.
  public static let fileNames = [
    "robustness.csv", "robustness_rules.csv", "robustness_leadership.csv", "robustness.svg", OutputFolder.manifestName,
  ]

  /// The files.
  ///
  /// - Parameter record: how it was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let tables = RobustnessTables(self)
    let results = [
      OutputFile(name: "robustness.csv", bytes: tables.payoffs()),
      OutputFile(name: "robustness_rules.csv", bytes: tables.rules()),
      OutputFile(name: "robustness_leadership.csv", bytes: RobustnessLeadershipTable(self).csv()),
      OutputFile(name: "robustness.svg", text: chart.svg()),
    ]
    let manifest = AnalysisManifest(
      kind: "robustness", scenarios: stressed.grid.map { $0[0] }, record: record, files: results
    ) { writer in
      writer.key("stresses")
      writer.array { writer in
        for (position, stress) in stressed.stresses.enumerated() {
          writer.object { writer in
            writer.member("id", stress.id)
            writer.member("title", stress.title)
            writer.member("file", stress.file)
            // The scenarios as they ran under the stress, each in one file that runs the same again.
            writer.key("scenarios")
            writer.array { writer in
              for row in stressed.grid { writer.value(row[position + 1].standaloneYAML) }
            }
          }
        }
      }
      writer.key("satisfactory_level")
      writer.value(satisfactoryLevel)
    }
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// The scenarios, as they are without stress.
  var scenarios: [ResolvedScenario] { stressed.grid.map { $0[0] } }

  /// The name of a payoff in words.
  func name(of payoff: RobustnessPayoff, _ language: Language) -> String {
    payoff.target?.title(language) ?? Label.allCommitments[language]
  }

  /// The name of a column in words: 0 is without stress.
  func stressName(_ column: Int, _ language: Language) -> String {
    column == 0 ? Label.noStress[language] : stressed.stresses[column - 1].title[language]
  }

  /// An estimate of a probability.
  func estimate(_ value: Double, _ error: Double?) -> Estimate {
    Estimate.probability(value, error: error, members: result.members)
  }

  /// The scenarios a rule chooses for a payoff, and those too near to tell, with their names given by a closure.
  func choice(
    _ rule: DecisionRule, _ table: RobustnessTable, _ language: Language, name: (String) -> String
  ) -> String {
    let best = table.choice(rule)
    if best.count == table.scenarios.count, best.count > 1 { return Label.allAlike[language] }
    let chosen = best.map(name).joined(separator: " = ")
    let near = table.nearTies(rule).map(name)
    return near.isEmpty ? chosen : "\(chosen) ≈ \(near.joined(separator: " ≈ "))"
  }

  /// Mean share of commitments met, with worst and best stress as the range.
  private var chart: BarChart {
    let table = payoffs[0].table
    let first = scenarios[0]
    let rows = scenarios.indices.map { index -> BarChart.Row in
      let row = table.payoffs[index].map { $0 * 100 }
      return BarChart.Row(
        label: scenarios[index].title[language], value: row.reduce(0, +) / Double(row.count),
        range: row.min()!...row.max()!)
    }
    return BarChart(
      heading: ChartHeading(
        title: Label.robustnessChart[language],
        subtitle: Label.robustnessChartRange.text(language, String(table.stresses.count)),
        notes: [
          Label.members.text(language, NumberText.grouped(result.members)) + " · "
            + first.district.name[language] + " · " + Label.notOfficial[language]
        ], id: "robustness"),
      axis: Label.shareMet[language], rows: rows)
  }
}

extension DecisionRule {
  /// The rule in words.
  var label: Label {
    switch self {
    case .expectedValue: .ruleExpected
    case .maximin: .ruleMaximin
    case .minimaxRegret: .ruleRegret
    case .satisficing: .ruleSatisficing
    }
  }

  /// What the rule does, in a sentence.
  var note: Label {
    switch self {
    case .expectedValue: .ruleExpectedNote
    case .maximin: .ruleMaximinNote
    case .minimaxRegret: .ruleRegretNote
    case .satisficing: .ruleSatisficingNote
    }
  }
}
