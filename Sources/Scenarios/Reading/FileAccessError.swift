/// A file that could not be opened or read: the path as the user named it, and the reason of the system.
public struct FileAccessError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as the user named it.
  public let path: String
  /// Why it could not be read, in words.
  public let reason: String

  /// Makes an error.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// `path: cannot be read: reason`.
  public var description: String { "\(path): cannot be read: \(reason)" }
}
