import Analysis
import ArgumentParser
import District
import Scenarios

/// Reads what `hsb attribute` and `hsb sensitivity` are given: one scenario, and what of it is to be explained.
struct ExplanationInputs {
  /// The scenario.
  let scenario: ResolvedScenario
  /// What is to be explained, at least one.
  let outcomes: [ExplainedOutcome]

  /// - Parameters:
  ///   - file: the scenario file.
  ///   - names: `INDICATOR.YEAR` or ids of targets; the usual outcomes when empty.
  ///   - overrides: what the command line sets.
  init(_ file: String, outcomes names: [String], overrides: ScenarioOverrides) throws {
    scenario = try ScenarioInputs.read([file], overrides: overrides)[0]
    do { outcomes = try ExplainedOutcome.read(names, scenario: scenario) } catch let error as ExplainedOutcome.NameError
    {
      throw ValidationError("--outcome: \(error)")
    }
  }

  /// Stops when a value is not a finite number.
  func requireFinite(_ broken: ExplainedOutcome?) throws {
    guard let broken else { return }
    throw Diagnostic(
      file: scenario.chain.first ?? scenario.id,
      message: "'\(broken.id)' is not a finite number: values of the scenario are too extreme to compute with; nothing "
        + "was written")
  }
}
