/// Horizontal bars: one a row, or several side by side, or several end to end.
///
/// Bars begin at zero, so that lengths compare as the numbers do. Names stand before the bars, or above them where the
/// drawing is narrow; values stand at their ends.
public struct BarChart: Sendable, Equatable {
  /// How the values of a row are laid out.
  public enum Arrangement: Sendable, Equatable {
    /// Side by side.
    case grouped
    /// End to end, positive ones to the right of zero and negative ones to the left.
    case stacked
  }

  /// One bar.
  public struct Value: Sendable, Equatable {
    /// The value, in the unit of the axis.
    public let value: Double
    /// Its range, drawn as a whisker; nil for none.
    public let range: ClosedRange<Double>?
    /// The words at its end; nil for the number.
    public let text: String?

    /// Makes a value.
    public init(_ value: Double, range: ClosedRange<Double>? = nil, text: String? = nil) {
      self.value = value
      self.range = range
      self.text = text
    }
  }

  /// A row of bars.
  public struct Row: Sendable, Equatable {
    /// The name.
    public let label: String
    /// A bar for each series.
    public let values: [Value]
    /// True for what is marked as made up: bars are pale with a dashed edge. The words for it belong in the label.
    public let isPlaceholder: Bool

    /// Makes a row.
    public init(label: String, values: [Value], isPlaceholder: Bool = false) {
      self.label = label
      self.values = values
      self.isPlaceholder = isPlaceholder
    }

    /// Makes a row of one bar.
    public init(
      label: String, value: Double, range: ClosedRange<Double>? = nil, text: String? = nil, isPlaceholder: Bool = false
    ) {
      self.init(label: label, values: [Value(value, range: range, text: text)], isPlaceholder: isPlaceholder)
    }
  }

  /// The words around the chart.
  public var heading: ChartHeading
  /// What the axis measures, with its unit.
  public var axis: String
  /// Names of the series, in the order of each row's values; empty when rows have one bar.
  public var series: [String]
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// How the values of a row are laid out.
  public var arrangement: Arrangement
  /// Digits after the point of values shown.
  public var decimals: Int
  /// Width of the drawing.
  public var width: Double

  /// Makes a chart.
  public init(
    heading: ChartHeading, axis: String, series: [String] = [], rows: [Row], arrangement: Arrangement = .grouped,
    decimals: Int = 1, width: Double = 720
  ) {
    self.heading = heading
    self.axis = axis
    self.series = series
    self.rows = rows
    self.arrangement = arrangement
    self.decimals = decimals
    self.width = width
  }

  /// The chart as an SVG text.
  public func svg() -> String {
    var page = ChartPage(heading, width: width)
    var top = page.top
    if series.count > 1 {
      top = page.key(series.enumerated().map { ($0.element, ChartColour.ofSeries($0.offset)) }, y: top + 2)
    }
    let layout = RowLayout(labels: rows.map(\.label), bars: rows.map(barCount), top: top, width: width)
    let scale = scale(layout)
    layout.drawAxis(scale, axis, &page.drawing)
    for (index, row) in rows.enumerated() {
      arrangement == .stacked
        ? drawStack(row, layout, index, scale, &page.drawing) : drawGroup(row, layout, index, scale, &page.drawing)
    }
    layout.drawZero(scale, &page.drawing)
    for index in rows.indices { layout.drawLabel(index, &page.drawing) }
    return page.svg(bottom: layout.bottom + 38)
  }

  private func barCount(_ row: Row) -> Int { arrangement == .stacked ? 1 : max(1, row.values.count) }

