/// Text and numbers as YAML that reads back as the same value in every YAML reader.
package enum YAMLText {
  /// A text in double quotes.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A number with the fewest digits that read back as the same; a whole number without a point.
  package static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return value == 0 ? "0" : String(Int(value)) }
    let text = "\(value)"
    guard let exponent = text.firstIndex(of: "e"), !text[..<exponent].contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }
}
