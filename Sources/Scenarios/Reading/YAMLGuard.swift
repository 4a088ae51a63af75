import District

/// Looks over the text of a file before the YAML reader does, and refuses what a scenario has no use for and what can
/// make a YAML reader run away: anchors, aliases, tags, tabs as indentation, several documents, deep nesting.
///
/// It knows just enough of YAML's grammar to tell structure from text: quotes, comments, block scalars, plain text over
/// several lines. Where a line could be either, it is taken as structure, so that nothing slips through.
package struct YAMLGuard {
  /// The deepest nesting of maps and lists.
  package static let deepest = 32

  private let file: String
  private let bytes: [UInt8]
  private var line = 1
  private var lineStart = 0
  private var lineEnd = 0
  private var position = 0

  /// The quote an unfinished quoted scalar began with.
  private var quote: UInt8?
  /// Lines indented more than this belong to a block scalar.
  private var blockScalarIndent: Int?
  /// Lines indented more than this continue a plain scalar.
  private var plainIndent: Int?
  private var flowDepth = 0
  private var indents: [Int] = []
  private var documents = 0
  private var hasContent = false
  private var isEnded = false
  private var isTooDeep = false
  /// What has been refused: each kind is reported once, not for every line of a bomb.
  private var refused: Set<UInt8> = []
  private var faults: [Diagnostic] = []

  /// The faults of a text; when there is one the YAML reader must not see it.
  package static func faults(in text: String, file: String) -> [Diagnostic] {
    var state = YAMLGuard(file: file, bytes: Array(text.utf8))
    state.scan()
    return state.faults
  }

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  private mutating func scan() {
    while lineStart < bytes.count, faults.count < 20, !isTooDeep, !isEnded {
      lineEnd = bytes[lineStart...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
      position = lineStart
      scanLine()
      if lineEnd + 1 < bytes.count, bytes[lineEnd] == 13, bytes[lineEnd + 1] == 10 { lineEnd += 1 }
      lineStart = lineEnd + 1
      line += 1
    }
  }

  private mutating func scanLine() {
    if quote != nil {
      guard skipQuoted() else { return }
      return scanTokens(indent: 0, expectsValue: false)
    }
    let indent = bytes[lineStart..<lineEnd].prefix { $0 == 32 }.count
    position = lineStart + indent
    let isBlank = bytes[position..<lineEnd].allSatisfy { $0 == 32 || $0 == 9 }
    if let parent = blockScalarIndent {
      if isBlank || indent > parent { return }
      blockScalarIndent = nil
    }
    if isBlank || (bytes[lineStart] == percent && !hasContent && documents == 0) { return }
    if flowDepth == 0 {
      if isDocumentMarker() { return }
      if bytes[position] == 9, !isComment(after: position) {
        return report("found a tab as indentation; YAML takes spaces only")
      }
      if bytes[position] == hash { return plainIndent = nil }
      if let parent = plainIndent, indent > parent { return }
      plainIndent = nil
      noteIndent(indent)
    }
    hasContent = true
    if isTooDeep { return }
    scanTokens(indent: indent, expectsValue: true)
  }

  /// Walks the tokens of a line. `expectsValue` is true where a new value or key may begin.
  private mutating func scanTokens(indent: Int, expectsValue: Bool) {
    var expectsValue = expectsValue
    var owner = indent - 1
    var keyColumn = indent
    var compactDepth = 0
    while position < lineEnd {
      let byte = bytes[position]
      if byte == 32 || byte == 9 {
        position += 1
      } else if byte == hash, isSpaceBefore(position) {
        return
      } else if flowDepth > 0, byte == comma {
        expectsValue = true
        position += 1
      } else if byte == closeBracket || byte == closeBrace {
        flowDepth = max(0, flowDepth - 1)
        expectsValue = false
        position += 1
      } else if byte == colon, endsToken(position + 1) || (!expectsValue && flowDepth > 0) {
        if flowDepth == 0 { owner = keyColumn }
        expectsValue = true
        position += 1
      } else if !expectsValue {
        position += 1
      } else if flowDepth == 0, byte == dash || byte == question, isSpace(position + 1) {
        compactDepth += 1
        owner = position - lineStart
        keyColumn = owner
        position += 1
        if indents.count + compactDepth > Self.deepest { return reportDepth() }
      } else if byte == ampersand || byte == asterisk || byte == exclamation {
        refuse(byte)
      } else if flowDepth == 0, byte == pipe || byte == greater {
        return blockScalarIndent = owner
      } else if byte == singleQuote || byte == doubleQuote {
        keyColumn = position - lineStart
        quote = byte
        position += 1
        if !skipQuoted() { return }
        expectsValue = false
      } else if byte == openBracket || byte == openBrace {
        flowDepth += 1
        position += 1
        if flowDepth + indents.count > Self.deepest { return reportDepth() }
      } else {
        keyColumn = position - lineStart
        guard skipPlain() else {
          if flowDepth == 0 { plainIndent = owner }
          return
        }
        expectsValue = false
      }
    }
  }

  /// Skips plain text; false when it runs to the end of the line.
  private mutating func skipPlain() -> Bool {
    while position < lineEnd {
      let byte = bytes[position]
      if byte == colon, endsToken(position + 1) { return true }
      if byte == hash, isSpaceBefore(position) { return false }
      if flowDepth > 0, byte == comma || isBracket(byte) { return true }
      position += 1
    }
    return false
  }

  /// Skips to behind the closing quote; false when the line ends before it.
  private mutating func skipQuoted() -> Bool {
    while position < lineEnd {
      let byte = bytes[position]
      if byte == quote {
        if byte == singleQuote, position + 1 < lineEnd, bytes[position + 1] == singleQuote {
          position += 2
          continue
        }
        quote = nil
        position += 1
        return true
      }
      position += byte == backslash && quote == doubleQuote ? 2 : 1
    }
    position = lineEnd
    return false
  }

  private mutating func isDocumentMarker() -> Bool {
    let head = bytes[lineStart..<lineEnd].prefix(3)
    guard head.elementsEqual([dash, dash, dash]) || head.elementsEqual([dot, dot, dot]), endsToken(lineStart + 3)
    else {
      if documents < 0 {
        report("found text after the end of the document; a scenario file holds one document")
        isEnded = true
      }
      return documents < 0
    }
    plainIndent = nil
    indents = []
    if head.first == dot {
      documents = -1
    } else if documents != 0 || hasContent {
      report("found a second document ('---'); a scenario file holds one document")
      isEnded = true
    } else {
      documents = 1
      position = lineStart + 3
      scanTokens(indent: 0, expectsValue: true)
    }
    return true
  }

  private mutating func noteIndent(_ indent: Int) {
    while let last = indents.last, last >= indent { indents.removeLast() }
    indents.append(indent)
    if indents.count > Self.deepest { reportDepth() }
  }

  private mutating func reportDepth() {
    isTooDeep = true
    report("maps and lists are nested deeper than \(Self.deepest) levels")
  }

  private mutating func refuse(_ indicator: UInt8) {
    let word = bytes[position..<lineEnd].prefix { $0 > 32 && $0 != comma && !isBracket($0) }
    let name = clipped(String(decoding: word, as: UTF8.self))
    let kind = indicator == ampersand ? "anchor" : indicator == asterisk ? "alias" : "tag"
    let kinds = indicator == ampersand ? "anchors and aliases" : indicator == asterisk ? "aliases" : "tags"
    if refused.insert(indicator == exclamation ? indicator : ampersand).inserted {
      report("found the \(kind) '\(name)'; \(kinds) are not allowed (quote the value if it is text)")
    }
    position += word.count
  }

  private mutating func report(_ message: String) {
    let start = min(lineStart, position)
    let column = bytes[start..<position].count { $0 & 0xC0 != 0x80 } + 1
    faults.append(.error(at: Place(file: file, line: line, column: column), message))
  }

  private func isSpace(_ index: Int) -> Bool { index >= lineEnd || bytes[index] == 32 || bytes[index] == 9 }

  private func isSpaceBefore(_ index: Int) -> Bool { index == lineStart || isSpace(index - 1) }

  private func endsToken(_ index: Int) -> Bool {
    isSpace(index) || (flowDepth > 0 && (bytes[index] == comma || isBracket(bytes[index])))
  }

  private func isComment(after index: Int) -> Bool {
    bytes[index..<lineEnd].first { $0 != 32 && $0 != 9 } == hash
  }
}

private let hash = UInt8(ascii: "#")
private let comma = UInt8(ascii: ",")
private let colon = UInt8(ascii: ":")
private let dash = UInt8(ascii: "-")
private let dot = UInt8(ascii: ".")
private let question = UInt8(ascii: "?")
private let ampersand = UInt8(ascii: "&")
private let asterisk = UInt8(ascii: "*")
private let exclamation = UInt8(ascii: "!")
private let percent = UInt8(ascii: "%")
private let pipe = UInt8(ascii: "|")
private let greater = UInt8(ascii: ">")
private let singleQuote = UInt8(ascii: "'")
private let doubleQuote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
private let openBracket = UInt8(ascii: "[")
private let closeBracket = UInt8(ascii: "]")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")

private func isBracket(_ byte: UInt8) -> Bool {
  byte == openBracket || byte == closeBracket || byte == openBrace || byte == closeBrace
}
