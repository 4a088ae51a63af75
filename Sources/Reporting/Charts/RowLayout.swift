/// Where the rows of a horizontal chart stand: names before the bars, or above them where that leaves too little room.
struct RowLayout {
  /// Left edge of the bars' room.
  let left: Double
  /// Right edge.
  let right: Double
  /// Below the last row.
  let bottom: Double
  /// Height of a bar.
  let barHeight: Double
  private let labels: [[String]]
  private let isAbove: Bool
  private let tops: [Double]
  private let labelTop: Double
  private let barRooms: [Double]
  private static let lineHeight = 16.0

  /// - Parameters:
  ///   - labels: name of each row.
  ///   - bars: bars in each row.
  ///   - top: where the rows may begin.
  ///   - width: width of the drawing.
  init(labels: [String], bars: [Int], top: Double, width: Double) {
    let widest = labels.map { SVGText.width($0, size: 13) }.max() ?? 0
    let room = width - 2 * ChartPage.margin
    isAbove = width < 560 ? widest > room * 0.3 : widest > room * 0.55
    let labelRoom = isAbove ? room : min(widest, room * 0.36)
    let lines = labels.map { SVGText.lines($0, size: 13, within: labelRoom + 1) }
    self.labels = lines
    left = ChartPage.margin + (isAbove ? 0 : labelRoom + 10)
    right = width - ChartPage.margin
    let most = bars.max() ?? 1
    let height = most > 1 ? 15.0 : 18.0
    barHeight = height
    labelTop = top
    var y = top + 4
    var tops: [Double] = []
    var barRooms: [Double] = []
    for (lines, bars) in zip(lines, bars) {
      let barRoom = Double(bars) * (height + 2)
      let wordRoom = Double(lines.count) * Self.lineHeight
      if isAbove { y += wordRoom + 2 }
      let row = isAbove ? barRoom : max(barRoom, wordRoom)
      tops.append(y + (row - barRoom) / 2)
      barRooms.append(barRoom)
      y += row + 9
    }
    self.tops = tops
    self.barRooms = barRooms
    bottom = y
  }

  /// Upper edge of a bar of a row.
  func barTop(_ row: Int, _ bar: Int) -> Double { tops[row] + 1 + Double(bar) * (barHeight + 2) }

  /// Draws the name of a row.
  func drawLabel(_ row: Int, _ drawing: inout SVGDrawing) {
    let height = Double(labels[row].count) * Self.lineHeight
    if isAbove {
      drawing.lines(labels[row], x: left, y: tops[row] - height + 11, SVGDrawing.Style(hasHalo: true))
    } else {
      let middle = tops[row] + barRooms[row] / 2
      drawing.lines(labels[row], x: left - 10, y: middle - height / 2 + 12.5, SVGDrawing.Style(), anchor: .end)
    }
  }

  /// Draws grid, ticks and the title of the axis.
  func drawAxis(_ x: LinearScale, _ title: String, _ drawing: inout SVGDrawing) {
    for tick in x.ticks.values {
      drawing.line(x1: x(tick), y1: labelTop, x2: x(tick), y2: bottom, colour: ChartColour.rule)
      drawing.text(x.ticks.text(tick), x: x(tick), y: bottom + 16, .axis, anchor: .middle)
    }
    let ends = x.ticks.ends
    drawing.text(title, x: (x(ends.lowerBound) + x(ends.upperBound)) / 2, y: bottom + 34, .axis, anchor: .middle)
  }

  /// Draws the line at zero, over the bars.
  func drawZero(_ x: LinearScale, at value: Double = 0, _ drawing: inout SVGDrawing) {
    drawing.line(x1: x(value), y1: labelTop, x2: x(value), y2: bottom, colour: ChartColour.ink, width: 1.2)
  }

  /// Draws a range as a line with caps.
  static func drawWhisker(_ low: Double, _ high: Double, y: Double, _ drawing: inout SVGDrawing) {
    drawing.line(x1: low, y1: y, x2: high, y2: y, colour: ChartColour.ink, width: 1.4)
    for end in [low, high] { drawing.line(x1: end, y1: y - 4, x2: end, y2: y + 4, colour: ChartColour.ink, width: 1.4) }
  }

  /// The colour of words inside a bar.
  static func words(on colour: ChartColour) -> String {
    colour == .blue ? ChartColour.ground : ChartColour.ink
  }
}
