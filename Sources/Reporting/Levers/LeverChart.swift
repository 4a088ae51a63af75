import Analysis
import District

/// `solve.svg`: the probability of the commitment along each lever, over the range it may be moved.
struct LeverChart {
  private let report: LeverReport

  init(_ report: LeverReport) { self.report = report }

  /// The chart. Levers of different units share the axis as shares of their ranges.
  var chart: FrontierChart {
    let language = report.language
    let words = report.words(language)
    let isSingle = report.levers.count == 1
    let series = zip(report.levers, report.result.curves).map { choice, curve in
      let shown = curve.points.filter { curve.grid.contains($0.value) || $0.value == curve.start }
      return FrontierChart.Series(
        name: words.name(choice.lever),
        points: shown.map { point in
          let error = 2 * (point.standardError ?? 0) * 100
          let width = curve.bounds.upperBound - curve.bounds.lowerBound
          return FrontierChart.Point(
            x: isSingle ? point.value : (point.value - curve.bounds.lowerBound) / width * 100,
            y: point.probability * 100,
            yRange: (point.probability * 100 - error)...(point.probability * 100 + error))
        })
    }
    let heading = ChartHeading(
      title: Label.solveChart.text(language, report.target.title(language), report.target.yearText),
      subtitle: Label.solveChartNote.text(language, words.wantedText),
      notes: [
        Label.members.text(language, NumberText.grouped(words.members)) + " · "
          + report.scenario.district.name[language] + " · " + Label.notOfficial[language]
      ], id: "solve")
    return FrontierChart(
      heading: heading,
      xAxis: isSingle ? words.axis(report.levers[0].lever) : Label.shareOfRange[language],
      yAxis: Label.probabilityUnit[language], series: series + answers(isSingle: isSingle), xDecimals: isSingle ? 3 : 0)
  }

  /// The answers, as points with their names.
  private func answers(isSingle: Bool) -> [FrontierChart.Series] {
    let words = report.words(report.language)
    let points = zip(report.levers, report.result.curves).compactMap { choice, curve -> FrontierChart.Point? in
      let crossing: LeverCurve.Crossing? =
        switch curve.answer {
        case .met(let crossing): crossing
        case .alreadyMet(let until): until
        case .outOfReach: nil
        }
      guard let crossing else { return nil }
      let width = curve.bounds.upperBound - curve.bounds.lowerBound
      let value = crossing.point.value
      return FrontierChart.Point(
        label: words.value(value, error: crossing.standardError),
        x: isSingle ? value : (value - curve.bounds.lowerBound) / width * 100, y: crossing.point.probability * 100)
    }
    return points.isEmpty
      ? [] : [FrontierChart.Series(name: Label.leverAnswer[report.language], points: points, isLine: false)]
  }
}
