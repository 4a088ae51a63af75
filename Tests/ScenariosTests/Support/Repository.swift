import Foundation

/// Files of the repository that tests compare with.
enum Repository {
  /// The top folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The text of a file below the top folder.
  static func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }

  /// The scenario files shipped.
  static let scenarios = try! FileManager.default.contentsOfDirectory(atPath: "\(root)/scenarios")
    .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(root)/scenarios/\($0)" }
}
