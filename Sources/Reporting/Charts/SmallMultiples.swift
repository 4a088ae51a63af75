/// Small charts of one form in a grid, to be compared at a glance.
public struct SmallMultiples: Sendable, Equatable {
  /// One of the charts.
  public struct Panel: Sendable, Equatable {
    /// Its name.
    public let title: String
    /// A line below the name: the unit, a mark that it is made up.
    public let note: String
    /// Its series.
    public let series: [FanSeries]
    /// Levels to be reached; drawn without words.
    public let targets: [FanTarget]

    /// Makes a panel.
    public init(title: String, note: String = "", series: [FanSeries], targets: [FanTarget] = []) {
      self.title = title
      self.note = note
      self.series = series
      self.targets = targets
    }
  }

  /// The words around the whole.
  public var heading: ChartHeading
  /// The charts, row by row.
  public var panels: [Panel]
  /// True when all have the scale of the values taken together.
  public var sharesScale: Bool
  /// Digits after the point of values shown.
  public var decimals: Int
  /// Width of the drawing.
  public var width: Double
  /// Charts in a row; nil for as many as are readable.
  public var columns: Int?

  /// Makes a grid.
  public init(
    heading: ChartHeading, panels: [Panel], sharesScale: Bool = true, decimals: Int = 1, width: Double = 720,
    columns: Int? = nil
  ) {
    self.heading = heading
    self.panels = panels
    self.sharesScale = sharesScale
    self.decimals = decimals
    self.width = width
    self.columns = columns
  }

  /// The grid as an SVG text.
  public func svg() -> String {
    var page = ChartPage(heading, width: width)
    let gap = 18.0
    let across = columns ?? max(1, min(panels.count, Int((page.room + gap) / 175)))
    let cell = (page.room - gap * Double(across - 1)) / Double(across)
    var top = page.top
    for start in stride(from: 0, to: panels.count, by: across) {
      let row = Array(panels[start..<min(start + across, panels.count)])
      let titles = row.map { SVGText.lines($0.title, size: 13, isBold: true, within: cell) }
      let notes = row.map { SVGText.lines($0.note, size: 12, within: cell) }
      let plotTop = top + Double(titles.map(\.count).max()!) * 17 + Double(notes.map(\.count).max()!) * 15.6 + 14
      for (index, panel) in row.enumerated() {
        let left = ChartPage.margin + Double(index) * (cell + gap)
        let below = page.drawing.lines(titles[index], x: left, y: top + 13, SVGDrawing.Style(isBold: true))
        page.drawing.lines(notes[index], x: left, y: below, .axis)
        draw(panel, left: left, right: left + cell, top: plotTop, bottom: plotTop + cell * 0.55, &page.drawing)
      }
      top = plotTop + cell * 0.55 + 36
    }
    return page.svg(bottom: top - 16)
  }

  private func draw(
    _ panel: Panel, left: Double, right: Double, top: Double, bottom: Double, _ drawing: inout SVGDrawing
  ) {
    let shared = sharesScale ? LinearScale.range(of: panels.flatMap(values)) : nil
    let labels = panel.series.map { series in
      series.endLabels.first?.text ?? series.median.last.map(number) ?? ""
    }
    let room = (labels.map { SVGText.width($0, size: 12, isBold: true) }.max() ?? 0) + 8
    func plot(_ left: Double) -> FanPlot {
      FanPlot(
        series: panel.series, targets: panel.targets, decimals: decimals, left: left, right: right - room, top: top,
        bottom: bottom, shared: shared, tickCount: 4)
    }
    let ticks = plot(left).scale.ticks
    let fan = plot(left + (ticks.values.map { SVGText.width(ticks.text($0), size: 12) }.max() ?? 0) + 8)
    fan.drawAxes(&drawing, everyYears: fan.years.upperBound - fan.years.lowerBound)
    fan.drawMarks(&drawing)
    let ends = panel.series.enumerated().compactMap { index, series in series.median.last.map { (index, $0) } }
      .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    let places = ChartPage.spread(
      ends.map { fan.scale($0.1) + 4 }, gaps: Array(repeating: 15, count: ends.count), within: (top + 4)...(bottom + 2))
    for ((index, _), place) in zip(ends, places) {
      let style = SVGDrawing.Style(size: 12, colour: ChartColour.ofSeries(index).text, isBold: true)
      drawing.text(labels[index], x: right - room + 7, y: place, style)
    }
  }

  private func values(_ panel: Panel) -> [Double] { panel.series.flatMap(\.values) + panel.targets.map(\.value) }

  private func number(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals, groupsThousands: true)
  }
}
