import District
import Yams

/// Text to a tree with places, through the Yams reader; every refusal becomes a message with its place.
package struct YAMLComposer {
  private let file: String
  /// What an empty file should hold, in words.
  private let expected: String
  private var scalars: [Unicode.Scalar]
  /// Names of keys written twice, by the stand-in put over their first character (see `rename`).
  private var renamed: [Unicode.Scalar: String] = [:]
  private var messages: [Diagnostic] = []

  /// Reads the text of a file. Throws `Diagnostics` where it is not YAML or holds nothing; keys written twice are reported in
  /// `messages`, and the last of them counts while reading on.
  package static func compose(
    _ text: String, file: String, expecting expected: String = "a scenario"
  ) throws(Diagnostics) -> (tree: YAMLTree, messages: [Diagnostic]) {
    let faults = YAMLGuard.faults(in: text, file: file)
    if !faults.isEmpty { throw Diagnostics(faults) }
    var composer = YAMLComposer(file: file, expected: expected, scalars: Array(text.unicodeScalars))
    let tree = try composer.tree(ofDocument: composer.document())
    return (tree, composer.messages)
  }

  private init(file: String, expected: String, scalars: [Unicode.Scalar]) {
    self.file = file
    self.expected = expected
    self.scalars = scalars
  }

  private mutating func document() throws(Diagnostics) -> Node {
    while true {
      do {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let parser = try Yams.Parser(yaml: String(text), resolver: .basic, encoding: .utf8)
        defer { withExtendedLifetime(parser) {} }
        guard let node = try parser.singleRoot() else {
          throw Diagnostic(file: file, line: 1, column: 1, message: "the file is empty; expected \(expected)")
        }
        if let anchored = Self.firstAnchored(in: node) {
          throw failure(at: anchored.mark, "found an anchor; anchors and aliases are not allowed")
        }
        return node
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        guard rename(names.first ?? "", at: context.mark) else {
          throw failure(at: context.mark, "the key '\(clipped(names.first ?? ""))' is written twice in one map")
        }
      } catch let error as YamlError {
        throw Diagnostics([message(of: error)])
      } catch {
        let other = Diagnostic(file: file, line: 1, column: 1, message: "not valid YAML: \(error)")
        throw Diagnostics([error as? Diagnostic ?? other])
      }
    }
  }

  /// A node with an anchor that the guard has taken for text. Anchors live as long as the parser; an alias is a copy of
  /// its node and has the anchor too, so that none is walked into.
  private static func firstAnchored(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .scalar, .alias: return nil
    case .sequence(let items): return items.lazy.compactMap(firstAnchored).first
    case .mapping(let pairs): return pairs.lazy.compactMap { firstAnchored(in: $0) ?? firstAnchored(in: $1) }.first
    }
  }

  /// Yams stops at the first key written twice and tells one place only. Its first occurrence gets a private-use
  /// character for its first letter, which keeps all places, and the text is read again: so that the other errors of
  /// the file are found in the same pass.
  private mutating func rename(_ name: String, at mark: Mark) -> Bool {
    let limit = scalars.count > 100_000 ? 1 : 50
    guard renamed.count < limit, var index = index(of: mark), let first = name.unicodeScalars.first else {
      return false
    }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, scalars[index] == first, first != "'", first != "\\",
      let standIn = Unicode.Scalar(0xE000 + renamed.count)
    else { return false }
    renamed[standIn] = name
    scalars[index] = standIn
    return true
  }

  private func index(of mark: Mark) -> Int? {
    var line = 1
    var start = 0
    while line < mark.line {
      guard let end = scalars[start...].firstIndex(where: { $0 == "\n" || $0 == "\r" }) else { return nil }
      start = end + (scalars[end] == "\r" && end + 1 < scalars.count && scalars[end + 1] == "\n" ? 2 : 1)
      line += 1
    }
    let index = start + mark.column - 1
    return scalars.indices.contains(index) ? index : nil
  }

  private mutating func tree(ofDocument node: Node) throws(Diagnostics) -> YAMLTree {
    try tree(of: node, depth: 1)
  }

  private mutating func tree(of node: Node, depth: Int) throws(Diagnostics) -> YAMLTree {
    let place = place(of: node)
    if depth > YAMLGuard.deepest + 1 {
      throw failure(at: node.mark, "maps and lists are nested deeper than \(YAMLGuard.deepest) levels")
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain
      let isEmpty = !isQuoted && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return YAMLTree(place: place, content: isEmpty ? .empty : .scalar(scalar.string, isQuoted: isQuoted))
    case .sequence(let sequence):
      var items: [YAMLTree] = []
      for item in sequence { items.append(try tree(of: item, depth: depth + 1)) }
      return YAMLTree(place: place, content: .list(items))
    case .mapping(let mapping):
      var entries: [YAMLTree.Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw failure(at: key.mark, "a map or a list stands where a key was expected")
        }
        let value = try tree(of: value, depth: depth + 1)
        entries.append(YAMLTree.Entry(key: name.string, place: self.place(of: key), value: value))
      }
      return YAMLTree(place: place, content: .map(settlingDuplicates(entries)))
    case .alias: throw failure(at: node.mark, "aliases are not allowed")
    }
  }

  private mutating func settlingDuplicates(_ entries: [YAMLTree.Entry]) -> [YAMLTree.Entry] {
    if renamed.isEmpty { return entries }
    var kept: [YAMLTree.Entry] = []
    var firsts: [String: Place] = [:]
    for entry in entries {
      if let standIn = entry.key.unicodeScalars.first, let name = renamed[standIn] {
        if firsts[name] == nil { firsts[name] = entry.place }
      } else {
        kept.append(entry)
        guard let first = firsts[entry.key] else { continue }
        messages.append(
          .error(
            at: entry.place,
            "the key '\(clipped(entry.key))' is written twice in one map; first on line \(first.line), "
              + "column \(first.column)"))
      }
    }
    return kept
  }

  private func place(of node: Node) -> Place {
    Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private func failure(at mark: Mark?, _ message: String) -> Diagnostics {
    Diagnostics([Diagnostic(file: file, line: mark?.line, column: mark?.column, message: message)])
  }

  private func message(of error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let before = context.map { $0.text.isEmpty ? "" : " (\($0.text) begun on line \($0.mark.line))" } ?? ""
      // What is never closed is noticed at the end of the file only; where it begins says more.
      let lines = 1 + scalars.count { $0 == "\n" }
      let place = context.flatMap { mark.line >= lines ? $0.mark : nil } ?? mark
      return Diagnostic(
        file: file, line: place.line, column: place.column, message: "not valid YAML: \(problem)\(before)")
    case .reader(let problem, _, _, _):
      return Diagnostic(file: file, line: 1, column: 1, message: "not valid YAML: \(problem)")
    default: return Diagnostic(file: file, line: 1, column: 1, message: "not valid YAML")
    }
  }
}
