import Analysis
import ExampleScenarios
import Projection
import Sampling
import Testing

@Test func sweepGivesEachScenarioWhatItsOwnRunGives() throws {
  var experiments: [Experiment] = []
  for index in 0..<20 {
    var scenario = ExampleScenarios.planned(members: 1_100)
    scenario.id = "sweep-\(index)"
    for cell in scenario.plan.amounts.indices { scenario.plan.amounts[cell] *= Double(index) * 0.1 }
    // One scenario in the middle of a group has a parameter of its own.
    if index == 7 { scenario.parameters[0] = .fixed(value: 0.9) }
    experiments.append(Experiment(scenario))
  }
  let summaries = try SweepRun(experiments.map(\.scenario)).summarise()
  #expect(summaries.count == 20)
  for index in [0, 6, 7, 8, 19] {
    let alone = try EnsembleRun(experiments[index]).summarise()
    for id in ["gdp_nominal", "income_rural_to_ningxia", "water_tightness"] {
      for t in 1...5 { #expect(summaries[index][id, year: t] == alone[id, year: t], "\(index) \(id)") }
    }
    #expect(summaries[index].targets.map(\.probability) == alone.targets.map(\.probability))
  }
}
