import Foundation
import Testing

@Suite struct ShardCommandTests {
  private let baseline = Program.scenario("baseline")

  @Test func shardsMergeToTheBytesOfTheSingleRun() throws {
    let folder = try TemporaryFolder()
    let run = ["run", baseline, "--members", "1500", "-q", "-o"]
    #expect(try Program.run(run + ["whole"], in: folder.path).status == 0)
    for shard in [3, 1, 5, 2, 4] {
      let result = try Program.run(run + ["parts", "--shards", "5", "--shard", "\(shard)"], in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    }
    #expect(try folder.names(in: "parts") == ["shards"])
    #expect(try folder.names(in: "parts/shards") == (1...5).map { "shard-\($0)-of-5.hsb" })
    let merge = try Program.run(["merge", "parts", "--remove-shards"], in: folder.path)
    #expect(merge.status == 0 && merge.output.contains("1,500 members"), "\(merge.errors)")
    try folder.expectSameResults("whole", "parts")
    #expect(try folder.names(in: "whole") == folder.names(in: "parts"))
    #expect(try folder.names() == ["parts", "whole"])
  }

  @Test func aRunGoesOnWithWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let run = ["run", baseline, "--members", "2000", "-q", "-o"]
    #expect(try Program.run(run + ["whole"], in: folder.path).status == 0)
    #expect(try Program.run(run + ["again", "--resume"], in: folder.path).status == 0)
    try folder.expectSameResults("whole", "again")
    // With all shards there it only merges, as after a kill between the last shard and the results.
    try FileManager.default.removeItem(atPath: folder("again/manifest.json"))
    let complete = try Program.run(run + ["again", "--resume"], in: folder.path)
    #expect(complete.status == 0, "\(complete.errors)")
    try folder.expectSameResults("whole", "again")
    let kept = "again/shards/shard-02-of-16.hsb"
    let before = try folder.number(of: kept)
    try FileManager.default.removeItem(atPath: folder("again/shards/shard-07-of-16.hsb"))
    try folder.damage("again/shards/shard-09-of-16.hsb") { $0.removeLast(100) }
    let again = try Program.run(run + ["again", "--resume"], in: folder.path)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.errors.contains("shard-09-of-16.hsb: warning: cut short") && again.errors.contains("run again now"))
    #expect(again.errors.split(separator: "\n").count == 1, "\(again.errors)")
    try folder.expectSameResults("whole", "again")
    // A file that is written again is another one.
    #expect(try folder.number(of: kept) == before)
    #expect(try folder.names(in: "again/shards").count == 16)
  }

  @Test func shardsThatDoNotBelongAreNamedAndRefused() throws {
    let folder = try TemporaryFolder()
    let run = ["run", baseline, "--members", "700", "-q", "--shards", "4", "--shard"]
    for shard in 1...4 { #expect(try Program.run(run + ["\(shard)", "-o", "a"], in: folder.path).status == 0) }
    #expect(try Program.run(run + ["2", "--seed", "5", "-o", "b"], in: folder.path).status == 0)
    func refused(_ file: String, _ words: String, _ change: () throws -> Void) throws {
      try FileManager.default.copyItem(atPath: folder("a"), toPath: folder("spare"))
      try change()
      let result = try Program.run(["merge", "a"], in: folder.path)
      #expect(result.status == 65, "\(words): \(result.errors)")
      #expect(result.errors.contains(file) && result.errors.contains(words), "\(words): \(result.errors)")
      #expect(try folder.names(in: "a") == ["shards"])
      try FileManager.default.removeItem(atPath: folder("a"))
      try FileManager.default.moveItem(atPath: folder("spare"), toPath: folder("a"))
    }
    func path(_ shard: Int) -> String { folder("a/shards/shard-\(shard)-of-4.hsb") }
    let files = FileManager.default
    try refused("a/shards", "missing shards 2, 4 of 4") {
      for shard in [2, 4] { try files.removeItem(atPath: path(shard)) }
    }
    try refused("shard-3-of-4.hsb", "it holds shard 1 of 4") {
      try files.removeItem(atPath: path(3))
      try files.copyItem(atPath: path(1), toPath: path(3))
    }
    try refused("shard-3-of-4 (copy).hsb", "second copy") {
      try files.copyItem(atPath: path(3), toPath: folder("a/shards/shard-3-of-4 (copy).hsb"))
    }
    try refused("shard-2-of-4.hsb", "it has seed 5") {
      try files.removeItem(atPath: path(2))
      try files.copyItem(atPath: folder("b/shards/shard-2-of-4.hsb"), toPath: path(2))
    }
    try refused("shard-1-of-4.hsb", "cut short: ") {
      try folder.damage("a/shards/shard-1-of-4.hsb") { $0.removeLast($0.count / 2) }
    }
    try refused("shard-4-of-4.hsb", "the file is empty") {
      try folder.damage("a/shards/shard-4-of-4.hsb") { $0.removeAll() }
    }
    let size = try folder.bytes("a/shards/shard-2-of-4.hsb").count
    for place in [0, 9, 13, 17, 40, size / 3, size / 2, size - 33, size - 1] {
      try refused("shard-2-of-4.hsb", ": error: ") {
        try folder.damage("a/shards/shard-2-of-4.hsb") { $0[place] ^= 1 << (place % 8) }
      }
    }
    let other = try Program.run(["merge", "a"], in: folder.path, environment: ["HSB_COMMIT": "abc1234"])
    #expect(other.status == 65 && other.errors.contains("program commit"), "\(other.errors)")
  }

  @Test func aScenarioThatHasChangedOrIsElsewhereIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.writeScenario("own.yaml", "scenario: own\n")
    let run = ["run", "own.yaml", "--members", "200", "-q", "-o", "own", "--shards", "1", "--shard", "1"]
    #expect(try Program.run(run, in: folder.path).status == 0)
    try folder.makeFolder("other")
    let elsewhere = try Program.run(["merge", "../own"], in: folder("other"))
    #expect(elsewhere.status == 65 && elsewhere.errors.contains("--scenario"), "\(elsewhere.errors)")
    let named = try Program.run(["merge", "../own", "--scenario", "../own.yaml", "-q"], in: folder("other"))
    #expect(named.status == 0, "\(named.errors)")
    try folder.writeScenario("own.yaml", "scenario: own\nparameters: {efficacy.tourism: 0.5}\n")
    let changed = try Program.run(["merge", "own", "-q"], in: folder.path)
    #expect(changed.status == 65 && changed.errors.contains("the scenario file has changed"), "\(changed.errors)")
  }

  @Test(arguments: [
    ["--shards", "0"], ["--shards", "4", "--shard", "5"], ["--shard", "1"], ["--shards", "99", "--members", "640"],
    ["--resume", "--until", "income_all.2025.p50 within 10"], ["--resume", "--shards", "4", "--shard", "1"],
  ])
  func wrongUseOfShardsIs64(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["run", baseline] + arguments, in: folder.path)
    #expect(result.status == 64, "\(result.errors)")
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: [
    ["--time", "1"], ["--time", "soon"], ["--time", "10:00"], ["--time", "00:60:00"], ["--time", "00:00:00"],
    ["--time", "1-2:00:00"], ["--memory", "lots"], ["--memory", "1"], ["--memory", "0G"], ["--memory=-1G"],
    ["--memory", "1.5G"], ["--memory", "1GB"],
  ])
  func aLimitThatSlurmWouldReadOtherwiseIsWrongUse(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["submit", baseline, "--slurm", "-o", "r"] + arguments, in: folder.path)
    #expect(result.status == 64 && result.output.isEmpty, "\(result.errors)")
    #expect(result.errors.contains(arguments[0].hasPrefix("--time") ? "hh:mm:ss" : "K, M, G or T"), "\(result.errors)")
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: [("00:30:00", "100M"), ("1-12:00:00", "2g"), ("100:00:00", "1T")])
  func limitsStandInTheScriptsAsTheyWereGiven(_ time: String, _ memory: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["submit", baseline, "--slurm", "-o", "r", "--time", time, "--memory", memory], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let script = try folder.text("r/slurm/shard.sh")
    #expect(script.contains("#SBATCH --time=\(time)\n") && script.contains("#SBATCH --mem=\(memory)\n"), "\(script)")
  }
}
