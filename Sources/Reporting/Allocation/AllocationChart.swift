import Analysis
import District

/// The picture of a division: money by project.
struct AllocationChart {
  private let report: AllocationReport
  private var language: Language { report.language }
  private let words: AllocationWords

  init(_ report: AllocationReport) {
    self.report = report
    words = report.words(report.language)
  }

  /// `allocation.svg`: each project under the plan and under the best division.
  var chart: BarChart {
    let district = report.scenario.district
    let (before, after) = (
      PlannedSums(report.result.reference.plan).byProject, PlannedSums(report.result.best.plan).byProject
    )
    let rows = district.projects.indices.map { p in
      BarChart.Row(
        label: district.projects[p].markedName(language),
        values: [BarChart.Value(before[p]), BarChart.Value(after[p])],
        isPlaceholder: district.projects[p].isPlaceholder)
    }
    let goal = OutcomeWords(report.run.outcome, report.scenario)
    return BarChart(
      heading: heading(
        Label.allocationChart[language],
        Label.allocationChartNote.text(language, goal.name(language), goal.yearText), id: "allocation",
        more: district.projects.contains(where: \.isPlaceholder) ? [Label.placeholderNote[language]] : []),
      axis: Label.frontierBudget[language],
      series: [Label.allocationPlan[language], Label.allocationBest[language]], rows: rows, decimals: 2)
  }

  private func heading(_ title: String, _ subtitle: String, id: String, more: [String] = []) -> ChartHeading {
    ChartHeading(
      title: title, subtitle: subtitle,
      notes: more + [Label.allocationAssumed[language], "\(report.scenario.title[language]) · \(words.facts)"], id: id)
  }
}
