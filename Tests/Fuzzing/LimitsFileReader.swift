import Analysis
import District
import Foundation
import Scenarios

/// `hsb optimize --limits`.
struct LimitsFileReader: FuzzedReader {
  let name = "limits"
  let weight = 5
  private let files = ScenarioFiles(
    Corpus.files("scenarios/limits", ending: ".yaml").map(\.bytes)
      + Array(repeating: Array(Self.everyKey.utf8), count: 4))

  func prepare(_ folder: String) throws {}

  func input(_ random: inout InputRandom) -> HostileInput { files.input(&random) }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    let scenario = Self.scenario
    let limits = try AllocationLimits(
      file: "\(folder)/test.yaml", district: scenario.district, horizon: scenario.horizon)
    if goesOn {
      // Limits that leave no room are said by another sentence: that is an answer.
      let rules = AllocationRules(limits: limits)
      do {
        _ = try rules.bounds(scenario, cells: rules.cells(scenario), budget: scenario.plan.total)
      } catch is AllocationError {}
    }
    return Reading(isWhole: true)
  }

  private static let scenario = readScenarios(
    files: ["\(Corpus.root)/scenarios/baseline.yaml"], overrides: ScenarioOverrides(), library: Use.library
  ).scenarios[0]

  private static let everyKey = """
    project_range: [0.25, 2]
    source_ceiling: 1.5
    year_ceiling: 1.1
    absorption: 0.9
    projects:
      tourism: {minimum: 1, maximum: 4.5, yearly: 2}
      clean_energy: {maximum: 0}
    sources:
      enterprise: {maximum: 30, pays: [clean_energy, tourism]}
      min_ning: {pays: employment}
    years:
      - {year: 2021, maximum: 25}
      - {year: 2025, maximum: 0}

    """
}
