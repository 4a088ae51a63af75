import Analysis
import Foundation
import Scenarios

/// The objective of an allocation for other programs, and what this one makes of it.
///
/// `allocation-check SCENARIO OUTCOME MEMBERS LIMITS`: prints one line of JSON with the conditions on the amounts, the
/// plan, and the best division found with its value; then reads amounts from the standard input, a division a line,
/// and answers each with its value and derivatives on the very same draws.
@main
struct AllocationCheck {
  private struct Condition: Encodable {
    let indices: [Int]
    let coefficients: [Double]
    let isEquality: Bool
    let bound: Double
  }

  private struct Problem: Encodable {
    let plan: [Double]
    let conditions: [Condition]
    let found: [Double]
    let worth: Double
    let evaluations: Int
    let seconds: Double
  }

  private struct Answer: Encodable {
    let worth: Double
    let gradient: [Double]
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let members = Int(arguments[3]) else {
      FileHandle.standardError.write(Data("allocation-check: wrong arguments\n".utf8))
      exit(64)
    }
    let scenario = try ScenarioVariations(
      file: arguments[1], overrides: ScenarioOverrides(members: members)
    ).scenario
    let limits = try AllocationLimits(file: arguments[4], district: scenario.district, horizon: scenario.horizon)
    let outcome = try ExplainedOutcome(arguments[2], scenario: scenario)
    let run = AllocationRun(scenario, outcome: outcome, rules: AllocationRules(limits: limits))
    let start = ContinuousClock.now
    let result = try run.divide(scenario.plan.total, starts: 1)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let objective = try run.objective(AllocationGoal(outcome))
    let found = objective.cells.amounts(result.best.plan)
    // What the plan gives the amounts that may be chosen, scaled to the budget: where other programs begin.
    let planned = objective.cells.amounts(scenario.plan)
    let open = planned.reduce(0, +)
    try write(
      Problem(
        plan: planned.map { $0 * scenario.plan.total / open },
        conditions: result.bounds.constraints(objective.cells).map {
          Condition(
            indices: $0.terms.map(\.index), coefficients: $0.terms.map(\.coefficient),
            isEquality: $0.relation == .equal, bound: $0.bound)
        }, found: found, worth: try objective.value(found).worth, evaluations: result.evaluations, seconds: seconds))
    while let line = readLine() {
      let value = try objective.value(line.split(separator: " ").map { Double($0)! }, wantsGradient: true)
      try write(Answer(worth: value.worth, gradient: value.gradient))
    }
  }

  private static func write(_ value: some Encodable) throws {
    FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
  }
}
