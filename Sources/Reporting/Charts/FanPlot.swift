/// The plot area of a fan: bands, medians, targets, observations between given edges.
struct FanPlot {
  let series: [FanSeries]
  var targets: [FanTarget] = []
  var observations: [FanObservation] = []
  /// Digits after the point in hover texts.
  let decimals: Int
  /// Edges of the plot area.
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// Values the axis must hold besides those shown; small multiples share their scale by it.
  var shared: ClosedRange<Double>?
  var tickCount = 6

  /// First and last year.
  var years: ClosedRange<Int> {
    let years = series.flatMap { [$0.firstYear, $0.years.upperBound - 1] } + observations.map(\.year)
    return (years.min() ?? 0)...max(years.max() ?? 1, (years.min() ?? 0) + 1)
  }

  /// Values by height.
  var scale: LinearScale {
    let shown = series.flatMap(\.values) + targets.map(\.value)
    let observed = observations.flatMap { observation in
      [observation.value] + (observation.range.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let wished = shared.map { [$0.lowerBound, $0.upperBound] } ?? []
    return LinearScale(
      LinearScale.range(of: shown + observed + wished) ?? 0...1, from: bottom, to: top, tickCount: tickCount)
  }

  /// The place of a year.
  func x(_ year: Int) -> Double {
    left + (right - left) * Double(year - years.lowerBound) / Double(years.upperBound - years.lowerBound)
  }

  /// Draws the grid, and beside it values and years.
  func drawAxes(_ drawing: inout SVGDrawing, everyYears: Int? = nil) {
    let y = scale
    for tick in y.ticks.values {
      let isZero = tick == 0 && y.ticks.values[0] < 0
      drawing.line(x1: left, y1: y(tick), x2: right, y2: y(tick), colour: isZero ? ChartColour.grey : ChartColour.rule)
      drawing.text(y.ticks.text(tick), x: left - 8, y: y(tick) + 4, .axis, anchor: .end)
    }
    let step = everyYears ?? yearStep
    for year in years where (year - years.lowerBound) % step == 0 {
      drawing.line(x1: x(year), y1: bottom, x2: x(year), y2: bottom + 4, colour: ChartColour.grey)
      drawing.text(String(year), x: x(year), y: bottom + 18, .axis, anchor: .middle)
    }
  }

  /// Draws what lies on the grid.
  func drawMarks(_ drawing: inout SVGDrawing) {
    for (index, series) in series.enumerated().reversed() {
      drawBands(series, ChartColour.ofSeries(index), &drawing)
    }
    for target in targets { drawLine(of: target, &drawing) }
    for (index, series) in series.enumerated().reversed() {
      drawMedian(series, ChartColour.ofSeries(index), &drawing)
    }
    for observation in observations { draw(observation, &drawing) }
    drawHoverStrips(&drawing)
  }

  /// Years between two that are named; first and last always are.
  private var yearStep: Int {
    let count = years.upperBound - years.lowerBound
    let fit = max(1, Int((right - left) / 42))
    return (1...count).first { count % $0 == 0 && count / $0 <= fit } ?? count
  }

  private func places(_ values: [Double], from firstYear: Int) -> [SVGDrawing.Place] {
    let y = scale
    return values.enumerated().map { SVGDrawing.Place(x: x(firstYear + $0.offset), y: y($0.element)) }
  }

  private func drawBands(_ series: FanSeries, _ colour: ChartColour, _ drawing: inout SVGDrawing) {
    for (band, opacity) in [(series.outer, 0.16), (series.inner, 0.30)] {
      drawing.area(
        lower: places(band.map(\.lowerBound), from: series.firstYear),
        upper: places(band.map(\.upperBound), from: series.firstYear), colour: colour.fill, opacity: opacity)
    }
  }

  private func drawMedian(_ series: FanSeries, _ colour: ChartColour, _ drawing: inout SVGDrawing) {
    let medians = places(series.median, from: series.firstYear)
    drawing.line(medians, colour: colour.fill, width: 2.4)
    if let last = medians.last { drawing.dot(x: last.x, y: last.y, colour: colour.fill) }
  }

  private func drawLine(of target: FanTarget, _ drawing: inout SVGDrawing) {
    let y = scale(target.value)
    drawing.line(x1: left, y1: y, x2: right, y2: y, colour: ChartColour.ink, width: 1.5, dash: "6 4")
    guard let year = target.year, years.contains(year) else { return }
    let place = x(year)
    let upper = [(-5.5, 0.0), (0, -5.5), (5.5, 0)].map { SVGDrawing.Place(x: place + $0.0, y: y + $0.1) }
    let lower = [(-5.5, 0.0), (0, 5.5), (5.5, 0)].map { SVGDrawing.Place(x: place + $0.0, y: y + $0.1) }
    drawing.area(lower: lower, upper: upper, colour: ChartColour.ink, opacity: 1)
  }

  private func draw(_ observation: FanObservation, _ drawing: inout SVGDrawing) {
    let y = scale
    let place = x(observation.year)
    if let range = observation.range {
      let (low, high) = (y(range.lowerBound), y(range.upperBound))
      drawing.line(x1: place, y1: low, x2: place, y2: high, colour: ChartColour.ink, width: 1.4)
      for end in [low, high] { drawing.line(x1: place - 4, y1: end, x2: place + 4, y2: end, colour: ChartColour.ink) }
    }
    drawing.dot(
      x: place, y: y(observation.value), radius: 4, colour: ChartColour.ground, outline: ChartColour.ink,
      hover: "\(observation.year) \(observation.label): \(value(observation.value, observation.range))")
  }

  /// A strip a year over the plot, so that a pointer need not hit a line.
  private func drawHoverStrips(_ drawing: inout SVGDrawing) {
    let half = (right - left) / Double(years.upperBound - years.lowerBound) / 2
    for year in years {
      var lines = [String(year)]
      for series in series where series.years.contains(year) {
        let t = year - series.firstYear
        let outer = series.outer.isEmpty ? nil : series.outer[t]
        lines.append("\(series.name): \(value(series.median[t], outer))")
      }
      for observation in observations where observation.year == year {
        lines.append("\(observation.label): \(value(observation.value, observation.range))")
      }
      let from = max(left, x(year) - half)
      drawing.rectangle(
        x: from, y: top, width: min(right, x(year) + half) - from, height: bottom - top, colour: ChartColour.ground,
        opacity: 0, hover: lines.joined(separator: "\n"))
    }
  }

  private func value(_ value: Double, _ range: ClosedRange<Double>?) -> String {
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: decimals, groupsThousands: true) }
    guard let range, range.lowerBound < range.upperBound else { return text(value) }
    return "\(text(value)) [\(text(range.lowerBound))–\(text(range.upperBound))]"
  }
}
