import Foundation
import Testing

/// Sweeps and allocation searches in shards.
@Suite struct ItemShardTests {
  private static let sweep = """
    scenario: swept
    title: {zh: 扫描, en: Sweep}
    extends: \(Program.scenario("baseline"))
    funding:
      adjust:
        - {source: enterprise, multiply: $enterprise}
    sweep:
      axes:
        enterprise: [0, 0.25, 0.5, 0.75, 1.25, 1.5, 2]

    """

  private func run(_ arguments: [String], _ folder: TemporaryFolder) throws {
    let result = try Program.run(arguments, in: folder.path)
    #expect(result.status == 0, "\(arguments): \(result.errors)")
  }

  @Test func shardsOfASweepMergeToTheBytesOfTheSweep() throws {
    let folder = try TemporaryFolder()
    try folder.write("swept.yaml", Self.sweep)
    let sweep = ["sweep", "swept.yaml", "--members", "200", "-q", "-o"]
    try run(sweep + ["whole"], folder)
    for shard in [2, 4, 1] { try run(sweep + ["parts", "--shards", "4", "--shard", "\(shard)"], folder) }
    let status = try Program.run(["status", "parts", "--lang", "en"], in: folder.path)
    #expect(status.output.contains("shards: 3 of 4 are there") && status.output.contains("points: 5 of 7"))
    let early = try Program.run(["merge", "parts"], in: folder.path)
    #expect(early.status == 65 && early.errors.contains("missing shard 3 of 4"), "\(early.errors)")
    #expect(try folder.names(in: "parts") == ["shards"])

    // The command that is printed for the missing one does it.
    let commands = try Program.run(
      ["shards", "swept.yaml", "--members", "200", "--shards", "4", "-o", "parts", "--command"], in: folder.path)
    let words = try #require(commands.output.split(separator: "\n").first).split(separator: " ").map(String.init)
    #expect(commands.output.split(separator: "\n").count == 1 && words.contains("sweep"))
    try run(Array(words[words.firstIndex(of: "sweep")!...]), folder)
    try run(["merge", "parts", "-q"], folder)
    try folder.expectSameResults("whole", "parts")

    try run(sweep + ["again", "--resume"], folder)
    try folder.expectSameResults("whole", "again")
    let kept = "again/shards/shard-2-of-7.hsb"
    let before = try folder.number(of: kept)
    try folder.damage("again/shards/shard-5-of-7.hsb") { $0[$0.count / 2] ^= 1 }
    let again = try Program.run(sweep + ["again", "--resume"], in: folder.path)
    #expect(again.status == 0 && again.errors.contains("shard-5-of-7.hsb: warning: damaged"), "\(again.errors)")
    try folder.expectSameResults("whole", "again")
    #expect(try folder.number(of: kept) == before)
  }

  @Test func aSweepThatHasChangedIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("swept.yaml", Self.sweep)
    let sweep = ["sweep", "swept.yaml", "--members", "64", "-q", "--shards", "2", "-o", "a", "--shard"]
    for shard in 1...2 { try run(sweep + ["\(shard)"], folder) }
    try folder.write("swept.yaml", Self.sweep.replacing("0.25", with: "0.3"))
    let merge = try Program.run(["merge", "a"], in: folder.path)
    #expect(merge.status == 65 && merge.errors.contains("its axes or points are others"), "\(merge.errors)")
    #expect(try folder.names(in: "a") == ["shards"])

    // The plan that a point reads is part of it.
    let plans = Self.sweep.replacing(
      "enterprise: [0, 0.25, 0.5, 0.75, 1.25, 1.5, 2]", with: "money: [planned, plan.csv]"
    )
    .replacing("  adjust:\n    - {source: enterprise, multiply: $enterprise}", with: "  plan: $money")
    let plan = "project,source,year,amount_yi\ntourism,enterprise,2022,5\n"
    try folder.write("plans.yaml", plans)
    try folder.write("plan.csv", plan)
    let two = ["sweep", "plans.yaml", "--members", "64", "-q", "--shards", "2", "-o", "p", "--shard"]
    for shard in 1...2 { try run(two + ["\(shard)"], folder) }
    try folder.write("plan.csv", plan.replacing(",5", with: ",6"))
    let edited = try Program.run(["merge", "p"], in: folder.path)
    #expect(edited.status == 65 && edited.errors.contains("the file of the plan has changed"), "\(edited.errors)")

    // Shards of a run do not go into it, nor more shards than points.
    let other = try Program.run(
      ["run", Program.scenario("baseline"), "--members", "700", "-o", "a", "--shards", "2", "--resume"], in: folder.path
    )
    #expect(other.status == 65 && other.errors.contains("it is a shard of a sweep, these are of a run"))
    let many = try Program.run(["sweep", "swept.yaml", "--shards", "8", "--shard", "1"], in: folder.path)
    #expect(many.status == 64 && many.errors.contains("at most 7"), "\(many.errors)")
  }

  @Test func shardsOfASearchMergeToTheBytesOfTheSearch() throws {
    let folder = try TemporaryFolder()
    let limits = try String(contentsOfFile: Program.scenario("limits/one-payer"), encoding: .utf8)
    try folder.write("limits.yaml", limits)
    let question = [
      Program.scenario("baseline"), "--maximize", "gdp_100_yi", "--members", "128", "--starts", "3", "--limits",
      "limits.yaml",
    ]
    try run(["optimize"] + question + ["-q", "-o", "whole"], folder)
    for shard in [2, 1] {
      try run(["optimize"] + question + ["-q", "-o", "parts", "--shards", "2", "--shard", "\(shard)"], folder)
    }
    #expect(try folder.names(in: "parts/shards") == ["shard-1-of-2.hsb", "shard-2-of-2.hsb"])
    let missing = try Program.run(
      ["shards"] + question + ["--shards", "2", "-o", "parts", "--missing"], in: folder.path)
    #expect(missing.status == 0 && missing.output == "\n", "\(missing.errors)")
    try run(["merge", "parts", "-q", "--remove-shards"], folder)
    try folder.expectSameResults("whole", "parts")
    #expect(try folder.names(in: "whole") == folder.names(in: "parts"))

    try run(["optimize"] + question + ["-q", "-o", "b", "--shards", "2", "--shard", "1"], folder)
    try folder.write("limits.yaml", limits.replacing("year_ceiling: 1.25", with: "year_ceiling: 1.3"))
    let changed = try Program.run(
      ["optimize"] + question + ["-q", "-o", "b", "--shards", "2", "--resume"], in: folder.path)
    #expect(changed.status == 65 && changed.errors.contains("limits or starts are others"), "\(changed.errors)")
    let lone = try Program.run(["shards", Program.scenario("baseline"), "--starts", "4"], in: folder.path)
    #expect(lone.status == 64 && lone.errors.contains("expected --maximize with them"), "\(lone.errors)")
  }
}
