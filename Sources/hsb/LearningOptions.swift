import ArgumentParser
import District
import LinearAlgebra
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

  /// Learns from figures. Where they move the members out of all bounds, their file is what to look at.
  func learning<Value>(from observations: ObservationSet, _ work: () throws -> Value) throws -> Value {
    do { return try work() } catch LinearAlgebraError.nonFiniteValue {
      throw Diagnostic(
        file: observations.file, line: 1, column: 1,
        message: "the update by these figures leads to values that are not finite: they lie too many of their errors "
          + "from what the scenario projects, or the scenario itself is too extreme; expected values, units and errors "
          + "that agree with the indicators")
    }
  }

  /// The scenario of a file, with what the command line sets.
  func scenario(_ file: String) throws -> ResolvedScenario {
    try ScenarioInputs.read([file], overrides: analysis.overrides)[0]
  }
}
