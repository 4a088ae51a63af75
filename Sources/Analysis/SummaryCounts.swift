import District
import ElementaryFunctions

/// What a summary counts, for one replicate or for the whole ensemble. Merges exactly in any order.
struct SummaryCounts {
  /// Indicators by year, year-major.
  var slots: [SeriesSlot]
  /// Margins of the targets.
  var targetSlots: [SeriesSlot]
  /// Members that meet each target.
  var targetsMet: [Int]
  /// Members counted.
  var members = 0

  /// Margins may be far larger than the central one, which may be none: 8 x 10^9 of any unit can be summed.
  private static let usualMargin = 1e4

  init(_ plan: SummaryPlan) {
    slots = (0..<plan.slotCount).map { slot in
      let index = slot % plan.indicators.count
      return SeriesSlot(
        pivot: plan.pivots[slot], resolution: plan.indicators[index].resolution, magnitude: plan.magnitudes[index])
    }
    targetSlots = plan.targets.indices.map { index in
      let indicator = plan.catalogue.indicators[plan.targets[index].indicator]
      let central = plan.targetPivots[index]
      let pivot = central.isFinite ? central : 0
      // Margins cross zero: bins are fine about it, down to a ten-thousandth of the threshold or of the usual margin.
      let resolution = max(indicator.resolution, 1e-4 * abs(plan.targets[index].level), 1e-4 * abs(pivot), 1e-6)
      return SeriesSlot(pivot: pivot, resolution: resolution, magnitude: Self.usualMargin)
    }
    targetsMet = Array(repeating: 0, count: plan.targets.count)
  }

  /// Takes over what another count of the same plan holds, which is empty afterwards.
  mutating func take(_ other: inout SummaryCounts) {
    for index in slots.indices { slots[index].take(&other.slots[index]) }
    takeTargets(&other)
  }

  /// Takes over what another count of the same plan holds of a replicate, which is empty afterwards.
  ///
  /// - Returns: mean and quantiles of every indicator and year of the other count; means where a store keeps the values.
  mutating func takeReplicate(_ other: inout SummaryCounts, number: Int, keeping kept: KeptBins?) -> [Vector] {
    takeTargets(&other)
    return slots.takeReplicate(&other.slots, number: number, keeping: kept)
  }

  private mutating func takeTargets(_ other: inout SummaryCounts) {
    for index in targetSlots.indices {
      targetSlots[index].take(&other.targetSlots[index])
      targetsMet[index] += other.targetsMet[index]
      other.targetsMet[index] = 0
    }
    members += other.members
    other.members = 0
  }

  /// Frees the histograms.
  mutating func deallocate() {
    for index in slots.indices { slots[index].deallocate() }
    for index in targetSlots.indices { targetSlots[index].deallocate() }
  }
}
