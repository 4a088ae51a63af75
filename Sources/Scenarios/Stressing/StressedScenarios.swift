import District

/// Scenarios under stresses, each resolved on its own.
public struct StressedScenarios: Sendable {
  /// The stresses, in the order of the files.
  public let stresses: [Stress]
  /// Scenarios as written, then under each stress: by scenario, then 0 for no stress and 1, 2, ... for the stresses.
  public let grid: [[ResolvedScenario]]
}

/// Reads scenario files and stress files, and resolves every scenario under every stress.
///
/// The result is nil when a message is an error. Files are read once.
///
/// - Throws: `FileAccessError` when a file cannot be opened.
public func readStressedScenarios(
  files: [String], stresses: [String], overrides: ScenarioOverrides = ScenarioOverrides()
) throws -> (result: StressedScenarios?, diagnostics: Diagnostics) {
  try readStressedScenarios(files: files, stresses: stresses, overrides: overrides, library: .standard)
}

/// The same with a library of districts and plans.
package func readStressedScenarios(
  files: [String], stresses stressFiles: [String], overrides: ScenarioOverrides, library: ScenarioLibrary
) throws -> (result: StressedScenarios?, diagnostics: Diagnostics) {
  var diagnostics = Diagnostics()
  func note(_ messages: [Diagnostic]) {
    diagnostics.messages += messages.filter { !diagnostics.messages.contains($0) }
  }
  var stresses: [Stress] = []
  for file in stressFiles {
    let (stress, messages) = try Stress.read(file: file)
    note(messages)
    guard let stress else { continue }
    if let first = stresses.first(where: { $0.id == stress.id }) {
      note([Diagnostic(file: file, message: "the id '\(stress.id)' is used twice; first in \(first.file)")])
    }
    stresses.append(stress)
  }
  if diagnostics.hasErrors { return (nil, diagnostics) }
  var grid: [[ResolvedScenario]] = []
  for file in files {
    let scenario = try Scenario(file: file)
    var row: [ResolvedScenario] = []
    func add(_ scenario: Scenario, _ messages: [Diagnostic]) -> Bool {
      let (resolved, found) = scenario.resolve(overrides: overrides, library: library)
      note(messages + found)
      guard let resolved else { return false }
      row.append(resolved)
      return true
    }
    guard add(scenario, []) else { continue }
    for stress in stresses {
      let (stressed, messages) = scenario.under(stress)
      _ = add(stressed, messages)
    }
    grid.append(row)
  }
  return (diagnostics.hasErrors ? nil : StressedScenarios(stresses: stresses, grid: grid), diagnostics)
}
