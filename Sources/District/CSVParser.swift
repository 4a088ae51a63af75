/// The one pass over the bytes of a CSV file.
struct CSVParser {
  let file: String
  let limits: CSVLimits
  private(set) var headings: [CSVCell] = []
  private(set) var fields: [CSVField] = []
  private(set) var rowCount = 0
  private var messages: [Diagnostic] = []
  private var position = 0
  private var line = 1
  private var lineStart = 0

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(file: String, limits: CSVLimits) {
    self.file = file
    self.limits = limits
  }

  /// Fills `headings`, `fields` and `rowCount`, or throws every message.
  mutating func parse(_ bytes: [UInt8]) throws {
    guard bytes.count <= limits.bytes, bytes.count < Int(Int32.max) else {
      throw Diagnostics([
        Diagnostic(file: file, message: "the file is larger than \(limits.bytes) bytes, the most that is read")
      ])
    }
    checkCharacters(bytes)
    guard messages.isEmpty else { throw Diagnostics(messages).shortened() }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
    }
    guard position < bytes.count else {
      throw Diagnostics([
        Diagnostic(file: file, line: 1, column: 1, message: "the file is empty; expected a row of headings")
      ])
    }
    bytes.withUnsafeBufferPointer { readRows($0, whole: bytes) }
    if !messages.isEmpty { throw Diagnostics(messages).shortened() }
  }

  private mutating func readRows(_ bytes: UnsafeBufferPointer<UInt8>, whole: [UInt8]) {
    readRow(bytes)
    guard fields.count <= limits.columns, position <= limits.headingBytes else {
      report(
        1, nil,
        fields.count > limits.columns
          ? "more than \(limits.columns) columns, the most that is read"
          : "the row of headings is longer than \(limits.headingBytes) bytes, the most that is read")
      return
    }
    headings = fields.map {
      CSVCell(text: $0.text(in: whole), line: Int($0.line), column: $0.column(in: whole))
    }
    fields.removeAll(keepingCapacity: true)
    checkHeadings()
    while position < bytes.count {
      guard messages.count < limits.messages else {
        report(line, nil, "more faults follow; they are not listed")
        return
      }
      guard rowCount < limits.rows else {
        report(line, nil, "more than \(limits.rows) rows, the most that is read")
        return
      }
      guard fields.count <= limits.fields else {
        report(line, nil, "more than \(limits.fields) fields, the most that is read")
        return
      }
      let first = fields.count
      let start = (line: line, messages: messages.count)
      readRow(bytes)
      let width = fields.count - first
      if messages.count > start.messages {
        fields.removeLast(width)
      } else if width != headings.count {
        let isBlank = width == 1 && fields[first].start == fields[first].end
        report(
          start.line, 1,
          isBlank
            ? "a blank line; expected a row of \(headings.count) fields"
            : "a row of \(width > limits.columns ? "more than \(limits.columns)" : "\(width)") "
              + "field\(width == 1 ? "" : "s"); expected \(headings.count), as in the heading")
        fields.removeLast(width)
      } else {
        rowCount += 1
      }
    }
  }

  /// Reads the fields up to the end of a line; after a fault, goes on with the next line.
  private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>) {
    let first = fields.count
    while true {
      let isSound = position < bytes.count && bytes[position] == Self.quote ? readQuoted(bytes) : readPlain(bytes)
      // One more than the most is enough to be refused: a line of commas does not fill the memory.
      guard isSound, fields.count - first <= limits.columns else { return skipLine(bytes) }
      guard position < bytes.count else { return }
      if bytes[position] == Self.comma {
        position += 1
        continue
      }
      return endLine(bytes)
    }
  }

  /// Reads a field without quotes; stops at a comma or the end of the line.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.comma || byte == Self.newline { break }
      if byte == Self.carriageReturn {
        if position + 1 < bytes.count, bytes[position + 1] == Self.newline { break }
        report(line, column(bytes), "a carriage return without a line feed; lines end in LF or CRLF")
        return false
      }
      if byte == Self.quote {
        report(line, column(bytes), "a quote inside a field that does not begin with one; write \"…\"\"…\"")
        return false
      }
      position += 1
    }
    append(start, position, line, lineStart, quoted: false, doubled: false)
    return true
  }

  /// Reads a field in quotes, over line ends, to the quote that closes it.
  private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let opening = (line: line, lineStart: lineStart, column: column(bytes))
    position += 1
    let start = position
    var doubled = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        if position + 1 < bytes.count, bytes[position + 1] == Self.quote {
          doubled = true
          position += 2
          continue
        }
        append(start, position, opening.line, opening.lineStart, quoted: true, doubled: doubled)
        position += 1
        return closes(bytes)
      }
      position += 1
      if byte == Self.newline {
        line += 1
        lineStart = position
      }
    }
    report(opening.line, opening.column, "a quote that is never closed")
    return false
  }

  private mutating func closes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    if byte == Self.comma || byte == Self.newline { return true }
    if byte == Self.carriageReturn, position + 1 < bytes.count, bytes[position + 1] == Self.newline { return true }
    report(line, column(bytes), "text after a closing quote; expected a comma or the end of the line")
    return false
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes[position] == Self.carriageReturn { position += 1 }
    position += 1
    line += 1
    lineStart = position
  }

  private mutating func skipLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    while position < bytes.count, bytes[position] != Self.newline { position += 1 }
    guard position < bytes.count else { return }
    endLine(bytes)
  }

  private mutating func append(
    _ start: Int, _ end: Int, _ line: Int, _ lineStart: Int, quoted: Bool, doubled: Bool
  ) {
    fields.append(
      CSVField(
        start: Int32(start), end: Int32(end), line: Int32(line), lineStart: Int32(lineStart), isQuoted: quoted,
        hasDoubledQuotes: doubled))
  }

  private func column(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 1
    for index in lineStart..<position where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private mutating func checkHeadings() {
    var seen: [String: Int] = [:]
    for heading in headings {
      if heading.text.isEmpty {
        report(heading.line, heading.column, "an empty heading")
      } else if let earlier = seen[heading.text] {
        report(
          heading.line, heading.column,
          "the heading '\(heading.text)' stands twice (also in column \(earlier) of the row)")
      }
      seen[heading.text] = seen[heading.text] ?? heading.column
    }
  }

  private mutating func checkCharacters(_ bytes: [UInt8]) {
    guard let fault = UTF8Fault.first(in: bytes) else { return }
    report(fault.line, fault.column, fault.message)
  }

  private mutating func report(_ line: Int, _ column: Int?, _ message: String) {
    messages.append(Diagnostic(file: file, line: line, column: column, message: message))
  }
}
