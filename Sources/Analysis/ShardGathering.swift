import Foundation
import Projection

/// What the workers have counted of shards that are not complete yet. Access is behind a lock.
final class ShardGathering: @unchecked Sendable {
  private struct Shard {
    /// Slices still to come.
    var missing: Int
    /// Seconds of all workers.
    var seconds = 0.0
    /// Counts by randomisation.
    var counts: [Int: SummaryCounts] = [:]
  }

  private let plan: SummaryPlan
  private let receive: (Int, [ReplicatePart], Double) throws -> Void
  private let lock = NSLock()
  private var shards: [Int: Shard]

  init(_ plan: SummaryPlan, slices: [ShardSlice], receive: @escaping (Int, [ReplicatePart], Double) throws -> Void) {
    self.plan = plan
    self.receive = receive
    shards = Dictionary(grouping: slices, by: \.shard).mapValues { Shard(missing: $0.count) }
  }

  deinit { for shard in shards.values { for var counts in shard.counts.values { counts.deallocate() } } }

  /// Takes over the counts of a slice and hands on its shard when that is complete.
  func take(_ counts: inout SummaryCounts, of slice: ShardSlice, seconds: Double) throws {
    try lock.withLock {
      var shard = shards[slice.shard]!
      if shard.counts[slice.piece.replicate] == nil { shard.counts[slice.piece.replicate] = SummaryCounts(plan) }
      shard.counts[slice.piece.replicate]!.take(&counts)
      shard.missing -= 1
      shard.seconds += seconds
      shards[slice.shard] = shard
      guard shard.missing == 0 else { return }
      shards[slice.shard] = nil
      let parts = shard.counts.keys.sorted().map { ReplicatePart(&shard.counts[$0]!, replicate: $0) }
      for var counts in shard.counts.values { counts.deallocate() }
      try receive(slice.shard, parts, shard.seconds)
    }
  }

  /// Hands on shards that have no members.
  func finish(_ empty: [Int]) throws { for number in empty { try receive(number, [], 0) } }
}
