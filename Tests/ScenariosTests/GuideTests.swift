import District
import Foundation
import Scenarios
import Testing

/// A YAML block of the guide.
private struct GuideExample: Sendable, CustomTestStringConvertible {
  let text: String

  var testDescription: String { String(text.prefix { $0 != "\n" }) }

  static let all: [GuideExample] = {
    let guide = try! Repository.text("docs/SCENARIOS.md")
    return guide.components(separatedBy: "```yaml\n").dropFirst().map {
      GuideExample(text: $0.components(separatedBy: "```")[0])
    }
  }()
}

@Suite("The guide and the files shipped")
struct GuideTests {
  @Test("has examples")
  func count() { #expect(GuideExample.all.count >= 6) }

  @Test("every example resolves without an error", arguments: GuideExample.all)
  private func example(_ example: GuideExample) throws {
    let folder = try ScenarioFolder()
    for file in Repository.scenarios {
      let name = URL(fileURLWithPath: file).lastPathComponent
      try folder.write(try String(contentsOfFile: file, encoding: .utf8), as: "scenarios/\(name)")
    }
    let file = try folder.write(example.text, as: "docs/example.yaml")
    if try Scenario(file: file).isSweep {
      let (sweep, diagnostics) = try readSweep(file: file)
      #expect(sweep != nil && !diagnostics.hasErrors, "\(diagnostics)")
      return
    }
    let readings = readScenarios(files: [file])
    #expect(readings.areSound, "\(readings.diagnostics)")
    #expect(readings.scenarios.count == 1)
  }

  @Test("the form of the contract resolves as it stands")
  func contract() throws {
    let folder = try ScenarioFolder()
    try folder.write("scenario: baseline\ntitle: {zh: 基准, en: Baseline}\nhorizon: 2025\n", as: "baseline.yaml")
    let file = try folder.write(
      """
      scenario: funding-cut            # id: a-z, 0-9, hyphen
      title: {zh: 投入减少三成, en: Funding cut by 30 %}
      description: optional text, or {zh:, en:}
      extends: baseline.yaml           # optional; relative to this file
      district: hongsibao              # built-in name, or path of a folder; default hongsibao
      horizon: 2025                    # last year, 2021 to 2035
      ensemble: {members: 10000, sampler: sobol, seed: 20210410}   # sobol | latin-hypercube | random
      funding:
        plan: planned                  # planned | none | a CSV path
        adjust:                        # applied in this order
          - {multiply: 0.7}
          - {source: min_ning, years: 2023-2025, multiply: 0}
          - {project: [tourism, employment], year: 2024, source: enterprise, add: 0.5}   # 亿元, to each project named
          - {project: clean_energy, delay: 1}             # years later
          - {from: clean_energy, to: [employment, agriculture], share: 0.1}   # moves that share
      events:                          # added to the year's correlated shock, in its standard deviations
        - {year: 2022, shock: tfp_hospitality, sd: -2}
      parameters:                      # an uncertain parameter fixed, or given another distribution
        efficacy.tourism: 0.6
        crowding_in: {pert: [0, 0.1, 0.2]}             # also normal: [mean, sd], uniform: [a, b], triangular: [a, mode, b]
      constants: {water_quota_growth: -0.03}           # a value of aggregates.csv
      targets:                         # added to the district's, or replacing the one of the same id
        - {id: gdp_120_yi, indicator: gdp_nominal, at_least: 120, year: 2025, factor: 1, title: {zh: , en: }}
      """, as: "funding-cut.yaml")
    let readings = readScenarios(files: [file])
    #expect(readings.areSound, "\(readings.diagnostics)")
    // The horizon repeats the parent; the delay moves money past it.
    #expect(readings.diagnostics.messages.map(\.line) == [6, 10])
    let scenario = try #require(readings.scenarios.first)
    let standalone = try folder.write(scenario.standaloneYAML, as: "again.yaml")
    let again = try #require(readScenarios(files: [standalone]).scenarios.first)
    #expect(again.plan == scenario.plan && again.parameters == scenario.parameters)
    #expect(again.fundingPastHorizon == scenario.fundingPastHorizon && !again.fundingPastHorizon.isEmpty)
    #expect(again.targets.map(\.id) == scenario.targets.map(\.id))
  }
}
