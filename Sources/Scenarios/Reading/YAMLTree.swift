/// A YAML document as read: every value and every key with its place.
package struct YAMLTree: Sendable {
  /// What a value is.
  package enum Content: Sendable {
    /// Nothing, `~` or `null`.
    case empty
    /// A scalar; `isQuoted` when it was written in quotes or as a block, so that it is text whatever it looks like.
    case scalar(String, isQuoted: Bool)
    /// A list.
    case list([YAMLTree])
    /// A map, in the order of the file.
    case map([Entry])
  }

  /// A key and its value.
  package struct Entry: Sendable {
    /// The key.
    package let key: String
    /// Where the key stands.
    package let place: Place
    /// The value.
    package var value: YAMLTree
    /// The value of a parent file that this one replaced; nil for one that replaced nothing and for merged maps.
    package var replaced: [YAMLTree] = []
  }

  /// Where the value begins.
  package let place: Place
  /// The value.
  package var content: Content

  /// The entry of a key, when this is a map.
  package subscript(key: String) -> Entry? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }
  }

  /// The entries, when this is a map; none otherwise.
  package var entries: [Entry] {
    if case .map(let entries) = content { entries } else { [] }
  }

  /// The items, when this is a list; the value itself otherwise: the form of keys that take one or several.
  package var items: [YAMLTree] {
    if case .list(let items) = content { items } else { [self] }
  }

  /// True when both say the same, wherever they stand and whatever the order of their keys.
  package func says(theSameAs other: YAMLTree) -> Bool {
    switch (content, other.content) {
    case (.empty, .empty): true
    case (.scalar(let one, _), .scalar(let two, _)):
      if let left = number, let right = other.number { left == right } else { one == two }
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.says(theSameAs: $1) }
    case (.map(let one), .map(let two)):
      one.count == two.count && one.allSatisfy { entry in other[entry.key]?.value.says(theSameAs: entry.value) == true }
    default: false
    }
  }

  /// The value as one line of YAML in flow form.
  package var text: String {
    switch content {
    case .empty: ""
    case .scalar(let text, let isQuoted): isQuoted ? YAMLText.quoted(text) : text
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key): \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }
}
