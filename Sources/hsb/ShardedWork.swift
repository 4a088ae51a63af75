import District
import Reporting

/// What is done in shards: a run, a sweep or an allocation search, with the folder that holds its shards.
protocol ShardedWork {
  /// The folder.
  var folder: ShardFolder { get }
  /// What the shards belong to.
  var identity: ShardIdentity { get }
  /// Numbers of the shards, in the order they are best run.
  var order: [Int] { get }
  /// The command and its arguments, as words for a shell; without options of the ensemble and of shards.
  var command: [String] { get }
  /// The shards as a table.
  func listing(missing: [Int]) -> ShardListing
  /// Throws a `Diagnostic` when what a shard of this work found cannot be used.
  func check(_ shard: ShardFile) throws
}

extension ShardedWork {
  /// Number of the shards.
  var count: Int { identity.shards }

  /// Shards that are not there or damaged; one of another run is an error.
  func missing() throws -> [Int] {
    guard folder.exists, let survey = try? ShardSurvey(folder, count: count) else { return order }
    let whole = Set(try survey.examine(of: identity, check: check).whole.map(\.number))
    return order.filter { !whole.contains($0) }
  }

  /// The same for one that has the folder alone: made ready for writing, with a warning for each damaged shard.
  ///
  /// - Parameter counter: told how many shards are there.
  func rest(_ counter: ShardCounter) throws -> [Int] {
    try folder.prepare()
    try folder.removeLeftovers()
    let survey = try ShardSurvey(folder, count: count)
    try survey.requireNoStrangers()
    let (whole, damages) = try survey.examine(of: identity, check: check)
    for damage in damages { Console.error("\(damage.file): warning: \(damage.message): it is run again now") }
    counter.start(with: whole.count, of: count)
    let there = Set(whole.map(\.number))
    return order.filter { !there.contains($0) }
  }

  /// The folder, after it was checked that every shard is there and nothing else.
  func completeSurvey() throws -> ShardSurvey {
    let survey = try ShardSurvey(folder, count: count)
    try survey.requireNoStrangers()
    try survey.requireComplete()
    return survey
  }

  /// `results/baseline/shards/shard-03-of-64.hsb: 1,090 kB; 156,250 members in 0.31 s`.
  ///
  /// - Parameters:
  ///   - shard: number of the shard.
  ///   - size: how much it holds, in words.
  ///   - seconds: how long it took.
  func closingLine(shard: Int, holds size: String, seconds: Double) -> String {
    let path = folder.file(of: shard, count: count)
    let kilobytes = NumberText.grouped((folder.size(of: shard, count: count) + 999) / 1_000)
    return DisplayWidth.printable(path)
      + ": \(kilobytes) kB; \(size) in \(NumberText.fixed(seconds, decimals: 2)) s\n"
  }

  /// Removes the shards of finished work that nobody asked for, or says where they are.
  func finish(keepsShards: Bool, isQuiet: Bool) {
    guard keepsShards else { return folder.remove(count: count) }
    guard !isQuiet else { return }
    Console.output("\(DisplayWidth.printable(folder.path)): \(count) shards, which may be removed now\n")
  }
}
