/// Finds a place for the name of each point: to the right, left, above or below, where it covers nothing.
struct PointLabels {
  private struct Box {
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    func meets(_ other: Box) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
  }

  private let width: ClosedRange<Double>
  private let height: ClosedRange<Double>
  private var taken: [Box] = []

  /// Labels stay within these edges.
  init(within width: ClosedRange<Double>, _ height: ClosedRange<Double>) {
    self.width = width
    self.height = height
  }

  /// Keeps the place of a point free.
  mutating func block(_ x: Double, _ y: Double) {
    taken.append(Box(x: (x - 4)...(x + 4), y: (y - 4)...(y + 4)))
  }

  /// Keeps the places along a line free.
  mutating func blockLine(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
    let steps = max(1, Int(max((to.x - from.x).magnitude, (to.y - from.y).magnitude) / 5))
    for step in 1..<max(2, steps) {
      let part = Double(step) / Double(steps)
      let (x, y) = (from.x + part * (to.x - from.x), from.y + part * (to.y - from.y))
      taken.append(Box(x: (x - 2)...(x + 2), y: (y - 2)...(y + 2)))
    }
  }

  /// Writes a name beside its point; a name for which there is no free place is left to the hover text.
  mutating func place(
    _ words: String, _ x: Double, _ y: Double, _ style: SVGDrawing.Style, _ drawing: inout SVGDrawing
  ) {
    guard !words.isEmpty else { return }
    let wide = SVGText.width(words, size: style.size)
    let choices: [(x: Double, base: Double)] = [
      (x + 9, y + 4), (x - 9 - wide, y + 4), (x + 4, y - 9), (x - 4 - wide, y - 9), (x - wide / 2, y - 11),
      (x + 4, y + 18), (x - 4 - wide, y + 18), (x - wide / 2, y + 20), (x + 14, y - 20), (x - 14 - wide, y - 20),
      (x + 14, y + 30), (x - 14 - wide, y + 30),
    ]
    for choice in choices {
      let box = Box(x: choice.x...(choice.x + wide), y: (choice.base - style.size)...(choice.base + 3))
      guard width.contains(box.x.lowerBound), box.x.upperBound <= width.upperBound + 12,
        height.contains(box.y.lowerBound), height.contains(box.y.upperBound), !taken.contains(where: box.meets)
      else { continue }
      drawing.text(words, x: choice.x, y: choice.base, style)
      taken.append(box)
      return
    }
  }
}
