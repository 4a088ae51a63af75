import Analysis
import District

/// The tables for people, as headings and cells: what the terminal and the leadership table share.
struct AllocationSections {
  /// A cell: words, or a number with its error in words and as a spreadsheet takes it.
  struct Cell {
    let text: String
    let value: Double?
    let digits: SupportedDigits

    static func words(_ text: String) -> Cell {
      Cell(text: text, value: nil, digits: SupportedDigits(of: 0, error: nil, most: 0))
    }

    /// Money, exact to two decimals.
    static func money(_ text: String, _ value: Double) -> Cell {
      Cell(text: text, value: value, digits: SupportedDigits(of: value, error: 0, most: 2))
    }

    static func estimate(_ text: String, _ estimate: Estimate) -> Cell {
      Cell(text: text, value: estimate.value, digits: estimate.digits)
    }
  }

  /// A table: its title, its headings (words first, then numbers), its rows.
  struct Section {
    let title: String
    let headings: [String]
    let rows: [[Cell]]
  }

  private let report: AllocationReport
  private let language: Language
  private let words: AllocationWords
  private var district: District { report.scenario.district }

  init(_ report: AllocationReport, _ language: Language) {
    self.report = report
    self.language = language
    words = report.words(language)
  }

  /// Money by project, by year and by source.
  var money: [Section] {
    let years = (0..<report.result.best.plan.years).map { String(district.baseYear + 1 + $0) }
    return [
      section(.allocationByProject, .project, district.projects.map { $0.markedName(language) }, \.byProject),
      section(.allocationByYear, .allocationYear, years, \.byYear),
      section(.allocationBySource, .allocationSource, district.sources.map { $0.name[language] }, \.bySource),
    ]
  }

  private func section(
    _ title: Label, _ kind: Label, _ names: [String], _ part: KeyPath<PlannedSums, [Double]>
  ) -> Section {
    let before = PlannedSums(report.result.reference.plan)[keyPath: part]
    let after = PlannedSums(report.result.best.plan)[keyPath: part]
    func row(_ name: String, _ before: Double, _ after: Double) -> [Cell] {
      [
        .words(name), .money(words.money(before), before), .money(words.money(after), after),
        .money(words.moneyChange(after - before), after - before),
      ]
    }
    let rows = names.indices.filter { before[$0] != 0 || after[$0] != 0 }.map { row(names[$0], before[$0], after[$0]) }
    return Section(
      title: title[language],
      headings: [
        Label.allocationMoney.text(language, kind[language]), Label.allocationPlan[language],
        Label.allocationBest[language], Label.allocationChange[language],
      ],
      rows: rows + [row(Label.total[language], before.reduce(0, +), after.reduce(0, +))])
  }

  /// Outcomes on fresh draws.
  var outcomes: Section {
    let rows = report.effects.map { effect -> [Cell] in
      let outcome = OutcomeWords(effect.outcome, report.scenario)
      let unit = outcome.unit.name[language]
      let name = language == .zh ? "\(outcome.name(.zh))（\(unit)）" : "\(outcome.name(.en)) (\(unit))"
      return [
        .words(name), .words(outcome.yearText), cell(effect.reference, outcome), cell(effect.best, outcome),
        .estimate(words.changeNumber(effect.change, outcome), words.estimate(effect.change, outcome)),
      ]
    }
    return Section(
      title: Label.allocationOutcomes[language],
      headings: [
        Label.outcome[language], Label.targetYear[language], Label.allocationPlan[language],
        Label.allocationBest[language], Label.allocationChange[language],
      ], rows: rows)
  }

  /// Both frontiers.
  var frontiers: [Section] {
    let aims = report.run.frontierAims
    var sections: [Section] = []
    if let money = report.money {
      let target = ExplainedOutcome.target(money.target)
      let name = OutcomeWords(target, report.scenario)
      sections.append(
        Section(
          title: Label.frontierMoneyChart.text(language, name.name(language), name.yearText),
          headings: [
            Label.frontierBudget[language], Label.probabilityUnit[language], Label.allocationEfficient[language],
          ],
          rows: money.points.map { point in
            [.money(words.money(point.budget), point.budget), cell(target, point), mark(point)]
          }))
    }
    sections.append(
      Section(
        title: Label.frontierAimsChart.text(language, words.money(report.result.bounds.budget)),
        headings: [heading(aims.first), heading(aims.second), Label.allocationEfficient[language]],
        rows: report.aims.map { [cell(aims.first, $0), cell(aims.second, $0), mark($0)] }))
    return sections
  }

  private func heading(_ outcome: ExplainedOutcome) -> String {
    let outcome = OutcomeWords(outcome, report.scenario)
    return "\(outcome.name(language)) \(outcome.yearText) (\(outcome.unit.name[language]))"
  }

  private func cell(_ outcome: ExplainedOutcome, _ point: AllocationRun.FrontierPoint) -> Cell {
    guard let estimate = point.division.fresh.estimate(outcome, baseYear: district.baseYear) else { return .words("") }
    return cell(estimate, OutcomeWords(outcome, report.scenario))
  }

  private func cell(_ estimate: AllocationEstimate, _ outcome: OutcomeWords) -> Cell {
    .estimate(words.number(estimate, outcome), words.estimate(estimate, outcome))
  }

  private func mark(_ point: AllocationRun.FrontierPoint) -> Cell {
    .words((point.isEfficient ? Label.yes : Label.no)[language])
  }
}
