/// Words in a drawing: what may stand in the file, and how much room they take.
enum SVGText {
  /// The fonts, Chinese ones first; a viewer takes the first it has.
  static let fonts =
    "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','Helvetica Neue',Arial,sans-serif"

  /// The words as character data or as an attribute: shown, never read as markup.
  ///
  /// Characters that XML does not have, and marks that turn the direction of writing, become U+FFFD.
  static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "\n"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result += DisplayWidth.printable(String(scalar))
      }
    }
    return result
  }

  /// A coordinate, to a hundredth of a unit.
  static func number(_ value: Double) -> String { NumberText.shortest((value * 100).rounded() / 100) }

  /// About how wide a line of words is, in the units of the drawing.
  ///
  /// An SVG has no layout of its own and the reader's fonts are unknown; these are the widths of common sans-serif
  /// faces, a little on the generous side.
  static func width(_ words: String, size: Double, isBold: Bool = false) -> Double {
    let total = words.unicodeScalars.reduce(0.0) { $0 + ems($1) }
    return total * size * (isBold ? 1.06 : 1)
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch DisplayWidth.of(String(scalar)) {
    case 0: return 0
    case 2: return 1
    default: break
    }
    switch scalar {
    case " ", "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", "/", "f", "t", "r": return 0.33
    case "m", "w", "M", "W", "%", "@", "—": return 0.9
    case "A"..."Z", "×", "−", "–": return 0.67
    default: return 0.56
    }
  }

  /// The words broken into lines of at most a width: between words where the script has spaces, elsewhere anywhere, but
  /// never before a mark that closes.
  static func lines(_ words: String, size: Double, isBold: Bool = false, within width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    // A piece that is too wide by itself, such as an address, is broken anywhere.
    let fitting = pieces(words).flatMap { piece in
      self.width(piece, size: size, isBold: isBold) > width ? piece.map(String.init) : [piece]
    }
    for piece in fitting {
      if !line.isEmpty, self.width(trimmed(line + piece), size: size, isBold: isBold) > width {
        lines.append(trimmed(line))
        line = ""
      }
      line += piece
    }
    if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// Lines as `lines` makes them, of about equal length.
  static func balanced(_ words: String, size: Double, isBold: Bool = false, within width: Double) -> [String] {
    let greedy = lines(words, size: size, isBold: isBold, within: width)
    guard greedy.count > 1 else { return greedy }
    for part in stride(from: 0.5, to: 1, by: 0.05) {
      let even = lines(words, size: size, isBold: isBold, within: width * part)
      if even.count == greedy.count { return even }
    }
    return greedy
  }

  /// What a line may not be broken within: words of scripts with spaces, wide characters with the marks that close after
  /// them or open before them.
  private static func pieces(_ words: String) -> [String] {
    var pieces: [String] = []
    var mayBreak = true
    for character in words {
      let isWide = DisplayWidth.of(String(character)) > 1
      if (mayBreak || isWide) && !closing.contains(character) && !(pieces.last?.last.map(opening.contains) ?? false) {
        pieces.append(String(character))
      } else {
        pieces.append((pieces.popLast() ?? "") + String(character))
      }
      mayBreak = character == " " || isWide
    }
    return pieces
  }

  private static let closing: Set<Character> = Set("，。；：、！？）》」』”’％…—,.;:!?)%")
  private static let opening: Set<Character> = Set("（《「『“‘(")

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    while line.first == " " { line.removeFirst() }
    return String(line)
  }
}
