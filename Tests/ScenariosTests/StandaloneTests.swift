import District
import Foundation
import Sampling
import Scenarios
import Testing

@Suite("A resolved scenario written as one file")
struct StandaloneTests {
  private let everything = """
    description: {zh: "引号“\\"”与\\n换行", en: 'colon: #hash & *star'}
    horizon: 2028
    ensemble: {members: 321, sampler: latin-hypercube, seed: 9223372036854775807}
    funding:
      adjust:
        - {multiply: 0.7000000000000001}
        - {source: min_ning, years: 2023-2025, multiply: 0}
        - {project: [tourism, employment], year: 2024, source: enterprise, add: 1.0e-7}
        - {project: clean_energy, delay: 4}
        - {from: clean_energy, to: [employment, agriculture], share: 0.1}
    events:
      - {year: 2022, shock: tfp_hospitality, sd: -2.25}
    parameters:
      efficacy.tourism: 0.6000000000000001
      crowding_in: {pert: [0, 0.1, 0.2]}
      export_trend_shift: {normal: [0, 1.0e-3]}
    constants: {water_quota_growth: -0.03}
    targets:
      - {id: gdp_120_yi, indicator: gdp_nominal, at_least: 120, year: 2025, factor: 1, title: {zh: , en: }}
      - {id: gdp_100_yi, indicator: income_rural, less_than: ningxia_income_rural, year: 2021-2023, factor: 0.95}
    """

  private func expectSame(_ body: String, overrides: ScenarioOverrides = ScenarioOverrides()) throws {
    let folder = try ScenarioFolder()
    let first = try #require(try folder.resolve(body, overrides: overrides).scenario)
    let file = try folder.write(first.standaloneYAML, as: "standalone.yaml")
    let (scenario, messages) = try Scenario(file: file).resolve(
      overrides: ScenarioOverrides(), library: SmallDistrict.library)
    #expect(messages.errors.isEmpty, "\(messages)\n\(first.standaloneYAML)")
    let second = try #require(scenario)
    #expect(second.id == first.id && second.title == first.title && second.description == first.description)
    #expect(second.horizon == first.horizon && second.ensemble == first.ensemble)
    #expect(second.planBeforeAdjustments == first.planBeforeAdjustments && second.plan == first.plan)
    #expect(second.fundingPastHorizon == first.fundingPastHorizon)
    #expect(second.events == first.events && second.parameters == first.parameters)
    #expect(second.district.constants == first.district.constants)
    #expect(
      second.targets.map { [$0.id, $0.text, $0.statement.zh, $0.statement.en] }
        == first.targets.map { [$0.id, $0.text, $0.statement.zh, $0.statement.en] })
    #expect(second.standaloneYAML == first.standaloneYAML)
  }

  @Test("resolves to the same experiment with every key in use")
  func everyKey() throws { try expectSame(everything) }

  @Test("resolves to the same experiment when nothing is set")
  func nothing() throws { try expectSame("") }

  @Test("carries what the command line set, and leaves out what it cut off")
  func commandLine() throws {
    let body = everything.replacingOccurrences(of: "year: 2022, shock", with: "year: 2027, shock")
    try expectSame(body, overrides: ScenarioOverrides(members: 12, seed: 5, sampler: .random, horizon: 2023))
    try expectSame(body, overrides: ScenarioOverrides(horizon: 2035))
  }

  @Test("names a plan of its own folder by its whole path")
  func planPath() throws {
    let folder = try ScenarioFolder()
    let plan = try folder.write("project,source,year,amount_yi\n", as: "plans/mine.csv")
    let scenario = try folder.resolve("funding: {plan: ./plans/mine.csv}").scenario
    #expect(scenario?.standaloneYAML.contains("plan: \"\(plan)\"") == true)
  }

  @Test(
    "numbers keep all their digits",
    arguments: [0.1, 1.0 / 3, 1e-7, 2.2250738585072014e-308, 1.7976931348623157e308, -0.0, 1e15, 123456.5])
  func numbers(_ value: Double) throws {
    let text = YAMLText.number(value)
    let (tree, _) = try YAMLComposer.compose("a: \(text)", file: "f")
    #expect(tree["a"]?.value.number == value)
  }
}
