import District
import Reporting
import Scenarios

/// Reads the scenario files of a command.
enum ScenarioInputs {
  /// The scenarios, all of one ensemble, after their warnings were printed; ends the command when one has an error.
  ///
  /// - Parameters:
  ///   - files: scenario files.
  ///   - overrides: what the command line sets.
  static func read(_ files: [String], overrides: ScenarioOverrides) throws -> [ResolvedScenario] {
    let readings = readScenarios(files: files, overrides: overrides)
    try check(readings)
    guard let first = readings.scenarios.first else { return [] }
    let others = readings.scenarios.filter { $0.ensemble != first.ensemble }
    if others.isEmpty { return readings.scenarios }
    for other in others { Console.error(difference(other, from: first)) }
    let again = readScenarios(files: files, overrides: overrides.with(first.ensemble))
    try check(again, printsWarnings: false)
    return again.scenarios
  }

  /// The sweep of a file, after its warnings were printed; ends the command when it has an error.
  static func sweep(_ file: String, overrides: ScenarioOverrides) throws -> Sweep {
    let (sweep, diagnostics) = try readSweep(file: file, overrides: overrides)
    Failure.report(diagnostics.messages)
    guard let sweep, !diagnostics.hasErrors else { throw ExitStatus.badInput }
    return sweep
  }

  /// Scenarios under stresses, all of one ensemble, after their warnings were printed; ends the command on an error.
  static func stressed(_ files: [String], by stresses: [String], overrides: ScenarioOverrides) throws
    -> StressedScenarios
  {
    let (result, diagnostics) = try readStressedScenarios(files: files, stresses: stresses, overrides: overrides)
    Failure.report(diagnostics.messages)
    guard let result else { throw ExitStatus.badInput }
    let first = result.grid[0][0]
    let others = result.grid.map { $0[0] }.filter { $0.ensemble != first.ensemble }
    if others.isEmpty { return result }
    for other in others { Console.error(difference(other, from: first)) }
    let common = overrides.with(first.ensemble)
    guard let again = try readStressedScenarios(files: files, stresses: stresses, overrides: common).result else {
      throw ExitStatus.badInput
    }
    return again
  }

  /// Prints what was found and ends the command when a file is not sound.
  static func check(_ readings: ScenarioReadings, printsWarnings: Bool = true) throws {
    if printsWarnings || !readings.areSound {
      for error in readings.inaccessible { Console.error("\(error)") }
      Failure.report(readings.diagnostics.messages)
    }
    if readings.diagnostics.hasErrors { throw ExitStatus.badInput }
    if !readings.inaccessible.isEmpty { throw ExitStatus.unreadableInput }
  }

  private static func difference(_ other: ResolvedScenario, from first: ResolvedScenario) -> String {
    let file = other.chain.first ?? other.id
    return "\(file): warning: its ensemble (\(words(other.ensemble))) is not that of '\(first.id)' "
      + "(\(words(first.ensemble))), which is used for all, so that the scenarios share their draws"
  }

  private static func words(_ ensemble: Ensemble) -> String {
    "\(ensemble.members) members, \(ensemble.sampler.rawValue), seed \(ensemble.seed)"
  }
}

extension ScenarioOverrides {
  /// The overrides with the draws of an ensemble.
  fileprivate func with(_ ensemble: Ensemble) -> ScenarioOverrides {
    ScenarioOverrides(
      members: ensemble.members, seed: ensemble.seed, sampler: ensemble.sampler, horizon: horizon)
  }
}
