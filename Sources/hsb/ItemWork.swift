import Analysis
import ArgumentParser
import District
import Foundation
import Projection
import Reporting
import Scenarios

/// Points of a sweep or starts of a search, cut into shards.
struct ItemWork<Item: Codable>: ShardedWork {
  let folder: ShardFolder
  let identity: ShardIdentity
  let command: [String]
  /// Which of the points or starts are in which shard.
  let items: ItemShards
  private let file: String
  private let overrides: ScenarioOverrides
  private let search: ShardSearch?
  private let isSound: (Item) -> Bool

  /// Shards where no number was asked for, or found in the folder.
  private static var usualCount: Int { 16 }

  /// - Parameters:
  ///   - items: number of points or starts.
  ///   - work: which of the two.
  ///   - scenario: what is run; of a sweep its first point.
  ///   - task: what else decides the results.
  ///   - file: the scenario file as it was named.
  ///   - search: the question of a search.
  ///   - plans: the plans of all points of a sweep; nil for that of the scenario.
  ///   - overrides: what the command line sets over the file.
  ///   - count: number of shards; nil for that of the shards that are there, or a usual one.
  ///   - folder: the folder of the results.
  ///   - isSound: whether what a file holds can have come of a point or start.
  init(
    _ items: Int, of work: ShardWork, _ scenario: ResolvedScenario, task: String, file: String,
    search: ShardSearch? = nil, plans: [FundingPlan]? = nil, overrides: ScenarioOverrides, count: Int?,
    folder: OutputFolder, isSound: @escaping (Item) -> Bool = { _ in true }
  ) throws {
    self.folder = ShardFolder(folder)
    self.isSound = isSound
    self.file = file
    self.search = search
    self.overrides = overrides
    let number = count ?? ShardSurvey.count(in: self.folder) ?? min(items, Self.usualCount)
    guard number <= items else {
      let words = "\(items) \(work.rawValue) can be cut into at most \(items)"
      guard count == nil else { throw ValidationError("--shards \(number): \(words)") }
      throw Diagnostic(file: self.folder.path, message: "shards of a whole of \(number); \(words)")
    }
    self.items = ItemShards(items: items, count: number)
    identity = try ShardIdentity(
      Experiment(scenario), shards: number, program: Version.identity, work: work, task: task,
      plans: plans)
    let asked = search.map { search in
      ["--maximize", ShellWord.quoted(search.maximise), "--starts", String(search.starts)]
        + (search.budget.map { ["--budget", NumberText.shortest($0)] } ?? [])
        + (search.limits.map { ["--limits", ShellWord.quoted($0)] } ?? [])
    }
    command = [work == .points ? "sweep" : "optimize", ShellWord.quoted(file)] + (asked ?? [])
  }

  var order: [Int] { Array(1...items.count) }

  func listing(missing: [Int]) -> ShardListing { ShardListing(items, of: identity.work, missing: missing) }

  /// Does one shard and writes its file, or what is missing and then all that the whole needs.
  ///
  /// - Parameters:
  ///   - sharding: which of the two.
  ///   - watch: started with the command.
  ///   - isQuiet: true to print nothing.
  ///   - compute: does some of the points or starts.
  ///   - deliver: writes the results of all, in their order.
  func perform(
    _ sharding: ShardOptions, since watch: Stopwatch, isQuiet: Bool, compute: (Range<Int>) throws -> [Item],
    deliver: ([Item]) throws -> Void
  ) throws {
    let lock = try FolderLock(folder.results, sharding.shard == nil ? .alone : .shared)
    defer { lock.release() }
    let counter = ShardCounter()
    Interruption.watch([lock]) { [folder] in counter.farewell(folder.results.path) }
    if let shard = sharding.shard {
      try folder.prepare()
      try write(shard, compute)
      guard !isQuiet else { return }
      let size = "\(items.range(of: shard).count) \(identity.work.rawValue)"
      return Console.output(closingLine(shard: shard, holds: size, seconds: watch.seconds))
    }
    for shard in try rest(counter) {
      try write(shard, compute)
      counter.add()
    }
    try deliver(merged())
    finish(keepsShards: true, isQuiet: isQuiet)
  }

  private func write(_ shard: Int, _ compute: (Range<Int>) throws -> [Item]) throws {
    let start = clock()
    let found = try compute(items.range(of: shard))
    // Of all workers together.
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let header = ShardHeader(
      identity: identity, number: shard, file: file, overrides: overrides, search: search,
      coreSeconds: seconds)
    do { try folder.write(ShardFile(header: header, items: found)) } catch is EncodingError {
      throw Diagnostic(
        file: file, message: "a value of shard \(shard) is not a finite number: values are too extreme to compute with")
    }
  }

  /// What came of all points or starts, in their order; every shard that is missing, damaged or of other work is named.
  func merged() throws -> [Item] {
    let survey = try completeSurvey()
    var found: [Item] = []
    var faults: [Diagnostic] = []
    for shard in order {
      do {
        found += try results(of: survey.read(shard, of: identity))
      } catch let fault as Diagnostic { faults.append(fault) }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return found
  }

  func check(_ shard: ShardFile) throws { _ = try results(of: shard) }

  private func results(of shard: ShardFile) throws -> [Item] {
    let number = shard.header.number
    let file = folder.file(of: number, count: count)
    let found = try shard.items(Item.self, count: items.range(of: number).count, named: file)
    guard found.allSatisfy(isSound) else {
      throw Diagnostic(file: file, message: "damaged: what it found cannot have been found; remove it and run it again")
    }
    return found
  }
}
