/// How far a result swings about its central value when one input at a time goes to its low and its high end.
///
/// Rows are sorted by the width of their swing, the widest first.
public struct TornadoChart: Sendable, Equatable {
  /// The swing of one input.
  public struct Swing: Sendable, Equatable {
    /// Name of the input.
    public let label: String
    /// The result with the input at its low end.
    public let low: Double
    /// The result with the input at its high end.
    public let high: Double
    /// The low end itself, as words; may be empty.
    public let lowText: String
    /// The high end itself.
    public let highText: String

    /// Makes a swing.
    public init(label: String, low: Double, high: Double, lowText: String = "", highText: String = "") {
      self.label = label
      self.low = low
      self.high = high
      self.lowText = lowText
      self.highText = highText
    }

    /// How far apart the two results are.
    public var width: Double { (high - low).magnitude }
  }

  /// The words around the chart.
  public var heading: ChartHeading
  /// What the axis measures, with its unit.
  public var axis: String
  /// The swings, in any order.
  public var swings: [Swing]
  /// The central result.
  public var centre: Double
  /// Words for the central result.
  public var centreLabel: String
  /// Words for 'input at its low end' and 'at its high end'.
  public var lowName: String
  /// See `lowName`.
  public var highName: String
  /// Digits after the point of values shown.
  public var decimals: Int
  /// Width of the drawing.
  public var width: Double

  /// Makes a chart.
  public init(
    heading: ChartHeading, axis: String, swings: [Swing], centre: Double, centreLabel: String, lowName: String,
    highName: String, decimals: Int = 1, width: Double = 720
  ) {
    self.heading = heading
    self.axis = axis
    self.swings = swings
    self.centre = centre
    self.centreLabel = centreLabel
    self.lowName = lowName
    self.highName = highName
    self.decimals = decimals
    self.width = width
  }

  /// The chart as an SVG text.
  public func svg() -> String {
    var page = ChartPage(heading, width: width)
    let names = [(name: lowName, colour: ChartColour.vermilion), (name: highName, colour: ChartColour.blue)]
    let top = page.key(names, y: page.top + 2) + 14
    let rows = swings.enumerated().sorted { ($1.element.width, $0.offset) < ($0.element.width, $1.offset) }
      .map(\.element)
    let layout = RowLayout(
      labels: rows.map(\.label), bars: rows.map { _ in 1 }, top: top, width: width)
    // Ends of the inputs stand beside the results where there is room for both, else in the hover texts only.
    let wide = room(for: rows, withEnds: true)
    let showsEnds = 2 * wide <= 0.6 * (layout.right - layout.left)
    let room = showsEnds ? wide : room(for: rows, withEnds: false)
    let x = LinearScale(
      LinearScale.range(of: rows.flatMap { [$0.low, $0.high] } + [centre])!, from: layout.left + room,
      to: layout.right - room, tickCount: Int((layout.right - layout.left - 2 * room) / 70) + 1)
    layout.drawAxis(x, axis, &page.drawing)
    for (index, row) in rows.enumerated() {
      draw(row, y: layout.barTop(index, 0), height: layout.barHeight, showsEnds, x, &page.drawing)
    }
    layout.drawZero(x, at: centre, &page.drawing)
    for index in rows.indices { layout.drawLabel(index, &page.drawing) }
    page.drawing.text(
      "\(centreLabel) \(number(centre))", x: x(centre), y: top - 6, SVGDrawing.Style(size: 12, isBold: true),
      anchor: .middle)
    return page.svg(bottom: layout.bottom + 38)
  }

  private func draw(
    _ swing: Swing, y: Double, height: Double, _ showsEnds: Bool, _ x: LinearScale, _ drawing: inout SVGDrawing
  ) {
    let ends = [
      (swing.low, swing.lowText, lowName, ChartColour.vermilion), (swing.high, swing.highText, highName, .blue),
    ]
    for (value, text, name, colour) in ends {
      drawing.rectangle(
        x: min(x(centre), x(value)), y: y, width: abs(x(value) - x(centre)), height: height, colour: colour.fill,
        opacity: 0.85, hover: "\(swing.label), \(name)\(text.isEmpty ? "" : " (\(text))"): \(number(value)) (\(axis))")
    }
    // Both ends on one side of the centre: the words of the nearer one would lie in the other's bar.
    let isOneSided = (swing.low - centre) * (swing.high - centre) > 0
    for (index, (value, text, _, colour)) in ends.enumerated() {
      let other = index == 0 ? swing.high : swing.low
      if isOneSided, (value - centre).magnitude < (other - centre).magnitude { continue }
      // Where neither end moves the result the low one stands on the left.
      let isLeft = value < centre || (value == centre && (other > centre || (other == centre && index == 0)))
      drawing.text(
        words(value, showsEnds ? text : ""), x: x(value) + (isLeft ? -5 : 5), y: y + height / 2 + 4.3,
        SVGDrawing.Style(size: 12, colour: colour.text, hasHalo: true), anchor: isLeft ? .end : .start)
    }
  }

  private func room(for rows: [Swing], withEnds: Bool) -> Double {
    let texts = rows.flatMap { row in
      [words(row.low, withEnds ? row.lowText : ""), words(row.high, withEnds ? row.highText : "")]
    }
    return (texts.map { SVGText.width($0, size: 12) }.max() ?? 0) + 8
  }

  private func words(_ value: Double, _ text: String) -> String {
    text.isEmpty ? number(value) : "\(number(value)) (\(text))"
  }

  private func number(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals, groupsThousands: true)
  }
}
