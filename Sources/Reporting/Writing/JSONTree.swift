/// A JSON document as a tree, for documents that are put together in pieces; long ones are written with `JSONWriter`.
indirect enum JSONTree: Equatable, Sendable {
  case object([(String, JSONTree)])
  case array([JSONTree])
  case text(String)
  case number(Double)
  case whole(Int)
  case flag(Bool)
  case null

  /// The document with a line a member.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    writer.endLine()
    return writer.bytes
  }

  /// An array of texts.
  static func texts(_ texts: [String]) -> JSONTree { .array(texts.map(JSONTree.text)) }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .object(let members):
      writer.object { writer in
        for (key, value) in members {
          writer.key(key)
          value.write(to: &writer)
        }
      }
    case .array(let elements): writer.array { writer in for element in elements { element.write(to: &writer) } }
    case .text(let text): writer.value(text)
    case .number(let number): writer.value(number)
    case .whole(let number): writer.value(number)
    case .flag(let flag): writer.value(flag)
    case .null: writer.null()
    }
  }

  static func == (one: JSONTree, other: JSONTree) -> Bool { one.bytes == other.bytes }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .whole(number) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, JSONTree)...) { self = .object(members) }
}
