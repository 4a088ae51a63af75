/// A file about to be written: its name inside the output folder and its bytes.
public struct OutputFile: Sendable, Equatable {
  /// Name inside the folder, without a path.
  public let name: String
  /// Content.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a file of text.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
