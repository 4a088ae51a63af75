import Analysis
import ExampleScenarios
import Projection
import Scenarios
import Testing

/// Two scenarios, two stresses, four replicates of the same size, of which 'second' is the first shifted by a constant
/// under both stresses: their payoffs are noisy, their difference is not.
private func table(shift: Double, level: Double = 0.5) -> RobustnessTable {
  let calm = [0.58, 0.62, 0.61, 0.59]
  let dry = [0.40, 0.44, 0.38, 0.42]
  func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
  let replicates = [[calm, dry], [calm.map { $0 - shift }, dry.map { $0 - shift }]]
  return RobustnessTable(
    scenarios: ["first", "second"], stresses: ["none", "dry"], payoffs: replicates.map { $0.map(mean) },
    satisfactoryLevel: level, byReplicate: replicates, members: [64, 64, 64, 64])
}

@Suite struct RobustnessErrorsTests {
  @Test func errorOfAScoreIsThatOfThePayoffsThatDecideIt() throws {
    let table = table(shift: 0.01)
    let worst = try #require(table.payoffError(scenario: 0, stress: 1))
    // Standard deviation of 0.40, 0.44, 0.38, 0.42 over the root of four.
    #expect(abs(worst - (0.002 / 3.0).squareRoot() / 2) < 1e-15)
    #expect(table.scoreError(.maximin, scenario: 0) == worst)
    #expect(table.scoreError(.satisficing, scenario: 0) == nil)
    let mean = try #require(table.scoreError(.expectedValue, scenario: 0))
    // Means over the stresses by replicate: 0.49, 0.53, 0.495, 0.505.
    let values = [0.49, 0.53, 0.495, 0.505]
    let spread = values.reduce(0) { $0 + ($1 - 0.505) * ($1 - 0.505) } / 3
    #expect(abs(mean - spread.squareRoot() / 2) < 1e-15)
  }

  @Test func pairedDrawsTellApartWhatSingleErrorsWouldNot() {
    // The shift is half a standard error of either payoff, and exact within each replicate.
    let table = table(shift: 0.005)
    for rule in [DecisionRule.expectedValue, .maximin, .minimaxRegret] {
      #expect(table.choice(rule) == ["first"])
      #expect(table.nearTies(rule).isEmpty, "\(rule)")
    }
  }

  @Test func aDifferenceWithinItsErrorIsANearTie() {
    let first = [[0.50, 0.54, 0.46, 0.50]]
    let second = [[0.53, 0.49, 0.50, 0.46]]
    let table = RobustnessTable(
      scenarios: ["first", "second"], stresses: ["none"], payoffs: [[0.5], [0.495]], satisfactoryLevel: 0.5,
      byReplicate: [first, second], members: [64, 64, 64, 64])
    for rule in DecisionRule.allCases {
      #expect(table.choice(rule) == ["first"])
      #expect(table.nearTies(rule) == ["second"], "\(rule)")
    }
  }

  @Test func satisficingCountsAPayoffAtItsLevelAsUnsure() {
    // Under drought 0.41 with an error of 0.013: the level 0.42 may be reached or not.
    let table = table(shift: 0.02, level: 0.4)
    #expect(table.choice(.satisficing) == ["first"] && table.nearTies(.satisficing) == ["second"])
    #expect(self.tableFarBelow.nearTies(.satisficing).isEmpty)
  }

  private var tableFarBelow: RobustnessTable { table(shift: 0.2, level: 0.5) }

  @Test func aRunGivesTheProbabilitiesOfSingleRunsAndTheirErrors() throws {
    func stressed(_ scenario: ResolvedScenario, factor: Double) -> ResolvedScenario {
      var stressed = scenario
      for cell in stressed.plan.amounts.indices { stressed.plan.amounts[cell] *= factor }
      return stressed
    }
    var cut = ExampleScenarios.planned(members: 1_024)
    cut.id = "cut"
    cut = stressed(cut, factor: 0.8)
    let grid = [ExampleScenarios.planned(members: 1_024), cut].map { [$0, stressed($0, factor: 0.5)] }
    let result = try #require(try RobustnessRun(grid, stresses: ["none", "half"]).run())
    let again = try #require(try RobustnessRun(grid, stresses: ["none", "half"], threads: 1).run())
    let alone = try grid.map { try $0.map { try EnsembleRun(Experiment($0)).summarise() } }
    for target in result.targets {
      let table = result.table(of: target, satisfactoryLevel: 0.5)
      #expect(again.table(of: target, satisfactoryLevel: 0.5).payoffs == table.payoffs)
      for row in 0...1 {
        for column in 0...1 {
          let single = try #require(alone[row][column].targets.first { $0.target.id == target.id })
          #expect(table.payoffs[row][column] == single.probability)
          #expect(table.payoffError(scenario: row, stress: column) == single.standardError)
        }
      }
    }
    let all = result.tableOfAll(satisfactoryLevel: 0.5)
    let mean = result.targets.map { result.table(of: $0, satisfactoryLevel: 0.5).payoffs[1][1] }.reduce(0, +)
    #expect(abs(all.payoffs[1][1] - mean / Double(result.targets.count)) < 1e-12)
  }
}
