/// Points over two measures, some of them joined to a line: what more of one costs in the other.
public struct FrontierChart: Sendable, Equatable {
  /// One choice.
  public struct Point: Sendable, Equatable {
    /// Its name, written beside it; empty for none.
    public let label: String
    /// Place across.
    public let x: Double
    /// Place up.
    public let y: Double
    /// Uncertainty across, drawn as an error bar.
    public let xRange: ClosedRange<Double>?
    /// Uncertainty up.
    public let yRange: ClosedRange<Double>?
    /// What a pointer resting on it reads; made of label and numbers when empty.
    public let hover: String

    /// Makes a point.
    public init(
      label: String = "", x: Double, y: Double, xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil,
      hover: String = ""
    ) {
      self.label = label
      self.x = x
      self.y = y
      self.xRange = xRange
      self.yRange = yRange
      self.hover = hover
    }
  }

  /// Points of one kind.
  public struct Series: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The points, in the order in which a line joins them.
    public let points: [Point]
    /// True when a line joins them.
    public let isLine: Bool

    /// Makes a series.
    public init(name: String, points: [Point], isLine: Bool = true) {
      self.name = name
      self.points = points
      self.isLine = isLine
    }
  }

  /// The words around the chart.
  public var heading: ChartHeading
  /// What is measured across, with its unit.
  public var xAxis: String
  /// What is measured up, with its unit.
  public var yAxis: String
  /// The kinds of points.
  public var series: [Series]
  /// Digits after the point of values across.
  public var xDecimals: Int
  /// Digits after the point of values up.
  public var yDecimals: Int
  /// Width of the drawing.
  public var width: Double

  /// Makes a chart.
  public init(
    heading: ChartHeading, xAxis: String, yAxis: String, series: [Series], xDecimals: Int = 1,
    yDecimals: Int = 1, width: Double = 720
  ) {
    self.heading = heading
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.series = series
    self.xDecimals = xDecimals
    self.yDecimals = yDecimals
    self.width = width
  }

  /// The chart as an SVG text.
  public func svg() -> String {
    var page = ChartPage(heading, width: width)
    var top = page.top
    if series.count > 1 {
      top = page.key(series.enumerated().map { ($0.element.name, ChartColour.ofSeries($0.offset)) }, y: top + 2)
    }
    page.drawing.text(yAxis, x: ChartPage.margin, y: top + 6, .axis)
    top += 22
    let bottom = top + min(380, width * 0.62)
    let points = series.flatMap(\.points)
    let y = LinearScale(
      LinearScale.range(of: points.flatMap { [$0.y, $0.yRange?.lowerBound ?? $0.y, $0.yRange?.upperBound ?? $0.y] })
        ?? 0...1, from: bottom, to: top, tickCount: 6)
    let left = ChartPage.margin + (y.ticks.values.map { SVGText.width(y.ticks.text($0), size: 12) }.max() ?? 0) + 8
    let right = width - ChartPage.margin - 12
    let x = LinearScale(
      LinearScale.range(of: points.flatMap { [$0.x, $0.xRange?.lowerBound ?? $0.x, $0.xRange?.upperBound ?? $0.x] })
        ?? 0...1, from: left, to: right, tickCount: Int((right - left) / 90) + 1)
    for tick in y.ticks.values {
      page.drawing.line(x1: left, y1: y(tick), x2: right, y2: y(tick), colour: ChartColour.rule)
      page.drawing.text(y.ticks.text(tick), x: left - 8, y: y(tick) + 4, .axis, anchor: .end)
    }
    for tick in x.ticks.values {
      page.drawing.line(x1: x(tick), y1: top, x2: x(tick), y2: bottom, colour: ChartColour.rule)
      page.drawing.text(x.ticks.text(tick), x: x(tick), y: bottom + 17, .axis, anchor: .middle)
    }
    page.drawing.text(xAxis, x: (left + right) / 2, y: bottom + 36, .axis, anchor: .middle)
    for (index, series) in series.enumerated() { draw(series, ChartColour.ofSeries(index), x, y, &page.drawing) }
    var labels = PointLabels(within: left...right, top...bottom)
    for point in points { labels.block(x(point.x), y(point.y)) }
    for series in series where series.isLine {
      for (from, to) in zip(series.points, series.points.dropFirst()) {
        labels.blockLine((x(from.x), y(from.y)), (x(to.x), y(to.y)))
      }
    }
    for (index, series) in series.enumerated() {
      let style = SVGDrawing.Style(size: 12, colour: ChartColour.ofSeries(index).text, hasHalo: true)
      for point in series.points { labels.place(point.label, x(point.x), y(point.y), style, &page.drawing) }
    }
    return page.svg(bottom: bottom + 40)
  }

  private func draw(
    _ series: Series, _ colour: ChartColour, _ x: LinearScale, _ y: LinearScale, _ drawing: inout SVGDrawing
  ) {
    if series.isLine {
      drawing.line(series.points.map { SVGDrawing.Place(x: x($0.x), y: y($0.y)) }, colour: colour.fill, width: 2)
    }
    for point in series.points {
      if let range = point.xRange {
        drawing.line(
          x1: x(range.lowerBound), y1: y(point.y), x2: x(range.upperBound), y2: y(point.y), colour: colour.text)
      }
      if let range = point.yRange {
        drawing.line(
          x1: x(point.x), y1: y(range.lowerBound), x2: x(point.x), y2: y(range.upperBound), colour: colour.text)
      }
      drawing.dot(x: x(point.x), y: y(point.y), radius: 4.5, colour: colour.fill, hover: hover(point, series))
    }
  }

  private func hover(_ point: Point, _ series: Series) -> String {
    guard point.hover.isEmpty else { return point.hover }
    let name = point.label.isEmpty ? series.name : point.label
    let across = NumberText.fixed(point.x, decimals: xDecimals, groupsThousands: true)
    let up = NumberText.fixed(point.y, decimals: yDecimals, groupsThousands: true)
    return "\(name)\n\(xAxis): \(across)\n\(yAxis): \(up)"
  }
}
