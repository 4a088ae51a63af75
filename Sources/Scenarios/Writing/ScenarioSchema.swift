import District

/// The JSON Schema (2020-12) of a file that analysts write, made from the table of keys its reader uses, for completion
/// and checking in editors. The names are those of one district.
public enum ScenarioSchema {
  /// What the file is.
  public enum Kind: String, Sendable {
    /// A scenario.
    case scenario
    /// A file with `sweep`, in which `$name` of an axis may stand for a value.
    case sweep
    /// The limits of an allocation.
    case limits

    fileprivate var title: String {
      switch self {
      case .scenario: "Scenario of hsb — 情景文件"
      case .sweep: "Sweep of hsb — 批量情景文件"
      case .limits: "Limits of hsb optimize — 资金分配限制文件"
      }
    }
  }

  /// The schema as JSON text.
  ///
  /// - Parameters:
  ///   - kind: what the file is.
  ///   - district: whose names are valid.
  public static func json(of kind: Kind = .scenario, for district: District) -> String {
    let writer = SchemaWriter(names: ScenarioNames(district), takesAxes: false, kind: kind)
    let head: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:hsb:\(kind.rawValue):1")),
      ("title", .string(kind.title)),
      (
        "description",
        .string(
          "Names are those of the district \(district.id); a \(kind == .limits ? "file" : "scenario") of another district has other names."
        )
      ),
    ]
    let root =
      kind == .limits
      ? writer.section(AllocationKeys.file)
      : writer.section(
        ScenarioKeys.file,
        more: [
          ("if", .object([("not", SchemaWriter.required(["extends"]))])), ("then", .object(writer.withoutParent)),
        ])
    return JSONText.object(head + root + [("$defs", .object(writer.definitions))]).text() + "\n"
  }
}

/// Writes shapes as schemas.
private struct SchemaWriter {
  let names: ScenarioNames
  /// True where `$name` may stand for a value.
  var takesAxes: Bool
  let kind: ScenarioSchema.Kind
  /// True for the file of a sweep.
  var hasSweep: Bool { kind == .sweep }

  static func required(_ keys: [String]) -> JSONText { .object([("required", .strings(keys))]) }

  /// The lists of names, and the distribution every parameter may have.
  var definitions: [(String, JSONText)] {
    let kinds = kind == .limits ? [.project, .source] : NameKind.allCases
    let lists = kinds.map { kind in
      (
        kind.rawValue,
        JSONText.object([("description", .string("a \(kind.word)")), ("enum", .strings(names.all(kind)))])
      )
    }
    if kind == .limits { return lists }
    let value = ValueShape.scalarOrMap(.number(.any), .section(ScenarioKeys.distribution))
    let axis: (String, JSONText) = (
      "axisReference",
      .object([
        ("description", .string("the value of an axis of the sweep")), ("type", .string("string")),
        ("pattern", .string("^\\$[a-z0-9][a-z0-9_]*$")),
      ])
    )
    var writer = self
    writer.takesAxes = hasSweep
    return lists + (hasSweep ? [axis] : []) + [("parameterValue", .object(writer.schema(value)))]
  }

  /// What a file must have that extends no other: a title, and all the languages of its maps.
  var withoutParent: [(String, JSONText)] {
    let maps: [(String, JSONText)] = ScenarioKeys.file.keys.compactMap { key in
      let section: KeySection
      switch key.shape {
      case .section(let inner), .scalarOrMap(_, .section(let inner)): section = inner
      default: return nil
      }
      guard section.mayInherit else { return nil }
      let required = JSONText.strings(section.keys.filter(\.isRequired).map(\.name))
      return (key.name, .object([("required", required)]))
    }
    return [("required", .strings(["title"])), ("properties", .object(maps))]
  }

