import Analysis
import District
import ExampleScenarios
import Projection
import Scenarios
import Testing

@Suite struct CostPerUnitTests {
  private func scenario(_ id: String, _ change: (inout FundingPlan) -> Void) -> Experiment {
    var scenario = ExampleScenarios.planned(members: 1_024)
    scenario.id = id
    change(&scenario.plan)
    return Experiment(scenario)
  }

  private func multiplied(_ factor: Double) -> Experiment {
    scenario("times-\(factor)") { plan in for index in plan.amounts.indices { plan.amounts[index] *= factor } }
  }

  @Test func costIsExtraMoneyOverTheChangeAndItsErrorThatOfARatio() throws {
    let comparison = try ComparisonRun([multiplied(1), multiplied(0.5)]).compare()
    let cost = try #require(comparison.costs(alternative: 0).first { $0.outcome == .indicator("income_all") })
    #expect(cost.verdict == .tradeOff)
    let money = comparison.executed(scenario: 1) - comparison.executed(scenario: 0)
    #expect(abs(cost.money.value - money) < 1e-9 * abs(money))
    let ratio = try #require(cost.cost)
    #expect(abs(ratio.value - 100 * money / cost.change.value) < 1e-9 * ratio.value)
    // The error of a ratio lies below what the two errors would give if they were independent and above nothing.
    let error = try #require(ratio.standardError)
    let moneyError = try #require(cost.money.standardError) / abs(money)
    let changeError = try #require(cost.change.standardError) / abs(cost.change.value)
    #expect(error > 0 && error / ratio.value <= moneyError + changeError)
  }

  @Test func changesOfOutcomesArePairedWithThoseOfTheComparison() throws {
    let comparison = try ComparisonRun([multiplied(1), multiplied(0.7)]).compare()
    let row = comparison.summaries[0].plan.indicators.firstIndex { $0.id == "gdp_real" }!
    let found = try #require(comparison[0, indicator: row, year: 5])
    let cost = try #require(comparison.costs(alternative: 0).first { $0.outcome == .indicator("gdp_real") })
    #expect(abs(cost.change.value - found.moments.mean) < 1e-9)
    let (one, other) = (try #require(cost.change.standardError), try #require(found.meanError))
    #expect(abs(one - other) < 1e-6 * other)
    for cost in comparison.costs(alternative: 0) {
      guard case .target(let id) = cost.outcome else { continue }
      let change = try #require(comparison.alternatives[0].targets.first { $0.target == id })
      #expect(abs(cost.change.value - change.change!) < 1e-12)
      #expect(abs(cost.change.standardError! - change.standardError!) < 1e-12)
    }
  }

  @Test func aTwinIsUndecidedAndDominatesNothing() throws {
    let comparison = try ComparisonRun([multiplied(1), scenario("twin") { _ in }]).compare()
    #expect(comparison.costs(alternative: 0).allSatisfy { $0.verdict == .undecided && $0.cost == nil })
    #expect(comparison.dominating(scenario: 0) == nil && comparison.dominating(scenario: 1) == nil)
  }

  @Test func theSameMoneyWithWeakerEffectIsDominated() throws {
    var weak = ExampleScenarios.planned(members: 1_024)
    weak.id = "weak"
    for index in weak.district.parameters.indices where weak.district.parameters[index].id.hasPrefix("efficacy.") {
      weak.parameters[index] = .fixed(value: 0.05)
    }
    let comparison = try ComparisonRun([multiplied(1), Experiment(weak), multiplied(0.7)]).compare()
    #expect(comparison.executed(scenario: 0) == comparison.executed(scenario: 1))
    #expect(comparison.dominating(scenario: 1) == 0)
    // Less money and less of everything else: neither dominates the other.
    #expect(comparison.dominating(scenario: 0) == nil && comparison.dominating(scenario: 2) == nil)
    let gdp = try #require(comparison.costs(alternative: 0).first { $0.outcome == .indicator("gdp_real") })
    #expect(gdp.verdict == .worse && gdp.cost == nil && gdp.money.value == 0)
  }
}
