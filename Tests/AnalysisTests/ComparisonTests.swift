import Analysis
import District
import ExampleScenarios
import Projection
import Scenarios
import Testing

/// The planned scenario with all money multiplied.
private func multiplied(_ factor: Double, members: Int = 2_000) -> ResolvedScenario {
  var scenario = ExampleScenarios.planned(members: members)
  scenario.id = "times-\(factor)"
  for index in scenario.plan.amounts.indices { scenario.plan.amounts[index] *= factor }
  return scenario
}

@Suite struct ComparisonTests {
  @Test func differencesAreThoseOfTheTracesMemberByMember() throws {
    let members = 2_000
    let experiments = [multiplied(1), multiplied(0.7)].map { Experiment($0) }
    let comparison = try ComparisonRun(experiments).compare()
    let traces = try experiments.map { try Trace($0, members: members) }
    for id in ["gdp_nominal", "income_rural", "pillar.infrastructure", "executed.tourism", "water_tightness"] {
      let row = experiments[0].catalogue.index[id]!
      for t in [1, 5] {
        let differences = zip(traces[1].series[row][t], traces[0].series[row][t]).map { $0 - $1 }
        let found = try #require(comparison[0, indicator: row, year: t])
        let mean = differences.reduce(0, +) / Double(members)
        #expect(abs(found.moments.mean - mean) <= 1e-10 * max(1, abs(mean)), "\(id)")
        #expect(found.probabilityHigher == Double(differences.filter { $0 > 0 }.count) / Double(members))
        #expect(found.probabilityLower == Double(differences.filter { $0 < 0 }.count) / Double(members))
        let sorted = differences.sorted()
        let median = (sorted[members / 2 - 1] + sorted[members / 2]) / 2
        #expect(abs(found.moments.quantiles[2] - median) <= 2e-3 * abs(median) + 1e-9, "\(id) \(t)")
      }
    }
  }

  @Test func scenarioComparedWithItselfDiffersNowhere() throws {
    var twin = multiplied(1)
    twin.id = "twin"
    let comparison = try ComparisonRun([Experiment(multiplied(1)), Experiment(twin)]).compare()
    for t in 0...5 {
      for index in comparison.summaries[0].plan.indicators.indices {
        guard let difference = comparison[0, indicator: index, year: t] else { continue }
        #expect(difference.moments.minimum == 0 && difference.moments.maximum == 0)
        #expect(difference.probabilityHigher == 0 && difference.probabilityLower == 0)
      }
    }
    for target in comparison.alternatives[0].targets { #expect(target.change == 0) }
  }

  @Test func summariesOfAComparisonAreThoseOfSingleRuns() throws {
    let experiment = Experiment(multiplied(0.7))
    let alone = try EnsembleRun(experiment).summarise()
    let comparison = try ComparisonRun([Experiment(multiplied(1)), experiment]).compare()
    for t in 0...5 {
      for index in alone.plan.indicators.indices {
        #expect(comparison.summaries[1][indicator: index, year: t] == alone[indicator: index, year: t])
      }
    }
    #expect(comparison.summaries[1].targets == alone.targets)
  }

  @Test func moreScenariosThanRunAtATimeAreThoseOfPairs() throws {
    let factors = [1, 0.9, 0.8, 0.7, 0.6, 0.5]
    let all = try ComparisonRun(factors.map { Experiment(multiplied($0, members: 700)) }).compare()
    #expect(all.summaries.count == 6 && all.alternatives.count == 5)
    for index in 1..<factors.count {
      let pair = try ComparisonRun([factors[0], factors[index]].map { Experiment(multiplied($0, members: 700)) })
        .compare()
      #expect(all.summaries[index].targets == pair.summaries[1].targets)
      #expect(all.alternatives[index - 1].targets == pair.alternatives[0].targets)
      for row in all.summaries[0].plan.indicators.indices {
        #expect(all[index - 1, indicator: row, year: 5] == pair[0, indicator: row, year: 5])
      }
    }
  }

  @Test func pairingMakesTheErrorOfADifferenceSmall() throws {
    let comparison = try ComparisonRun([Experiment(multiplied(1)), Experiment(multiplied(0.9))]).compare()
    let row = comparison.summaries[0].plan.indicators.firstIndex { $0.id == "gdp_nominal" }!
    let level = try #require(comparison.summaries[0][indicator: row, year: 5]?.meanError)
    let difference = try #require(comparison[0, indicator: row, year: 5]?.meanError)
    #expect(difference < level / 3)
  }

  @Test func scenariosWithOtherDrawsAreRefused() throws {
    var other = multiplied(0.7)
    other.ensemble.seed = 8
    #expect(throws: ComparisonError.self) { try ComparisonRun([Experiment(multiplied(1)), Experiment(other)]) }
    var fewer = multiplied(0.7)
    fewer.ensemble.members = 1_000
    #expect(throws: ComparisonError.self) { try ComparisonRun([Experiment(multiplied(1)), Experiment(fewer)]) }
  }
}
