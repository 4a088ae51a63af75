/// The languages in which the program labels what it writes.
public enum Language: String, CaseIterable, Codable, Sendable {
  /// Chinese, the default for what leaders read.
  case zh
  /// English.
  case en
}
