import Analysis
import District

/// What a run prints: GDP, incomes and their ratios at the milestones, and the probability of each commitment.
public struct RunSummaryText {
  private let report: RunReport
  private let language: Language

  /// Makes the text of a run in a language.
  public init(_ report: RunReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// The text, for a terminal or a file; it has no colours.
  public var text: String {
    ([heading, indicators, commitments] + (report.precision.map { [precision($0)] } ?? []) + [inputs]).joined(
      separator: "\n")
  }

  private var heading: String {
    let scenario = report.scenario
    let ensemble = scenario.ensemble
    let facts = [
      report.district.name[language], Label.members.text(language, NumberText.grouped(report.summary.members)),
      ensemble.sampler.rawValue, Label.seed.text(language, String(ensemble.seed)), Label.notOfficial[language],
    ]
    return DisplayWidth.printable("\(scenario.title[language]) (\(scenario.id))") + "\n"
      + DisplayWidth.printable(facts.joined(separator: language == .zh ? "；" : "; ")) + "\n"
  }

  private static let rows: [(id: String, label: Label)] = [
    ("gdp_nominal", .gdpShort), ("gdp_real_growth", .gdpGrowthShort), ("income_all", .incomeAllShort),
    ("income_rural", .incomeRuralShort), ("income_urban", .incomeUrbanShort),
    ("income_all_to_ningxia", .incomeAllRatioShort), ("income_rural_to_ningxia", .incomeRuralRatioShort),
  ]

  private var indicators: String {
    let milestones = Milestone.list(report)
    var table = TextTable(
      [.words(Label.indicator[language]), .words(Label.unit[language])]
        + milestones.map { .numbers(String($0.year)) })
    for (id, label) in Self.rows {
      guard let indicator = report.catalogue[id] else { continue }
      let cells = milestones.map { milestone in
        report.summary[id, year: milestone.year - report.district.baseYear].map {
          RangeEstimate($0, unit: indicator.unitLabel).text(language)
        } ?? "-"
      }
      table.row([label[language], indicator.unitLabel.name[language]] + cells)
    }
    return table.text
  }

  private var commitments: String {
    guard !report.summary.targets.isEmpty else { return "" }
    var table = TextTable([
      .words(Label.commitment[language]), .words(Label.target[language]), .words(Label.targetYear[language]),
      .numbers(Label.probabilityUnit[language]),
    ])
    for result in report.summary.targets {
      table.row([
        result.target.title(language), result.target.requirement(report.catalogue, language), result.target.yearText,
        probability(result),
      ])
    }
    return table.text
  }

  /// `78.3 ± 0.2`: the probability in percent and its Monte Carlo standard error in percentage points.
  private func probability(_ result: TargetSummary) -> String {
    guard let probability = result.probability else { return Label.notProjected[language] }
    let estimate = Estimate.probability(
      probability, error: result.standardError, members: report.summary.members)
    guard let error = result.standardError, probability > 0, probability < 1 else { return estimate.text }
    return "\(estimate.text) ± \(Estimate(error, error: nil, unit: UnitLabel(code: "percentage_points")).text)"
  }

  /// One line a goal: the standard error reached and the members it took.
  private func precision(_ outcome: PrecisionOutcome) -> String {
    outcome.goals.indices.map { index in
      let goal = outcome.goals[index]
      let members = NumberText.grouped(outcome.rounds.last?.members ?? 0)
      guard let error = outcome.rounds.last?.errors[index] else {
        return Label.precisionUnknown.text(language, goal.text, members)
      }
      // Two digits: the error is itself an estimate, from sixteen randomisations.
      let shown = Estimate(error, error: nil, unit: goal.unitLabel(in: report.catalogue), moreDecimals: 4)
      let label = outcome.isReached(index) ? Label.precisionReached : Label.precisionMissed
      return label.text(
        language, goal.text, "\(shown.text) \(goal.unitLabel(in: report.catalogue).name[language])", members,
        String(outcome.rounds.count))
    }.map { $0 + "\n" }.joined()
  }

  private var inputs: String { InputSentences(report).lines(language)[0] + "\n" }
}

extension PrecisionGoal {
  /// The label of the unit of the goal's standard error.
  func unitLabel(in catalogue: IndicatorCatalogue) -> UnitLabel {
    switch statistic {
    case .mean(let id, _), .quantile(let id, _, _): catalogue[id]?.differenceLabel ?? UnitLabel(code: "")
    case .probability: UnitLabel(code: "percentage_points")
    }
  }
}
