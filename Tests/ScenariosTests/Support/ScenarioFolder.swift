import District
import Foundation
import Scenarios
import Testing

/// A folder of scenario files for one test, removed with it.
final class ScenarioFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("scenarios-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, as name: String = "test.yaml") throws -> String {
    try write(Array(text.utf8), as: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], as name: String = "test.yaml") throws -> String {
    let file = "\(path)/\(name)"
    let folder = ScenarioPath.folder(of: file)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Reads and resolves a text with a valid head against the small district.
  func resolve(_ body: String, overrides: ScenarioOverrides = ScenarioOverrides()) throws -> (
    scenario: ResolvedScenario?, messages: [Diagnostic]
  ) {
    let file = try write("scenario: test\ntitle: {zh: 测试, en: Test}\n" + body)
    return try Scenario(file: file).resolve(overrides: overrides, library: SmallDistrict.library)
  }
}

extension [Diagnostic] {
  var errors: [Diagnostic] { filter { $0.severity == .error } }
  var warnings: [Diagnostic] { filter { $0.severity == .warning } }
}
