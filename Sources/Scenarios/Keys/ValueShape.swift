/// What a value of a scenario file must look like: the one description that the reader checks by, the JSON Schema is
/// written from, and the reference is printed from.
package indirect enum ValueShape: Sendable {
  /// An id: a-z, 0-9 and the joining character, a letter or digit first.
  case identifier(joiner: String)
  /// Text on one line, or on several; `mayBeEmpty` allows none.
  case text(lines: Bool, mayBeEmpty: Bool)
  /// A name or a path: text on one line; the words say which.
  case path(expected: String)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number.
  case number(NumberRange)
  /// One of a few words.
  case choice([String])
  /// A name of the district.
  case name(NameKind)
  /// A number or a name of the district.
  case numberOrName(NumberRange, NameKind)
  /// One value or a list of one or more different ones.
  case oneOrMore(ValueShape)
  /// A year, a range `2023-2025`, or, with `lists`, a list of years.
  case years(lists: Bool)
  /// A list of as many numbers as there are names; the bounds of each.
  case numbers([(name: String, bounds: NumberRange)])
  /// A list.
  case list(ValueShape)
  /// A map of known keys.
  case section(KeySection)
  /// A map whose keys are names of the district, each with a value of its own shape.
  case byName(NameKind, @Sendable (String) -> ValueShape)
  /// A number or text, whatever it is used for.
  case scalar
  /// A map whose keys are ids of the writer's choice, each with a value of this shape.
  case named(ValueShape)
  /// The second where a map stands, else the first.
  case scalarOrMap(ValueShape, ValueShape)

  /// What was expected, in words, for messages and for the reference.
  package var expectation: String {
    switch self {
    case .identifier(let joiner):
      "an id of a-z, 0-9 and '\(joiner)', beginning with a letter or digit, at most 64 characters"
    case .text(lines: true, _): "text"
    case .text(lines: false, _): "text on one line"
    case .path(let expected): expected
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let bounds): bounds.text
    case .choice(let words):
      words.count == 1 ? words[0] : words.dropLast().joined(separator: ", ") + " or " + words.last!
    case .name(let kind): "the name of \(kind.article)"
    case .numberOrName(let bounds, let kind): "\(bounds.text), or the name of \(kind.article)"
    case .oneOrMore(let shape): "\(shape.expectation), or a list of them"
    case .years(let lists):
      "a year or a range of years such as 2023-2025" + (lists ? ", or a list of years" : "")
        + " (\(ScenarioKeys.firstYear) to \(ScenarioKeys.lastYear))"
    case .numbers(let parts): "[" + parts.map(\.name).joined(separator: ", ") + "]"
    case .list(let shape):
      if case .section(let section) = shape {
        "a list of maps, each with keys of `\(section.path)`"
      } else {
        "a list, each entry \(shape.expectation)"
      }
    case .section(let section): "a map of " + section.keys.map(\.name).joined(separator: ", ")
    case .byName(let kind, _): "a map whose keys are names of \(kind.word)s"
    case .scalar: "a number or text"
    case .named: "a map of names of your choice (a-z, 0-9 and '_')"
    case .scalarOrMap(let scalar, let map): "\(scalar.expectation), or \(map.expectation)"
    }
  }
}

extension NameKind {
  fileprivate var article: String { "aeiou".contains(word.first!) ? "an \(word)" : "a \(word)" }
}
