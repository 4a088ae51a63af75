import Foundation
import Projection

/// The paired differences that the workers of a comparison have added so far; access is behind a lock.
final class CollectedDifferences: @unchecked Sendable {
  private let lock = NSLock()
  private var whole: DifferenceCounts
  /// Mean and quantiles, and the share of members that are higher, by replicate and slot.
  private var statistics = ReplicateStatistics(replicates: EnsembleDraws.replicates)

  /// The values of all differences where members are few.
  let kept: KeptBins?

  init(_ plan: SummaryPlan, reference: SummaryPlan, members: Int) {
    whole = DifferenceCounts(plan, reference: reference)
    kept = KeptBins(slots: whole.slots.count, members: members)
  }

  deinit { whole.deallocate() }

  /// Keeps the statistics of a finished replicate and takes over its counts.
  func take(_ counts: inout DifferenceCounts, replicate: Int) {
    lock.withLock {
      let members = counts.members
      let shares = counts.higher.map { Double($0) / Double(max(1, members)) }
      let rows = whole.takeReplicate(&counts, number: replicate, keeping: kept)
      statistics.store(replicate, members: members, rows: rows, shares: shares)
    }
  }

  /// The differences of all that was added.
  ///
  /// - Parameters:
  ///   - targets: changes of the probabilities of targets.
  ///   - threads: how many threads share the work.
  func finish(targets: [ProbabilityChange], threads: Int) -> AlternativeComparison {
    lock.withLock {
      var tree = RankTree()
      let members = Double(max(1, whole.members))
      let summaries = statistics.summaries(of: &whole.slots, kept: kept, threads: threads, through: &tree)
      let slots = summaries.enumerated().map { index, summary in
        summary.map { summary in
          DifferenceSummary(
            moments: summary.moments, meanError: summary.meanError, quantileErrors: summary.quantileErrors,
            probabilityHigher: Double(whole.higher[index]) / members,
            probabilityLower: Double(whole.lower[index]) / members,
            probabilityHigherError: statistics.probabilityError(target: index))
        }
      }
      return AlternativeComparison(differences: slots, targets: targets)
    }
  }
}
