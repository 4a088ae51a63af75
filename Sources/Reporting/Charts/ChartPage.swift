/// The parts all charts share: heading above, notes below, the drawing between them.
struct ChartPage {
  /// The drawing.
  var drawing = SVGDrawing()
  /// Width of the whole.
  let width: Double
  /// Where the drawing may begin: below the heading.
  let top: Double
  private let heading: ChartHeading
  /// Space at the edges.
  static let margin = 16.0

  init(_ heading: ChartHeading, width: Double) {
    self.heading = heading
    self.width = width
    let room = width - 2 * Self.margin
    let title = SVGDrawing.Style(size: 17, isBold: true)
    let subtitle = SVGDrawing.Style(size: 13, colour: ChartColour.grey)
    var y = drawing.lines(
      SVGText.balanced(heading.title, size: title.size, isBold: true, within: room), x: Self.margin, y: 28, title)
    y = drawing.lines(
      SVGText.lines(heading.subtitle, size: subtitle.size, within: room), x: Self.margin, y: y, subtitle)
    top = y
  }

  /// Room between the margins.
  var room: Double { width - 2 * Self.margin }

  /// The file; the drawing ends at `bottom`, and the notes come below it.
  func svg(bottom: Double) -> String {
    var drawing = drawing
    let style = SVGDrawing.Style(size: 12, colour: ChartColour.grey)
    var y = bottom + 22
    for note in heading.notes {
      y = drawing.lines(SVGText.lines(note, size: style.size, within: room), x: Self.margin, y: y, style)
    }
    return drawing.document(width: width, height: (heading.notes.isEmpty ? bottom + 12 : y), heading)
  }

  /// Adds a line of names in their colours, for charts whose marks cannot carry their names; returns where it ends.
  mutating func key(_ names: [(name: String, colour: ChartColour)], y: Double) -> Double {
    var x = Self.margin
    var y = y + 6
    for (name, colour) in names {
      let lines = SVGText.lines(name, size: 13, isBold: true, within: room - 17)
      let wide = (lines.map { SVGText.width($0, size: 13, isBold: true) }.max() ?? 0) + 34
      if x > Self.margin, x + wide - 16 > width - Self.margin {
        x = Self.margin
        y += 20
      }
      drawing.rectangle(x: x, y: y - 10, width: 12, height: 12, colour: colour.fill)
      drawing.lines(lines, x: x + 17, y: y, SVGDrawing.Style(colour: colour.text, isBold: true))
      // A name of several lines takes the whole width, so that nothing stands beside its later lines.
      x = lines.count > 1 ? width : x + wide
      y += 17 * Double(max(0, lines.count - 1))
    }
    return y + 16
  }

  /// Heights of labels moved apart to at least a gap, in the order given from top to bottom, within limits.
  static func spread(_ places: [Double], gaps: [Double], within limits: ClosedRange<Double>) -> [Double] {
    var moved = places
    guard !moved.isEmpty else { return moved }
    moved[0] = max(moved[0], limits.lowerBound)
    for i in moved.indices.dropFirst() { moved[i] = max(moved[i], moved[i - 1] + gaps[i - 1]) }
    let last = moved.count - 1
    if moved[last] > limits.upperBound {
      moved[last] = limits.upperBound
      for i in moved.indices.dropLast().reversed() { moved[i] = min(moved[i], moved[i + 1] - gaps[i]) }
    }
    return moved
  }
}
