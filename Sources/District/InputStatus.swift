/// What is known about where an input number comes from.
public enum InputStatus: String, CaseIterable, Codable, Sendable {
  /// The number stands in a document that is named.
  case sourced
  /// The number is computed from sourced numbers; the source column holds the arithmetic.
  case derived
  /// The number is known to a writer but no page was seen; to be verified.
  case recalled
  /// A modeller's placeholder, with the reasoning; not a fact.
  case assumed
}
