/// Results could not be written: the path as the user named it, and why.
public struct OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as the user named it.
  public let path: String
  /// Why it could not be written, and what to do.
  public let reason: String

  /// Makes an error.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Makes an error of an error number of the system.
  public init(path: String, code: Int32) { self.init(path: path, reason: FileSystem.reason(code)) }

  /// `path: cannot be written: reason`.
  public var description: String { "\(path): cannot be written: \(reason)" }
}
