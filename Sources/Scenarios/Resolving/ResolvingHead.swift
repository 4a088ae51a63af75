import District
import Sampling

extension ScenarioResolver {
  /// `title`.
  mutating func resolveTitle() -> BilingualText? {
    guard let entry = tree["title"] else {
      fail(at: tree.place, "`title` is missing; expected a map of zh, en")
      return nil
    }
    guard hasBothLanguages(entry), let zh = sound("zh", in: entry.value)?.value.string,
      let en = sound("en", in: entry.value)?.value.string
    else { return nil }
    if scenario.links.links.first?.tree["title"] == nil {
      warn(at: tree.place, "`title` is that of the parent, \(entry.place.origin)")
    }
    return BilingualText(zh: zh, en: en)
  }

  /// `description`: one text stands for both languages.
  mutating func resolveDescription() -> BilingualText? {
    guard let entry = sound("description") else { return nil }
    if let text = entry.value.string { return BilingualText(zh: text, en: text) }
    guard hasBothLanguages(entry), let zh = entry.value["zh"]?.value.string, let en = entry.value["en"]?.value.string
    else { return nil }
    return BilingualText(zh: zh, en: en)
  }

  /// `question` or `reference`: one text stands for both languages.
  func resolveOwnText(_ key: String) -> BilingualText? {
    guard let value = sound(key)?.value else { return nil }
    if let text = value.string { return BilingualText(zh: text, en: text) }
    guard let zh = value["zh"]?.value.string, let en = value["en"]?.value.string else { return nil }
    return BilingualText(zh: zh, en: en)
  }

  /// True for a map that has `zh` and `en` once merged with its parents; the checker has looked at files without one.
  private mutating func hasBothLanguages(_ entry: YAMLTree.Entry) -> Bool {
    guard case .map = entry.value.content else { return false }
    let missing = ["zh", "en"].filter { entry.value[$0] == nil }
    if scenario.chain.count > 1, isSound(entry.value) {
      for key in missing { fail(at: entry.place, "`\(entry.key).\(key)` is missing, here and in the files extended") }
    }
    return missing.isEmpty
  }

  /// `ensemble`, under the command line.
  mutating func resolveEnsemble() -> Ensemble {
    var ensemble = Ensemble()
    let section = sound("ensemble")?.value
    func written(_ key: String) -> YAMLTree? { section?[key]?.value }
    if let members = overrides.members ?? written("members")?.integer { ensemble.members = members }
    if let sampler = overrides.sampler ?? (written("sampler")?.string).flatMap(SamplerKind.init) {
      ensemble.sampler = sampler
    }
    if let seed = overrides.seed ?? (written("seed")?.integer).map(UInt64.init) { ensemble.seed = seed }
    list("ensemble.members", String(ensemble.members), section?["members"], overridden: overrides.members != nil)
    list("ensemble.sampler", ensemble.sampler.rawValue, section?["sampler"], overridden: overrides.sampler != nil)
    list("ensemble.seed", String(ensemble.seed), section?["seed"], overridden: overrides.seed != nil)
    return ensemble
  }

  /// The keys before the ensemble, with their origins.
  mutating func listHead() {
    list("scenario", tree["scenario"]?.value.text ?? "", tree["scenario"])
    for name in ["title", "description", "question", "reference"] {
      for entry in tree[name]?.value.entries ?? [] {
        list("\(name).\(entry.key)", entry.value.string ?? entry.value.text, entry)
      }
      if let entry = tree[name], let text = entry.value.string { list(name, text, entry) }
    }
    list("district", scenario.districtName, tree["district"])
    list("horizon", String(horizon), tree["horizon"], overridden: overrides.horizon != nil)
  }

  /// Adds a value that a file, the command line or the program's default sets.
  mutating func list(
    _ path: String, _ value: String, _ entry: YAMLTree.Entry?,
    overridden byCommandLine: Bool = false, under districtValue: String? = nil
  ) {
    guard listsValues else { return }
    var older = entry?.replaced.map { "\($0.text) (\($0.place.origin))" } ?? []
    if byCommandLine, let entry { older.insert("\(entry.value.text) (\(entry.place.origin))", at: 0) }
    if entry != nil || byCommandLine, let districtValue { older.append(districtValue) }
    let origin = byCommandLine ? ScenarioOverrides.origin : entry?.place.origin ?? "default"
    values.append(
      ResolvedValue(
        path: path, value: value, origin: origin, overrides: older.isEmpty ? nil : older.joined(separator: " < "),
        status: entry == nil && !byCommandLine ? "default" : "scenario"))
  }
}
