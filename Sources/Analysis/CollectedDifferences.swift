import Foundation
import Projection

/// The paired differences that the workers of a comparison have added so far; access is behind a lock.
final class CollectedDifferences: @unchecked Sendable {
  private let lock = NSLock()
  private var whole: DifferenceCounts
  /// Mean and quantiles, and the share of members that are higher, by replicate and slot.
  private var statistics = ReplicateStatistics(replicates: EnsembleDraws.replicates)

  init(_ plan: SummaryPlan, reference: SummaryPlan) {
    whole = DifferenceCounts(plan, reference: reference)
  }

  deinit { whole.deallocate() }

  /// Keeps the statistics of a finished replicate and takes over its counts.
  func take(_ counts: inout DifferenceCounts, replicate: Int) {
    lock.withLock {
      let members = counts.members
      let shares = counts.higher.map { Double($0) / Double(max(1, members)) }
      let rows = whole.takeReplicate(&counts)
      statistics.store(replicate, members: members, rows: rows, shares: shares)
    }
  }

  /// The differences of all that was added.
  func finish(targets: [ProbabilityChange]) -> AlternativeComparison {
    lock.withLock {
      var tree = RankTree()
      let members = Double(max(1, whole.members))
      let errors = statistics.errors(slots: whole.slots.indices)
      let slots = whole.slots.indices.map { index -> DifferenceSummary? in
        guard let moments = whole.moments(slot: index, through: &tree) else { return nil }
        return DifferenceSummary(
          moments: moments, meanError: errors[index].mean, quantileErrors: errors[index].quantiles,
          probabilityHigher: Double(whole.higher[index]) / members,
          probabilityLower: Double(whole.lower[index]) / members,
          probabilityHigherError: statistics.probabilityError(target: index))
      }
      return AlternativeComparison(differences: slots, targets: targets)
    }
  }
}
