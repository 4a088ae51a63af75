import Analysis
import District
import ExampleScenarios
import Projection
import Sampling
import Scenarios
import Testing

@Suite struct SensitivityRunTests {
  private func analysis(_ scenario: ResolvedScenario, _ names: [String], threads: Int? = nil) throws -> Sensitivity {
    let outcomes = try ExplainedOutcome.read(names, scenario: scenario)
    return try SensitivityRun(Experiment(scenario), outcomes: outcomes, resamples: 200, threads: threads).analyse()
  }

  @Test func meanIsThatOfARunOfTheSameMembers() throws {
    let scenario = ExampleScenarios.planned(members: 300)
    let found = try analysis(scenario, ["gdp_nominal.2025", "gdp_100_yi"])
    let summary = try EnsembleRun(Experiment(scenario)).summarise()
    let row = try #require(scenario.catalogue.index["gdp_nominal"])
    let mean = try #require(summary[indicator: row, year: 5]).moments.mean
    #expect(abs(found.outcomes[0].mean - mean) < 1e-9 * mean)
    let target = try #require(summary.targets.first { $0.target.id == "gdp_100_yi" })
    let probability = try #require(target.probability)
    #expect(abs(found.outcomes[1].mean - probability) < 1e-12)
  }

  @Test func swingsAreRunsWithTheParameterFixed() throws {
    let scenario = ExampleScenarios.planned(members: 300)
    let found = try analysis(scenario, ["gdp_nominal.2025"])
    for id in ["value_added_scale", "efficacy.agriculture"] {
      let position = try #require(found.parameters.firstIndex { $0.id == id })
      let index = try #require(scenario.district.parameters.firstIndex { $0.id == id })
      let (ends, swing) = (found.swingEnds[position], found.outcomes[0].swings[position])
      for (end, expected) in [(ends.low, swing.low), (ends.high, swing.high)] {
        var fixed = scenario
        fixed.parameters[index] = .fixed(value: end)
        let summary = try EnsembleRun(Experiment(fixed)).summarise()
        let mean = try #require(summary[indicator: scenario.catalogue.index["gdp_nominal"]!, year: 5]).moments.mean
        #expect(abs(mean - expected) < 1e-9 * mean, "\(id)")
      }
    }
  }

  @Test func whatCannotMatterDoesNot() throws {
    let found = try analysis(ExampleScenarios.planned(members: 256), ["gdp_nominal.2023"])
    let outcome = found.outcomes[0]
    for id in ["shocks.2024", "shocks.2025"] {
      let position = try #require(found.inputs.firstIndex { $0.id == id })
      #expect(outcome.indices.first[position] == 0 && outcome.indices.total[position] == 0)
    }
    let pillar = try #require(found.parameters.firstIndex { $0.id == "pillar_base.environment" })
    #expect(outcome.indices.total[pillar] == 0)
    #expect(outcome.swings[pillar].low == outcome.swings[pillar].high)
    #expect(outcome.screening[pillar].effects.meanMagnitude == 0)
    let scale = try #require(found.parameters.firstIndex { $0.id == "value_added_scale" })
    #expect(outcome.screening[scale].effects.mean > 0 && outcome.indices.total[scale] > 0.1)
  }

  @Test func parametersAndShocksShareTheVariance() throws {
    // What one of two groups explains with others is what the other does not explain alone.
    let found = try analysis(ExampleScenarios.planned(members: 2_048), ["gdp_nominal.2025", "income_rural.2025"])
    let parameters = try #require(found.inputs.firstIndex { $0.id == "parameters" })
    let shocks = try #require(found.inputs.firstIndex { $0.id == "shocks" })
    for outcome in found.outcomes {
      let indices = outcome.indices
      let errors = (try #require(indices.firstError), try #require(indices.totalError))
      for (one, other) in [(parameters, shocks), (shocks, parameters)] {
        let error = errors.0[one] + errors.1[other]
        #expect(abs(indices.first[one] + indices.total[other] - 1) < 4 * error + 1e-9, "\(outcome.outcome.id)")
      }
    }
  }

  @Test func aFixedParameterIsNotAnalysed() throws {
    var scenario = ExampleScenarios.planned(members: 64)
    let all = try analysis(scenario, ["jobs.2022"]).parameters
    scenario.parameters[0] = .fixed(value: 1)
    let fewer = try analysis(scenario, ["jobs.2022"]).parameters
    #expect(fewer.map(\.id) == all.dropFirst().map(\.id))
    for index in scenario.parameters.indices {
      scenario.parameters[index] = .fixed(value: scenario.parameters[index].quantile(0.5))
    }
    let none = try analysis(scenario, ["jobs.2022"])
    #expect(none.parameters.isEmpty && none.inputs.first { $0.id == "parameters" } != nil)
  }

  @Test(arguments: [1, 3, 64, 100]) func fewMembersGiveNumbersOrSayThatNoneAreKnown(members: Int) throws {
    let found = try analysis(ExampleScenarios.planned(members: members), ["gdp_nominal.2025", "gdp_100_yi"])
    #expect(found.firstNonFinite == nil)
    for outcome in found.outcomes {
      #expect((outcome.indices.firstError == nil) == (members <= 64))
      #expect((outcome.indices.first + outcome.indices.total).allSatisfy { $0.isFinite })
      #expect(outcome.information.allSatisfy { $0.expectedShift.isFinite && $0.expectedShift >= 0 })
    }
  }

  @Test(arguments: SamplerKind.allCases) func threadsChangeNothing(sampler: SamplerKind) throws {
    let scenario = ExampleScenarios.planned(members: 300, sampler: sampler)
    let (one, two) = (
      try analysis(scenario, ["gdp_100_yi"], threads: 1), try analysis(scenario, ["gdp_100_yi"], threads: 2)
    )
    #expect(one.outcomes[0].indices == two.outcomes[0].indices)
    #expect(one.outcomes[0].swings == two.outcomes[0].swings)
    #expect(one.outcomes[0].screening == two.outcomes[0].screening)
    #expect(one.outcomes[0].information == two.outcomes[0].information)
  }
}
