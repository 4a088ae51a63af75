import District
import Projection

extension RunPage {
  /// Each project: money, progress, physical results; placeholders are marked.
  func writeProjects(_ writer: inout HTMLWriter) {
    if run.district.projects.contains(where: \.isPlaceholder) {
      writer.element("p", [("class", "caution")], text: Label.placeholderNote[language])
    }
    let planned = PlannedFunding(run.scenario)
    writer.table(
      caption: Label.pageProjects[language],
      headings: [
        .words(Label.project[language]), .words(Label.reference[language]), .number(Label.plannedCost[language]),
        .number(Label.moneyPlannedColumn[language]), .number(Label.executedColumn[language]),
        .number(Label.completionColumn.text(language, String(lastYear))),
        .words(Label.outcomesColumn.text(language, String(lastYear))),
      ],
      rows: run.district.projects.enumerated().map { index, project in
        [
          .heading(project.markedName(language)), .words(ReferenceText.words(project, language)),
          .number(money(project.plannedCost)), .number(money(planned.nominal[index].reduce(0, +))),
          .number(executed(run, project: project.id).text),
          .number(range(run, "completion.\(project.id)", lastYear)), .words(outcomes(of: index)),
        ]
      })
    writer.figure(pictures.completion().svg())
  }

  private func money(_ amount: Double) -> String {
    Estimate(amount, error: 0, unit: UnitLabel(code: "yi_yuan")).text
  }

  private func outcomes(of project: Int) -> String {
    let results = run.district.outcomes.filter { $0.project == project }.map { outcome in
      let unit = UnitLabel(code: outcome.unit).name[language]
      let value = range(run, "outcome.\(outcome.id)", lastYear)
      return language == .zh ? "\(outcome.name.zh) \(value) \(unit)" : "\(outcome.name.en): \(value) \(unit)"
    }
    return results.joined(separator: language == .zh ? "；" : "; ")
  }

  /// Money by source: as planned, by year and altogether.
  func writeFunding(_ writer: inout HTMLWriter) {
    let plan = run.scenario.plan
    func amount(_ source: Int, _ year: Int) -> Double { (0..<plan.projects).reduce(0) { $0 + plan[year, $1, source] } }
    let rows = run.district.sources.enumerated().map { index, source -> [HTMLWriter.Cell] in
      let years = (0..<plan.years).map { amount(index, $0) }
      return [.heading(source.name[language]), .words(ReferenceText.words(source.reference, language))]
        + years.map { .number(money($0)) }
        + [.number(money(years.reduce(0, +))), .number(share(years.reduce(0, +), of: plan.total))]
    }
    let totals = (0..<plan.years).map { year in run.district.sources.indices.reduce(0) { $0 + amount($1, year) } }
    writer.table(
      caption: Label.moneyPlannedColumn[language],
      headings: [.words(Label.sourceColumn[language]), .words(Label.reference[language])]
        + run.scenario.years.map { .number(String($0)) }
        + [.number(Label.total[language]), .number(Label.share[language])],
      rows: rows + [
        [.heading(Label.total[language]), .words("")] + totals.map { .number(money($0)) }
          + [.number(money(plan.total)), .number(share(plan.total, of: plan.total))]
      ])
    writer.figure(pictures.money().svg())
    writeArriving(&writer)
  }

  /// Money by source as the model has it arrive and be spent; nothing for results without accounts.
  private func writeArriving(_ writer: inout HTMLWriter) {
    guard !run.stored.funding.isEmpty else { return }
    let years = run.scenario.years
    let last = years.upperBound
    func cells(_ name: String, _ rows: [StoredFunding]) -> [HTMLWriter.Cell] {
      let spent = rows.compactMap(\.spending)
      let left = rows.filter { $0.year == last }.compactMap(\.spending)
      let amounts = [
        spent.reduce(0) { $0 + $1.adjusted }, spent.reduce(0) { $0 + $1.notArrived },
        spent.reduce(0) { $0 + $1.arrived.value }, spent.reduce(0) { $0 + $1.executed.value },
        left.reduce(0) { $0 + $1.unspent.value },
      ]
      return [.heading(name)] + amounts.map { .number(money($0)) }
    }
    writer.table(
      caption: Label.moneyArriving.text(language, String(years.lowerBound), String(last)),
      headings: [
        .words(Label.sourceColumn[language]), .number(Label.moneyAdjusted[language]),
        .number(Label.moneyNotArrived[language]), .number(Label.moneyArrived[language]),
        .number(Label.moneyExecuted[language]), .number(Label.moneyUnspent.text(language, String(last))),
      ],
      rows: run.district.sources.map { source in
        cells(source.name[language], run.stored.funding.filter { $0.source == source.id })
      } + [cells(Label.total[language], run.stored.funding)])
    writer.element("p", text: Label.moneyArrivingNote[language])
    let beyond = run.stored.funding.reduce(0) { $0 + $1.pastHorizon }
    if beyond > 0 {
      writer.element("p", text: Label.moneyPastHorizon.text(language, money(beyond), String(last)))
    }
  }

  private func share(_ part: Double, of whole: Double) -> String {
    whole > 0 ? NumberText.fixed(100 * part / whole, decimals: 1) : Label.notComputed[language]
  }
}
