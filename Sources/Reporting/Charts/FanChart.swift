/// Medians and bands of 50 and 90 % by year, with the levels to be reached and what was observed.
///
/// The first series is the subject, further ones (a comparator, other scenarios) stand beside it. Every series carries its
/// name at its right end, every target its words on its line.
public struct FanChart: Sendable, Equatable {
  /// The words around the chart.
  public var heading: ChartHeading
  /// The series, at least one.
  public var series: [FanSeries]
  /// The levels to be reached.
  public var targets: [FanTarget]
  /// What was observed.
  public var observations: [FanObservation]
  /// Digits after the point of values shown.
  public var decimals: Int
  /// Width of the drawing.
  public var width: Double
  /// Height of the plot area.
  public var plotHeight: Double

  /// Makes a chart.
  public init(
    heading: ChartHeading, series: [FanSeries], targets: [FanTarget] = [], observations: [FanObservation] = [],
    decimals: Int = 1, width: Double = 720, plotHeight: Double? = nil
  ) {
    precondition(!series.isEmpty, "a fan needs a series")
    self.heading = heading
    self.series = series
    self.targets = targets
    self.observations = observations
    self.decimals = decimals
    self.width = width
    self.plotHeight = plotHeight ?? min(320, width * 0.5)
  }

  /// The chart as an SVG text.
  public func svg() -> String {
    var page = ChartPage(heading, width: width)
    let labels = series.map(endLabels)
    // Long names at the right end would leave a narrow drawing no room for the fan: they are broken into lines.
    let most = max(0.28 * width, 90)
    let broken = labels.map { $0.map { SVGText.lines($0.text, size: 13, isBold: $0.isStrong, within: most) } }
    let room =
      zip(labels, broken).flatMap { labels, lines in
        zip(labels, lines).flatMap { label, lines in
          lines.map { SVGText.width($0, size: 13, isBold: label.isStrong) }
        }
      }.max() ?? 0
    let top = page.top + 8
    var plot = FanPlot(
      series: series, targets: targets, observations: observations, decimals: decimals, left: 0,
      right: width - ChartPage.margin - room - 12, top: top, bottom: top + plotHeight)
    let ticks = plot.scale.ticks
    let tickRoom = ticks.values.map { SVGText.width(ticks.text($0), size: 12) }.max() ?? 0
    plot = FanPlot(
      series: series, targets: targets, observations: observations, decimals: decimals,
      left: ChartPage.margin + tickRoom + 8, right: plot.right, top: top, bottom: plot.bottom)
    plot.drawAxes(&page.drawing)
    plot.drawMarks(&page.drawing)
    for target in targets { drawWords(of: target, plot, &page.drawing) }
    drawEndLabels(labels, broken, plot, &page.drawing)
    return page.svg(bottom: plot.bottom + 22)
  }

  private func endLabels(_ series: FanSeries) -> [FanSeries.EndLabel] {
    guard series.endLabels.isEmpty, let last = series.median.last else { return series.endLabels }
    let value = NumberText.fixed(last, decimals: decimals, groupsThousands: true)
    return [FanSeries.EndLabel("\(series.name) \(value)", at: last, isStrong: true)]
  }

  private func drawEndLabels(
    _ labels: [[FanSeries.EndLabel]], _ lines: [[[String]]], _ plot: FanPlot, _ drawing: inout SVGDrawing
  ) {
    let y = plot.scale
    let all = labels.indices.flatMap { index in
      labels[index].indices.map { (index, labels[index][$0], lines[index][$0]) }
    }
    .sorted { ($0.1.value, $1.0) > ($1.1.value, $0.0) }
    let places = ChartPage.spread(
      all.map { y($0.1.value) + 4.5 - 8.5 * Double($0.2.count - 1) }, gaps: all.map { 17 * Double($0.2.count) },
      within: (plot.top + 4)...(plot.bottom + 2 - 17 * Double((all.last?.2.count ?? 1) - 1)))
    for ((index, label, lines), place) in zip(all, places) {
      let style = SVGDrawing.Style(colour: ChartColour.ofSeries(index).text, isBold: label.isStrong)
      drawing.lines(lines, x: plot.right + 10, y: place, style)
    }
  }

  /// The words go above the line at its left end, or below it when there is no room above.
  private func drawWords(of target: FanTarget, _ plot: FanPlot, _ drawing: inout SVGDrawing) {
    let y = plot.scale(target.value)
    let room = plot.right - plot.left - 12
    let label = SVGText.lines(target.label, size: 13, isBold: true, within: room)
    let detail = SVGText.lines(target.detail, size: 12, within: room)
    let height = Double(label.count) * 17 + Double(detail.count) * 15.6
    var base = y - height + 9
    if base - 13 < plot.top - 6 { base = y + 18 }
    let strong = SVGDrawing.Style(isBold: true, hasHalo: true)
    base = drawing.lines(label, x: plot.left + 6, y: base, strong)
    drawing.lines(detail, x: plot.left + 6, y: base, SVGDrawing.Style(size: 12, hasHalo: true))
  }
}
