/// A file or folder that could not be read or written, as opposed to one whose content is wrong.
public struct FileAccessError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried.
  public enum Operation: String, Sendable {
    /// Reading a file or listing a folder.
    case read
    /// Creating or writing a file or folder.
    case write
  }
  /// What was tried.
  public var operation: Operation
  /// The path as the user named it.
  public var path: String
  /// Why it failed, in words.
  public var reason: String

  /// Makes an error.
  public init(_ operation: Operation, path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// `path: cannot be read: reason`.
  public var description: String {
    "\(path): cannot be \(operation == .read ? "read" : "written"): \(reason)"
  }
}
