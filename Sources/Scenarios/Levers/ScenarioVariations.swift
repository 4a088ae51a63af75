import District
import Sampling

/// One scenario file, read once, and variations of it: levers set, another plan, other words.
///
/// A variation is the tree of the file with lines put behind its own and is resolved like any scenario, so that every
/// rule for scenarios holds for it and its `standaloneYAML` runs the same again.
public final class ScenarioVariations {
  /// The scenario as written, under the overrides.
  public let scenario: ResolvedScenario
  private let source: Scenario
  private let overrides: ScenarioOverrides
  private let library = ScenarioLibrary.standard

  /// Reads a file.
  ///
  /// - Throws: `FileAccessError` when it cannot be opened, `Diagnostics` when it has an error.
  public init(file: String, overrides: ScenarioOverrides = ScenarioOverrides()) throws {
    source = try Scenario(file: file)
    self.overrides = overrides
    let (resolved, messages) = source.resolve(overrides: overrides, library: library)
    guard let resolved else { throw Diagnostics(messages) }
    scenario = resolved
  }

  /// The scenario with levers set, and its id and title as given.
  ///
  /// - Parameters:
  ///   - settings: levers and values; money is multiplied after the scenario's own adjustments.
  ///   - name: another id and title; nil to keep those of the file.
  ///   - horizon: another last year; nil to keep that of the scenario.
  /// - Throws: `Diagnostics` when a value is not one the equations can work with.
  public func scenario(
    setting settings: [LeverSetting], name: (id: String, title: BilingualText)? = nil, horizon: Int? = nil
  ) throws -> ResolvedScenario {
    var tree = try root()
    for setting in settings {
      let value = scalar(YAMLText.number(setting.value))
      switch setting.lever.subject {
      case .funding: tree = adjusted(tree, [("multiply", value)])
      case .project(let id): tree = adjusted(tree, [("project", scalar(id)), ("multiply", value)])
      case .source(let id): tree = adjusted(tree, [("source", scalar(id)), ("multiply", value)])
      case .parameter(let id):
        tree = tree.setting("parameters", to: (tree["parameters"]?.value ?? map([])).setting(id, to: value))
      }
    }
    return try resolved(tree, name: name, horizon: horizon)
  }

  /// The scenario with another plan in place of its own and of its adjustments.
  ///
  /// - Parameters:
  ///   - plan: the money, years from the first to the horizon.
  ///   - file: the CSV file that the scenario names as its plan and lies beside when it is written out.
  ///   - name: id and title; nil to keep those of the file.
  /// - Throws: `Diagnostics` when the plan is not one the equations can work with.
  public func scenario(
    spending plan: FundingPlan, from file: String, name: (id: String, title: BilingualText)? = nil
  ) throws -> ResolvedScenario {
    let standard = library
    let beside = ScenarioLibrary(
      district: { try standard.district($0, relativeTo: $1) }, plan: { _, _ in plan }, keepsPlanNames: true)
    let tree = try root().setting("funding", to: map([("plan", quoted(file))]))
    return try resolved(tree, name: name, horizon: nil, library: beside)
  }

  private var place: Place { Place(file: source.file, line: 1, column: 1) }

  private func scalar(_ text: String) -> YAMLTree { YAMLTree(place: place, content: .scalar(text, isQuoted: false)) }

  private func map(_ entries: [(String, YAMLTree)]) -> YAMLTree {
    YAMLTree(
      place: place, content: .map(entries.map { YAMLTree.Entry(key: $0.0, place: place, value: $0.1) }))
  }

  private func root() throws -> YAMLTree {
    guard let tree = source.tree else { throw Diagnostics(source.messages) }
    return tree
  }

  /// The tree with a line behind its own adjustments.
  private func adjusted(_ tree: YAMLTree, _ line: [(String, YAMLTree)]) -> YAMLTree {
    let funding = tree["funding"]?.value ?? map([])
    let lines = (funding["adjust"]?.value.items ?? []) + [map(line)]
    return tree.setting(
      "funding", to: funding.setting("adjust", to: YAMLTree(place: place, content: .list(lines))))
  }

  private func resolved(
    _ tree: YAMLTree, name: (id: String, title: BilingualText)?, horizon: Int?, library other: ScenarioLibrary? = nil
  ) throws -> ResolvedScenario {
    var tree = tree
    if let name {
      let title = map([("zh", quoted(name.title.zh)), ("en", quoted(name.title.en))])
      tree = tree.setting("scenario", to: scalar(name.id)).setting("title", to: title).removing("description")
    }
    var overrides = overrides
    if let horizon { overrides.horizon = horizon }
    let (resolved, messages) = source.replacing(tree: tree, more: []).resolve(
      overrides: overrides, library: other ?? library)
    guard let resolved else { throw Diagnostics(messages.filter { $0.severity == .error }) }
    return resolved
  }

  private func quoted(_ text: String) -> YAMLTree { YAMLTree(place: place, content: .scalar(text, isQuoted: true)) }
}

extension YAMLTree {
  /// The map with the value of a key replaced, or added behind the others.
  fileprivate func setting(_ key: String, to value: YAMLTree) -> YAMLTree {
    var entries = entries
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key: key, place: place, value: value))
    }
    return YAMLTree(place: place, content: .map(entries))
  }

  /// The map without a key.
  fileprivate func removing(_ key: String) -> YAMLTree {
    YAMLTree(place: place, content: .map(entries.filter { $0.key != key }))
  }
}
