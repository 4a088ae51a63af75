/// One message about something a user wrote: where, what was found, what was expected, the nearest valid name.
public struct Diagnostic: Error, Sendable, Equatable, CustomStringConvertible {
  /// How grave it is.
  public enum Severity: String, Sendable {
    /// Stops the run.
    case error
    /// Does not stop the run.
    case warning
  }
  /// How grave it is.
  public var severity: Severity
  /// The file as the user named it.
  public var file: String
  /// Line, from 1; nil when the message is about the file as a whole.
  public var line: Int?
  /// Column, from 1.
  public var column: Int?
  /// What is wrong, quoting the offending text, and what was expected.
  public var message: String
  /// The nearest valid name, if one is near.
  public var suggestion: String?

  /// Makes a message.
  public init(
    _ severity: Severity = .error, file: String, line: Int? = nil, column: Int? = nil, message: String,
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = Self.readable(message)
    self.suggestion = suggestion
  }

  /// A message quotes what was found, and a field may hold megabytes: the middle of a long one is left out.
  private static func readable(_ message: String) -> String {
    guard message.utf8.count > 2_000 else { return message }
    return "\(message.prefix(600)) … \(message.suffix(300))"
  }

  /// `file:line:column: error: message (did you mean 'x'?)`.
  public var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
    let hint = suggestion.map { " (did you mean '\($0)'?)" } ?? ""
    return "\(place): \(severity.rawValue): \(message)\(hint)"
  }
}

/// All the messages of one reading, in the order of the files and lines.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
  /// The messages.
  public var messages: [Diagnostic]

  /// Makes a list of messages.
  public init(_ messages: [Diagnostic] = []) { self.messages = messages }

  /// True when a message stops the run.
  public var hasErrors: Bool { messages.contains { $0.severity == .error } }

  /// The first hundred messages, and how many more there are, besides those that were not kept.
  public func shortened(passedOver: Int = 0) -> Diagnostics {
    let most = 100
    let rest = messages.count - most + passedOver
    guard rest > 0, let last = messages.last else { return self }
    return Diagnostics(messages.prefix(most) + [Diagnostic(file: last.file, message: "and \(rest) messages more")])
  }

  /// One message a line.
  public var description: String { messages.map(\.description).joined(separator: "\n") }
}
