/// A text in Chinese and English.
public struct BilingualText: Sendable, Equatable, Codable {
  /// Chinese text.
  public var zh: String
  /// English text.
  public var en: String

  /// Makes a text from its Chinese and English forms.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in the language asked for.
  public subscript(language: Language) -> String { language == .zh ? zh : en }
}
