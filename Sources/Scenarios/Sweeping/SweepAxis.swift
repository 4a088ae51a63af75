import District

/// A value of an axis.
public struct AxisValue: Sendable, Equatable {
  /// The value as text: the shortest that reads back as the same, for a number.
  public let text: String
  /// The number, or nil for text.
  public let number: Double?
}

/// An axis of a sweep: a name, its values, and the places of the scenario that take them.
public struct SweepAxis: Sendable {
  /// Name, a column of the table.
  public let name: String
  /// The axis in words; its name where the file has none.
  public let title: BilingualText
  /// Unit code of its values, from the places that take them; empty for names and where the places differ.
  public let unit: String
  /// The values.
  public let values: [AxisValue]
  /// Dotted paths of the places, for example `funding.adjust[0].multiply`.
  public let paths: [String]
}

/// The axes of a sweep as written, checked as far as they can be without running through the points.
package struct AxisReader {
  /// An axis as read: its values with their places.
  package struct Axis {
    let name: String
    let place: Place
    let title: BilingualText?
    let values: [YAMLTree]
  }

  /// The axes, in the order of the file.
  package private(set) var axes: [Axis] = []
  /// The faults met.
  package private(set) var faults: [Diagnostic] = []

  /// Reads `sweep.axes` of a tree that the checker has passed.
  package init(_ sweep: YAMLTree) {
    guard let entries = sweep["axes"]?.value.entries else { return }
    if entries.count > SweepKeys.mostAxes {
      faults.append(
        .error(
          at: entries[SweepKeys.mostAxes].place,
          "`sweep.axes` has \(entries.count) axes, expected at most \(SweepKeys.mostAxes)"))
      return
    }
    for entry in entries { read(entry) }
  }

  private mutating func read(_ entry: YAMLTree.Entry) {
    let path = "sweep.axes.\(entry.key)"
    if SweepKeys.columns.contains(entry.key) {
      faults.append(
        .error(at: entry.place, "`\(path)`: the table of a sweep has a column '\(entry.key)'; name the axis otherwise"))
    }
    var values: [YAMLTree] = []
    if let list = entry.value["values"]?.value ?? listed(entry.value) {
      values = list.items
      if values.isEmpty {
        faults.append(.error(at: list.place, "`\(path)` has no values; expected one or more"))
      }
      noteRepetition(values, path: path)
    } else if entry.value["from"] != nil {
      values = range(entry.value, path: path)
    }
    let title = entry.value["title"]?.value
    var words: BilingualText?
    if let zh = title?["zh"]?.value.string, let en = title?["en"]?.value.string {
      words = BilingualText(zh: zh, en: en)
    }
    axes.append(Axis(name: entry.key, place: entry.place, title: words, values: values))
  }

  private func listed(_ value: YAMLTree) -> YAMLTree? {
    if case .list = value.content { value } else { nil }
  }

  private mutating func noteRepetition(_ values: [YAMLTree], path: String) {
    for (index, value) in values.enumerated() {
      guard values[..<index].contains(where: { $0.says(theSameAs: value) }) else { continue }
      faults.append(.error(at: value.place, "`\(path)` has the value \(value.text) twice"))
      return
    }
  }

  /// The numbers of `{from, to, by}`. Each is rounded to twelve digits, so that 0.1 times 3 reads 0.3.
  private mutating func range(_ tree: YAMLTree, path: String) -> [YAMLTree] {
    guard let from = tree["from"]?.value, let to = tree["to"]?.value, let by = tree["by"]?.value,
      let first = from.number, let last = to.number, let step = by.number
    else { return [] }
    let count = (last - first) / step
    guard step != 0, count.isFinite, count > -1e-9 else {
      faults.append(
        .error(
          at: by.place,
          "`\(path).by`: steps of \(YAMLText.number(step)) do not lead from \(YAMLText.number(first)) to "
            + "\(YAMLText.number(last))"))
      return []
    }
    guard count < Double(ScenarioKeys.longestList) else {
      faults.append(
        .error(
          at: by.place,
          "`\(path)` has more than \(ScenarioKeys.longestList) values; expected at most that many"))
      return []
    }
    let steps = Int(count.rounded())
    guard (count - Double(steps)).magnitude < 1e-6 else {
      let reached = Self.rounded(first + step * count.rounded(.down))
      faults.append(
        .error(
          at: by.place,
          "`\(path).by`: steps of \(YAMLText.number(step)) from \(YAMLText.number(first)) miss "
            + "\(YAMLText.number(last)); the last would be \(YAMLText.number(reached))"))
      return []
    }
    return (0...steps).map { index in
      let value = index == steps ? last : Self.rounded(first + Double(index) * step)
      return YAMLTree(place: from.place, content: .scalar(YAMLText.number(value), isQuoted: false))
    }
  }

  private static func rounded(_ value: Double) -> Double {
    // A decimal of twelve digits after the point: what a person would have written.
    let scaled = (value * 1e12).rounded()
    return scaled.magnitude < 1e15 ? scaled / 1e12 : value
  }
}
