/// Writes JSON piece by piece: keys in the order given, numbers in the shortest form that reads back as the same.
///
/// Nothing is held but the text itself, so that a trace of millions of numbers costs what its text costs.
public struct JSONWriter {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// No spaces.
    case compact
    /// A line a member, two spaces a level.
    case indented
  }

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  /// For each open object or array, whether it has members.
  private var open: [Bool] = []
  private var followsKey = false

  /// Starts a document.
  public init(_ layout: Layout = .indented) { self.layout = layout }

  /// Writes an object; its members are written by `body`.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { enclose("{", "}", body) }

  /// Writes an array; its elements are written by `body`.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { enclose("[", "]", body) }

  /// Writes the key of the member that follows.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    append(layout == .compact ? ":" : ": ")
    followsKey = true
  }

  /// Writes a text.
  public mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a number; null for nil and for what JSON has no number for.
  public mutating func value(_ number: Double?) {
    separate()
    append(number.flatMap { $0.isFinite ? $0.description : nil } ?? "null")
  }

  /// Writes a whole number.
  public mutating func value<Whole: BinaryInteger>(_ number: Whole) {
    separate()
    append(String(number))
  }

  /// Writes true or false.
  public mutating func value(_ flag: Bool) {
    separate()
    append(flag ? "true" : "false")
  }

  /// Writes null.
  public mutating func null() {
    separate()
    append("null")
  }

  /// Writes an array of numbers on one line.
  public mutating func value(_ numbers: [Double]) {
    separate()
    append("[")
    for (position, number) in numbers.enumerated() {
      if position > 0 { append(",") }
      append(number.isFinite ? number.description : "null")
    }
    append("]")
  }

  /// Writes an array of texts on one line.
  public mutating func value(_ texts: [String]) {
    separate()
    append("[")
    for (position, text) in texts.enumerated() {
      if position > 0 { append(layout == .compact ? "," : ", ") }
      quote(text)
    }
    append("]")
  }

  /// Ends the document with a line break.
  public mutating func endLine() { append("\n") }

  private mutating func enclose(_ begin: String, _ end: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    append(begin)
    open.append(false)
    body(&self)
    let hadMembers = open.removeLast()
    if hadMembers { breakLine() }
    append(end)
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let hasMembers = open.last else { return }
    if hasMembers { append(",") }
    open[open.count - 1] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    append("\n")
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
  }

  private mutating func quote(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0x00..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        append("\\u00")
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    append("\"")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
