import Foundation
import Projection

/// The paired differences that the workers of a comparison have added so far; access is behind a lock.
final class CollectedDifferences: @unchecked Sendable {
  private let lock = NSLock()
  private var whole: DifferenceCounts
  /// Mean and quantiles, then the shares higher and lower, by replicate and slot.
  private var statistics = ReplicateStatistics(replicates: EnsembleDraws.replicates)

  init(_ plan: SummaryPlan, reference: SummaryPlan) {
    whole = DifferenceCounts(plan, reference: reference)
  }

  deinit { whole.deallocate() }

  /// Keeps the statistics of a finished replicate and adds its counts to the whole.
  func add(_ counts: DifferenceCounts, replicate: Int) {
    let rows = ReplicateStatistics.rows(of: counts.slots)
    let members = Double(max(1, counts.members))
    let shares = counts.higher.map { Double($0) / members }
    lock.withLock {
      statistics.store(replicate, members: counts.members, rows: rows, shares: shares)
      whole.merge(counts)
    }
  }

  /// The differences of all that was added.
  func finish(targets: [ProbabilityChange]) -> AlternativeComparison {
    lock.withLock {
      let members = Double(max(1, whole.members))
      let slots = whole.slots.enumerated().map { index, slot -> DifferenceSummary? in
        guard let moments = slot.moments(SummaryPlan.probabilities) else { return nil }
        let errors = statistics.errors(slot: index)
        return DifferenceSummary(
          moments: moments, meanError: errors.mean, quantileErrors: errors.quantiles,
          probabilityHigher: Double(whole.higher[index]) / members,
          probabilityLower: Double(whole.lower[index]) / members,
          probabilityHigherError: statistics.probabilityError(target: index))
      }
      return AlternativeComparison(differences: slots, targets: targets)
    }
  }
}
