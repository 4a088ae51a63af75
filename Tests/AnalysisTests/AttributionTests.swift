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

/// Divides a game by a plan of coalitions: the shares, in the order of the players.
private func shares(_ players: Int, replicate: Int = 0, worth: ([Bool]) -> Double) throws -> [Double] {
  let plan = try CoalitionPlan(players: (0..<players).map { "player \($0)" }, seed: 7)
  var shares = Array(repeating: 0.0, count: players)
  for coalition in plan.coalitions(replicate: replicate) {
    for entry in coalition.entries where entry.row < players {
      shares[entry.row] += entry.weight * worth(coalition.players)
    }
  }
  return shares
}

@Test func exactSharesAreThoseOfTheAxioms() throws {
  // The majority game of four with weights 3, 2, 2 and 0: any two of the first three win; the last never matters.
  let weights = [3.0, 2, 2, 0]
  let found = try shares(4) { inside in
    zip(inside, weights).reduce(0) { $1.0 ? $0 + $1.1 : $0 } >= 4 ? 1 : 0
  }
  for (share, expected) in zip(found, [1.0 / 3, 1.0 / 3, 1.0 / 3, 0]) { #expect(abs(share - expected) < 1e-15) }
}

@Test(arguments: [9, 23]) func sharesOfAnyGameAddUpAndThoseOfAnAdditiveOneAreEachPlayersOwn(players: Int) throws {
  let own = (0..<players).map { Double($0 * $0 % 7) - 2.5 }
  let additive = try shares(players) { inside in zip(inside, own).reduce(0) { $1.0 ? $0 + $1.1 : $0 } }
  for (share, expected) in zip(additive, own) { #expect(abs(share - expected) < 1e-12) }
  func worth(_ inside: [Bool]) -> Double {
    let sum = zip(inside, own).reduce(0) { $1.0 ? $0 + $1.1 : $0 }
    return sum * sum + (inside[0] && inside[1] ? 3 : 0)
  }
  let total = worth(Array(repeating: true, count: players))
  for replicate in [0, 5] {
    #expect(abs(try shares(players, replicate: replicate, worth: worth).reduce(0, +) - total) < 1e-9 * total.magnitude)
  }
}

@Test func sampledOrdersComeNearTheExactShares() throws {
  // phi_i = a_i sum(a) for v = (sum of a)^2; the mean over replicates lies within a few of their standard errors.
  let own = (0..<20).map { 1 + Double($0 % 5) / 4 }
  let byReplicate = try (0..<16).map { replicate in
    try shares(20, replicate: replicate) { inside in
      let sum = zip(inside, own).reduce(0) { $1.0 ? $0 + $1.1 : $0 }
      return sum * sum
    }
  }
  for player in own.indices {
    let values = byReplicate.map { $0[player] }
    let mean = values.reduce(0, +) / 16
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 15 / 16
    #expect(abs(mean - own[player] * own.reduce(0, +)) <= 5 * variance.squareRoot() + 1e-9)
  }
}

@Suite struct AttributionTests {
  @Test func aCellAloneDoesWhatItsChannelAloneDoes() throws {
    let experiment = Experiment(ExampleScenarios.planned(members: 128))
    let channels = try AttributionRun(experiment, axis: .channel).attribute()
    let cells = try AttributionRun(experiment, axis: .sectorChannel).attribute()
    #expect(channels.isExact && !cells.isExact)
    let channel = try #require(channels.players.firstIndex(of: "water"))
    let cell = try #require(cells.players.firstIndex(of: "water"))
    for (one, other) in zip(channels.outcomes, cells.outcomes) {
      #expect(one.solo[channel] == other.solo[cell] && one.total == other.total)
      #expect(one.last[channel] == other.last[cell])
    }
  }

  @Test func namesOfOutcomesAreReadStrictly() throws {
    let scenario = ExampleScenarios.planned(members: 64)
    #expect(
      try ExplainedOutcome.read(["jobs.2023", "gdp_100_yi", "jobs.2023"], scenario: scenario)
        == [.indicator("jobs", year: 2023), .target("gdp_100_yi")])
    for (name, words) in [
      ("jobs", "neither"), ("jobz.2023", "did you mean 'jobs'"), ("jobs.2020", "2021 to"), ("gdp_100_y", "gdp_100_yi"),
    ] {
      let error = #expect(throws: ExplainedOutcome.NameError.self) {
        try ExplainedOutcome(name, scenario: scenario)
      }
      #expect(error?.description.contains(words) == true, "\(name): \(String(describing: error))")
    }
  }

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
