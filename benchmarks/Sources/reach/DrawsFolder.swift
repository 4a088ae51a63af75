import Analysis
import Foundation
import Measurement
import Projection

/// The draws handed to the peers: the same for all, with the program's own answers to check them against.
struct DrawsFolder {
  /// The folder; removed by `remove`.
  let url: URL

  /// Writes the draws of some members, and a trace of a few by the program itself.
  ///
  /// - Throws: when `hsb trace` fails or a file cannot be written.
  init(program: String, scenario: String, members: Int) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "reach-draws-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let trace = url.appending(path: "trace.json").path
    _ = try ChildProcess([program, "trace", scenario, "--members", "16", "--output", trace])

    let experiment = try BenchmarkScenario.planned(members: members)
    let draws = try Trace(experiment, members: members)
    try write(draws.parameters.joined(), to: "parameters.f64")
    try write(draws.shocks.joined().joined(), to: "normals.f64")
    let about = About(
      members: members, horizon: experiment.scenario.horizon, parameters: experiment.district.parameters.map(\.id),
      shocks: experiment.district.shocks.map(\.id))
    try JSONEncoder().encode(about).write(to: url.appending(path: "draws.json"))
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  private struct About: Codable {
    let members: Int
    let horizon: Int
    let parameters: [String]
    let shocks: [String]
  }

  private func write(_ numbers: some Sequence<Double>, to name: String) throws {
    let list = Array(numbers)
    try list.withUnsafeBytes { try Data($0).write(to: url.appending(path: name)) }
  }
}
