/// Gathers the messages of one reading.
///
/// A file of two hundred thousand rows can be wrong in every field: some messages are kept, fewer are given.
struct DiagnosticCollector {
  private static let mostKept = 1_000

  private(set) var messages: [Diagnostic] = []
  private var passedOver = 0
  /// True when a fault makes the numbers or their relations unreliable, so that figures would mislead.
  private(set) var isBroken = false

  /// Adds messages of a file that could not be used.
  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { keep(diagnostic) }
    isBroken = isBroken || diagnostics.contains { $0.severity == .error }
  }

  /// Adds an error after which the numbers cannot be relied on.
  mutating func fault(_ file: String, _ cell: CSVCell?, _ message: String, near: String? = nil) {
    isBroken = true
    remark(file, cell, message, near: near)
  }

  /// Adds an error about a whole file or line, after which the numbers cannot be relied on.
  mutating func fault(_ file: String, line: Int? = nil, _ message: String, near: String? = nil) {
    isBroken = true
    remark(file, line: line, message, near: near)
  }

  /// Adds an error that leaves the numbers themselves usable for the checks that follow.
  mutating func remark(_ file: String, _ cell: CSVCell?, _ message: String, near: String? = nil) {
    keep(
      Diagnostic(file: file, line: cell?.line, column: cell?.column, message: message, suggestion: near))
  }

  /// Adds such an error about a whole file or line.
  mutating func remark(_ file: String, line: Int? = nil, _ message: String, near: String? = nil) {
    keep(Diagnostic(file: file, line: line, message: message, suggestion: near))
  }

  /// The messages as they are thrown: the first hundred, and how many more there are.
  ///
  /// - Parameter order: the order they are given in.
  func diagnostics(_ order: ([Diagnostic]) -> [Diagnostic] = { $0 }) -> Diagnostics {
    Diagnostics(order(messages)).shortened(passedOver: passedOver)
  }

  private mutating func keep(_ message: Diagnostic) {
    if messages.count < Self.mostKept { messages.append(message) } else { passedOver += 1 }
  }
}
