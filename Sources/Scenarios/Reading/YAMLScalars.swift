extension YAMLTree {
  /// The number, when this is a plain scalar that looks like a decimal number; may be infinite when too large.
  package var number: Double? {
    guard case .scalar(let text, isQuoted: false) = content, isDecimal(text) else { return nil }
    return Double(text.hasPrefix("+") ? String(text.dropFirst()) : text)
  }

  /// The number of a scalar written in quotes: for the message that it should not be.
  package var quotedNumber: Double? {
    guard case .scalar(let text, isQuoted: true) = content, isDecimal(text) else { return nil }
    return Double(text)
  }

  /// The integer, when this is a plain scalar of digits with an optional sign and within 64 bits.
  package var integer: Int? {
    guard case .scalar(let text, isQuoted: false) = content, text.utf8.allSatisfy(isDigitOrSign) else { return nil }
    return Int(text)
  }

  /// The text, when this is text: not a number, a truth value or empty unless in quotes.
  package var string: String? {
    guard case .scalar(let text, let isQuoted) = content else { return nil }
    return isQuoted || !(isDecimal(text) || Self.reserved.contains(text.lowercased())) ? text : nil
  }

  /// A short description for messages: `text 'x'`, `a list`.
  package var shown: String {
    switch content {
    case .empty: "nothing"
    case .list: "a list"
    case .map: "a map"
    case .scalar(let text, let isQuoted):
      if isQuoted {
        "the text \"\(clipped(text))\""
      } else if isDecimal(text) {
        "the number \(clipped(text))"
      } else {
        "'\(clipped(text))'"
      }
    }
  }

  /// Words YAML readers take for truth values or special numbers.
  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", ".nan", ".inf", "+.inf", "-.inf",
  ]
}

/// At most 60 characters of a text for a message, on one line.
package func clipped(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count <= 60 ? line : line.prefix(57) + "..."
}

private func isDigitOrSign(_ byte: UInt8) -> Bool { (48...57).contains(byte) || byte == 43 || byte == 45 }

/// Sign, digits with an optional point, and an optional exponent: what JSON and YAML both call a number, and `.5`.
private func isDecimal(_ text: String) -> Bool {
  var rest = text.utf8[...]
  func takeDigits() -> Int {
    let digits = rest.prefix { (48...57).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.count
  }
  if let sign = rest.first, sign == 43 || sign == 45 { rest = rest.dropFirst() }
  var digits = takeDigits()
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    digits += takeDigits()
  }
  guard digits > 0 else { return false }
  if let exponent = rest.first, exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if let sign = rest.first, sign == 43 || sign == 45 { rest = rest.dropFirst() }
    if takeDigits() == 0 { return false }
  }
  return rest.isEmpty
}
