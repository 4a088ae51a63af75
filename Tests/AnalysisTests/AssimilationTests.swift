import Analysis
import District
import ExampleScenarios
import Foundation
import LinearAlgebra
import Projection
import Scenarios
import Testing

@Suite struct AssimilationTests {
  @Test func figuresMoveTheProjectionTowardsTheTruthTheyWereMadeFrom() throws {
    // The truth is a member of another seed, far from the middle; its series are observed with small errors.
    let members = 4_096
    let experiment = Experiment(ExampleScenarios.planned(members: members))
    let truth = try Trace(Experiment(ExampleScenarios.planned(members: 64, seed: 99)), members: 64)
    let catalogue = experiment.catalogue
    let scale = catalogue.index["gdp_nominal"]!
    let member = truth.series[scale][0].enumerated().max { $0.element < $1.element }!.offset
    func value(_ id: String, _ t: Int) -> Double { truth.series[catalogue.index[id]!][t][member] }
    var rows: [String] = []
    for (id, unit, share) in [
      ("gdp_nominal", "yi_yuan", 0.005), ("income_rural", "yuan_per_person", 0.005),
      ("income_urban", "yuan_per_person", 0.005), ("ningxia_income_all", "yuan_per_person", 0.005),
      ("outcome.cattle_raised", "wan_head", 0.01), ("pillar.infrastructure", "index", 0.005),
    ] {
      for t in 1...3 { rows.append("\(id),\(2020 + t),,\(value(id, t)),\(unit),\(value(id, t) * share),,derived,twin") }
    }
    let run = AssimilationRun(experiment, observations: try ExampleObservations.read(rows))
    let found = try run.assimilate()
    for id in ["gdp_nominal", "income_rural", "income_urban", "ningxia_income_all", "pillar.infrastructure"] {
      // The year after the last observed one.
      let before = try #require(found.before[id, year: 4]).moments
      let after = try #require(found.after[id, year: 4]).moments
      #expect(after.standardDeviation < 0.75 * before.standardDeviation, "\(id)")
      #expect(abs(value(id, 4) - after.mean) < 4 * after.standardDeviation, "\(id)")
    }
    let gdp = try #require(found.after["gdp_nominal", year: 4]).moments
    let prior = try #require(found.before["gdp_nominal", year: 4]).moments
    #expect(abs(value("gdp_nominal", 4) - gdp.mean) < 0.3 * abs(value("gdp_nominal", 4) - prior.mean))
    #expect(found.diagnostics.posteriorMismatch < 2.5 && found.diagnostics.priorMismatch > 10)
    #expect(!found.diagnostics.isCollapsed && found.diagnostics.degreesOfFreedom <= 18.5)
    // The base-year scale was learnt.
    let learnt = try #require(found.variables.first { found.name(of: $0.variable) == "value_added_scale" })
    #expect(learnt.spreadRatio < 0.4)
    #expect(abs(learnt.posterior.mean - truth.parameters[0][member]) < 4 * learnt.posterior.standardDeviation)
  }

  @Test func parametersStayWithinTheirBoundsHoweverFarTheFiguresLie() throws {
    let experiment = Experiment(ExampleScenarios.planned(members: 1_000))
    let run = AssimilationRun(
      experiment,
      observations: try ExampleObservations.read([
        "gdp_nominal,2021,,900,yi_yuan,0.1,,derived,absurd",
        "outcome.cattle_raised,2022,,90,wan_head,0.1,,derived,absurd",
      ]))
    let found = try run.assimilate()
    for update in found.variables {
      guard case .parameter(let index) = update.variable else { continue }
      let support = experiment.scenario.parameters[index].support
      #expect(update.posterior.quantiles.allSatisfy { $0 >= support.low && $0 <= support.high })
      #expect(update.posterior.mean >= support.low && update.posterior.mean <= support.high)
    }
    #expect(found.after.firstNonFinite == nil)
    #expect(try #require(found.after["gdp_nominal", year: 1]).moments.mean > 80)
  }

  @Test func withoutFiguresNothingChangesButRounding() throws {
    let found = try AssimilationRun(
      Experiment(ExampleScenarios.planned(members: 640)), observations: try ExampleObservations.read([])
    ).assimilate()
    for id in ["gdp_nominal", "income_rural", "pillar.skills"] {
      for t in 0...5 {
        let (before, after) = (try #require(found.before[id, year: t]), try #require(found.after[id, year: t]))
        #expect(abs(before.moments.mean - after.moments.mean) < 1e-9 * abs(before.moments.mean))
      }
    }
    for (before, after) in zip(found.before.targets, found.after.targets) {
      #expect(before.probability == after.probability)
    }
    #expect(found.variables.allSatisfy { $0.spreadRatio == 1 })
  }

  @Test func resultsDoNotDependOnThreads() throws {
    let set = try ExampleObservations.read([
      "gdp_nominal,2022,,80,yi_yuan,2,,derived,x", "income_rural,2021,,12000,yuan_per_person,300,,derived,x",
    ])
    let experiment = Experiment(ExampleScenarios.planned(members: 1_500))
    let runs = try [1, 2, 5].map {
      try AssimilationRun(experiment, observations: set, options: AssimilationOptions(threads: $0)).assimilate()
    }
    for run in runs.dropFirst() {
      #expect(run.posterior.scores == runs[0].posterior.scores)
      #expect(run.after["gdp_nominal", year: 5] == runs[0].after["gdp_nominal", year: 5])
      #expect(run.after.targets == runs[0].after.targets)
    }
  }

  @Test func shocksOfLaterYearsStayAsDrawn() throws {
    let set = try ExampleObservations.read(["gdp_nominal,2021,,75,yi_yuan,1,,derived,x"])
    let found = try AssimilationRun(Experiment(ExampleScenarios.planned(members: 500)), observations: set).assimilate()
    #expect(found.posterior.years == 1)
    #expect(found.variables.count { if case .shock = $0.variable { true } else { false } } == 28)
  }

  @Test func twoFiguresThatDisagreeWeighByTheirErrors() throws {
    // Nearly exact and nearly worthless: the result lies at the first.
    let set = try ExampleObservations.read([
      "ningxia_income_all,2022,,29000,yuan_per_person,10,,derived,a",
      "ningxia_income_all,2022,,31000,yuan_per_person,3000,,derived,b",
    ])
    let found = try AssimilationRun(Experiment(ExampleScenarios.planned(members: 2_000)), observations: set)
      .assimilate()
    #expect(found.conflicts.map(\.key) == ["ningxia_income_all@2022"])
    #expect(abs(found.fits[0].posterior.mean - 29_000) < 20)
  }

  @Test func aStockOfMidYearIsTheMeanOfTheTwoYearEnds() throws {
    let set = try ExampleObservations.read([
      "jobs,2022,1,10,wan_persons,1,,derived,x", "jobs,2022,,10,wan_persons,1,,derived,x",
      "jobs,2021,2,10,wan_persons,1,,derived,x",
    ])
    let found = try AssimilationRun(Experiment(ExampleScenarios.planned(members: 300)), observations: set).assimilate()
    let means = found.fits.map(\.prior.mean)
    #expect(abs(means[0] - (means[1] + means[2]) / 2) < 1e-12)
  }
}