  func section(_ section: KeySection, more: [(String, JSONText)] = []) -> [(String, JSONText)] {
    let isFile = section.path.isEmpty
    let keys = section.keys.filter { !(isFile && $0.name == "sweep" && !hasSweep) }
    let properties = keys.map { key in
      var writer = self
      if isFile { writer.takesAxes = hasSweep && !SweepKeys.shared.contains(key.name) }
      let description = JSONText.string("\(key.summary.en) \(key.summary.zh)")
      return (key.name, JSONText.object([("description", description)] + writer.schema(key.shape)))
    }
    var members: [(String, JSONText)] = [
      ("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .truth(false)),
    ]
    let required = section.keys.filter(\.isRequired).map(\.name) + (isFile && hasSweep ? ["sweep"] : [])
    if !required.isEmpty, !section.mayInherit { members.append(("required", .strings(required))) }
    let rules = section.rules.flatMap(schemas)
    if !rules.isEmpty { members.append(("allOf", .array(rules))) }
    return members + more
  }

  private func schemas(of rule: KeyRule) -> [JSONText] {
    switch rule {
    case .exactlyOne(let groups):
      let together = groups.filter { $0.count > 1 }.flatMap { group in
        group.map { key in (key, JSONText.strings(group.filter { $0 != key })) }
      }
      let one = JSONText.object([("oneOf", .array(groups.map(Self.required)))])
      return together.isEmpty ? [one] : [one, .object([("dependentRequired", .object(together))])]
    case .atMostOne(let keys): return [.object([("not", Self.required(keys))])]
    case .needs(let key, let others): return [.object([("dependentRequired", .object([(key, .strings(others))]))])]
    case .excludes(let key, let others): return others.map { .object([("not", Self.required([key, $0]))]) }
    }
  }

  func schema(_ shape: ValueShape) -> [(String, JSONText)] {
    guard takesAxes, shape.isScalarOfAxis else { return plainSchema(shape) }
    return [("anyOf", .array([.object(plainSchema(shape)), .object(reference("axisReference"))]))]
  }

  private func plainSchema(_ shape: ValueShape) -> [(String, JSONText)] {
    switch shape {
    case .identifier(let joiner):
      return string(pattern: "^[a-z0-9][a-z0-9\(joiner)]*$") + [("maxLength", .integer(64))]
    case .text(lines: true, mayBeEmpty: false): return string(pattern: "\\S")
    case .text(lines: _, mayBeEmpty: true): return [("type", .strings(["string", "null"]))]
    case .text, .path: return string(pattern: "^[^\\n\\r]*\\S[^\\n\\r]*$")
    case .integer(let range): return integer(range)
    case .number(let range): return number(range)
    case .choice(let words): return [("enum", .strings(words))]
    case .name(let kind): return reference(kind.rawValue)
    case .numberOrName(let bounds, let kind):
      return [("anyOf", .array([.object(number(bounds)), .object(reference(kind.rawValue))]))]
    case .oneOrMore(let item):
      return [
        (
          "anyOf",
          .array([
            .object(schema(item)),
            .object(array(of: item, [("minItems", .integer(1)), ("uniqueItems", .truth(true))])),
          ])
        )
      ]
    case .years(let lists): return years(lists: lists)
    case .numbers(let parts):
      return [
        ("type", .string("array")), ("prefixItems", .array(parts.map { .object(schema(.number($0.bounds))) })),
        ("items", .truth(false)), ("minItems", .integer(parts.count)),
      ]
    case .list(let item): return array(of: item, [("maxItems", .integer(ScenarioKeys.longestList))])
    case .section(let section): return self.section(section)
    case .byName(let kind, let value): return byName(kind, value)
    case .scalar: return [("type", .strings(["number", "string"]))]
    case .named(let value):
      return [
        ("type", .string("object")), ("additionalProperties", .object(schema(value))),
        ("propertyNames", .object(string(pattern: "^[a-z0-9][a-z0-9_]*$") + [("maxLength", .integer(64))])),
        ("minProperties", .integer(1)),
      ]
    case .scalarOrMap(let scalar, let map):
      return [("anyOf", .array([.object(schema(scalar)), .object(schema(map))]))]
    }
  }

  private func byName(_ kind: NameKind, _ value: (String) -> ValueShape) -> [(String, JSONText)] {
    let ids = names.all(kind).filter { !(kind == .constant && ConstantBounds.unread.contains($0)) }
    let properties = ids.map { id in
      (id, JSONText.object(kind == .parameter ? reference("parameterValue") : schema(value(id))))
    }
    return [
      ("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .truth(false)),
    ]
  }

  private func years(lists: Bool) -> [(String, JSONText)] {
    let year = JSONText.object(integer(ScenarioKeys.firstYear...ScenarioKeys.lastYear))
    let range = JSONText.object(string(pattern: "^20[23][0-9] *- *20[23][0-9]$"))
    let list = JSONText.object([
      ("type", .string("array")), ("items", year), ("minItems", .integer(1)), ("uniqueItems", .truth(true)),
    ])
    return [("anyOf", .array(lists ? [year, range, list] : [year, range]))]
  }

  private func array(of item: ValueShape, _ more: [(String, JSONText)]) -> [(String, JSONText)] {
    [("type", .string("array")), ("items", .object(schema(item)))] + more
  }

  private func string(pattern: String) -> [(String, JSONText)] {
    [("type", .string("string")), ("pattern", .string(pattern))]
  }

  private func integer(_ range: ClosedRange<Int>) -> [(String, JSONText)] {
    [
      ("type", .string("integer")), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)),
    ]
  }

  private func number(_ range: NumberRange) -> [(String, JSONText)] {
    var members: [(String, JSONText)] = [("type", .string("number"))]
    if let minimum = range.minimum { members.append(("minimum", .number(minimum))) }
    if let above = range.above { members.append(("exclusiveMinimum", .number(above))) }
    if let maximum = range.maximum { members.append(("maximum", .number(maximum))) }
    return members
  }

  private func reference(_ name: String) -> [(String, JSONText)] { [("$ref", .string("#/$defs/\(name)"))] }
}

extension ValueShape {
  /// True for a scalar that the value of an axis may stand for.
  fileprivate var isScalarOfAxis: Bool {
    switch self {
    case .integer, .number, .choice, .name, .numberOrName, .years, .path: true
    default: false
    }
  }
}
