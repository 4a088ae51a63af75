import District
import Foundation

/// A copy of the built-in district in a folder of its own, removed with the value that owns it.
final class TemporaryDistrict {
  /// The folder above the copy.
  let home: String
  /// The folder of the copy.
  var folder: String { home + "/copy" }

  init() throws {
    home = NSTemporaryDirectory() + "district-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try District.export(builtIn: "hongsibao", to: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// The path of a file of the copy.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// The text of a file.
  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  /// Writes a file, in place of what it was.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  /// Makes one change; the text to be replaced must be there.
  func apply(_ edit: Edit, to name: String) throws {
    switch edit {
    case .replace(let old, let new):
      var text = try text(name)
      guard let range = text.range(of: old) else { throw MissingText(name: name, text: old) }
      text.replaceSubrange(range, with: new)
      try write(name, Array(text.utf8))
    case .append(let more): try write(name, Array((try text(name) + more).utf8))
    case .dropLine(let number):
      var lines = try text(name).components(separatedBy: "\n")
      lines.remove(at: number - 1)
      try write(name, Array(lines.joined(separator: "\n").utf8))
    case .swapLines(let first, let second):
      var lines = try text(name).components(separatedBy: "\n")
      lines.swapAt(first - 1, second - 1)
      try write(name, Array(lines.joined(separator: "\n").utf8))
    case .content(let text): try write(name, Array(text.utf8))
    case .bytes(let bytes): try write(name, bytes)
    case .delete: try FileManager.default.removeItem(atPath: path(name))
    case .link(let target):
      try? FileManager.default.removeItem(atPath: path(name))
      try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }
  }

  /// What reading the copy says against it.
  func messages() throws -> [Diagnostic] {
    do {
      _ = try District.read(folder: folder)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.messages
    }
  }
}

/// One change of a file.
enum Edit: Sendable {
  /// The first occurrence of a text becomes another.
  case replace(String, String)
  /// Text is added at the end.
  case append(String)
  /// A line is taken out.
  case dropLine(Int)
  /// Two lines change places.
  case swapLines(Int, Int)
  /// The file holds this text instead.
  case content(String)
  /// The file holds these bytes instead.
  case bytes([UInt8])
  /// The file is removed.
  case delete
  /// The file becomes a link.
  case link(to: String)
}

/// A change that does not fit the data any more.
struct MissingText: Error {
  let name: String
  let text: String
}
