import Analysis
import District

/// `diff.svg`: the largest movement of each scenario and indicator, in standard deviations of what moved.
struct DifferenceChart {
  private let difference: ResultsDifference
  private let language: Language
  /// The most bars drawn.
  private static let rows = 20

  init(_ difference: ResultsDifference, language: Language) {
    self.difference = difference
    self.language = language
  }

  func svg() -> String {
    let moved = difference.summary.filter { $0.row.estimate != nil }
    let isOne = difference.scenarios.count == 1
    let rows = moved.prefix(Self.rows).map { row, _ in
      BarChart.Row(
        label: (isOne ? "" : "\(row.scenario) · ")
          + [row.id, row.year, row.statistic].filter { !$0.isEmpty }.joined(separator: " "),
        value: row.estimate!.shift, text: DifferenceText.significant(row.estimate!.shift))
    }
    let others = moved.count - rows.count
    return BarChart(
      heading: ChartHeading(
        title: Label.diffTitle.text(language, difference.old.folder, difference.new.folder),
        subtitle: difference.isEmpty ? Label.diffNothing[language] : Label.diffChartNote[language],
        notes: (others > 0 ? [Label.diffMore.text(language, String(others))] : []) + [Label.notOfficial[language]],
        id: "diff"),
      axis: Label.diffShift[language], rows: rows
    ).svg()
  }
}
