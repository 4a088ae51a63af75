import Analysis
import District
import ExampleScenarios
import Projection
import Testing

@Suite struct MonitoringRunTests {
  private let experiment = Experiment(ExampleScenarios.planned(members: 2_000))

  private func check(_ rows: [String], _ month: String) throws -> Monitoring {
    try MonitoringRun(
      experiment, observations: ExampleObservations.read(rows), asOf: #require(YearMonth(month))
    ).check()
  }

  @Test(
    "states go by probability and by whether time is over",
    arguments: [
      (0.95, true, MonitoringState.met), (0.9, true, .met), (0.89, true, .atRisk), (0.05, true, .outOfReach),
      (0.95, false, .onTrack), (0.67, false, .onTrack), (0.66, false, .atRisk), (0.1, false, .atRisk),
      (0.0999, false, .outOfReach),
    ])
  func states(probability: Double, isOver: Bool, state: MonitoringState) {
    #expect(MonitoringState(probability: probability, isOver: isOver) == state)
  }

  @Test func everyCommitmentAndEveryProjectWithMoneyIsChecked() throws {
    let found = try check([], "2022-06")
    #expect(found.items.count == 14 + 10)
    let first = try #require(found.items.first { $0.id == "infrastructure_30" })
    #expect(first.isOver && first.state == .met && first.money == .notAsked)
    let later = try #require(found.items.first { $0.id == "infrastructure_70" })
    #expect(!later.isOver && later.state == .onTrack)
    // Without figures nothing has changed.
    #expect(found.items.allSatisfy { $0.probability == $0.probabilityBefore && $0.movedBy.isEmpty })
  }

  @Test func figuresPublishedAfterTheMonthOfTheCheckAreNotUsed() throws {
    let rows = ["gdp_nominal,2021,,60,yi_yuan,0.5,2022-08,sourced,late"]
    #expect(try check(rows, "2022-06").figures.isEmpty)
    let known = try check(rows, "2022-11")
    #expect(known.figures.count == 1)
    let gdp = try #require(known.items.first { $0.id == "gdp_100_yi" })
    #expect(gdp.state == .outOfReach && gdp.probability < gdp.probabilityBefore)
    #expect(gdp.movedBy.first?.name == "gdp_nominal@2021" && (gdp.movedBy.first?.size ?? 0) < 0)
    // From 60 in 2021 the median has to grow by more than the projection has it.
    let growth = try #require(gdp.growth)
    #expect(growth.needed > growth.projected && growth.needed > 0.1 && growth.needed < 0.2)
    #expect(gdp.money == .notByMoney(tried: 3))
  }

  @Test func theMultipleOfMoneyIsTheLeastOfItsGridThatPutsAnItemOnTrack() throws {
    let found = try check([], "2021-11")
    let item = try #require(found.items.first { if case .multiplier = $0.money { true } else { false } })
    guard case .multiplier(let multiple) = item.money else { return }
    #expect(item.state == .atRisk || item.state == .outOfReach)
    func probability(_ factor: Double) throws -> Double {
      var scenario = experiment.scenario
      for year in 1..<scenario.plan.years {
        for project in 0..<scenario.plan.projects {
          for source in 0..<scenario.plan.sources { scenario.plan[year, project, source] *= factor }
        }
      }
      scenario.targets = [item.target]
      return try #require(try EnsembleRun(Experiment(scenario)).summarise().targets[0].probability)
    }
    #expect(try probability(multiple) >= MonitoringState.onTrackFrom)
    #expect(try probability(multiple - 1.0 / 16) < MonitoringState.onTrackFrom)
  }
}
