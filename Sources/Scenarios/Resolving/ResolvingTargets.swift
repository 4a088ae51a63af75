import District

extension ScenarioResolver {
  /// `targets`: the district's, those of the same id replaced, the others added behind.
  mutating func resolveTargets() -> (all: [Target], written: [Target]) {
    var all = original.targets
    var written: [Target] = []
    var places: [String: Place] = [:]
    guard case .list(let items)? = tree["targets"]?.value.content else {
      listDistrictTargets(except: [])
      return (all, [])
    }
    for (index, item) in items.enumerated() where isSound(item) {
      guard let target = target(item) else { continue }
      if let first = places[target.id] {
        fail(at: item.place, "`targets[\(index)]`: the id '\(target.id)' is used twice; first on line \(first.line)")
        continue
      }
      places[target.id] = item.place
      written.append(target)
      if target.years.upperBound > horizon {
        warn(
          at: item.place,
          "`targets[\(index)]`: the year \(target.years.upperBound) lies past the horizon \(horizon); "
            + "the target is reported as not reached by the run")
      }
      place(target, item, in: &all)
    }
    listDistrictTargets(except: Set(places.keys))
    return (all, written)
  }

  private mutating func place(_ target: Target, _ item: YAMLTree, in all: inout [Target]) {
    var entry = YAMLTree.Entry(key: target.id, place: item.place, value: item)
    entry.replaced = []
    guard let index = all.firstIndex(where: { $0.id == target.id }) else {
      all.append(target)
      return list("targets.\(target.id)", target.text, entry)
    }
    let old = all[index]
    if old.isSameTest(as: target) {
      warn(at: item.place, "the target '\(target.id)' is what the district already says; it changes nothing")
    }
    all[index] = target
    list(
      "targets.\(target.id)", target.text, entry, under: "\(old.text) (\(targetOrigin(old)))")
  }

  private mutating func listDistrictTargets(except replaced: Set<String>) {
    for target in original.targets where !replaced.contains(target.id) {
      listDistrictValue("targets.\(target.id)", target.text, record(of: target.id, in: "targets.csv"))
    }
  }

  private func targetOrigin(_ target: Target) -> String { origin(of: record(of: target.id, in: "targets.csv")) }

  private func target(_ item: YAMLTree) -> Target? {
    guard let id = item["id"]?.value.string, let indicator = item["indicator"]?.value.string,
      let years = (item["year"] ?? item["years"])?.value.yearRange,
      let comparison = Target.Comparison.allCases.first(where: { item[$0.rawValue] != nil }),
      let held = item[comparison.rawValue]?.value
    else { return nil }
    let threshold: Target.Threshold
    if let number = held.number {
      threshold = .number(number)
    } else if let name = held.string {
      threshold = .series(name)
    } else {
      return nil
    }
    var target = Target(
      id: id, indicator: indicator, comparison: comparison, threshold: threshold,
      factor: item["factor"]?.value.number ?? 1, years: years, statement: BilingualText(zh: "", en: ""),
      reference: item.place.origin)
    target.statement = statement(of: target, item["title"]?.value)
    return target
  }

  /// The words of a target: those written; one language stands for the other; none are made from the numbers.
  private func statement(of target: Target, _ title: YAMLTree?) -> BilingualText {
    func written(_ key: String) -> String? {
      guard let text = title?[key]?.value.string, !text.allSatisfy(\.isWhitespace) else { return nil }
      return text
    }
    let zh = written("zh")
    let en = written("en")
    return BilingualText(zh: zh ?? en ?? target.text, en: en ?? zh ?? target.text)
  }
}

extension Target {
  /// The test in symbols, for example `gdp_nominal >= 120 in 2025`.
  package var text: String {
    let held: String =
      switch threshold {
      case .number(let number): YAMLText.number(number)
      case .series(let name): name
      }
    let scaled = factor == 1 ? held : "\(YAMLText.number(factor)) x \(held)"
    let when = years.count == 1 ? "in \(years.lowerBound)" : "in every year \(years.lowerBound)-\(years.upperBound)"
    return "\(indicator) \(comparison.symbol) \(scaled) \(when)"
  }

  /// True when both ask the same of the same indicator, whatever their words.
  fileprivate func isSameTest(as other: Target) -> Bool {
    indicator == other.indicator && comparison == other.comparison && threshold == other.threshold
      && factor == other.factor && years == other.years
  }
}
