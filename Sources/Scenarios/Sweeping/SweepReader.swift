import District
import Foundation

/// Reads a sweep file: the axes, what refers to them, and each point resolved as a scenario of its own.
///
/// The files are read once. A point is the tree of the file with the axes' values in the place of `$name`, merged over
/// the parents and resolved like any scenario, so that every rule for scenarios holds for every point.
package struct SweepReader {
  private let scenario: Scenario
  private let overrides: ScenarioOverrides
  private let library: ScenarioLibrary
  /// Every message, each once.
  package private(set) var messages: [Diagnostic] = []

  /// Prepares the reading of a file whose own tree has a `sweep`.
  package init(_ scenario: Scenario, overrides: ScenarioOverrides, library: ScenarioLibrary) {
    self.scenario = scenario
    self.overrides = overrides
    self.library = library
  }

  /// The sweep, or nil when a message is an error.
  package mutating func read() -> Sweep? {
    guard let own = scenario.links.links.first?.tree, let sweep = own["sweep"]?.value else { return nil }
    var checker = TreeChecker(names: names, hasParent: false)
    checker.check(sweep, .section(SweepKeys.sweep), path: "sweep")
    guard checker.faults.isEmpty else { return fail(checker.faults) }
    let reader = AxisReader(sweep)
    let references = references(in: own, axes: reader.axes)
    let isPaired = sweep["combine"]?.value.string == "paired"
    guard reader.faults.isEmpty, !messages.contains(where: { $0.severity == .error }) else {
      return fail(reader.faults)
    }
    guard let positions = positions(reader.axes, isPaired: isPaired, at: sweep.place) else { return nil }
    guard let (points, first) = resolve(positions, axes: reader.axes, own: own) else { return nil }
    let axes = reader.axes.map { axis in
      let paths = references.filter { $0.axis == axis.name }.map(\.path)
      return SweepAxis(
        name: axis.name, title: axis.title ?? BilingualText(zh: axis.name, en: axis.name),
        unit: AxisUnits(own, first.district).unit(of: paths),
        values: axis.values.map { value in
          AxisValue(
            text: value.number.map(YAMLText.number) ?? value.string ?? value.text, number: value.number)
        }, paths: paths)
    }
    return Sweep(
      file: scenario.file, id: first.id, title: first.title, axes: axes, isPaired: isPaired,
      indicators: sweep["indicators"]?.value.items.compactMap(\.string), points: points, first: first)
  }

  private var names: ScenarioNames? {
    (try? scenario.district(in: library)).map(ScenarioNames.init)
  }

  private mutating func fail(_ faults: [Diagnostic]) -> Sweep? {
    for fault in faults where !messages.contains(fault) { messages.append(fault) }
    return nil
  }

  /// What refers to the axes; a name that is no axis, an axis nobody refers to, and a place that no axis may stand in
  /// are errors.
  private mutating func references(in own: YAMLTree, axes: [AxisReader.Axis]) -> [AxisReference] {
    let names = axes.map(\.name)
    var found: [AxisReference] = []
    for entry in own.entries {
      for reference in entry.value.axisReferences(path: entry.key) {
        if SweepKeys.shared.contains(entry.key) {
          messages.append(
            .error(
              at: reference.place,
              "`\(reference.path)`: '$\(clipped(reference.axis))' cannot stand here; the points of a sweep share their "
                + "district, horizon and draws"))
        } else if !names.contains(reference.axis) {
          let near = nearestName(to: reference.axis, among: names)
          messages.append(
            .error(
              at: reference.place,
              "`\(reference.path)`: no axis '\(clipped(reference.axis))'"
                + (near == nil ? "; expected one of " + names.joined(separator: ", ") : ""), suggestion: near))
        } else {
          found.append(reference)
        }
      }
    }
    for axis in axes where !found.contains(where: { $0.axis == axis.name }) {
      let isMisspelt = messages.contains { $0.suggestion == axis.name }
      guard !isMisspelt else { continue }
      messages.append(
        .error(
          at: axis.place,
          "`sweep.axes.\(axis.name)`: nothing takes its values; write $\(axis.name) in place of a value of the file"))
    }
    return found
  }

  /// The position on each axis for every point.
  private mutating func positions(_ axes: [AxisReader.Axis], isPaired: Bool, at place: Place) -> [[Int]]? {
    if isPaired {
      let count = axes[0].values.count
      for axis in axes.dropFirst() where axis.values.count != count {
        messages.append(
          .error(
            at: axis.place,
            "`sweep.axes.\(axis.name)` has \(axis.values.count) values; expected \(count), as `\(axes[0].name)` has: "
              + "paired axes run together"))
        return nil
      }
      return (0..<count).map { index in axes.map { _ in index } }
    }
    var product = 1
    for axis in axes {
      product *= axis.values.count
      guard product > SweepKeys.mostPoints else { continue }
      let sizes = axes.map { String($0.values.count) }.joined(separator: " x ")
      messages.append(
        .error(at: place, "the grid has \(sizes) points, expected at most \(SweepKeys.mostPoints)"))
      return nil
    }
    return axes.reduce([[]]) { points, axis in points.flatMap { point in axis.values.indices.map { point + [$0] } } }
  }

  /// Every point resolved; nil when one has an error.
  ///
  /// The first point is resolved alone: what is wrong with the file whatever the axes is then said once. A warning is
  /// kept when every point has it, for one that holds at some values only is what a sweep is there to show.
  private mutating func resolve(_ positions: [[Int]], axes: [AxisReader.Axis], own: YAMLTree) -> (
    [SweepPoint], ResolvedScenario
  )? {
    let body = own.entries.filter { $0.key != "sweep" }
    let resolver = PointResolver(
      scenario: scenario, body: YAMLTree(place: own.place, content: .map(body)), overrides: overrides,
      library: library)
    func values(_ point: [Int]) -> [String: YAMLTree] {
      Dictionary(uniqueKeysWithValues: zip(axes, point).map { ($0.name, $0.values[$1]) })
    }
    let (firstScenario, firstMessages) = resolver.resolve(values(positions[0]))
    guard let first = firstScenario else {
      // Faults of other values of the axes are looked for as well, one axis after the other.
      messages += firstMessages
      for (axis, part) in axes.enumerated() {
        for index in part.values.indices.dropFirst().prefix(100) {
          var point = positions[0]
          point[axis] = index
          for message in resolver.resolve(values(point)).1 where !messages.contains(message) {
            messages.append(message)
          }
        }
      }
      return nil
    }
    // All points are of one district: no axis stands for it.
    let names = ScenarioNames(first.district)
    var common = firstMessages
    var points: [SweepPoint] = []
    for (index, point) in positions.enumerated() {
      let (resolved, found) = index == 0 ? (first, firstMessages) : resolver.resolve(values(point), names)
      guard let resolved else {
        for message in found where message.severity == .error && !messages.contains(message) {
          messages.append(message)
        }
        if messages.count >= 100 { return nil }
        continue
      }
      common.removeAll { !found.contains($0) }
      points.append(SweepPoint(number: index + 1, positions: point, scenario: resolved.slim))
    }
    guard points.count == positions.count else { return nil }
    messages += common
    return (points, first)
  }
}

/// Resolves single points.
private struct PointResolver {
  let scenario: Scenario
  let body: YAMLTree
  let overrides: ScenarioOverrides
  let library: ScenarioLibrary

  func resolve(_ values: [String: YAMLTree], _ names: ScenarioNames? = nil) -> (ResolvedScenario?, [Diagnostic]) {
    let point = scenario.replacingOwnTree(body.replacingAxes(values))
    return point.resolve(overrides: overrides, library: library, pointNames: names)
  }
}

extension ResolvedScenario {
  /// The scenario without what only listings and manifests of a single scenario need.
  fileprivate var slim: ResolvedScenario {
    var scenario = self
    scenario.values = []
    scenario.warnings = []
    scenario.standaloneYAML = ""
    return scenario
  }
}
