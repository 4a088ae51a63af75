import Analysis
import District
import ExampleScenarios
import Projection
import Testing

@Test func shapleyWeightsDivideTheGloveGame() {
  // Three players; 0 has a left glove, 1 and 2 have right ones; a pair is worth 1. Shapley: 2/3, 1/6, 1/6.
  let weights = ShapleyWeights(players: 3)
  var shares = [0.0, 0, 0]
  for coalition in 0..<8 {
    let worth = coalition & 1 == 1 && coalition & 6 != 0 ? 1.0 : 0
    for player in 0..<3 { shares[player] += weights.weight(of: coalition, player: player) * worth }
  }
  #expect(abs(shares[0] - 2.0 / 3) < 1e-15 && abs(shares[1] - 1.0 / 6) < 1e-15 && abs(shares[2] - 1.0 / 6) < 1e-15)
}

@Suite struct AttributionTests {
  @Test(arguments: AttributionAxis.allCases)
  func sharesAddUpToTheTotalEffect(axis: AttributionAxis) throws {
    let experiment = Experiment(ExampleScenarios.planned(members: 256))
    let attribution = try AttributionRun(experiment, axis: axis).attribute()
    for outcome in attribution.outcomes {
      let sum = outcome.shares.reduce(0) { $0 + $1.mean }
      let scale = max(1, abs(outcome.total.mean))
      #expect(abs(sum - outcome.total.mean) < 1e-9 * scale, "\(axis) \(outcome.outcome.id)")
      let solo = outcome.solo.reduce(0) { $0 + $1.mean }
      #expect(abs(outcome.interaction.mean - (outcome.total.mean - solo)) < 1e-9 * scale)
    }
  }

  @Test func totalIsTheDifferenceFromNoFunding() throws {
    let members = 512
    let planned = ExampleScenarios.planned(members: members)
    let attribution = try AttributionRun(Experiment(planned), axis: .source).attribute()
    var none = ExampleScenarios.planned(members: members, funded: false)
    none.id = "none"
    let comparison = try ComparisonRun([Experiment(none), Experiment(planned)]).compare()
    for outcome in attribution.outcomes {
      switch outcome.outcome {
      case .indicator(let id, let year):
        let row = planned.catalogue.index[id]!
        let difference = try #require(comparison[0, indicator: row, year: year - 2020]).moments.mean
        #expect(abs(outcome.total.mean - difference) < 1e-9 * max(1, abs(difference)), "\(id)")
      case .target(let id):
        let change = try #require(comparison.alternatives[0].targets.first { $0.target == id }?.change)
        #expect(abs(outcome.total.mean - change) < 1e-12, "\(id)")
      }
    }
  }

  @Test func projectWithoutLinksAndMoneyHasNoShare() throws {
    var scenario = ExampleScenarios.planned(members: 128)
    let p = scenario.district.projects.firstIndex { $0.id == "governance" }!
    for t in 0..<5 { for f in scenario.district.sources.indices { scenario.plan[t, p, f] = 0 } }
    let attribution = try AttributionRun(Experiment(scenario), axis: .project).attribute()
    for outcome in attribution.outcomes {
      #expect(abs(outcome.shares[p].mean) < 1e-9 && outcome.solo[p].mean == 0 && outcome.last[p].mean == 0)
    }
  }
}
