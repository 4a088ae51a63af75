import Foundation
import Measurement

/// The program as an analyst runs it: whole processes, from start to files written.
struct ProgramFigures {
  /// The built program and the scenario it runs.
  let program: String
  let scenario: String

  init(root: URL) {
    program = root.appending(path: ".build/release/hsb").path
    scenario = root.appending(path: "scenarios/baseline.yaml").path
  }

  /// Everything; a command that does not work leaves its figures without a number.
  func measure(sizes: [Int]) -> [Figure] {
    [wholeRun(), defaultRun()] + memory(sizes: sizes)
      + [
        start("version", ["--version"], reach: 20), start("validate", ["validate", scenario], reach: 100),
      ]
  }

  private func wholeRun() -> Figure {
    let (id, what, unit) = ("run_rate", "whole hsb run of 1,000,000 members", "members/s")
    do {
      let runs = try (0..<3).map { _ in try run(members: 1_000_000) }
      let best = runs.map(\.seconds.wall).min()!
      return Figure(
        id, what, unit: unit, .atLeast, reach: 500_000, measured: 1e6 / best,
        detail: String(
          format: "process, files written, all cores; %.2f s on the wall, %.2f s of processors", best,
          runs.map(\.seconds.cpu).min()!))
    } catch { return Figure(id, what, unit: unit, .atLeast, reach: 500_000, failure: error) }
  }

  private func defaultRun() -> Figure {
    let (id, what) = ("default_run", "default run, process start to files written")
    do {
      let runs = try (0..<10).map { _ in try run(members: nil) }
      return Figure(
        id, what, unit: "ms", .atMost, reach: 200, measured: 1e3 * runs.map(\.seconds.wall).min()!,
        detail: String(format: "%.0f ms of processors", 1e3 * runs.map(\.seconds.cpu).min()!))
    } catch { return Figure(id, what, unit: "ms", .atMost, reach: 200, failure: error) }
  }

  private func memory(sizes: [Int]) -> [Figure] {
    do {
      let peaks = try sizes.map { Double(try run(members: $0).peakMemory) / 0x1p20 }
      let list = zip(sizes, peaks).map { String(format: "%.0f MiB at %.0e", $1, Double($0)) }.joined(separator: ", ")
      return [
        Figure(
          "memory", "peak memory of a run", unit: "MiB", .atMost, reach: 300, measured: peaks.max()!, detail: list),
        Figure(
          "memory_growth", "peak memory, largest run over smallest", unit: "", .atMost, reach: 1.1,
          measured: peaks.last! / peaks.first!),
      ]
    } catch {
      return [Figure("memory", "peak memory of a run", unit: "MiB", .atMost, reach: 300, failure: error)]
    }
  }

  private func start(_ id: String, _ arguments: [String], reach: Double) -> Figure {
    let what = "hsb \(arguments[0])"
    do {
      let runs = try (0..<20).map { _ in try ChildProcess([program] + arguments) }
      return Figure(id, what, unit: "ms", .atMost, reach: reach, measured: 1e3 * runs.map(\.seconds.wall).min()!)
    } catch { return Figure(id, what, unit: "ms", .atMost, reach: reach, failure: error) }
  }

  /// One run into a folder of its own, removed afterwards.
  private func run(members: Int?) throws -> ChildProcess {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reach-run-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let size = members.map { ["--members", String($0)] } ?? []
    let child = try ChildProcess([program, "run", scenario, "--output", folder.path] + size)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    guard files.contains(where: { $0.hasSuffix(".csv") }) else {
      throw MeasurementError("hsb run wrote no CSV file into \(folder.path)")
    }
    return child
  }
}
