import District

/// A key of a scenario file.
package struct ScenarioKey: Sendable {
  /// The key.
  package let name: String
  /// What its value must look like.
  package let shape: ValueShape
  /// True when it must be there.
  package let isRequired: Bool
  /// The value it has when left out, as text; nil when it then has none.
  package let defaultText: String?
  /// What it is for.
  package let summary: BilingualText

  init(
    _ name: String, _ shape: ValueShape, required: Bool = false, default defaultText: String? = nil, en: String,
    zh: String
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = required
    self.defaultText = defaultText
    self.summary = BilingualText(zh: zh, en: en)
  }
}

/// What the keys of one map must satisfy together.
package enum KeyRule: Sendable {
  /// Exactly one of these groups of keys is there, and it is complete.
  case exactlyOne([[String]])
  /// At most one of these keys is there.
  case atMostOne([String])
  /// Where the first key is, the others must be.
  case needs(String, [String])
  /// Where the first key is, the others must not be.
  case excludes(String, [String])
}

/// A map of known keys.
package struct KeySection: Sendable {
  /// Dotted path of the map in the file, empty for the file itself.
  package let path: String
  /// Its keys, in the order they are documented.
  package let keys: [ScenarioKey]
  /// What they must satisfy together.
  package let rules: [KeyRule]
  /// True when the map is one value: a child file replaces it whole instead of merging it.
  package let isOneValue: Bool
  /// True when a parent file may have the required keys, so that a file which extends one may leave them out.
  package let mayInherit: Bool

  init(
    _ path: String, rules: [KeyRule] = [], isOneValue: Bool = false, mayInherit: Bool = false, _ keys: [ScenarioKey]
  ) {
    self.path = path
    self.rules = rules
    self.isOneValue = isOneValue
    self.mayInherit = mayInherit
    self.keys = keys
  }

  /// The key of a name, or nil.
  package subscript(name: String) -> ScenarioKey? { keys.first { $0.name == name } }
}
