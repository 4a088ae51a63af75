import Foundation
import Testing

/// What the program printed and how it ended.
struct ProgramResult {
  let status: Int32
  let output: String
  let errors: String
  let outputBytes: Data
}

/// Runs the built program as a user does.
enum Program {
  /// The folder of the repository.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The program beside the test bundle.
  static func path() throws -> String {
    let executable = try #require(
      CommandLine.arguments.first.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() })
    let candidates = [
      Bundle.main.bundleURL.path, executable.deletingLastPathComponent().path, "\(repository)/.build/release",
      "\(repository)/.build/debug",
    ].map { "\($0)/hsb" }
    return try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0) },
      "the program is not built: swift build -c release --product hsb; looked for \(candidates)")
  }

  /// A scenario that is shipped.
  static func scenario(_ name: String) -> String { "\(repository)/scenarios/\(name).yaml" }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - folder: where it runs.
  ///   - environment: added to this process's.
  static func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws
    -> ProgramResult
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path())
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let base = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"]) { $1 }
    process.environment = base.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a pipe that nobody empties while the program runs would stop it.
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("hsb-\(UUID().uuidString)").path
    defer { for name in ["out", "err"] { try? FileManager.default.removeItem(atPath: "\(place).\(name)") } }
    func file(_ name: String) throws -> FileHandle {
      _ = FileManager.default.createFile(atPath: "\(place).\(name)", contents: nil)
      return try #require(FileHandle(forWritingAtPath: "\(place).\(name)"))
    }
    let (output, errors) = (try file("out"), try file("err"))
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    try output.close()
    try errors.close()
    func read(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(place).\(name)")) }
    let bytes = try read("out")
    return ProgramResult(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: bytes, as: UTF8.self), errors: String(decoding: try read("err"), as: UTF8.self),
      outputBytes: bytes)
  }
}
