import Analysis
import ArgumentParser

/// Options that cut a run into shards.
struct ShardOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Keep the work in shards as it goes, in a folder 'shards' beside its results, and do only those that are not there: "
        + "what was stopped goes on."))
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Cut the work into so many shards: members of a run (at best a multiple of 16), points of a sweep or starts of a "
        + "search (at most one each). (default: 16, more for long runs, fewer for few points or starts)",
      valueName: "number"))
  var shards: Int?

  @Option(
    help: ArgumentHelp(
      "Run only this shard, from 1, and write its file; 'hsb merge' puts them together.", valueName: "number"))
  var shard: Int?

  /// Members from which a run is kept in shards without being asked: half a minute on two cores.
  private static let longRun = 1 << 24

  /// Checks what can be checked without the scenario.
  func check(files: Int, hasGoals: Bool) throws {
    try OptionLimits.check(shards: shards)
    if let shard {
      guard let shards else { throw ValidationError("--shard \(shard): expected --shards with it, the number of all") }
      guard (1...shards).contains(shard) else {
        throw ValidationError("--shard \(shard): expected a whole number from 1 to \(shards), the number of shards")
      }
      if resume { throw ValidationError("--resume: a single shard is run whole; leave it out") }
    }
    guard isAsked else { return }
    if files > 1 { throw ValidationError("\(name): expected one scenario; run the others by themselves") }
    if hasGoals { throw ValidationError("\(name): expected a number of members, which --until does not know yet") }
  }

  /// Whether shards were asked for.
  var isAsked: Bool { resume || shards != nil }

  /// Whether a run keeps shards.
  func keepsShards(members: Int, files: Int, hasGoals: Bool) -> Bool {
    isAsked || files == 1 && !hasGoals && members >= Self.longRun
  }

  private var name: String { resume ? "--resume" : "--shards" }
}
