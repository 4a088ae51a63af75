import Analysis
import District
import Foundation
import Projection
import Reporting
import Scenarios
import Synchronization

/// `hsb merge`, `hsb status` and `hsb run --resume`: a shard whose header or counts are changed, in three of four inputs
/// with length and checksum made to fit, so that what lies behind them is reached.
struct ShardFileReader: FuzzedReader {
  let name = "shard"
  let weight = 7
  private let experiment: Experiment
  private let shards: ShardPlan
  private let number = 2
  private let identity: ShardIdentity
  private let header: FuzzNode
  private let headerText: String
  private let counts: [UInt8]
  private let mutations: NodeMutations

  init() {
    let file = "\(Corpus.root)/scenarios/baseline.yaml"
    let overrides = ScenarioOverrides(members: 1024, seed: 7, sampler: .sobol, horizon: 2022)
    do {
      experiment = Experiment(try resolveScenarios(files: [file], overrides: overrides)[0])
      shards = ShardPlan(members: 1024, count: 4)
      identity = try ShardIdentity(
        experiment, shards: 4, program: ProgramIdentity(name: "hsb", version: "0", commit: "none"))
      let (identity, number) = (identity, number)
      let written = Mutex<[UInt8]>([])
      try ShardRun(experiment, shards: shards, threads: 1).run([number]) { _, parts, seconds in
        let header = ShardHeader(
          identity: identity, number: number, file: "baseline.yaml", overrides: overrides, coreSeconds: seconds * 0)
        let bytes = try ShardFile(header: header, parts: parts).bytes()
        written.withLock { $0 = bytes }
      }
      let bytes = written.withLock { $0 }
      let headLength = bytes[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
      headerText = String(decoding: bytes[24..<(24 + headLength)], as: UTF8.self)
      counts = Array(bytes[(24 + headLength)...].dropLast(32))
      header = FuzzNode.read(headerText)!
      mutations = NodeMutations(donors: [header])
    } catch { fatalError("the seed of the shards: \(error)") }
  }

  func prepare(_ folder: String) throws {}

  func input(_ random: inout InputRandom) -> HostileInput {
    var head = Array(headerText.utf8)
    var body = counts
    switch random.below(6) {
    case 0: head = Array(NodeText.json(mutations.changed(header, &random)).utf8)
    case 1: head = ByteMutations.changed(head, &random)
    case 2: body = ByteMutations.changed(body, &random)
    default:
      // Single bytes: most of them are lengths, counts and distances.
      for _ in 0..<random.few() {
        body[random.below(body.count)] = random.one(of: [0, 1, 0x7F, 0x80, 0xFF, UInt8(random.below(256))])
      }
    }
    var file = Self.whole(head, body, fits: random.below(4) > 0, &random)
    if random.once(in: 20) { file = ByteMutations.changed(file, &random) }
    return HostileInput(files: ["run/shards/\(ShardFolder.name(of: number, count: 4))": file])
  }

  /// A file around a header and counts.
  static func whole(_ head: [UInt8], _ body: [UInt8], fits: Bool, _ random: inout InputRandom) -> [UInt8] {
    func bytes(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let wrong = fits ? 0 : random.one(of: [0, 1, -1, 1 << 20, -(1 << 31)])
    let start = Array("HSBSHARD".utf8) + bytes(2, 4) + bytes(head.count &+ wrong, 4)
    let whole = start + bytes(24 + head.count + body.count + 32, 8) + head + body
    return whole + (fits || random.once(in: 2) ? SHA256.digest(of: whole[...]) : bytes(random.below(1 << 40), 32))
  }

  func read(_ folder: String, goesOn: Bool) throws -> Reading {
    let survey = try ShardSurvey(ShardFolder(OutputFolder("\(folder)/run")), count: 4)
    let shard = try survey.read(number, of: identity)
    let merge = try ShardMerge(experiment, shards: shards)
    do { try merge.add(shard.parts, of: number) } catch {
      throw Diagnostic(file: "shard", message: "damaged: \(error)")
    }
    if goesOn { _ = merge.finish() }
    return Reading(isWhole: true)
  }
}
