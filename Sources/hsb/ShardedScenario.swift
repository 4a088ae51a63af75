import Analysis
import ArgumentParser
import District
import LinearAlgebra
import Projection
import Reporting
import Scenarios

/// One scenario cut into shards, and the folder that holds them.
struct ShardedScenario: ShardedWork {
  let experiment: Experiment
  let shards: ShardPlan
  let folder: ShardFolder
  /// What its shards belong to.
  let identity: ShardIdentity
  private let file: String
  private let overrides: ScenarioOverrides

  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - file: its file as it was named.
  ///   - overrides: what the command line sets over it.
  ///   - count: number of shards; nil for that of the shards that are there, or a usual one.
  ///   - folder: the folder of the results.
  init(
    _ scenario: ResolvedScenario, file: String, overrides: ScenarioOverrides, count: Int?, folder: OutputFolder
  ) throws {
    setBLASThreads(1)
    self.file = file
    self.overrides = overrides
    self.folder = ShardFolder(folder)
    experiment = Experiment(scenario)
    let members = scenario.ensemble.members
    let number = count ?? ShardSurvey.count(in: self.folder) ?? ShardPlan.usualCount(members: members)
    guard number <= ShardPlan.largestCount(members: members) else {
      throw ValidationError(
        "--shards \(number): \(members) members can be cut into at most \(ShardPlan.largestCount(members: members))")
    }
    shards = ShardPlan(members: members, count: number)
    identity = try ShardIdentity(experiment, shards: number, program: Version.identity)
  }

  /// Runs one shard and writes its file.
  func run(shard: Int, threads: Int?, progress: ProgressLine) throws {
    try folder.prepare()
    try run([shard], threads: threads, progress: progress)
  }

  /// Runs the shards that are not there or damaged, and writes their files; for a run that has the folder alone.
  ///
  /// - Parameter counter: told how many shards are there.
  func runMissing(threads: Int?, progress: ProgressLine, counter: ShardCounter) throws {
    try run(rest(counter), threads: threads, progress: progress, counter: counter)
  }

  private func run(_ numbers: [Int], threads: Int?, progress: ProgressLine, counter: ShardCounter? = nil) throws {
    let members = numbers.reduce(0) { $0 + shards.members(of: $1) }
    try ShardRun(experiment, shards: shards, threads: threads).run(
      numbers, progress: { progress.update(members: $0, of: max(1, members)) }
    ) { number, parts, seconds in
      let header = ShardHeader(
        identity: identity, number: number, file: file, overrides: overrides, coreSeconds: seconds)
      try folder.write(ShardFile(header: header, parts: parts))
      counter?.add()
    }
    progress.finish()
  }

  var order: [Int] { Array(shards.inOrder) }

  var command: [String] { ["run", ShellWord.quoted(file)] }

  func check(_ shard: ShardFile) {}

  func listing(missing: [Int]) -> ShardListing { ShardListing(shards, missing: missing) }

  /// All shards put together; every one that is missing, damaged or of another run is named.
  func merged() throws -> MergedShards {
    let result = try merged(completeSurvey())
    guard result.faults.isEmpty else { throw Diagnostics(result.faults) }
    return result
  }

  /// The shards of a survey put together, those that cannot be used left out.
  func merged(_ survey: ShardSurvey) throws -> MergedShards {
    let merge = try ShardMerge(experiment, shards: shards)
    let present = Set(survey.present)
    var result = MergedShards()
    for number in shards.mergingOrder where present.contains(number) {
      do {
        let shard = try survey.read(number, of: identity)
        do { try merge.add(shard.parts, of: number) } catch {
          throw Diagnostic(file: folder.file(of: number, count: shards.count), message: "damaged: \(error)")
        }
        result.numbers.append(number)
        result.coreSeconds += shard.header.coreSeconds
      } catch let fault as Diagnostic {
        result.faults.append(fault)
      }
    }
    result.summary = result.numbers.isEmpty ? nil : merge.finish()
    return result
  }
}

/// Shards put together.
struct MergedShards {
  /// What they found; nil when there is none.
  var summary: EnsembleSummary?
  /// The shards used.
  var numbers: [Int] = []
  /// Seconds they took, of all workers together.
  var coreSeconds = 0.0
  /// What was wrong with others.
  var faults: [Diagnostic] = []
}
