import District
import Scenarios

/// `hsb district check` and every command on a district folder: one file of the folder is changed.
struct DistrictFolderReader: FuzzedReader {
  let name = "district"
  let weight = 9
  private let seeds: [(name: String, seed: TableSeed)]

  init() {
    seeds = Corpus.files("Sources/District/Resources/hongsibao", ending: ".csv").map { ($0.name, TableSeed($0.bytes)) }
  }

  func prepare(_ folder: String) throws {
    try HostileInput.write(
      Array("scenario: test\ntitle: {zh: 题, en: T}\ndistrict: district\n".utf8), to: "\(folder)/test.yaml")
  }

  func input(_ random: inout InputRandom) -> HostileInput {
    var input = HostileInput()
    for (name, seed) in seeds { input.files["district/\(name)"] = seed.bytes }
    let (name, seed) = random.one(of: seeds)
    input.files["district/\(name)"] = seed.changed(&random)
    return input
  }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    let district = try District.read(folder: "\(folder)/district")
    if goesOn {
      // Whatever district is read soundly has to be one that the model can run.
      let library = ScenarioLibrary(
        district: { _, _ in district }, plan: { try FundingPlan.read(file: $0, district: $1).plan })
      let readings = readScenarios(
        files: ["\(folder)/test.yaml"], overrides: ScenarioOverrides(), library: library)
      guard let scenario = readings.scenarios.first else {
        return Reading(messages: readings.diagnostics.messages, isWhole: false)
      }
      try Use.run(scenario)
    }
    return Reading(isWhole: true)
  }
}

/// A plan of a scenario.
struct PlanFileReader: FuzzedReader {
  let name = "plan"
  let weight = 8
  private let seed: TableSeed

  init() {
    let columns = Corpus.files("Sources/District/Resources/hongsibao", ending: "funding_plan.csv").first!
    let table = CellMutations.read(String(decoding: columns.bytes, as: UTF8.self)).map { Array($0.prefix(4)) }
    var random = InputRandom(seed: 0, input: 0)
    seed = TableSeed(Array(CellMutations.text(table, &random).utf8))
  }

  func prepare(_ folder: String) throws {}

  func input(_ random: inout InputRandom) -> HostileInput {
    HostileInput(files: ["plan.csv": seed.changed(&random)])
  }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    _ = try FundingPlan.read(file: "\(folder)/plan.csv", district: Corpus.district)
    return Reading(isWhole: true)
  }
}

/// `--observations`.
struct ObservationFileReader: FuzzedReader {
  let name = "observations"
  let weight = 8
  private let seed = TableSeed(
    Corpus.files("Sources/District/Resources/observations", ending: "hongsibao.csv")[0].bytes)

  func prepare(_ folder: String) throws {}

  func input(_ random: inout InputRandom) -> HostileInput {
    HostileInput(files: ["observations.csv": seed.changed(&random)])
  }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    _ = try ObservationSet.read(file: "\(folder)/observations.csv", district: Corpus.district)
    return Reading(isWhole: true)
  }
}
