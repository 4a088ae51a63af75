import Analysis
import ExampleScenarios
import Foundation
import Projection
import Reporting
import Testing

/// The form of the contract. The decoder reads numbers to the last bit.
private struct TraceForm: Decodable {
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
  let schema: String
  let scenario: String
  let years: [Int]
  let parameters: [String: [Double]]
  let shocks: Shocks
  let events: [[Double]]
  let plan: Plan
  let series: [String: [[Double]]]
}

@Suite struct TraceFileTests {
  @Test func theTraceHasTheFormOfTheContractAtFullPrecision() throws {
    let scenario = ExampleScenarios.planned(horizon: 2023)
    let district = scenario.district
    let trace = try Trace(Experiment(scenario), members: 3)
    let bytes = TraceFile(trace, scenario: scenario).json()
    let json = try JSONDecoder().decode(TraceForm.self, from: Data(bytes))
    #expect(json.schema == "hsb/trace/1" && json.scenario == scenario.id)
    #expect(json.years == [2020, 2021, 2022, 2023])
    #expect(json.parameters.count == district.parameters.count)
    for (parameter, values) in zip(district.parameters, trace.parameters) {
      #expect(json.parameters[parameter.id] == values)
    }
    #expect(json.shocks.names == district.shocks.map(\.id))
    #expect(json.shocks.values == trace.shocks)
    #expect(json.events == trace.events)
    #expect(json.plan.projects == district.projects.map(\.id) && json.plan.sources == district.sources.map(\.id))
    #expect(json.plan.years == [2021, 2022, 2023])
    #expect(json.plan.values.flatMap { $0.flatMap { $0 } } == scenario.plan.amounts)
    let indicators = scenario.catalogue.indicators.prefix(scenario.catalogue.seriesCount)
    #expect(json.series.count == indicators.count)
    for (indicator, values) in zip(indicators, trace.series) { #expect(json.series[indicator.id] == values) }
  }
}
