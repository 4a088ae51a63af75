import Analysis
import District

/// What a comparison prints: differences of the headline figures in the last year, changes of the probabilities, costs.
public struct ComparisonText {
  private let report: ComparisonReport
  private let language: Language

  /// Makes the text of a comparison in a language.
  public init(_ report: ComparisonReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// The text, for a terminal or a file; it has no colours.
  public var text: String { ([heading, differences] + commitments + [costs]).joined(separator: "\n") }

  private var heading: String {
    let reference = report.reference
    let ensemble = reference.scenario.ensemble
    let facts = Label.comparisonFacts.text(
      language, NumberText.grouped(reference.summary.members), ensemble.sampler.rawValue, String(ensemble.seed))
    let title = Label.comparisonTitle.text(
      language, reference.district.name[language], reference.scenario.title[language])
    return [title, facts, Label.notOfficial[language]].map { DisplayWidth.printable($0) + "\n" }.joined()
  }

  private static let rows: [(id: String, label: Label)] = [
    ("gdp_nominal", .gdpShort), ("income_all", .incomeAllShort), ("income_rural", .incomeRuralShort),
    ("income_all_to_ningxia", .incomeAllRatioShort),
  ]

  private var differences: String {
    let reference = report.reference
    let year = reference.scenario.horizon
    var table = TextTable([
      .words(Label.scenario[language]), .words("\(Label.indicator[language]) (\(year))"),
      .words(Label.unit[language]), .numbers(Label.difference[language]),
      .numbers(Label.probabilityHigher[language]), .words(Label.dominance[language]),
    ])
    for (position, alternative) in report.alternatives.enumerated() {
      for (row, (id, label)) in Self.rows.enumerated() {
        guard let indicator = reference.catalogue[id], let index = reference.catalogue.index[id],
          let difference = report.comparison[position, indicator: index, year: reference.years.count - 1]
        else { continue }
        let higher = Estimate.probability(
          difference.probabilityHigher, error: difference.probabilityHigherError, members: reference.summary.members)
        table.row([
          row == 0 ? alternative.scenario.id : "", label[language], indicator.differenceLabel.name[language],
          DifferenceEstimate(difference, of: indicator).text(language), higher.text,
          row == 0 ? report.dominanceText(scenario: position + 1, language) : "",
        ])
      }
    }
    return table.text
  }

  /// Columns of scenarios that fit beside the words.
  private static let scenariosAcross = 4

  private var commitments: [String] {
    let targets = report.reference.summary.targets
    guard !targets.isEmpty else { return [] }
    return stride(from: 0, to: report.alternatives.count, by: Self.scenariosAcross).map { start in
      let shown = start..<min(start + Self.scenariosAcross, report.alternatives.count)
      var table = TextTable(
        [
          .words(Label.commitment[language]), .words(Label.targetYear[language]),
          .numbers("\(report.reference.scenario.id) (%)"),
        ] + shown.map { .numbers("\(report.alternatives[$0].scenario.id) (±)") })
      for result in targets {
        table.row(
          [result.target.title(language), result.target.yearText, probability(result)]
            + shown.map { change(of: result.target.id, alternative: $0) })
      }
      return table.text
    }
  }

  private func probability(_ result: TargetSummary) -> String {
    guard let probability = result.probability else { return Label.notProjected[language] }
    return Estimate.probability(
      probability, error: result.standardError, members: report.reference.summary.members
    ).text
  }

  /// `-21.3 ± 0.4`: the change in percentage points and its standard error.
  private func change(of target: String, alternative: Int) -> String {
    let changes = report.comparison.alternatives[alternative].targets
    guard let found = changes.first(where: { $0.target == target }), let change = found.change else { return "-" }
    let unit = UnitLabel(code: "percentage_points")
    let text = Estimate(change, error: found.standardError, unit: unit).text
    guard let error = found.standardError else { return text }
    return "\(text) ± \(Estimate(error, error: nil, unit: unit).text)"
  }

  private var costs: String {
    let shown = ["gdp_real", "income_all", "income_rural"].map { ComparisonOutcome.indicator($0) }
    var table = TextTable(
      [.words(Label.scenario[language]), .numbers(Label.extraMoney[language])]
        + shown.map { outcome in
          let (name, step) = report.words(outcome, language)
          return .numbers(Label.costShort.text(language, short(outcome) ?? name, step))
        })
    for (position, alternative) in report.alternatives.enumerated() {
      let costs = report.comparison.costs(alternative: position)
      let money = costs.first.map {
        Estimate(
          $0.money.value, error: $0.money.standardError, unit: UnitLabel(code: "yi_yuan_2020"), moreDecimals: 1
        ).text
      }
      table.row(
        [alternative.scenario.id, money ?? "-"]
          + shown.map { outcome in costs.first { $0.outcome == outcome }.map(cell) ?? "-" })
    }
    return Label.costSection[language] + "\n" + table.text
  }

  private func short(_ outcome: ComparisonOutcome) -> String? {
    switch outcome.id {
    case "gdp_real": Label.gdpShort[language]
    case "income_all": Label.incomeAllShort[language]
    case "income_rural": Label.incomeRuralShort[language]
    default: nil
    }
  }

  private func cell(_ cost: CostPerUnit) -> String {
    guard let value = cost.cost else { return cost.verdict.label[language] }
    return Estimate(
      value.value, error: value.standardError, unit: UnitLabel(code: "yi_yuan_2020"), moreDecimals: 2
    ).text
  }
}
