import District

/// Where something stands in a file.
public struct Place: Sendable, Hashable {
  /// The file as the user named it, or as reached from one the user named.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// Column, from 1, in Unicode scalars.
  public let column: Int

  /// Makes a place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line`, as origins are printed.
  public var origin: String { "\(file):\(line)" }
}

extension Diagnostic {
  /// An error at a place.
  package static func error(at place: Place, _ message: String, suggestion: String? = nil) -> Diagnostic {
    Diagnostic(file: place.file, line: place.line, column: place.column, message: message, suggestion: suggestion)
  }

  /// A warning at a place.
  package static func warning(at place: Place, _ message: String) -> Diagnostic {
    Diagnostic(.warning, file: place.file, line: place.line, column: place.column, message: message)
  }
}
