import District

/// A stress: what a scenario file says beyond the file its chain begins with, to be laid over other scenarios.
///
/// The last file of the chain is the world as it is expected; the files from there to the stress say what goes wrong.
/// A file that extends nothing is a stress as a whole.
public struct Stress: Sendable {
  /// The file as the user named it.
  public let file: String
  /// Id.
  public let id: String
  /// Title in both languages.
  public let title: BilingualText
  /// Files of the chain that belong to the stress.
  let links: [ScenarioChain.Link]
  /// What it says: `events`, `parameters`, `constants` and `funding.adjust`.
  let overlay: YAMLTree

  /// What a stress may say, besides its name and words.
  package static let keys = ["events", "parameters", "constants", "funding"]
  private static let words: Set<String> = ["scenario", "title", "description", "question", "reference", "extends"]

  /// Reads a stress; nil when a message is an error.
  ///
  /// - Throws: `FileAccessError` when the file cannot be opened.
  package static func read(file: String) throws -> (stress: Stress?, messages: [Diagnostic]) {
    let scenario = try Scenario(file: file)
    var messages = scenario.messages
    guard scenario.links.isWhole, let tree = scenario.tree, case .map = tree.content else {
      return (nil, messages + (messages.isEmpty ? [Diagnostic(file: file, message: "expected a map of keys")] : []))
    }
    let links = scenario.links.links
    let own = links.count > 1 ? Array(links.dropLast()) : links
    var inheritance = Inheritance()
    guard let overlay = inheritance.merged(own) else { return (nil, messages) }
    for entry in overlay.entries where !words.contains(entry.key) {
      if let message = refusal(of: entry) { messages.append(message) }
    }
    let isSound = !messages.contains { $0.severity == .error }
    if isSound, !overlay.entries.contains(where: { keys.contains($0.key) }) {
      messages.append(
        .error(
          at: overlay.place, "the stress says nothing; expected one of events, parameters, constants, funding.adjust"))
    }
    guard let id = overlay["scenario"]?.value.string else {
      messages.append(.error(at: overlay.place, "`scenario` is missing; expected an id"))
      return (nil, messages)
    }
    let title = tree["title"]?.value
    let words = BilingualText(zh: title?["zh"]?.value.string ?? id, en: title?["en"]?.value.string ?? id)
    if messages.contains(where: { $0.severity == .error }) { return (nil, messages) }
    return (Stress(file: file, id: id, title: words, links: own, overlay: overlay), messages)
  }

  /// Why a stress may not say something, or nil when it may.
  private static func refusal(of entry: YAMLTree.Entry) -> Diagnostic? {
    if entry.key == "funding" {
      guard let other = entry.value.entries.first(where: { $0.key != "adjust" }) else { return nil }
      return .error(
        at: other.place,
        "`funding.\(clipped(other.key))`: a stress changes the money of a scenario by `funding.adjust` only")
    }
    if keys.contains(entry.key) { return nil }
    return .error(
      at: entry.place,
      "`\(clipped(entry.key))` belongs to the scenario; a stress says events, parameters, constants or funding.adjust",
      suggestion: nearestName(to: entry.key, among: keys))
  }
}

extension Scenario {
  /// The scenario under a stress: events and lines of `funding.adjust` are added behind its own, parameters and
  /// constants replace what it says. What is replaced is a warning, so that nothing goes under unseen.
  package func under(_ stress: Stress) -> (scenario: Scenario, messages: [Diagnostic]) {
    guard let tree, case .map(var entries) = tree.content else { return (self, []) }
    var messages: [Diagnostic] = []
    for part in stress.overlay.entries where Stress.keys.contains(part.key) {
      guard let index = entries.firstIndex(where: { $0.key == part.key }) else {
        entries.append(part)
        continue
      }
      entries[index].value = joined(entries[index].value, part.value, path: part.key, stress, &messages)
    }
    let whole = YAMLTree(place: tree.place, content: .map(entries))
    return (replacing(tree: whole, more: stress.links), messages)
  }

  private func joined(
    _ own: YAMLTree, _ other: YAMLTree, path: String, _ stress: Stress, _ messages: inout [Diagnostic]
  ) -> YAMLTree {
    switch (own.content, other.content) {
    case (.list(let items), .list(let more)): return YAMLTree(place: own.place, content: .list(items + more))
    case (.map(var entries), .map(let more)):
      for entry in more {
        guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
          entries.append(entry)
          continue
        }
        if path == "funding" {
          entries[index].value = joined(
            entries[index].value, entry.value, path: "funding.adjust", stress, &messages)
          continue
        }
        let old = entries[index]
        entries[index] = entry
        entries[index].replaced = [old.value] + old.replaced
        messages.append(
          .warning(
            at: entry.place,
            "`\(path).\(clipped(entry.key))`: under the stress '\(stress.id)' this stands in place of "
              + "\(clipped(old.value.text)) (\(old.place.origin)) of the scenario"))
      }
      return YAMLTree(place: own.place, content: .map(entries))
    default: return other
    }
  }
}
