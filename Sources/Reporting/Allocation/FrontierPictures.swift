import Analysis
import District
import Scenarios

/// The pictures of both frontiers, from the rows of `frontier.csv`.
struct FrontierPictures: Sendable {
  private let rows: [FrontierRow]
  private let scenario: ResolvedScenario
  private let language: Language
  private let width: Double

  /// Makes the pictures.
  ///
  /// - Parameters:
  ///   - rows: of one allocation.
  ///   - scenario: whose district, commitments and draws they are.
  ///   - language: of all words.
  ///   - width: of the drawings.
  init(_ rows: [FrontierRow], scenario: ResolvedScenario, language: Language, width: Double = 720) {
    self.rows = rows
    self.scenario = scenario
    self.language = language
    self.width = width
  }

  /// A picture; nil when the allocation has none of the kind.
  func chart(_ kind: FrontierRow.Kind) -> FrontierChart? {
    switch kind {
    case .money: money
    case .aims: aims
    }
  }

  /// The best probability for each budget; nil without a commitment.
  var money: FrontierChart? {
    let own = rows.filter { $0.kind == .money && !$0.outcome.hasPrefix("money.") }
    guard let name = own.first?.outcome, let outcome = try? ExplainedOutcome(name, scenario: scenario) else {
      return nil
    }
    let target = OutcomeWords(outcome, scenario)
    func points(_ rows: [FrontierRow], label: String = "") -> [FrontierChart.Point] {
      rows.compactMap { row in
        guard let fresh = row.fresh else { return nil }
        let (value, error) = (fresh.value * target.unit.scale, 2 * (fresh.error ?? 0) * target.unit.scale)
        return FrontierChart.Point(label: label, x: row.budget, y: value, yRange: (value - error)...(value + error))
      }
    }
    let plan = Label.frontierPlan[language]
    return FrontierChart(
      heading: heading(
        Label.frontierMoneyChart.text(language, target.name(language), target.yearText),
        Label.frontierNote[language], id: "frontier-money"),
      xAxis: Label.frontierBudget[language], yAxis: Label.probabilityUnit[language],
      series: [
        FrontierChart.Series(name: Label.frontierBest[language], points: points(own.filter { $0.point > 0 })),
        FrontierChart.Series(name: plan, points: points(own.filter { $0.point == 0 }, label: plan), isLine: false),
      ], width: width)
  }

  /// What more of one aim costs in the other.
  var aims: FrontierChart? {
    let own = rows.filter { $0.kind == .aims && !$0.outcome.hasPrefix("money.") }
    let names = own.prefix(2).map(\.outcome)
    let outcomes = names.compactMap { try? ExplainedOutcome($0, scenario: scenario) }
    guard outcomes.count == 2 else { return nil }
    let (across, up) = (OutcomeWords(outcomes[0], scenario), OutcomeWords(outcomes[1], scenario))
    func point(_ rows: [FrontierRow], label: String = "") -> FrontierChart.Point? {
      guard let x = rows.first(where: { $0.outcome == names[0] })?.fresh,
        let y = rows.first(where: { $0.outcome == names[1] })?.fresh
      else { return nil }
      return FrontierChart.Point(label: label, x: x.value * across.unit.scale, y: y.value * up.unit.scale)
    }
    let points = Dictionary(grouping: own, by: \.point)
    let efficient = points.filter { $0.value.first?.isEfficient == true }
    let plan = Label.frontierPlan[language]
    return FrontierChart(
      heading: heading(
        Label.frontierAimsChart.text(
          language, NumberText.fixed(own[0].budget, decimals: 2, groupsThousands: true)),
        Label.frontierFreshMeans[language], id: "frontier-aims"),
      xAxis: axis(across), yAxis: axis(up),
      series: [
        FrontierChart.Series(
          name: Label.frontierFront[language], points: efficient.values.compactMap { point($0) }.sorted { $0.x < $1.x }),
        FrontierChart.Series(
          name: plan, points: [points[0].flatMap { point($0, label: plan) }].compactMap { $0 }, isLine: false),
      ], xDecimals: 2, yDecimals: 0, width: width)
  }

  private func axis(_ words: OutcomeWords) -> String {
    let unit = words.unit.name[language]
    return language == .zh
      ? "\(words.name(language))（\(words.yearText)年，\(unit)）" : "\(words.name(language)), \(words.yearText) (\(unit))"
  }

  private func heading(_ title: String, _ subtitle: String, id: String) -> ChartHeading {
    let facts = [
      scenario.title[language], Label.members.text(language, NumberText.grouped(scenario.ensemble.members)),
      scenario.district.name[language], Label.notOfficial[language],
    ]
    return ChartHeading(
      title: title, subtitle: subtitle,
      notes: [Label.allocationAssumed[language], facts.joined(separator: " · ")], id: id)
  }
}
