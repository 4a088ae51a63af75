import Scenarios

/// A document of maps and lists as it is changed: scalars are kept as they will be written, quotes and all.
indirect enum FuzzNode {
  case scalar(String)
  case list([FuzzNode])
  case map([(key: String, value: FuzzNode)])

  /// The document of a file, or nil when it is not one.
  static func read(_ text: String) -> FuzzNode? {
    (try? YAMLComposer.compose(text, file: "seed"))?.tree.node
  }

  /// Nodes below this one and itself.
  var count: Int {
    switch self {
    case .scalar: 1
    case .list(let items): items.reduce(1) { $0 + $1.count }
    case .map(let entries): entries.reduce(1) { $0 + $1.value.count }
    }
  }

  /// Changes the node that stands so many places after this one, counted through the document; true when it was there.
  mutating func change(at place: inout Int, _ change: (inout FuzzNode) -> Void) -> Bool {
    if place == 0 {
      change(&self)
      return true
    }
    place -= 1
    switch self {
    case .scalar: return false
    case .list(var items):
      for index in items.indices where items[index].change(at: &place, change) {
        self = .list(items)
        return true
      }
    case .map(var entries):
      for index in entries.indices where entries[index].value.change(at: &place, change) {
        self = .map(entries)
        return true
      }
    }
    return false
  }

  /// The node that stands so many places after this one.
  func node(at place: Int) -> FuzzNode {
    var copy = self
    var place = place
    var found = self
    _ = copy.change(at: &place) { found = $0 }
    return found
  }
}

extension YAMLTree {
  fileprivate var node: FuzzNode {
    switch content {
    case .empty: .scalar("null")
    case .scalar(let text, let isQuoted): .scalar(isQuoted ? YAMLText.quoted(text) : text)
    case .list(let items): .list(items.map(\.node))
    case .map(let entries): .map(entries.map { ($0.key, $0.value.node) })
    }
  }
}
