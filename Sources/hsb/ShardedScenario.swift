import Analysis
import ArgumentParser
import District
import LinearAlgebra
import Projection
import Reporting
import Scenarios

/// One scenario cut into shards, and the folder that holds them.
struct ShardedScenario {
  let experiment: Experiment
  let shards: ShardPlan
  let folder: ShardFolder
  /// What its shards belong to.
  let identity: ShardIdentity
  /// Its file as it was named.
  let file: String
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
    let present = self.folder.exists ? try? ShardSurvey(self.folder).count : nil
    let number = count ?? present ?? ShardPlan.usualCount(members: members)
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
    try folder.prepare()
    try folder.removeLeftovers()
    let survey = try ShardSurvey(folder, count: shards.count)
    try survey.requireNoStrangers()
    let (whole, damages) = try survey.examine(of: identity)
    for damage in damages { Console.error("\(damage.file): warning: \(damage.message): it is run again now") }
    counter.start(with: whole.count, of: shards.count)
    let there = Set(whole)
    try run(shards.inOrder.filter { !there.contains($0) }, threads: threads, progress: progress, counter: counter)
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

  /// Shards that are not there or damaged; one of another run is an error.
  func missing() throws -> [Int] {
    guard folder.exists, let survey = try? ShardSurvey(folder, count: shards.count) else {
      return Array(shards.inOrder)
    }
    let whole = Set(try survey.examine(of: identity).whole)
    return shards.inOrder.filter { !whole.contains($0) }
  }

  /// All shards put together; every one that is missing, damaged or of another run is named.
  func merged() throws -> MergedShards {
    let survey = try ShardSurvey(folder, count: shards.count)
    try survey.requireNoStrangers()
    try survey.requireComplete()
    let result = try merged(survey)
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

extension ShardedScenario {
  /// `results/baseline/shards/shard-03-of-64.hsb: 1,090 kB; 156,250 members in 0.31 s`.
  func closingLine(shard: Int, seconds: Double) -> String {
    let path = folder.file(of: shard, count: shards.count)
    let members = NumberText.grouped(shards.members(of: shard))
    return DisplayWidth.printable(path)
      + ": \(NumberText.grouped((folder.size(of: shard, count: shards.count) + 999) / 1_000)) kB; \(members) members in "
      + "\(NumberText.fixed(seconds, decimals: 2)) s\n"
  }

  /// Removes the shards of a finished run that nobody asked for, or says where they are.
  func finish(keepsShards: Bool, isQuiet: Bool) {
    guard keepsShards else { return folder.remove(count: shards.count) }
    guard !isQuiet else { return }
    Console.output(
      "\(DisplayWidth.printable(folder.path)): \(shards.count) shards, which may be removed now\n")
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
