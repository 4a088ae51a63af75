/// A drawing under construction: SVG elements in the order in which they are painted.
///
/// Everything is written as presentation attributes, without style sheets, scripts or references, so that a drawing is
/// the same in a browser, an office program and on paper. The same calls give the same bytes.
struct SVGDrawing {
  /// Where a text stands about its place.
  enum Anchor: String {
    case start, middle, end
  }

  /// How a text looks.
  struct Style {
    var size = 13.0
    var colour = ChartColour.ink
    var isBold = false
    /// True for words over lines and areas: a white edge keeps them legible.
    var hasHalo = false

    static let axis = Style(size: 12, colour: ChartColour.grey)
  }

  /// A place on the drawing.
  struct Place {
    let x: Double
    let y: Double
  }

  private var elements: [String] = []

  /// Adds words; `y` is their base line.
  mutating func text(_ words: String, x: Double, y: Double, _ style: Style = Style(), anchor: Anchor = .start) {
    guard !words.isEmpty else { return }
    var attributes = "x=\"\(n(x))\" y=\"\(n(y))\" font-size=\"\(n(style.size))\" fill=\"\(style.colour)\""
    if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
    if style.isBold { attributes += " font-weight=\"700\"" }
    if style.hasHalo {
      attributes += " stroke=\"\(ChartColour.ground)\" stroke-width=\"3.5\" stroke-linejoin=\"round\""
      attributes += " paint-order=\"stroke\""
    }
    elements.append("<text \(attributes)>\(SVGText.escaped(words))</text>")
  }

  /// Adds lines of words below each other; returns the base line after the last.
  @discardableResult
  mutating func lines(
    _ lines: [String], x: Double, y: Double, _ style: Style = Style(), anchor: Anchor = .start
  ) -> Double {
    for (index, line) in lines.enumerated() {
      text(line, x: x, y: y + Double(index) * style.size * 1.3, style, anchor: anchor)
    }
    return y + Double(lines.count) * style.size * 1.3
  }

  /// Adds a line through places.
  mutating func line(_ places: [Place], colour: String, width: Double = 1, dash: String? = nil) {
    guard places.count > 1 else { return }
    let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    elements.append(
      "<path d=\"\(path(places))\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(n(width))\""
        + " stroke-linejoin=\"round\"\(dashes)/>")
  }

  /// Adds a straight line.
  mutating func line(
    x1: Double, y1: Double, x2: Double, y2: Double, colour: String, width: Double = 1, dash: String? = nil
  ) {
    line([Place(x: x1, y: y1), Place(x: x2, y: y2)], colour: colour, width: width, dash: dash)
  }

  /// Adds the area between two lines.
  mutating func area(lower: [Place], upper: [Place], colour: String, opacity: Double) {
    guard lower.count > 1 else { return }
    let outline = path(lower + upper.reversed())
    elements.append("<path d=\"\(outline) Z\" fill=\"\(colour)\" fill-opacity=\"\(n(opacity))\"/>")
  }

  /// Adds a rectangle with the words that are shown when a pointer rests on it.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, colour: String, opacity: Double = 1, outline: String? = nil,
    hover: String = ""
  ) {
    var attributes = "x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0, width)))\" height=\"\(n(height))\""
    attributes += " fill=\"\(colour)\""
    if opacity < 1 { attributes += " fill-opacity=\"\(n(opacity))\"" }
    if let outline { attributes += " stroke=\"\(outline)\" stroke-width=\"1.5\" stroke-dasharray=\"4 2\"" }
    element("rect", attributes, hover)
  }

  /// Adds a dot with the words that are shown when a pointer rests on it.
  mutating func dot(
    x: Double, y: Double, radius: Double = 3.5, colour: String, outline: String = ChartColour.ground, hover: String = ""
  ) {
    let circle = "cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\" fill=\"\(colour)\""
    element("circle", "\(circle) stroke=\"\(outline)\" stroke-width=\"1.2\"", hover)
  }

  /// The file: a picture of a width and height with a title and a description for those who cannot see it.
  func document(width: Double, height: Double, _ heading: ChartHeading) -> String {
    let id = SVGText.escaped(heading.id)
    let description = heading.description.isEmpty ? heading.title : heading.description
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(n(width)) \(n(height))" width="\(n(width))" \
      height="\(n(height))" role="img" aria-labelledby="\(id)-title \(id)-description" font-family="\(SVGText.fonts)">
      <title id="\(id)-title">\(SVGText.escaped(heading.title))</title>
      <desc id="\(id)-description">\(SVGText.escaped(description))</desc>
      <rect width="\(n(width))" height="\(n(height))" fill="\(ChartColour.ground)"/>
      \(elements.joined(separator: "\n"))
      </svg>

      """
  }

  private mutating func element(_ name: String, _ attributes: String, _ hover: String) {
    elements.append(
      hover.isEmpty
        ? "<\(name) \(attributes)/>" : "<\(name) \(attributes)><title>\(SVGText.escaped(hover))</title></\(name)>")
  }

  private func path(_ places: [Place]) -> String {
    "M" + places.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " L")
  }

  private func n(_ value: Double) -> String { SVGText.number(value) }
}
