/// Scalars and pieces of text that readers stumble over.
enum HostileText {
  /// Numbers at and beyond the edges of what a number may be.
  static let numbers = [
    "0", "-0", "-1", "1", "0.1", "1e308", "-1e308", "1e309", "1e-320", "4.9e-324", "1e999", "nan", "NaN", ".nan",
    "inf", "-inf", ".inf", "-.inf", "Infinity", "0x10", "0b1", "0o17", "1_000", "1,000", "１２", "٣", "½", "1e", "1e+",
    "+1", "--1", ".5", "5.", "1.2.3", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "18446744073709551615", "18446744073709551616", "99999999999999999999999999", "2020", "2021", "2025", "2035",
    "2036", "02021", "2021.0", "2.021e3", "2021-2025", "2025-2021", "2021-", "-2021", "2021-2035-2040", "10%",
    "1000000", "1000000001", "0.30000000000000004", "true", "no", "12:30:45", "2021-01-01",
  ]

  /// Text: paths, markup, other scripts, marks that turn the writing around, what terminals obey.
  static let words = [
    "", " ", "~", "null", "''", "\"\"", "中文", "é", "e\u{301}", "\u{202E}abc", "\u{200B}", "\u{FEFF}x", "👩‍👩‍👧‍👦", "Ｈ", "ﬁ",
    "İ", "\u{1F}", "\u{7F}", "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{FFFE}", "\u{10FFFF}", "\u{D7FF}", "'", "\"", "\\",
    "\\x00", "\\u0000", "$axis", "$", "$$", "${HOME}", "$(id)", "`id`", "; rm x", "=1+1", "@SUM(1)", "<script>",
    "&amp;",
    "%s%n", "%", "/etc/passwd", "../outside/secret.csv", "link.csv", "link.yaml", "link", "/dev/zero", "/dev/stdin",
    ".",
    "..", "/", "//", "nowhere", "test.yaml", "planned", "none", "hongsibao", "-", "- -", "?", ": ", "#", "a: b", "[",
    "]",
    "{", "}", ",", "|", ">", "!", "&a 1", "*a", "!!map {}", "!!binary aGk=", "<<", "@", "%YAML 1.2",
  ]

  /// A scalar to put in the place of another.
  static func scalar(_ random: inout InputRandom) -> String {
    switch random.below(10) {
    case 0..<5: random.one(of: numbers)
    case 5..<8: random.one(of: words)
    case 8: random.one(of: words) + random.one(of: numbers)
    default: long(&random)
    }
  }

  /// A long text, mostly of some hundred characters, seldom of a hundred thousand.
  static func long(_ random: inout InputRandom) -> String {
    let piece = random.one(of: ["x", "9", "中", "e\u{301}", "a ", "0.", "-", "👍", "ab: ", "'"])
    return String(repeating: piece, count: random.once(in: 50) ? random.count(upTo: 100_000) : random.below(400))
  }

  /// A number as written, changed: a little in four of ten cases, else its sign, power of ten or digits.
  static func near(_ text: String, _ random: inout InputRandom) -> String {
    guard let number = Double(text), number.isFinite else { return random.one(of: numbers) }
    switch random.below(10) {
    case 6...: return "\(number * Double.random(in: 0.7...1.3, using: &random))"
    case 0: return "\(-number)"
    case 1: return "\(number * [1e-9, 0.01, 0.1, 10, 100, 1e9, 1e300].randomElement(using: &random)!)"
    case 2: return "\(number.nextUp)"
    case 3: return "\(number + 1)"
    case 4: return text + "0000000000000000000000001"
    default: return "\(number - 1)"
    }
  }
}
