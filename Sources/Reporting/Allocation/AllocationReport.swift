import Analysis
import District
import Scenarios

/// The best division of a budget, ready to be written and printed.
public struct AllocationReport {
  /// A frontier between money and the probability of a commitment.
  public struct MoneyFrontier {
    /// Id of the commitment.
    let target: String
    let points: [AllocationRun.FrontierPoint]

    /// Makes a frontier.
    public init(target: String, points: [AllocationRun.FrontierPoint]) {
      self.target = target
      self.points = points
    }
  }

  let run: AllocationRun
  let result: AllocationRun.Result
  let money: MoneyFrontier?
  let aims: [AllocationRun.FrontierPoint]
  let solution: ResolvedScenario
  let language: Language
  /// Effects on fresh draws.
  let effects: [AllocationEffect]

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - run: what was searched.
  ///   - result: what was found.
  ///   - money: the frontier between money and a probability; nil without a commitment.
  ///   - aims: the frontier between the two aims of the run.
  ///   - solution: the scenario of the best division, whose plan lies beside it as `planName`.
  ///   - language: of what leaders read.
  public init(
    _ run: AllocationRun, result: AllocationRun.Result, money: MoneyFrontier?, aims: [AllocationRun.FrontierPoint],
    solution: ResolvedScenario, language: Language
  ) {
    self.run = run
    self.result = result
    self.money = money
    self.aims = aims
    self.solution = solution
    self.language = language
    effects = run.effects(result, onFresh: true)
  }

  /// Name of the plan beside the scenario of the best division.
  public static let planName = "allocation_plan.csv"

  /// Names of the files, in the order they are written.
  public static let fileNames = [
    "allocation.csv", "allocation_outcomes.csv", "frontier.csv", "allocation_leadership.csv", "allocation.svg",
    "frontier_money.svg", "frontier_aims.svg", planName, "allocation.yaml", OutputFolder.manifestName,
  ]

  var scenario: ResolvedScenario { run.scenario }

  /// The files.
  ///
  /// - Parameter record: how it was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let tables = AllocationTables(self)
    let pictures = FrontierPictures(frontierRows, scenario: scenario, language: language)
    let results = [
      OutputFile(name: "allocation.csv", bytes: tables.division()),
      OutputFile(name: "allocation_outcomes.csv", bytes: tables.outcomes()),
      OutputFile(name: "frontier.csv", bytes: tables.frontiers()),
      OutputFile(name: "allocation_leadership.csv", bytes: AllocationLeadershipTable(self).csv()),
      OutputFile(name: "allocation.svg", text: AllocationChart(self).chart.svg()),
      OutputFile(name: "frontier_money.svg", text: (pictures.money ?? noFrontier(.allocationFrontierMoney)).svg()),
      OutputFile(name: "frontier_aims.svg", text: (pictures.aims ?? noFrontier(.allocationFrontierAims)).svg()),
      OutputFile(name: Self.planName, bytes: tables.plan()),
      OutputFile(name: "allocation.yaml", text: solution.standaloneYAML),
    ]
    let manifest = AnalysisManifest(kind: "allocation", scenarios: [scenario], record: record, files: results) {
      writeDetails(&$0)
    }
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// A picture that says only what is not there.
  private func noFrontier(_ label: Label) -> FrontierChart {
    FrontierChart(
      heading: ChartHeading(title: label[language], subtitle: Label.notComputed[language]),
      xAxis: Label.frontierBudget[language], yAxis: "", series: [])
  }

  private func writeDetails(_ writer: inout JSONWriter) {
    writer.member("maximised", run.outcome.id)
    writer.key("budget_yi")
    writer.value((result.bounds.budget * 1e6).rounded() / 1e6)
    writer.key("own_limits")
    writer.value(run.rules.limits != AllocationLimits())
    writer.key("fresh_seed")
    writer.value(run.freshSeed)
    writer.key("search")
    writer.object {
      for (key, change) in [
        ("gain", result.ownGain), ("gain_fresh", result.freshGain), ("optimality_gap", result.gap),
      ] {
        $0.key(key)
        $0.value(change.value)
        $0.key("\(key)_se")
        $0.value(change.standardError)
      }
      $0.key("starts")
      $0.value(result.starts)
      $0.key("evaluations")
      $0.value(result.evaluations)
    }
    writer.key("limits_yi")
    writer.object { writer in
      let district = scenario.district
      writer.key("projects")
      writer.object {
        for (index, project) in district.projects.enumerated() {
          $0.key(project.id)
          $0.value([result.bounds.projectMinimum[index], result.bounds.projectMaximum[index]])
        }
      }
      writer.key("sources")
      writer.object {
        for (index, source) in district.sources.enumerated() {
          $0.key(source.id)
          $0.value(result.bounds.sourceMaximum[index])
        }
      }
      writer.key("years")
      writer.object {
        for (index, most) in result.bounds.yearMaximum.enumerated() {
          $0.key(String(district.baseYear + 1 + index))
          $0.value(most)
        }
      }
    }
    writer.member("solution", solution.standaloneYAML)
  }

  /// The words in a language.
  func words(_ language: Language) -> AllocationWords { AllocationWords(self, language) }
}
