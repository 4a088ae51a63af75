import District
import Foundation
import Projection
import Sampling

/// What the workers of a run have added so far. Access is behind a lock: workers add, the caller finishes.
final class CollectedCounts: @unchecked Sendable {
  private let plan: SummaryPlan
  private let lock = NSLock()
  private let members: Int
  private var whole: SummaryCounts
  /// Of replicates that workers share, what some have handed over; and empty counts for the next.
  private var parts: [Int: SummaryCounts] = [:]
  private var spare: SummaryCounts?
  private var statistics = ReplicateStatistics(replicates: EnsembleDraws.replicates)
  /// The values of all indicators where members are few.
  let kept: KeptBins?

  /// - Parameters:
  ///   - plan: what is summarised.
  ///   - members: members of the run.
  init(_ plan: SummaryPlan, members: Int) {
    self.plan = plan
    self.members = members
    whole = SummaryCounts(plan)
    kept = KeptBins(slots: whole.slots.count, members: members)
  }

  deinit {
    whole.deallocate()
    for part in parts.keys { parts[part]!.deallocate() }
    spare?.deallocate()
  }

  /// Keeps the statistics of a finished replicate and takes over its counts.
  func take(_ counts: inout SummaryCounts, replicate: Int) {
    lock.withLock { takeWhole(&counts, replicate: replicate) }
  }

  /// Takes over what one of several workers has counted of a replicate; the last of them finishes it.
  func take(_ counts: inout SummaryCounts, partOf replicate: Int) {
    lock.withLock {
      let all = Replication.members(ofReplicate: replicate, of: members)
      if counts.members == all { return takeWhole(&counts, replicate: replicate) }
      var part = parts.removeValue(forKey: replicate) ?? spare.take() ?? SummaryCounts(plan)
      part.take(&counts)
      guard part.members == all else { return parts[replicate] = part }
      takeWhole(&part, replicate: replicate)
      if spare == nil { spare = part } else { part.deallocate() }
    }
  }

  private func takeWhole(_ counts: inout SummaryCounts, replicate: Int) {
    let members = counts.members
    let shares = counts.targetsMet.map { Double($0) / Double(max(1, members)) }
    let rows = whole.takeReplicate(&counts, number: replicate, keeping: kept)
    statistics.store(replicate, members: members, rows: rows, shares: shares)
  }

  /// The summary of all that was added.
  ///
  /// - Parameters:
  ///   - experiment: what was run.
  ///   - threads: how many threads share the work.
  func finish(_ experiment: Experiment, threads: Int) -> EnsembleSummary {
    lock.withLock {
      var tree = RankTree()
      let count = plan.indicators.count
      let slots = statistics.summaries(of: &whole.slots, kept: kept, threads: threads, through: &tree)
      let base = experiment.district.baseYear
      let broken = whole.slots.firstIndex { $0.hasNonFinite }.map {
        (indicator: plan.indicators[$0 % count].id, year: base + $0 / count)
      }
      // What only targets look at.
      let brokenTarget = whole.targetSlots.firstIndex { $0.hasNonFinite }.map {
        (
          indicator: plan.catalogue.indicators[plan.targets[$0].indicator].id,
          year: base + plan.targets[$0].years.upperBound
        )
      }
      return EnsembleSummary(
        plan: plan, members: whole.members, slots: slots,
        targets: experiment.scenario.targets.map { summary(of: $0, slots: slots, through: &tree) },
        firstNonFinite: broken ?? brokenTarget, replicates: statistics)
    }
  }

  /// Changes of the probabilities of the targets that this run shares with the reference.
  func probabilityChanges(
    from reference: CollectedCounts, _ summary: EnsembleSummary, _ referenceSummary: EnsembleSummary
  ) -> [ProbabilityChange] {
    summary.targets.compactMap { target in
      let id = target.target.id
      guard let other = referenceSummary.targets.first(where: { $0.target.id == id }) else { return nil }
      guard let now = target.probability, let before = other.probability,
        let index = plan.targets.firstIndex(where: { $0.target.id == id }),
        let referenceIndex = reference.plan.targets.firstIndex(where: { $0.target.id == id })
      else { return ProbabilityChange(target: id, change: nil, standardError: nil) }
      let error = ReplicateStatistics.changeError(
        reference.statistics, target: referenceIndex, statistics, target: index)
      return ProbabilityChange(target: id, change: now - before, standardError: error)
    }
  }

  private func summary(of target: Target, slots: [IndicatorSummary?], through tree: inout RankTree) -> TargetSummary {
    guard let index = plan.targets.firstIndex(where: { $0.target == target }), whole.members > 0 else {
      return TargetSummary(
        target: target, probability: nil, standardError: nil, median: nil, thresholdMedian: nil, medianMargin: nil)
    }
    let test = plan.targets[index]
    let middle = SummaryPlan.probabilities.firstIndex(of: 0.5)!
    func median(_ position: Int) -> Double? {
      let id = plan.catalogue.indicators[position].id
      guard let row = plan.indicators.firstIndex(where: { $0.id == id }) else { return nil }
      return slots[plan.slot(row, year: test.years.upperBound)]?.moments.quantiles[middle]
    }
    return TargetSummary(
      target: target, probability: Double(whole.targetsMet[index]) / Double(whole.members),
      standardError: statistics.probabilityError(target: index), median: median(test.indicator),
      thresholdMedian: test.threshold.map { median($0).map { $0 * target.factor } } ?? test.level,
      medianMargin: whole.targetSlots[index].moments(through: &tree)?.quantiles[middle])
  }
}
