import District
import Foundation
import Sampling
import Scenarios
import Testing

@Suite("Resolving a scenario")
struct ResolutionTests {
  @Test("defaults are those documented")
  func defaults() throws {
    let (scenario, messages) = try ScenarioFolder().resolve("")
    #expect(messages.isEmpty)
    #expect(scenario?.horizon == 2025)
    #expect(scenario?.ensemble == Ensemble(members: 10_000, sampler: .sobol, seed: 20_210_410))
    #expect(scenario?.plan == SmallDistrict.district.plan)
    #expect(scenario?.parameters == SmallDistrict.district.parameters.map(\.distribution))
    #expect(scenario?.targets == SmallDistrict.district.targets)
    #expect(scenario?.description == nil)
  }

  @Test("parameters take numbers and the four distributions")
  func parameters() throws {
    let (scenario, messages) = try ScenarioFolder().resolve(
      "parameters: {efficacy.tourism: {uniform: [0.6, 0.9]}, crowding_in: {triangular: [0, 0.1, 0.2]}, export_trend_shift: 0.01}"
    )
    #expect(messages.isEmpty)
    #expect(
      scenario?.parameters == [
        .uniform(low: 0.6, high: 0.9), .triangular(low: 0, mode: 0.1, high: 0.2), .fixed(value: 0.01),
      ])
  }

  @Test("a distribution outside the district's range, or equal to it, is a warning")
  func parameterWarnings() throws {
    let outside = try ScenarioFolder().resolve("parameters: {efficacy.tourism: 1.5}").messages
    #expect(outside.count == 1 && outside[0].severity == .warning)
    #expect(outside[0].message.contains("0.5 to 1.3"))
    let equal = try ScenarioFolder().resolve(
      "parameters: {efficacy.tourism: {pert: [0.5, 1, 1.3]}}\nconstants: {water_quota_growth: 0.015}"
    ).messages
    #expect(equal.count == 2)
    #expect(equal.allSatisfy { $0.severity == .warning && $0.message.contains("changes nothing") })
  }

  @Test("targets are added, or replace the one of the same id")
  func targets() throws {
    let (scenario, messages) = try ScenarioFolder().resolve(
      """
      targets:
        - {id: gdp_100_yi, indicator: gdp_nominal, at_least: 110, year: 2025, title: {zh: 一百一十亿, en: "110"}}
        - {id: parity, indicator: income_rural, at_least: ningxia_income_rural, years: 2023-2025, factor: 0.9, title: {zh: , en: }}
      """)
    #expect(messages.isEmpty, "\(messages)")
    let targets = try #require(scenario?.targets)
    #expect(targets.map(\.id) == ["gdp_100_yi", "parity"])
    #expect(targets[0].threshold == .number(110) && targets[0].comparison == .atLeast)
    #expect(targets[0].statement.zh == "一百一十亿")
    #expect(targets[1].threshold == .series("ningxia_income_rural") && targets[1].years == 2023...2025)
    #expect(targets[1].statement.en == "income_rural >= 0.9 x ningxia_income_rural in every year 2023-2025")
    let value = try #require(scenario?.values.first { $0.path == "targets.gdp_100_yi" })
    #expect(value.overrides?.contains("gdp_nominal > 100 in 2025") == true)
  }

  @Test("a target past the horizon or like the district's is a warning")
  func targetWarnings() throws {
    let messages = try ScenarioFolder().resolve(
      """
      horizon: 2024
      targets:
        - {id: gdp_100_yi, indicator: gdp_nominal, more_than: 100, year: 2025}
      """
    ).messages
    #expect(messages.count == 2 && messages.errors.isEmpty)
  }

  @Test("the command line overrides, and is named as the origin")
  func overrides() throws {
    let overrides = ScenarioOverrides(members: 64, seed: 3, sampler: .random, horizon: 2030)
    let (scenario, messages) = try ScenarioFolder().resolve(
      "ensemble: {members: 5}\nhorizon: 2024", overrides: overrides)
    #expect(messages.isEmpty)
    #expect(scenario?.ensemble == Ensemble(members: 64, sampler: .random, seed: 3))
    #expect(scenario?.horizon == 2030 && scenario?.plan.years == 10)
    let value = try #require(scenario?.values.first { $0.path == "ensemble.members" })
    #expect(value.origin == "command line" && value.overrides?.hasPrefix("5 (") == true)
    let bad = try ScenarioFolder().resolve("", overrides: ScenarioOverrides(members: 0, horizon: 2050)).messages.errors
    #expect(bad.count == 2)
  }

  @Test("events past a horizon the command line shortened are left out with a warning")
  func shortened() throws {
    let body = "events: [{year: 2022, shock: export, sd: 1}, {year: 2025, shock: export, sd: 1}]"
    let (scenario, messages) = try ScenarioFolder().resolve(body, overrides: ScenarioOverrides(horizon: 2023))
    #expect(messages.count == 1 && messages[0].severity == .warning)
    #expect(scenario?.events.map(\.year) == [2022])
  }

  @Test("every fault of a file is told in one pass, in the order of the file")
  func onePass() throws {
    let messages = try ScenarioFolder().resolve(
      """
      horizon: 2040
      horizon: 2041
      ensemble: {members: -1, sampler: none}
      funding:
        plan: missing.csv
        adjust:
          - {multiply: x}
          - {project: nowhere, delay: 0}
      events:
        - {year: 2029, shock: export, sd: 1}
        - {year: 2022, shock: exprt, sd: big}
      parameters: {crowding_in: {pert: [3, 2, 1]}}
      constants: {population_2020: 1}
      targets:
        - {id: A, indicator: gdp_nominal, at_least: 1, year: 2025}
      unknown: 1
      """
    ).messages.errors
    #expect(messages.map { $0.line! } == [4, 4, 5, 5, 7, 9, 10, 10, 12, 13, 13, 14, 15, 17, 18])
  }

  @Test("two files with the same id are an error, a missing one is told apart")
  func severalFiles() throws {
    let folder = try ScenarioFolder()
    let text = "scenario: same\ntitle: {zh: 题, en: T}\n"
    let one = try folder.write(text, as: "one.yaml")
    let two = try folder.write(text, as: "two.yaml")
    let readings = readScenarios(
      files: [one, two, folder.path + "/missing.yaml"], overrides: ScenarioOverrides(), library: SmallDistrict.library)
    #expect(readings.inaccessible.count == 1)
    #expect(readings.diagnostics.messages.count == 1)
    #expect(
      readings.diagnostics.messages[0].message.contains("the scenario id 'same' is used twice; first in \(one):1"))
  }

  @Test("values of the district are told with file, line, status and source")
  func origins() throws {
    let readings = readScenarios(files: ["\(Repository.root)/scenarios/baseline.yaml"])
    let scenario = try #require(readings.scenarios.first)
    let values = Dictionary(scenario.values.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(values.count == scenario.values.count)
    for (path, file) in [
      ("parameters.efficacy.tourism", "uncertain_parameters.csv"),
      ("parameters.crowding_in", "uncertain_parameters.csv"),
      ("constants.urban_share_2025", "aggregates.csv"), ("targets.gdp_100_yi", "targets.csv"),
    ] {
      let value = try #require(values[path])
      #expect(value.origin.hasPrefix("district: \(file):") && value.origin.contains(value.status), "\(value)")
      #expect(InputStatus(rawValue: value.status) != nil)
    }
    let district = scenario.values.filter { $0.status == "district" }
    #expect(district.isEmpty, "\(district.map(\.path))")
    for parameter in scenario.district.parameters { #expect(values["parameters.\(parameter.id)"] != nil) }
  }

  @Test("a distribution the equations cannot work with is an error")
  func hardBounds() throws {
    for text in ["efficacy.tourism: -1", "crowding_in: {normal: [0, 1]}", "efficacy.tourism: {uniform: [0.5, 11]}"] {
      let errors = try ScenarioFolder().resolve("parameters: {\(text)}").messages.errors
      #expect(errors.count == 1, "\(text): \(errors)")
      #expect(errors.first?.message.contains("it ranges from") == true)
    }
  }

  @Test("values past the last year of the plan say how they run on")
  func rules() throws {
    let (scenario, _) = try ScenarioFolder().resolve("horizon: 2035")
    let rules = scenario!.values.filter { $0.path.hasPrefix("rule.") }
    #expect(rules.contains { $0.path == "rule.plan_after_2025" && $0.value.hasPrefix("0:") })
    #expect(rules.contains { $0.path == "rule.urban_share_after_2025" })
    #expect(scenario!.values.filter { $0.path.hasPrefix("funding.total.") }.count == 15)
  }
}
