import Analysis
import District
import Foundation
import Projection
import Reporting
import Scenarios

/// Folders of results, as `hsb compare`, `report`, `plot`, `export` and `diff` read them: one file is changed, and in
/// half of the inputs the manifest says that this is how it was written.
struct ResultFolderReader: FuzzedReader {
  let name = "results"
  let weight = 6
  private let files: [(name: String, seed: TableSeed)]
  private let manifest: FuzzNode
  private let manifestText: String
  private let mutations: NodeMutations

  init() {
    let scenario = resolved()
    do {
      let experiment = Experiment(scenario)
      let summary = try EnsembleRun(experiment, threads: 1).summarise()
      let report = RunReport(scenario: scenario, summary: summary, baseLevels: [], language: .zh)
      let record = RunRecord(
        program: "hsb", version: "0", commit: "none", threads: 1, tileMembers: 256, linearAlgebra: "none",
        linearAlgebraOptions: "none", readSeconds: 0, ensembleSeconds: 0, baseLevelSeconds: 0)
      let written = report.files(record)
      manifestText = String(decoding: written.last!.bytes, as: UTF8.self)
      files = written.dropLast().map { ($0.name, TableSeed($0.bytes)) }
      manifest = FuzzNode.read(manifestText)!
      mutations = NodeMutations(donors: [manifest])
    } catch { fatalError("the seed of the results: \(error)") }

    func resolved() -> ResolvedScenario {
      let file = "\(Corpus.root)/scenarios/baseline.yaml"
      let overrides = ScenarioOverrides(members: 1024, seed: 7, sampler: .sobol, horizon: 2025)
      do { return try resolveScenarios(files: [file], overrides: overrides)[0] } catch { fatalError("\(error)") }
    }
  }

  func prepare(_ folder: String) throws {}

  func input(_ random: inout InputRandom) -> HostileInput {
    var input = HostileInput()
    for (name, seed) in files { input.files["run/\(name)"] = seed.bytes }
    input.files["run/manifest.json"] = Array(manifestText.utf8)
    if random.once(in: 3) {
      let changed =
        random.below(4) > 0
        ? Array(NodeText.json(mutations.changed(manifest, &random)).utf8)
        : ByteMutations.changed(Array(manifestText.utf8), &random)
      input.files["run/manifest.json"] = random.once(in: 15) ? ByteMutations.disguised(changed, &random) : changed
      return input
    }
    let (name, seed) = random.one(of: files)
    let changed = name.hasSuffix(".csv") ? seed.changed(&random) : ByteMutations.changed(seed.bytes, &random)
    input.files["run/\(name)"] = changed
    if random.once(in: 2) {
      let said = manifestText.replacingOccurrences(
        of: SHA256.hexadecimal(of: seed.bytes), with: SHA256.hexadecimal(of: changed))
      input.files["run/manifest.json"] = Array(said.utf8)
    }
    return input
  }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    _ = try FinishedRun(folder: "\(folder)/run")
    _ = try StoredResults(folder: "\(folder)/run")
    if goesOn { _ = try ReportedRun(folder: "\(folder)/run") }
    return Reading(isWhole: true)
  }
}

/// `hsb monitor`: what earlier checks found.
struct MonitoringHistoryReader: FuzzedReader {
  let name = "history"
  let weight = 3
  private let seed = TableSeed(
    Array(
      """
      scenario,as_of,item,state,probability,standard_error
      baseline,2022-06,gdp_100_yi,met,0.61,0.004
      baseline,2022-06,income_rural,at_risk,0.4,
      baseline,2022-12,gdp_100_yi,out_of_reach,0.11,0.002

      """.utf8))

  func prepare(_ folder: String) throws {}

  func input(_ random: inout InputRandom) -> HostileInput {
    HostileInput(files: ["history.csv": seed.changed(&random)])
  }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    _ = try MonitoringHistory.read(folder: folder, scenario: "baseline")
    return Reading(isWhole: true)
  }
}
