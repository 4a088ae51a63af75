/// Numbers as people write them in data files: decimal digits, one point, an optional exponent, nothing else.
public enum FiniteNumber {
  /// The number a text stands for, or nil when it is anything but a plain finite decimal number.
  ///
  /// Refused: empty text, spaces, `nan`, `inf`, hexadecimal, thousands separators, values beyond the range of a double.
  public static func value(of text: String) -> Double? {
    var text = text
    let isPlain = text.withUTF8 { isPlainDecimal($0) }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// Why a text is not a number, in words that follow "expected a number".
  public static func problem(with text: String) -> String {
    let lowered = text.lowercased()
    if text.isEmpty { return "the field is empty" }
    if text.contains(where: \.isWhitespace) { return "spaces are not allowed in a number" }
    if ["nan", "inf", "infinity"].contains(where: { lowered.drop { "+-".contains($0) } == $0 }) {
      return "it must be finite"
    }
    if lowered.contains("0x") { return "write it in decimal digits" }
    if text.contains(",") || text.contains("，") || text.contains("_") {
      return "write it without thousands separators and with a decimal point"
    }
    if text.contains("%") { return "write a share as 0.05, not as a percentage" }
    if Double(text) != nil, isBeyondRange(text) { return "it is beyond the range of a double" }
    return "digits with an optional decimal point and exponent"
  }

  /// True for `nan`, `inf` and `infinity` in any case.
  static func isWordForNumber(_ text: String) -> Bool { ["nan", "inf", "infinity"].contains(text.lowercased()) }

  private static func isBeyondRange(_ text: String) -> Bool { Double(text).map { !$0.isFinite } ?? false }

  private static func isPlainDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let zero = UInt8(ascii: "0")
    let nine = UInt8(ascii: "9")
    var index = 0
    func digits() -> Int {
      let start = index
      while index < bytes.count, bytes[index] >= zero, bytes[index] <= nine { index += 1 }
      return index - start
    }
    func sign() {
      if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
    }
    guard bytes.count <= 64 else { return false }
    sign()
    let whole = digits()
    guard whole > 0 else { return false }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      sign()
      guard digits() > 0 else { return false }
    }
    return index == bytes.count
  }
}
