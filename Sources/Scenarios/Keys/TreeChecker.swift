import District

/// Holds a tree against the table of keys and collects every fault of it.
package struct TreeChecker {
  private let names: ScenarioNames?
  /// The faults met, in the order of the file.
  package private(set) var faults: [Diagnostic] = []

  private let hasParent: Bool
  /// After so many faults no nearest name is looked for: they are not printed any more.
  private static let suggested = 200

  /// A checker by the names of a district; without one, names are not checked. `hasParent` is true for a file that
  /// extends another.
  package init(names: ScenarioNames?, hasParent: Bool) {
    self.names = names
    self.hasParent = hasParent
  }

  /// Checks a value; false when it has a fault.
  @discardableResult
  package mutating func check(_ tree: YAMLTree, _ shape: ValueShape, path: String) -> Bool {
    let before = faults.count
    switch shape {
    case .identifier(let joiner): checkIdentifier(tree, joiner: joiner, shape, path)
    case .text(let lines, let mayBeEmpty): checkText(tree, lines: lines, mayBeEmpty: mayBeEmpty, shape, path)
    case .path: checkText(tree, lines: false, mayBeEmpty: false, shape, path)
    case .integer(let range):
      if !(tree.integer.map(range.contains) ?? false) { mismatch(tree, shape, path) }
    case .number(let bounds):
      if !(tree.number.map(bounds.admits) ?? false) { mismatch(tree, shape, path) }
    case .choice(let words): checkChoice(tree, words, shape, path)
    case .name(let kind): checkName(tree, kind, shape, path)
    case .numberOrName(let bounds, let kind):
      if let number = tree.number {
        if !bounds.admits(number) { mismatch(tree, shape, path) }
      } else {
        checkName(tree, kind, shape, path)
      }
    case .oneOrMore(let item): checkOneOrMore(tree, item, shape, path)
    case .years(let lists): checkYears(tree, lists: lists, shape, path)
    case .numbers(let parts): checkNumbers(tree, parts, shape, path)
    case .list(let item): checkList(tree, item, shape, path)
    case .section(let section): checkSection(tree, section, shape, path)
    case .byName(let kind, let value): checkByName(tree, kind, value, shape, path)
    case .scalar:
      if case .scalar = tree.content { break }
      mismatch(tree, shape, path)
    case .named(let value): checkNamed(tree, value, shape, path)
    case .scalarOrMap(let scalar, let map):
      if case .map = tree.content { return check(tree, map, path: path) }
      return check(tree, scalar, path: path, expecting: shape)
    }
    return faults.count == before
  }

  /// Checks a scalar or list whose message names a wider expectation.
  private mutating func check(_ tree: YAMLTree, _ shape: ValueShape, path: String, expecting: ValueShape) -> Bool {
    switch tree.content {
    case .scalar where !shape.isList: return check(tree, shape, path: path)
    case .list where shape.isList: return check(tree, shape, path: path)
    default:
      mismatch(tree, expecting, path)
      return false
    }
  }

  private mutating func mismatch(_ tree: YAMLTree, _ shape: ValueShape, _ path: String, suggestion: String? = nil) {
    let expected = shape.expectation
    var message = "`\(path)`: found \(tree.shown), expected \(expected)"
    if case .empty = tree.content { message = "`\(path)` has no value; expected \(expected)" }
    if tree.quotedNumber != nil, shape.takesNumbers { message += "; write the number without quotes" }
    if case .scalar(_, isQuoted: false) = tree.content, shape.isText { message += "; write it in quotes" }
    faults.append(.error(at: tree.place, message, suggestion: suggestion))
  }

  private mutating func checkIdentifier(_ tree: YAMLTree, joiner: String, _ shape: ValueShape, _ path: String) {
    guard let text = tree.string else { return mismatch(tree, shape, path) }
    let body = text.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == joiner.utf8.first
    }
    let first = text.utf8.first.map { $0 != joiner.utf8.first } ?? false
    if !(body && first && text.utf8.count <= 64) { mismatch(tree, shape, path) }
  }

  private mutating func checkText(
    _ tree: YAMLTree, lines: Bool, mayBeEmpty: Bool, _ shape: ValueShape, _ path: String
  ) {
    if case .empty = tree.content, mayBeEmpty { return }
    guard let text = tree.string else { return mismatch(tree, shape, path) }
    let isBlank = text.allSatisfy(\.isWhitespace)
    if isBlank && !mayBeEmpty {
      return faults.append(.error(at: tree.place, "`\(path)` is empty; expected \(shape.expectation)"))
    }
    if !lines, text.contains(where: \.isNewline) {
      return faults.append(.error(at: tree.place, "`\(path)` runs over several lines; expected \(shape.expectation)"))
    }
    if let control = text.unicodeScalars.first(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" || $0.value == 127 })
    {
      faults.append(
        .error(
          at: tree.place, "`\(path)` holds the control character U+\(ScenarioText.hexadecimal(control)); expected text")
      )
    }
  }

  private mutating func checkChoice(_ tree: YAMLTree, _ words: [String], _ shape: ValueShape, _ path: String) {
    guard let text = tree.string else { return mismatch(tree, shape, path) }
    if !words.contains(text) { mismatch(tree, shape, path, suggestion: nearestName(to: text, among: words)) }
  }

  private mutating func checkName(_ tree: YAMLTree, _ kind: NameKind, _ shape: ValueShape, _ path: String) {
    guard let text = tree.string else { return mismatch(tree, shape, path) }
    guard let names, !names.has(text, kind) else { return }
    let near = nearestName(to: text, among: names.all(kind))
    var message = "`\(path)`: no \(kind.word) '\(clipped(text))'"
    if near == nil { message += names.listing(kind) }
    faults.append(.error(at: tree.place, message, suggestion: near))
  }

  private mutating func checkOneOrMore(_ tree: YAMLTree, _ item: ValueShape, _ shape: ValueShape, _ path: String) {
    guard case .list(let items) = tree.content else {
      if case .map = tree.content { return mismatch(tree, shape, path) }
      check(tree, item, path: path)
      return
    }
    if items.isEmpty {
      return faults.append(.error(at: tree.place, "`\(path)` is an empty list; expected \(shape.expectation)"))
    }
    var seen: Set<String> = []
    for (index, entry) in items.enumerated() {
      let isSound = check(entry, item, path: "\(path)[\(index)]")
      if isSound, !seen.insert(entry.text).inserted {
        faults.append(.error(at: entry.place, "`\(path)` names '\(clipped(entry.text))' twice"))
      }
    }
  }

  private mutating func checkYears(_ tree: YAMLTree, lists: Bool, _ shape: ValueShape, _ path: String) {
    if case .list(let items) = tree.content, lists {
      return checkOneOrMore(
        tree, .integer(ScenarioKeys.firstYear...ScenarioKeys.lastYear), shape,
        path.isEmpty && items.isEmpty ? "years" : path)
    }
    guard let range = tree.yearRange else {
      if let (first, last) = tree.yearEnds, first > last {
        return faults.append(
          .error(at: tree.place, "`\(path)`: the range \(first)-\(last) runs backwards; expected \(last)-\(first)"))
      }
      return mismatch(tree, shape, path)
    }
    if range.lowerBound < ScenarioKeys.firstYear || range.upperBound > ScenarioKeys.lastYear {
      mismatch(tree, shape, path)
    }
  }

  private mutating func checkNumbers(
    _ tree: YAMLTree, _ parts: [(name: String, bounds: NumberRange)], _ shape: ValueShape, _ path: String
  ) {
    guard case .list(let items) = tree.content else { return mismatch(tree, shape, path) }
    guard items.count == parts.count else {
      return faults.append(
        .error(
          at: tree.place,
          "`\(path)`: found \(items.count) numbers, expected \(parts.count): \(shape.expectation)"))
    }
    for (item, part) in zip(items, parts) { check(item, .number(part.bounds), path: "\(path).\(part.name)") }
  }

  private mutating func checkList(_ tree: YAMLTree, _ item: ValueShape, _ shape: ValueShape, _ path: String) {
    guard case .list(let items) = tree.content else { return mismatch(tree, shape, path) }
    if items.count > ScenarioKeys.longestList {
      faults.append(
        .error(at: tree.place, "`\(path)` has \(items.count) entries, expected at most \(ScenarioKeys.longestList)"))
      return
    }
    for (index, entry) in items.enumerated() { check(entry, item, path: "\(path)[\(index)]") }
  }

  private mutating func checkSection(_ tree: YAMLTree, _ section: KeySection, _ shape: ValueShape, _ path: String) {
    guard case .map(let entries) = tree.content else {
      if path.isEmpty {
        return faults.append(
          .error(at: tree.place, "found \(tree.shown), expected a map of keys such as `scenario: my-scenario`"))
      }
      return mismatch(tree, shape, path)
    }
    for entry in entries {
      if let key = section[entry.key] {
        check(entry.value, key.shape, path: joined(path, key.name))
      } else {
        unknownKey(entry, section, path)
      }
    }
    let misspelt = Set(
      entries.lazy.filter { section[$0.key] == nil }.prefix(Self.suggested).map {
        nearestName(to: $0.key, among: section.keys.map(\.name)) ?? ""
      })
    let required = section.keys.filter { $0.isRequired && !(section.mayInherit && hasParent) }
    for key in required where tree[key.name] == nil && !misspelt.contains(key.name) {
      faults.append(.error(at: tree.place, "`\(joined(path, key.name))` is missing; expected \(key.shape.expectation)"))
    }
    if misspelt.isEmpty { for rule in section.rules { check(rule, tree, path) } }
  }

  private mutating func unknownKey(_ entry: YAMLTree.Entry, _ section: KeySection, _ path: String) {
    if entry.key == "<<" {
      return faults.append(.error(at: entry.place, "merge keys ('<<') are not allowed; use `extends`"))
    }
    let valid = section.keys.map(\.name)
    let near = faults.count < Self.suggested ? nearestName(to: entry.key, among: valid) : nil
    let place = path.isEmpty ? "" : " in `\(path)`"
    var message = "unknown key '\(clipped(entry.key))'\(place)"
    if near == nil { message += "; expected one of " + valid.joined(separator: ", ") }
    faults.append(.error(at: entry.place, message, suggestion: near))
  }

  private mutating func checkByName(
    _ tree: YAMLTree, _ kind: NameKind, _ value: (String) -> ValueShape, _ shape: ValueShape, _ path: String
  ) {
    guard case .map(let entries) = tree.content else { return mismatch(tree, shape, path) }
    for entry in entries {
      if let names, !names.has(entry.key, kind) {
        let near = nearestName(to: entry.key, among: names.all(kind))
        let hint = near == nil ? names.listing(kind) : ""
        faults.append(
          .error(at: entry.place, "`\(path)`: no \(kind.word) '\(clipped(entry.key))'\(hint)", suggestion: near))
      } else if kind == .constant, ConstantBounds.unread.contains(entry.key) {
        faults.append(
          .error(at: entry.place, "`\(path).\(entry.key)`: nothing reads it; no equation uses this constant"))
      } else {
        check(entry.value, value(entry.key), path: "\(path).\(clipped(entry.key))")
      }
    }
  }

  private mutating func checkNamed(_ tree: YAMLTree, _ value: ValueShape, _ shape: ValueShape, _ path: String) {
    guard case .map(let entries) = tree.content else { return mismatch(tree, shape, path) }
    if entries.isEmpty {
      return faults.append(.error(at: tree.place, "`\(path)` is empty; expected \(shape.expectation)"))
    }
    for entry in entries {
      let name = YAMLTree(place: entry.place, content: .scalar(entry.key, isQuoted: true))
      if check(name, .identifier(joiner: "_"), path: path) {
        check(entry.value, value, path: "\(path).\(clipped(entry.key))")
      }
    }
  }

  private mutating func check(_ rule: KeyRule, _ tree: YAMLTree, _ path: String) {
    func isThere(_ key: String) -> Bool { tree[key] != nil }
    switch rule {
    case .exactlyOne(let groups): checkExactlyOne(groups, tree, path)
    case .atMostOne(let keys):
      let found = keys.filter(isThere)
      guard found.count > 1, let second = tree[found[1]] else { return }
      faults.append(
        .error(at: second.place, "`\(path)`: `\(found.joined(separator: "` and `"))` exclude each other; write one"))
    case .needs(let key, let others):
      guard let entry = tree[key] else { return }
      let missing = others.filter { !isThere($0) }
      if missing.isEmpty { return }
      faults.append(
        .error(at: entry.place, "`\(path)`: `\(key)` needs `\(missing.joined(separator: "` and `"))`, which is missing")
      )
    case .excludes(let key, let others):
      for other in others where isThere(key) {
        guard let entry = tree[other] else { continue }
        faults.append(.error(at: entry.place, "`\(path)`: `\(other)` cannot stand beside `\(key)`"))
      }
    }
  }

  private mutating func checkExactlyOne(_ groups: [[String]], _ tree: YAMLTree, _ path: String) {
    let begun = groups.filter { $0.contains { tree[$0] != nil } }
    let choices = groups.map { $0.count == 1 ? "`\($0[0])`" : "{" + $0.joined(separator: ", ") + "}" }
    let list = choices.dropLast().joined(separator: ", ") + " or " + choices.last!
    guard let first = begun.first else {
      return faults.append(.error(at: tree.place, "`\(path)` has none of \(list); expected exactly one"))
    }
    if begun.count > 1 {
      let found = begun.compactMap { $0.first { tree[$0] != nil } }
      let place = tree[found[1]]?.place ?? tree.place
      faults.append(
        .error(at: place, "`\(path)` has `\(found.joined(separator: "` and `"))`; expected exactly one of \(list)"))
    }
    let missing = first.filter { tree[$0] == nil }
    if begun.count == 1, !missing.isEmpty, let there = first.first(where: { tree[$0] != nil }) {
      faults.append(
        .error(
          at: tree[there]?.place ?? tree.place,
          "`\(path)`: `\(there)` needs `\(missing.joined(separator: "` and `"))`, which is missing"))
    }
  }

  private func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension ScenarioNames {
  /// The names of a kind for a message, when they are few.
  fileprivate func listing(_ kind: NameKind) -> String {
    let names = all(kind)
    return names.isEmpty || names.count > 12 ? "" : "; expected one of " + names.joined(separator: ", ")
  }
}

extension ValueShape {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }

  fileprivate var takesNumbers: Bool {
    switch self {
    case .integer, .number, .years, .numberOrName: true
    case .oneOrMore(let shape), .scalarOrMap(let shape, _): shape.takesNumbers
    default: false
    }
  }

  fileprivate var isText: Bool {
    switch self {
    case .text, .path: true
    case .scalarOrMap(let shape, _): shape.isText
    default: false
    }
  }
}

extension YAMLTree {
  /// The two years of a year or a range, in the order written.
  fileprivate var yearEnds: (Int, Int)? {
    if let year = integer { return (year, year) }
    guard case .scalar(let text, _) = content else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }), let first = Int(parts[0]),
      let last = Int(parts[1])
    else { return nil }
    return (first, last)
  }

  /// The years of a year or a range.
  package var yearRange: ClosedRange<Int>? {
    guard let (first, last) = yearEnds, first <= last else { return nil }
    return first...last
  }
}
