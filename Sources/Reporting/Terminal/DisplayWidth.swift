/// How many columns a text takes on a terminal: a Chinese character takes two, a combining mark none.
public enum DisplayWidth {
  /// Columns of a text.
  public static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text with what could drive a terminal (control characters, direction marks) replaced.
  public static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// The text broken into lines of at most so many columns: after a space where there is one, else anywhere.
  public static func broken(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for character in text {
      let wide = of(String(character))
      if columns + wide > width {
        let space = line.lastIndex(of: " ").map { line.index(after: $0) }
        let end = space.flatMap { line.distance(from: $0, to: line.endIndex) < width / 2 ? $0 : nil } ?? line.endIndex
        lines.append(String(line[..<end]))
        line = String(line[end...])
        columns = of(line)
      }
      line.append(character)
      columns += wide
    }
    return lines + [line]
  }

  /// The text filled with spaces to a width, on the left for numbers.
  public static func padded(_ text: String, to width: Int, isNumber: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return isNumber ? spaces + text : text + spaces
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  private static let zero: [ClosedRange<UInt32>] = [
    0x0300...0x036F, 0x200B...0x200D, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
  ]

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x0300 { return 1 }
    if wide.contains(where: { $0.contains(scalar.value) }) { return 2 }
    return zero.contains { $0.contains(scalar.value) } ? 0 : 1
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
