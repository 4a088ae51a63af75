import Projection

/// Puts the parts of a run together to exactly the summary of the run as a whole.
///
/// Parts of one randomisation are added as integers; its statistics are taken when it is complete, as a worker of a
/// whole run takes them.
public final class ShardMerge {
  /// A part cannot belong to the run.
  public struct Contradiction: Error, Sendable, Equatable, CustomStringConvertible {
    /// What does not fit.
    public let description: String
  }

  private let experiment: Experiment
  private let shards: ShardPlan
  private let collected: CollectedCounts
  /// Counts of the randomisation in hand.
  private var counts: SummaryCounts
  private var replicate = 0

  /// Starts a merge.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(_ experiment: Experiment, shards: ShardPlan) throws {
    self.experiment = experiment
    self.shards = shards
    let plan = try SummaryPlan(experiment)
    collected = CollectedCounts(plan, members: shards.members)
    counts = SummaryCounts(plan)
  }

  deinit { counts.deallocate() }

  /// Adds a shard; shards come in the merging order of the plan, some may be left out.
  ///
  /// - Throws: `Contradiction` when it does not hold what the shard of that number holds.
  public func add(_ parts: [ReplicatePart], of shard: Int) throws(Contradiction) {
    let pieces = shards.pieces(of: shard)
    guard parts.map(\.replicate) == pieces.map(\.replicate),
      parts.map(\.members) == pieces.map({ shards.members(of: $0) })
    else { throw Contradiction(description: "it does not count the members of shard \(shard)") }
    guard parts.allSatisfy({ $0.isPossible(counts) }) else {
      throw Contradiction(description: "its counts contradict one another")
    }
    for part in parts {
      advance(to: part.replicate)
      counts.merge(part)
    }
  }

  /// The summary of what was added. Nothing can be added afterwards.
  public func finish() -> EnsembleSummary {
    advance(to: EnsembleDraws.replicates)
    return collected.finish(experiment, threads: 1)
  }

  private func advance(to next: Int) {
    precondition(next >= replicate)
    while replicate < next {
      collected.take(&counts, replicate: replicate)
      replicate += 1
    }
  }
}
