import Analysis
import District
import Scenarios

/// The tables of an allocation for machines: every digit, English ids.
struct AllocationTables {
  /// Headings of `allocation.csv`.
  static let divisionHeadings = [
    "scenario", "project", "source", "year", "is_placeholder", "is_open", "planned_yi", "best_yi", "change_yi",
  ]
  /// Headings of `allocation_plan.csv`.
  static let planHeadings = ["project", "source", "year", "amount_yi"]
  /// Headings of `allocation_outcomes.csv`.
  static let outcomeHeadings = [
    "scenario", "outcome", "year", "unit", "draws", "planned", "planned_se", "best", "best_se", "change", "change_se",
  ]

  private let report: AllocationReport
  private var district: District { report.scenario.district }

  init(_ report: AllocationReport) { self.report = report }

  /// `allocation.csv`: a row for every amount that could be divided or is planned, nominal 亿元.
  func division() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.divisionHeadings)
    let (reference, best) = (report.result.reference.plan, report.result.best.plan)
    for t in 0..<best.years {
      for (p, project) in district.projects.enumerated() {
        for (f, source) in district.sources.enumerated() {
          let (before, after) = (reference[t, p, f], best[t, p, f])
          let isOpen = report.result.cells.cells.contains(AllocationCells.Cell(year: t + 1, project: p, source: f))
          guard isOpen || before != 0 else { continue }
          for text in [report.scenario.id, project.id, source.id] { writer.text(text) }
          writer.number(best.firstYear + t)
          writer.number(project.isPlaceholder ? 1 : 0)
          writer.number(isOpen ? 1 : 0)
          for number in [before, after, after - before] { writer.number(number) }
          writer.endRow()
        }
      }
    }
    return writer.bytes
  }

  /// The plan, in the form that scenarios read: project, source, year, amount.
  func plan() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.planHeadings)
    let plan = report.result.best.plan
    for p in 0..<plan.projects {
      for f in 0..<plan.sources {
        for t in 0..<plan.years where plan[t, p, f] != 0 {
          writer.text(district.projects[p].id)
          writer.text(district.sources[f].id)
          writer.number(plan.firstYear + t)
          writer.number(plan[t, p, f])
          writer.endRow()
        }
      }
    }
    return writer.bytes
  }

  /// `allocation_outcomes.csv`: every outcome on the draws of the search and on fresh ones.
  func outcomes() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.outcomeHeadings)
    for isFresh in [true, false] {
      for effect in report.run.effects(report.result, onFresh: isFresh) {
        let words = OutcomeWords(effect.outcome, report.scenario)
        for text in [
          report.scenario.id, effect.outcome.id, words.yearText, words.unitCode, isFresh ? "fresh" : "searched",
        ] { writer.text(text) }
        for number in [
          effect.reference.value, effect.reference.error, effect.best.value, effect.best.error, effect.change.value,
          effect.change.standardError,
        ] { writer.number(number) }
        writer.endRow()
      }
    }
    return writer.bytes
  }

  /// `frontier.csv`: every point of both frontiers, a row an outcome and a row a project.
  func frontiers() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(FrontierRow.headings)
    for row in report.frontierRows { row.write(&writer) }
    return writer.bytes
  }
}
