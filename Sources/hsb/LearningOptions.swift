import ArgumentParser
import District
import Reporting
import Scenarios

/// Options of the commands that learn from observed figures.
struct LearningOptions: ParsableArguments {
  @OptionGroup var figures: ObservationOptions
  @OptionGroup var analysis: AnalysisOptions

  /// Members are held in memory together, so there is a limit.
  func validate() throws {
    if let members = analysis.members, !(2...1_000_000).contains(members) {
      throw ValidationError("--members \(members): expected a whole number from 2 to 1000000")
    }
    try analysis.check()
  }

  /// The scenario of a file, with what the command line sets.
  func scenario(_ file: String) throws -> ResolvedScenario {
    try ScenarioInputs.read([file], overrides: analysis.overrides)[0]
  }
}
