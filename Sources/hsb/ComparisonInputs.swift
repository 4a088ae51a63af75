import Analysis
import ArgumentParser
import District
import Reporting
import Sampling
import Scenarios

/// Reads what `hsb compare` is given: scenario files, folders of finished runs, or both.
struct ComparisonInputs {
  /// The scenarios, in the order given.
  let scenarios: [ResolvedScenario]
  private let runs: [(position: Int, run: FinishedRun)]

  /// - Parameters:
  ///   - paths: files and folders, the reference first.
  ///   - overrides: what the command line sets; with a folder its draws count, and nothing may be set.
  init(_ paths: [String], overrides: ScenarioOverrides) throws {
    runs = try paths.enumerated().filter { FinishedRun.isFolder($1) }.map { ($0, try FinishedRun(folder: $1)) }
    guard let first = runs.first?.run else {
      scenarios = try ScenarioInputs.read(paths, overrides: overrides)
      return
    }
    if overrides != ScenarioOverrides() {
      throw ValidationError(
        "'\(first.folder)' is a finished run, whose draws and last year are fixed: leave --members, --seed, --sampler "
          + "and --horizon out, or name scenario files only")
    }
    // Scenario files take on the draws of the first folder; folders keep their own and are held against each other.
    var resolved: [ResolvedScenario] = []
    for (position, path) in paths.enumerated() {
      let own = runs.first { $0.position == position }?.run
      let draws = own == nil ? first.draws : ScenarioOverrides()
      let readings = readScenarios(files: [own?.scenarioFile ?? path], overrides: draws)
      try ScenarioInputs.check(readings, printsWarnings: own == nil)
      resolved += readings.scenarios
    }
    scenarios = try resolved.enumerated().map { position, scenario in
      guard let earlier = resolved[..<position].firstIndex(where: { $0.id == scenario.id }) else { return scenario }
      throw Diagnostic(
        file: paths[position],
        message: "the scenario id '\(scenario.id)' is used twice; first in \(paths[earlier])")
    }
  }

  /// Holds what was found against the folders it stands for.
  func requireReproduced(by report: ComparisonReport) throws {
    for (position, run) in runs { try run.requireReproduced(by: report.reports[position]) }
  }
}

extension FinishedRun {
  /// The draws and the last year of the run.
  fileprivate var draws: ScenarioOverrides {
    let ensemble = manifest.ensemble
    return ScenarioOverrides(
      members: ensemble.members, seed: ensemble.seed, sampler: SamplerKind(rawValue: ensemble.sampler),
      horizon: manifest.scenario.horizon)
  }
}
