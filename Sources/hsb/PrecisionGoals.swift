import Analysis
import ArgumentParser
import Scenarios

/// Reads the goals of `--until`.
enum PrecisionGoals {
  /// The goals for the scenario they are given for; names that are wrong are wrong use.
  static func read(_ texts: [String], for scenarios: [ResolvedScenario]) throws -> [PrecisionGoal] {
    guard let scenario = scenarios.first else { return [] }
    return try texts.map { text in
      do { return try PrecisionGoal(text, scenario: scenario) } catch let error as PrecisionGoal.ParseError {
        throw ValidationError("--until: \(error)")
      }
    }
  }
}
