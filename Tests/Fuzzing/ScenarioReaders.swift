import Analysis
import District
import Foundation
import Projection
import Scenarios

/// The YAML files of scenarios, and what is read from beside them: parents, plans, links.
struct ScenarioFiles: Sendable {
  private let seeds: [YAMLSeed]
  private let mutations: NodeMutations
  private let plan: TableSeed

  init(_ seeds: [[UInt8]]) {
    self.seeds = seeds.map(YAMLSeed.init)
    mutations = NodeMutations(donors: self.seeds.compactMap(\.document))
    plan = TableSeed(Array(Self.plan.utf8))
  }

  /// The shipped scenarios, those of the gallery of broken files, and one that uses every key.
  static let scenarios =
    Array(repeating: Corpus.files("scenarios", ending: ".yaml").map(\.bytes), count: 8).flatMap(\.self)
    + Corpus.files("Tests/ScenariosTests/Gallery", ending: ".yaml").map(\.bytes)
    + Array(repeating: Array(everyKey.utf8), count: 80)

  /// Sweeps, shipped and broken.
  static let sweeps =
    Array(repeating: Corpus.files("scenarios/sweeps", ending: ".yaml").map(\.bytes), count: 20).flatMap(\.self)
    + Corpus.files("Tests/ScenariosTests/Gallery/sweeps", ending: ".yaml").map(\.bytes)
    + Array(repeating: Array((everyKey.replacingOccurrences(of: "0.7}", with: "$one}") + sweep).utf8), count: 40)

  /// Writes the files that inputs may refer to: shipped scenarios, and links that lead out of the folder.
  func prepare(_ folder: String) throws {
    for (name, bytes) in Corpus.files("scenarios", ending: ".yaml") {
      try HostileInput.write(bytes, to: "\(folder)/\(name)")
    }
  }

  /// A changed scenario with a plan, which is changed as well one time in four.
  func input(_ random: inout InputRandom) -> HostileInput {
    var input = HostileInput()
    let seed = random.one(of: seeds)
    input.files["test.yaml"] = seed.changed(by: mutations, &random)
    input.files["plan.csv"] = random.once(in: 4) ? plan.changed(&random) : plan.bytes
    return input
  }

  private static let plan = """
    project,source,year,amount_yi
    agriculture,central_fiscal,2021,0.5
    tourism,min_ning,2022,1.25
    clean_energy,enterprise,2025,3
    infrastructure,central_fiscal,2030,0.1

    """

  private static let everyKey = """
    scenario: test
    title: {zh: 测试, en: Test}
    description: {zh: "引号", en: 'colon: #hash & *star'}
    extends: baseline.yaml
    district: hongsibao
    horizon: 2028
    ensemble: {members: 321, sampler: latin-hypercube, seed: 7}
    funding:
      plan: plan.csv
      adjust:
        - {multiply: 0.7}
        - {source: min_ning, years: 2021-2025, multiply: 0.5}
        - {project: [tourism, employment], year: 2024, source: enterprise, add: 0.5}
        - {project: clean_energy, delay: 2}
        - {from: clean_energy, to: [employment, agriculture], share: 0.1}
    events:
      - {year: 2022, shock: tfp_hospitality, sd: -2.25}
      - {year: 2023, shock: export, sd: 1}
    parameters:
      efficacy.tourism: 0.6
      crowding_in: {pert: [0, 0.1, 0.2]}
      outside_wage_trend: {normal: [0.02, 0.01]}
      value_added_scale: {uniform: [0.9, 1.1]}
      purchase_additionality: {triangular: [0.2, 0.5, 0.6]}
    constants: {water_quota_growth: -0.03}
    targets:
      - {id: gdp_120_yi, indicator: gdp_nominal, at_least: 120, year: 2025, factor: 1, title: {zh: 目标, en: Target}}

    """

  private static let sweep = """
    sweep:
      axes:
        one: [0, 0.5, 1]
      combine: grid
      indicators: [gdp_nominal, income_rural]

    """
}

/// `hsb run`, `hsb validate` and whatever else reads a scenario.
struct ScenarioFileReader: FuzzedReader {
  let name = "scenario"
  let weight = 40
  private let files = ScenarioFiles(ScenarioFiles.scenarios)

  func prepare(_ folder: String) throws { try files.prepare(folder) }

  func input(_ random: inout InputRandom) -> HostileInput { files.input(&random) }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    let readings = readScenarios(files: ["\(folder)/test.yaml"], overrides: ScenarioOverrides(), library: Use.library)
    if let error = readings.inaccessible.first { throw error }
    if goesOn, let scenario = readings.scenarios.first { try Use.run(scenario) }
    return Reading(messages: readings.diagnostics.messages, isWhole: !readings.scenarios.isEmpty)
  }
}

/// `hsb sweep`.
struct SweepFileReader: FuzzedReader {
  let name = "sweep"
  let weight = 10
  private let files = ScenarioFiles(ScenarioFiles.sweeps)

  func prepare(_ folder: String) throws { try files.prepare(folder) }

  func input(_ random: inout InputRandom) -> HostileInput { files.input(&random) }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    let (sweep, diagnostics) = try readSweep(
      file: "\(folder)/test.yaml", overrides: ScenarioOverrides(), library: Use.library)
    if goesOn, let point = sweep?.points.last { try Use.run(point.scenario) }
    return Reading(messages: diagnostics.messages, isWhole: sweep != nil)
  }
}

/// `hsb robustness --stress`: the changed file is laid over a sound scenario.
struct StressFileReader: FuzzedReader {
  let name = "stress"
  let weight = 8
  private let files = ScenarioFiles(ScenarioFiles.scenarios)

  func prepare(_ folder: String) throws { try files.prepare(folder) }

  func input(_ random: inout InputRandom) -> HostileInput { files.input(&random) }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    let (result, diagnostics) = try readStressedScenarios(
      files: ["\(folder)/baseline.yaml"], stresses: ["\(folder)/test.yaml"],
      overrides: ScenarioOverrides(), library: Use.library)
    if goesOn, let scenario = result?.grid.first?.last { try Use.run(scenario) }
    return Reading(messages: diagnostics.messages, isWhole: result != nil)
  }
}

/// What is done with a scenario that was read soundly: a small ensemble of it.
enum Use {
  /// What scenarios are read with: as the program does it, but that the built-in district is read once for all inputs.
  static var library: ScenarioLibrary {
    ScenarioLibrary(
      district: { name, folder in
        District.builtInNames.contains(name) ? Corpus.district : try District.named(name, relativeTo: folder)
      },
      plan: { try FundingPlan.read(file: $0, district: $1).plan })
  }

  /// Runs 64 members; results that are not finite are the matter of the command, which says so.
  static func run(_ scenario: ResolvedScenario) throws {
    var scenario = scenario
    scenario.ensemble.members = 64
    _ = try EnsembleRun(Experiment(scenario), threads: 1).summarise()
  }
}
