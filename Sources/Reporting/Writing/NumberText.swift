/// Numbers as text, in the forms the files and tables need.
public enum NumberText {
  /// The shortest decimal text that reads back as the same number; whole numbers without a point, zero without a sign.
  public static func shortest(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number rounded to so many decimals; a negative count rounds to tens, hundreds, ...
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - decimals: digits after the point.
  ///   - groupsThousands: true to write `16,614` for people; files hold `16614`.
  public static func fixed(_ value: Double, decimals: Int, groupsThousands: Bool = false) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return shortest(value) }
    let places = max(0, decimals)
    let unit = powerOfTen(decimals.magnitude)
    let rounded = decimals < 0 ? (value.magnitude / unit).rounded() * unit : value.magnitude
    let scaled = (rounded * powerOfTen(places.magnitude)).rounded()
    guard scaled < 9e15 else { return shortest(value) }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    var text = String(padded.dropLast(places))
    if groupsThousands { text = grouped(text) }
    if places > 0 { text += "." + padded.suffix(places) }
    return value < 0 && scaled != 0 ? "-" + text : text
  }

  /// A whole number with its thousands set apart, for people.
  public static func grouped(_ value: Int) -> String {
    value < 0 ? "-" + grouped(String(value.magnitude)) : grouped(String(value))
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  private static func powerOfTen(_ exponent: UInt) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
