import Analysis
import District

extension AnalysisNotebook {
  /// What the best division does, where it puts the money, and both frontiers.
  func allocation() throws -> Content {
    let scenario = analysis.scenario
    let rows = try StoredFrontier.rows(of: analysis)
    let title = Label.allocationTitle.text(language, scenario.district.name[language], scenario.title[language])
    var command = "hsb optimize scenarios/\(scenario.id).yaml\(members)"
    if let goal = analysis.details.maximised { command += " --maximize \(goal)" }
    if let starts = analysis.details.search?.starts.count { command += " --starts \(starts)" }
    if let budget = analysis.details.budget { command += " --budget \(NumberText.shortest(budget))" }
    if analysis.details.ownLimits == true { command += " --limits LIMITS.yaml" }
    return (
      title, command, try outcomes() + [division()] + frontier(of: .money, rows) + frontier(of: .aims, rows)
    )
  }

  /// Digits after the point: divisions differ by less than what an indicator is usually shown with.
  private static func digits(_ unit: UnitLabel) -> Int { unit.scale == 1 ? unit.decimals + 1 : unit.decimals }

  /// Outcomes on fresh draws, a part for each unit.
  private func outcomes() throws -> [NotebookPart] {
    let table = try analysis.table("allocation_outcomes.csv", headings: AllocationTables.outcomeHeadings)
    var units: [(code: String, words: [OutcomeWords])] = []
    for row in table.rows where table.text(row, "draws") == "fresh" {
      let words = OutcomeWords(try table.outcome(row, analysis.scenario), analysis.scenario)
      if let place = units.firstIndex(where: { $0.code == words.unitCode }) {
        units[place].words.append(words)
      } else {
        units.append((words.unitCode, [words]))
      }
    }
    return units.map { code, words in
      let (unit, difference) = (words[0].unit, words[0].difference)
      let digits = Self.digits(unit)
      func number(_ name: String, _ label: Label, _ unit: UnitLabel) -> NotebookPart.Column {
        column(name, label, unit.name[language], digits: digits, scale: unit.scale)
      }
      let names = words.map { ($0.outcome.id, $0.name(language)) }
      let title = "\(Label.allocationChange[language]): \(Label.outcome[language]) (\(difference.name[language]))"
      return NotebookPart(
        id: "outcomes-\(code.replacing("_", with: "-"))",
        heading: "\(Label.outcome[language]) (\(unit.name[language]))",
        note: Label.allocationAssumed[language], file: "allocation_outcomes.csv",
        headings: AllocationTables.outcomeHeadings, filters: [("draws", "fresh"), ("unit", code)],
        columns: [
          column("outcome", .outcome, names: names), column("year", .year), number("planned", .allocationPlan, unit),
          number("best", .allocationBest, unit), number("change", .allocationChange, difference),
          column("change_se", .sameUnitError, digits: digits + 1, scale: difference.scale),
        ],
        bars: NotebookPart.Bars(
          title: title, axis: difference.name[language], scale: difference.scale, decimals: digits,
          fields: [("value", "change")],
          words: ChartHeading(title: title, notes: [Label.notOfficial[language]], id: "change-\(code)")))
    }
  }

  /// Money of each project under the plan and under the best division.
  private func division() -> NotebookPart {
    let district = analysis.scenario.district
    let unit = Label.frontierBudget[language]
    let names = district.projects.map { ($0.id, $0.markedName(language)) }
    let title = "\(Label.allocationChart[language]): \(Label.allocationChange[language])"
    let notes = district.projects.contains(where: \.isPlaceholder) ? [Label.placeholderNote[language]] : []
    return NotebookPart(
      id: "division", heading: Label.allocationChart[language],
      note: (notes + [unit]).joined(separator: "\n\n"), file: "allocation.csv",
      headings: AllocationTables.divisionHeadings,
      columns: [
        column("project", .project, names: names), column("planned_yi", .allocationPlan, digits: 2),
        column("best_yi", .allocationBest, digits: 2), column("change_yi", .allocationChange, digits: 2),
      ],
      isTotal: true, sort: "change_yi",
      bars: NotebookPart.Bars(
        title: title, axis: unit, scale: 1, decimals: 2, fields: [("value", "change_yi")],
        words: ChartHeading(
          title: title, notes: notes + [Label.allocationAssumed[language], Label.notOfficial[language]], id: "division")
      ))
  }

  /// A table for each outcome of a frontier, with bars of a probability.
  private func frontier(of kind: FrontierRow.Kind, _ rows: [FrontierRow]) -> [NotebookPart] {
    let scenario = analysis.scenario
    var outcomes: [ExplainedOutcome] = []
    for row in rows where row.kind == kind {
      guard let outcome = try? ExplainedOutcome(row.outcome, scenario: scenario), !outcomes.contains(outcome) else {
        continue
      }
      outcomes.append(outcome)
    }
    let answers = [("1", Label.yes[language]), ("0", Label.no[language]), ("", Label.allocationPlan[language])]
    return outcomes.map { outcome in
      let words = OutcomeWords(outcome, scenario)
      let unit = words.unit
      let heading = "\(words.name(language)) (\(words.yearText))"
      let chosen = rows.filter { $0.kind == kind && $0.outcome == outcome.id }
      let points = chosen.map { row in
        let budget = NumberText.fixed(row.budget, decimals: 2, groupsThousands: true)
        let plan = Label.frontierPlan[language]
        let name = kind == .money ? budget : String(row.point)
        return (String(row.point), row.point > 0 ? name : kind == .money ? "\(budget) · \(plan)" : plan)
      }
      let first = column("point", kind == .money ? .frontierBudget : .frontierPoint, names: points)
      let bars =
        kind == .money
        ? NotebookPart.Bars(
          title: "\(heading): \(Label.frontierBudget[language])", axis: unit.name[language], scale: unit.scale,
          decimals: 1, fields: [("value", "fresh_value")],
          words: ChartHeading(
            title: heading, subtitle: Label.frontierBudget[language],
            notes: [Label.allocationAssumed[language], Label.notOfficial[language]], id: "money")) : nil
      return NotebookPart(
        id: words.identifier("frontier-\(kind.rawValue)"),
        heading: Label.frontierOf.text(
          language, kind == .money ? Label.frontierOfMoney[language] : Label.frontierOfAims[language], heading),
        note: Label.frontierFreshMeans[language], file: "frontier.csv", headings: FrontierRow.headings,
        filters: [("frontier", kind.rawValue), ("outcome", outcome.id)],
        columns: [
          first, column("fresh_value", .value, unit.name[language], digits: Self.digits(unit), scale: unit.scale),
          column("fresh_value_se", .sameUnitError, digits: Self.digits(unit) + 1, scale: unit.scale),
          column("is_efficient", .allocationEfficient, names: answers),
        ],
        bars: bars)
    }
  }
}
