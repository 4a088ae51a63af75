import ExampleScenarios
import Foundation
import Testing

/// The trace of an independent implementation: eight random members, 2021-2027, every series.
private struct KnownTrace: Decodable {
  struct Shocks: Decodable {
    let names: [String]
    let values: [[[Double]]]
  }
  struct Plan: Decodable {
    let projects: [String]
    let sources: [String]
    let years: [Int]
    let values: [[[Double]]]
  }
  let years: [Int]
  let parameters: [String: [Double]]
  let shocks: Shocks
  let plan: Plan
  let series: [String: [[Double]]]
}

@Test func everySeriesAgreesWithTheIndependentTraceTo1e9() throws {
  let url = try #require(
    Bundle.module.url(forResource: "known_trace", withExtension: "json", subdirectory: "KnownAnswers"))
  let known = try JSONDecoder().decode(KnownTrace.self, from: Data(contentsOf: url))
  let scenario = ExampleScenarios.planned(horizon: known.years.last!)
  for (t, projects) in known.plan.values.enumerated() {
    for (p, sources) in projects.enumerated() {
      for (f, amount) in sources.enumerated() { #expect(scenario.plan[t, p, f] == amount) }
    }
  }
  var run = try GivenDraws(scenario)
  #expect(known.shocks.names == run.experiment.district.shocks.map(\.id))
  #expect(Set(known.parameters.keys) == Set(run.experiment.district.parameters.map(\.id)))
  for (id, values) in known.parameters {
    for (member, value) in values.enumerated() { run.set(id, value, member: member) }
  }
  run.run { t, shock, member in member < 8 ? known.shocks.values[t - 1][shock][member] : 0 }
  #expect(known.series.count == run.experiment.catalogue.seriesCount)
  for (id, years) in known.series {
    for (t, members) in years.enumerated() {
      for (member, expected) in members.enumerated() {
        let value = run.values(id, member: member)[t]
        #expect(
          abs(value - expected) <= 1e-9 * max(abs(expected), 1e-3), "\(id), year \(2020 + t), member \(member)")
      }
    }
  }
}