  private func scale(_ layout: RowLayout) -> LinearScale {
    var values = [0.0]
    for row in rows {
      if arrangement == .stacked {
        values.append(row.values.reduce(0) { $0 + max(0, $1.value) })
        values.append(row.values.reduce(0) { $0 + min(0, $1.value) })
      } else {
        values += row.values.flatMap { [$0.value, $0.range?.lowerBound ?? $0.value, $0.range?.upperBound ?? $0.value] }
      }
    }
    let texts = rows.flatMap { row in
      arrangement == .stacked ? [total(row)] : row.values.map(text)
    }
    let room = (texts.map { SVGText.width($0, size: 13) }.max() ?? 0) + 10
    let hasNegative = values.contains { $0 < 0 }
    return LinearScale(
      LinearScale.range(of: values)!, from: layout.left + (hasNegative ? room : 0), to: layout.right - room,
      tickCount: Int((layout.right - layout.left) / 90) + 1)
  }

  private func drawGroup(
    _ row: Row, _ layout: RowLayout, _ index: Int, _ x: LinearScale, _ drawing: inout SVGDrawing
  ) {
    for (position, value) in row.values.enumerated() {
      let y = layout.barTop(index, position)
      let colour = ChartColour.ofSeries(position)
      drawing.rectangle(
        x: min(x(0), x(value.value)), y: y, width: abs(x(value.value) - x(0)), height: layout.barHeight,
        colour: colour.fill, opacity: row.isPlaceholder ? 0.3 : 0.85, outline: row.isPlaceholder ? colour.fill : nil,
        hover: hover(row, position))
      let middle = y + layout.barHeight / 2
      var end = x(value.value)
      if let range = value.range, range.lowerBound < range.upperBound {
        RowLayout.drawWhisker(x(range.lowerBound), x(range.upperBound), y: middle, &drawing)
        end = value.value < 0 ? min(end, x(range.lowerBound)) : max(end, x(range.upperBound))
      }
      let isLeft = value.value < 0
      drawing.text(
        text(value), x: end + (isLeft ? -6 : 6), y: middle + 4.5, SVGDrawing.Style(hasHalo: true),
        anchor: isLeft ? .end : .start)
    }
  }

  private func drawStack(
    _ row: Row, _ layout: RowLayout, _ index: Int, _ x: LinearScale, _ drawing: inout SVGDrawing
  ) {
    var positive = 0.0
    var negative = 0.0
    let y = layout.barTop(index, 0)
    for (position, value) in row.values.enumerated() where value.value != 0 {
      let from = value.value < 0 ? negative : positive
      let to = from + value.value
      if value.value < 0 { negative = to } else { positive = to }
      let colour = ChartColour.ofSeries(position)
      let wide = abs(x(to) - x(from))
      drawing.rectangle(
        x: min(x(from), x(to)), y: y, width: max(0.5, wide - 1), height: layout.barHeight, colour: colour.fill,
        opacity: row.isPlaceholder ? 0.45 : 1, hover: hover(row, position))
      let words = text(value)
      guard SVGText.width(words, size: 12) + 8 < wide else { continue }
      let style = SVGDrawing.Style(
        size: 12, colour: row.isPlaceholder ? ChartColour.ink : RowLayout.words(on: colour))
      drawing.text(words, x: (x(from) + x(to)) / 2, y: y + layout.barHeight / 2 + 4.2, style, anchor: .middle)
    }
    drawing.text(
      total(row), x: x(positive) + 6, y: y + layout.barHeight / 2 + 4.5, SVGDrawing.Style(isBold: true))
  }

  private func number(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals, groupsThousands: true)
  }

  private func text(_ value: Value) -> String { value.text ?? number(value.value) }

  private func total(_ row: Row) -> String { number(row.values.reduce(0) { $0 + $1.value }) }

  private func hover(_ row: Row, _ position: Int) -> String {
    let value = row.values[position]
    let name = series.indices.contains(position) && series.count > 1 ? "\(row.label), \(series[position])" : row.label
    let range = value.range.map { " [\(number($0.lowerBound))–\(number($0.upperBound))]" } ?? ""
    return "\(name): \(text(value))\(range) (\(axis))"
  }
}
