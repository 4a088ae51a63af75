/// Documents as text: YAML in block and flow style as it comes, or JSON.
struct NodeText {
  /// True for JSON: flow style only, keys in quotes.
  let isJSON: Bool
  private var text = ""

  /// The text of a document; at most so many bytes of it.
  static func yaml(_ document: FuzzNode, _ random: inout InputRandom) -> String {
    var writer = NodeText(isJSON: false)
    writer.block(document, indent: 0, &random)
    return writer.text + "\n"
  }

  /// The same as JSON.
  static func json(_ document: FuzzNode) -> String {
    var writer = NodeText(isJSON: true)
    writer.flow(document)
    return writer.text + "\n"
  }

  private init(isJSON: Bool) { self.isJSON = isJSON }

  /// Nothing is written beyond this: nested repetitions would fill the memory before a reader sees them.
  private var isFull: Bool { text.utf8.count > 2_000_000 }

  private mutating func block(_ node: FuzzNode, indent: Int, _ random: inout InputRandom) {
    if isFull { return }
    let margin = String(repeating: " ", count: indent)
    switch node {
    case .scalar(let scalar): text += scalar
    case .list(let items) where !items.isEmpty && random.below(4) > 0 && indent < 200:
      for item in items {
        text += "\n\(margin)- "
        if case .scalar(let scalar) = item { text += scalar } else { block(item, indent: indent + 2, &random) }
      }
    case .map(let entries) where !entries.isEmpty && (random.below(4) > 0 || indent == 0) && indent < 200:
      for entry in entries {
        text += "\n\(margin)\(entry.key): "
        block(entry.value, indent: indent + 2, &random)
      }
    default: flow(node)
    }
  }

  private mutating func flow(_ node: FuzzNode) {
    if isFull { return }
    switch node {
    case .scalar(let scalar): text += scalar
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        flow(item)
      }
      text += "]"
    case .map(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += ", " }
        text += isJSON ? "\"\(entry.key)\": " : "\(entry.key): "
        flow(entry.value)
      }
      text += "}"
    }
  }
}
