import Analysis
import ArgumentParser
import Foundation
import Reporting
import Scenarios

/// How runs are cut into shards, for commands that leave it to others to run them.
struct ShardJobOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Number of shards, of a run at best a multiple of 16, of a sweep or search at most one a point or start. "
        + "(default: 16, more for long runs)", valueName: "number"))
  var shards: Int?

  @Option(help: ArgumentHelp("Number of members drawn.", valueName: "number"))
  var members: Int?

  @OptionGroup var ensemble: EnsembleOptions

  @OptionGroup var search: ShardSearchOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Folder of the results. (default: results/<scenario>, of a search results/allocation)", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("The program as the commands call it. (default: this one)", valueName: "path"))
  var program: String?

  func validate() throws {
    try OptionLimits.check(shards: shards)
    try OptionLimits.check(members: members)
    if output?.isEmpty == true { throw ValidationError("--output: expected the name of a folder") }
  }

  /// What is done with each file, after it was checked that results can be written.
  func sharded(_ files: [String]) throws -> [any ShardedWork] {
    let overrides = ensemble.overrides(members: members)
    if let question = try search.question {
      guard files.count == 1 else { throw ValidationError("--maximize: expected one scenario file") }
      let folder = ResultFolders.folder("allocation", output: output, among: 1)
      try folder.check(for: AllocationReport.fileNames)
      return [try AllocationInputs(files[0], question, overrides: overrides).shards(shards, in: folder)]
    }
    return try files.map { file in
      if try Scenario(file: file).isSweep {
        let inputs = try SweepInputs(file, overrides: overrides)
        let folder = ResultFolders.folder(inputs.sweep.id, output: output, among: files.count)
        try folder.check(for: SweepReport.fileNames)
        return try inputs.shards(shards, in: folder)
      }
      let scenario = try ScenarioInputs.read([file], overrides: overrides)[0]
      let folder = ResultFolders.folder(scenario.id, output: output, among: files.count)
      try folder.check(for: RunReport.fileNames)
      return try ShardedScenario(scenario, file: file, overrides: overrides, count: shards, folder: folder)
    }
  }

  /// The command that does one shard; the number of the shard is put in as it is.
  func command(of work: any ShardedWork, shard: String) -> String {
    (call + work.command + overrides + [
      "--shards", String(work.count), "--shard", shard, "--threads", "1", "--output",
      ShellWord.quoted(work.folder.results.path), "--quiet",
    ]).joined(separator: " ")
  }

  /// The command that lists the shards still to be done.
  func missingCommand(of work: any ShardedWork) -> String {
    (call + ["shards"] + work.command.dropFirst() + overrides + [
      "--shards", String(work.count), "--output", ShellWord.quoted(work.folder.results.path), "--missing",
    ]).joined(separator: " ")
  }

  /// The command that merges the shards.
  func mergeCommand(of work: any ShardedWork, options: [String]) -> String {
    (call + ["merge", ShellWord.quoted(work.folder.results.path)] + options + ["--quiet"]).joined(separator: " ")
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
