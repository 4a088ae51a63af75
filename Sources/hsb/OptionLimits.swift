import Analysis
import ArgumentParser
import Reporting

/// The range of numbers that several commands take, each said once.
enum OptionLimits {
  /// Members of an ensemble.
  static func check(members: Int?) throws {
    guard let members, !(1...1_000_000_000).contains(members) else { return }
    throw ValidationError("--members \(members): expected a whole number from 1 to 1000000000")
  }

  /// Workers.
  static func check(threads: Int?) throws {
    guard let threads, !(1...1024).contains(threads) else { return }
    throw ValidationError("--threads \(threads): expected a whole number from 1 to 1024")
  }

  /// Starts of a search.
  static func check(starts: Int) throws {
    let range = ShardSearch.allowedStarts
    guard !range.contains(starts) else { return }
    throw ValidationError(
      "--starts \(starts): expected a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  /// Shards of a run.
  static func check(shards: Int?) throws {
    guard let shards, !(1...ShardPlan.mostShards).contains(shards) else { return }
    throw ValidationError("--shards \(shards): expected a whole number from 1 to \(ShardPlan.mostShards)")
  }
}
