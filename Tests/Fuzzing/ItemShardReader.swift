import Analysis
import District
import Foundation
import Projection
import Reporting
import Scenarios

/// `hsb status` and `hsb merge` on shards of an allocation search: what a start led to, as JSON.
struct ItemShardReader: FuzzedReader {
  let name = "starts"
  let weight = 3
  private let identity: ShardIdentity
  private let header: FuzzNode
  private let found: FuzzNode
  private let mutations: NodeMutations
  private let search: AllocationRun

  init() {
    let file = "\(Corpus.root)/scenarios/baseline.yaml"
    do {
      let scenario = try resolveScenarios(files: [file], overrides: ScenarioOverrides(members: 64, horizon: 2022))[0]
      identity = try ShardIdentity(
        Experiment(scenario), shards: 2, program: ProgramIdentity(name: "hsb", version: "0", commit: "none"),
        work: .starts, task: "a task")
      let header = ShardHeader(
        identity: identity, number: 2, file: "baseline.yaml", overrides: ScenarioOverrides(),
        search: ShardSearch(maximise: "gdp_100_yi", budget: 90, limits: nil, starts: 3), coreSeconds: 0)
      self.header = FuzzNode.read(String(decoding: try JSONEncoder().encode(header), as: UTF8.self))!
      // Two projects and two sources in two years: few cells, so that an input is soon done.
      var small = scenario
      for index in small.plan.amounts.indices { small.plan.amounts[index] = 0 }
      for (year, project, source) in [(0, 0, 0), (0, 2, 1), (1, 0, 0), (1, 2, 1)] {
        small.plan[year, project, source] = 5
      }
      search = AllocationRun(
        small, outcome: .indicator("gdp_nominal", year: 2022), rules: AllocationRules(), threads: 1)
      found = FuzzNode.read(
        """
        [{"amounts": [5, 5, 5, 5], "evaluations": 40, "worth": 0.61},
        {"amounts": [4, 6, 5, 5], "evaluations": 0, "worth": -1}]
        """)!
      mutations = NodeMutations(donors: [self.header, found])
    } catch { fatalError("the seed of the shards: \(error)") }
  }

  func prepare(_ folder: String) throws {}

  func input(_ random: inout InputRandom) -> HostileInput {
    let isHeader = random.once(in: 2)
    var head = Array(NodeText.json(isHeader ? mutations.changed(header, &random) : header).utf8)
    var body = Array(NodeText.json(isHeader ? found : mutations.changed(found, &random)).utf8)
    if random.once(in: 10) { head = ByteMutations.changed(head, &random) }
    if random.once(in: 10) { body = ByteMutations.changed(body, &random) }
    let file = ShardFileReader.whole(head, body, fits: random.below(4) > 0, &random)
    return HostileInput(files: ["run/shards/\(ShardFolder.name(of: 2, count: 2))": file])
  }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    let survey = try ShardSurvey(ShardFolder(OutputFolder("\(folder)/run")), count: 2)
    let header = try survey.anyHeader()
    _ = ShardStatus(
      ItemShards(items: 3, count: 2), of: header.identity.work, missing: [1], coreSeconds: header.coreSeconds
    ).text(.zh)
    let shard = try survey.read(2, of: identity)
    let climbs = try shard.items(AllocationClimb.self, count: 2, named: "shard")
    // What `hsb merge` would go on with.
    guard climbs.allSatisfy(search.isSound) else {
      return Reading(messages: [Diagnostic(file: "shard", message: "damaged")], isWhole: false)
    }
    if goesOn { _ = try search.divide(20, starts: climbs.count, climbs: climbs) }
    return Reading(isWhole: true)
  }
}
