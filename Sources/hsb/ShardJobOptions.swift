import Analysis
import ArgumentParser
import Foundation
import Reporting
import Scenarios

/// How runs are cut into shards, for commands that leave it to others to run them.
struct ShardJobOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Number of shards, at best a multiple of 16. (default: 16, more for long runs)", valueName: "number"))
  var shards: Int?

  @Option(help: ArgumentHelp("Number of members drawn.", valueName: "number"))
  var members: Int?

  @OptionGroup var ensemble: EnsembleOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Folder of the results. (default: results/<scenario>)", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("The program as the commands call it. (default: this one)", valueName: "path"))
  var program: String?

  func validate() throws {
    try OptionLimits.check(shards: shards)
    try OptionLimits.check(members: members)
    if output?.isEmpty == true { throw ValidationError("--output: expected the name of a folder") }
  }

  /// The run of each file, after it was checked that results can be written.
  func sharded(_ files: [String]) throws -> [ShardedScenario] {
    let overrides = ensemble.overrides(members: members)
    let scenarios = try files.map { try ScenarioInputs.read([$0], overrides: overrides)[0] }
    let folders = ResultFolders(output: output, scenarios: scenarios.map(\.id))
    try folders.check()
    return try zip(zip(scenarios, files), folders.folders).map { scenario, folder in
      try ShardedScenario(scenario.0, file: scenario.1, overrides: overrides, count: shards, folder: folder)
    }
  }

  /// The command that runs one shard; the number of the shard is put in as it is.
  func command(of sharded: ShardedScenario, shard: String) -> String {
    (call + ["run", ShellWord.quoted(sharded.file)] + overrides + [
      "--shards", String(sharded.shards.count), "--shard", shard, "--threads", "1", "--output",
      ShellWord.quoted(sharded.folder.results.path), "--quiet",
    ]).joined(separator: " ")
  }

  /// The command that lists the shards still to be run.
  func missingCommand(of sharded: ShardedScenario) -> String {
    (call + ["shards", ShellWord.quoted(sharded.file)] + overrides + [
      "--shards", String(sharded.shards.count), "--output", ShellWord.quoted(sharded.folder.results.path), "--missing",
    ]).joined(separator: " ")
  }

  /// The command that merges the shards.
  func mergeCommand(of sharded: ShardedScenario, options: [String]) -> String {
    (call + ["merge", ShellWord.quoted(sharded.folder.results.path)] + options + ["--quiet"]).joined(separator: " ")
  }

  /// The program, with the commit that its manifests name.
  private var call: [String] {
    if let program { return [ShellWord.quoted(program)] }
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "hsb"
    let commit = Version.commit == "unknown" ? [] : ["HSB_COMMIT=\(ShellWord.quoted(Version.commit))"]
    return commit + [ShellWord.quoted(path)]
  }

  /// What stands over the files, as options.
  private var overrides: [String] {
    var words: [String] = []
    if let members { words += ["--members", String(members)] }
    if let seed = ensemble.seed { words += ["--seed", String(seed)] }
    if let sampler = ensemble.sampler { words += ["--sampler", sampler.rawValue] }
    if let horizon = ensemble.horizon { words += ["--horizon", String(horizon)] }
    return words
  }
}
