import Analysis
import District
import ExampleScenarios
import Projection
import Reporting
import Scenarios
import Testing

@Suite struct ShardFileTests {
  private static let counts: [SeriesCounts] = {
    var wide = SeriesCounts()
    wide.count = 300
    wide.sum = -(1 << 90) + 12_345
    wide.squares = 1 << 100
    wide.minimum = -0x1.8p-30
    wide.maximum = 1e9
    wide.hasNonFinite = true
    wide.bins = [-70_000, -1, 0, 129, 2_000_000]
    wide.values = [1, 127, 128, 43, 1]
    return [SeriesCounts(), wide]
  }()

  private func shard() throws -> ShardFile {
    let experiment = Experiment(ExampleScenarios.planned(members: 300))
    let program = ProgramIdentity(name: "hsb", version: "1", commit: "abc")
    return ShardFile(
      header: ShardHeader(
        identity: try ShardIdentity(experiment, shards: 4, program: program), number: 3, file: "a \"b\"/红.yaml",
        overrides: ScenarioOverrides(members: 300, sampler: .latinHypercube), coreSeconds: 0.25),
      parts: [
        ReplicatePart(replicate: 3, members: 300, targetsMet: [0, 300], series: Self.counts, margins: []),
        ReplicatePart(replicate: 15, members: 0, targetsMet: [], series: [], margins: Self.counts),
      ])
  }

  @Test func aShardReadsBackAsItWasWritten() throws {
    let shard = try shard()
    let again = try ShardFile(shard.bytes(), named: "x")
    #expect(again == shard)
    #expect(again.header.overrides.overrides == ScenarioOverrides(members: 300, sampler: .latinHypercube))
  }

  @Test func aShardOfPointsReadsBackAsItWasWritten() throws {
    struct Found: Codable, Equatable {
      let name: String
      let value: Double?
    }
    let found = [Found(name: "甲, \"乙\"\n", value: 0.1 + 0.2), Found(name: "", value: nil)]
    var header = try shard().header
    header.identity.work = .points
    let file = try ShardFile(header: header, items: found)
    let again = try ShardFile(file.bytes(), named: "x")
    #expect(again == file && again.parts.isEmpty)
    #expect(try again.items(Found.self, count: 2, named: "x") == found)
    #expect(throws: Diagnostic.self) { try again.items(Found.self, count: 3, named: "x") }
    #expect(throws: Diagnostic.self) { try again.items(Int.self, count: 2, named: "x") }
    #expect(throws: EncodingError.self) { try ShardFile(header: header, items: [Double.nan]) }
  }

  @Test func pointsAreCutIntoShardsOfNeighbours() {
    for (items, count) in [(1, 1), (7, 4), (231, 16), (1000, 999)] {
      let shards = ItemShards(items: items, count: count)
      let ranges = (1...count).map(shards.range)
      #expect(ranges.flatMap(\.self) == Array(0..<items))
      #expect(ranges.allSatisfy { $0.count == items / count || $0.count == items / count + 1 })
    }
  }

  @Test func everyChangedBitAndEveryLengthIsRefused() throws {
    let bytes = try shard().bytes()
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      #expect(throws: Diagnostic.self, "byte \(place)") { try ShardFile(changed, named: "x") }
      #expect(throws: Diagnostic.self, "\(place) bytes") { try ShardFile(Array(bytes.prefix(place)), named: "x") }
    }
    #expect(throws: Diagnostic.self) { try ShardFile(bytes + [0], named: "x") }
  }

  @Test func whatDiffersIsNamed() throws {
    let run = try shard().header.identity
    func difference(_ change: (inout ShardIdentity) -> Void) -> String? {
      var other = run
      change(&other)
      return other.difference(from: run)
    }
    #expect(difference { _ in } == nil)
    #expect(difference { $0.seed = 8 } == "it has seed 8, the run has 7")
    #expect(difference { $0.commit = "def" } == "it has program commit def, the run has abc")
    #expect(difference { $0.district = "0" }?.contains("district") == true)
    #expect(difference { $0.scenarioDigest = "0" }?.contains("scenario file") == true)
    #expect(difference { $0.work = .points } == "it is a shard of a sweep, these are of a run")
    #expect(difference { $0.plan = "0" }?.contains("file of the plan") == true)
    #expect(difference { $0.task = "0" }?.contains("are others") == true)
    #expect(difference { $0.arithmetic = "0" }?.contains("OPENBLAS_CORETYPE") == true)
  }

  @Test func namesSortByNumber() {
    #expect(ShardFolder.name(of: 3, count: 64) == "shard-03-of-64.hsb")
    #expect(ShardFolder.name(of: 256, count: 256) == "shard-256-of-256.hsb")
    #expect(ShardSurvey.ranges([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10")
    #expect(ShardSurvey.ranges([]) == "")
  }
}
