/// A JSON value whose members keep their order, for files that are compared with what is committed.
package indirect enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case integer(Int)
  case number(Double)
  case truth(Bool)

  /// The value over several lines, indented by two spaces; short arrays on one line.
  package func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .string(let text): return YAMLText.quoted(text)
    case .integer(let value): return String(value)
    case .number(let value): return YAMLText.number(value)
    case .truth(let value): return String(value)
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(inner)\(YAMLText.quoted($0)): \($1.text(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    case .array(let items):
      let line = "[" + items.map { $0.text(indent: "") }.joined(separator: ", ") + "]"
      if line.utf8.count <= 90, !line.contains("\n") { return line }
      return "[\n\(items.map { inner + $0.text(indent: inner) }.joined(separator: ",\n"))\n\(indent)]"
    }
  }

  /// An array of strings.
  package static func strings(_ texts: [String]) -> JSONText { .array(texts.map(JSONText.string)) }
}
