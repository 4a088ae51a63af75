import District

/// The key reference of docs/SCENARIOS.md, printed from the table of keys the reader uses.
public enum ScenarioReference {
  /// The line before the generated part.
  public static let begin = "<!-- reference: generated from the table of keys, do not edit -->"
  /// The line after the generated part.
  public static let end = "<!-- end of reference -->"

  /// The reference as Markdown, names of the district included.
  public static func markdown(for district: District) -> String {
    let names = ScenarioNames(district)
    let lists = NameKind.allCases.map { kind in
      "**\(kind.word.prefix(1).uppercased() + kind.word.dropFirst())s** "
        + names.all(kind).filter { !ConstantBounds.unread.contains($0) }.map { item($0, kind) }.joined(separator: ", ")
        + "."
    }
    return (tables(of: ScenarioKeys.file, heading: "The file") + ["### Names of the district \(district.id)"] + lists)
      .joined(separator: "\n\n") + "\n"
  }

  /// A name; a constant with its bounds.
  private static func item(_ name: String, _ kind: NameKind) -> String {
    kind == .constant ? "`\(name)` (\(ConstantBounds.bounds(of: name).text))" : "`\(name)`"
  }

  private static func tables(of section: KeySection, heading: String) -> [String] {
    var table = ["### \(heading)", "", "| key | value | when left out | meaning |", "|---|---|---|---|"]
    var inner: [String] = []
    for key in section.keys {
      let absent = key.isRequired ? "**required**" : key.defaultText.map { "`\($0)`" } ?? "—"
      table.append(
        "| `\(key.name)` | \(expectation(of: key.shape)) | \(absent) | \(key.summary.en)<br>\(key.summary.zh) |")
      if let next = nested(key.shape), next.path != section.path {
        inner += tables(of: next, heading: "`\(next.path)`")
      }
    }
    let rules = section.rules.map { "- \(words($0))" }
    let text = table.joined(separator: "\n") + (rules.isEmpty ? "" : "\n\n" + rules.joined(separator: "\n"))
    return [text] + inner
  }

  private static func nested(_ shape: ValueShape) -> KeySection? {
    switch shape {
    case .section(let section): section
    case .list(let item): nested(item)
    case .scalarOrMap(_, let map): nested(map)
    case .byName(_, let value): nested(value(""))
    case .named(let value): nested(value)
    default: nil
    }
  }

  private static func expectation(of shape: ValueShape) -> String {
    switch shape {
    case .section(let section): "map, see `\(section.path)`"
    case .list(.section(let section)): "list of maps, see `\(section.path)`"
    case .named(.scalarOrMap(_, .section(let section))):
      "map of names of your choice (a-z, 0-9 and '_'), each with a list of values or a map, see `\(section.path)`"
    case .scalarOrMap(let scalar, .section(let section)): "\(scalar.expectation), or a map, see `\(section.path)`"
    case .byName(.parameter, _): "map of parameter ids; each value a number or a distribution, see `parameters.<id>`"
    case .byName(.constant, _): "map of constant ids; each value a number within the bounds below"
    default: shape.expectation
    }
  }

  private static func words(_ rule: KeyRule) -> String {
    func code(_ keys: [String], _ joiner: String) -> String { keys.map { "`\($0)`" }.joined(separator: joiner) }
    return switch rule {
    case .exactlyOne(let groups): "Exactly one of " + groups.map { code($0, " with ") }.joined(separator: ", ") + "."
    case .atMostOne(let keys): "At most one of " + code(keys, ", ") + "."
    case .needs(let key, let others): "`\(key)` needs " + code(others, " and ") + "."
    case .excludes(let key, let others): "`\(key)` excludes " + code(others, ", ") + "."
    }
  }
}
