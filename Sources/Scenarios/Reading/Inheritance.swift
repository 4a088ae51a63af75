import District

/// Merges a scenario file over its parents: maps merge, lists and scalars replace.
package struct Inheritance {
  /// Warnings about lines that repeat what a parent says.
  package private(set) var warnings: [Diagnostic] = []

  /// No warnings yet.
  package init() {}

  /// Keys that belong to one file and are never inherited.
  private static let own: Set<String> = ["scenario", "question", "reference", "extends", "sweep"]

  /// The chain as one tree; every entry keeps its place and what it replaced.
  package mutating func merged(_ chain: ScenarioChain) -> YAMLTree? {
    merged(chain.links)
  }

  /// Some files of a chain as one tree, the first over the others.
  package mutating func merged(_ links: [ScenarioChain.Link]) -> YAMLTree? {
    guard var result = links.last?.tree else { return nil }
    for link in links.dropLast().reversed() {
      if case .map(let entries) = result.content {
        result.content = .map(entries.filter { !Self.own.contains($0.key) })
      }
      result = merge(link.tree, over: result, shape: .section(ScenarioKeys.file), path: "")
    }
    return result
  }

  private mutating func merge(_ child: YAMLTree, over parent: YAMLTree, shape: ValueShape?, path: String) -> YAMLTree {
    guard case .map(let childEntries) = child.content, case .map(var entries) = parent.content else { return child }
    for var entry in childEntries {
      guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
        entries.append(entry)
        continue
      }
      let old = entries[index]
      let keyPath = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      let inner = shape?.inner(entry.key)
      if case .map = entry.value.content, case .map = old.value.content, inner?.isOneValue != true {
        entry.value = merge(entry.value, over: old.value, shape: inner, path: keyPath)
      } else {
        entry.replaced = [old.value] + old.replaced
        noteRepetition(entry, of: old, path: keyPath)
      }
      entries[index] = entry
    }
    return YAMLTree(place: child.place, content: .map(entries))
  }

  private mutating func noteRepetition(_ entry: YAMLTree.Entry, of old: YAMLTree.Entry, path: String) {
    guard entry.value.says(theSameAs: old.value) else { return }
    let namesFile = path == "district" || path == "funding.plan"
    if namesFile, ScenarioPath.folder(of: entry.place.file) != ScenarioPath.folder(of: old.place.file) { return }
    warnings.append(
      .warning(
        at: entry.place, "`\(path)` repeats what \(old.place.origin) says; the line changes nothing"))
  }
}

extension ValueShape {
  /// The shape of the value of a key, where this is the shape of a map.
  fileprivate func inner(_ key: String) -> ValueShape? {
    switch self {
    case .section(let section): section[key]?.shape
    case .byName(_, let value): value(key)
    case .scalarOrMap(_, let map): map.inner(key)
    default: nil
    }
  }

  /// True for a map that is one value.
  fileprivate var isOneValue: Bool {
    switch self {
    case .section(let section): section.isOneValue
    case .scalarOrMap(_, let map): map.isOneValue
    default: false
    }
  }
}
