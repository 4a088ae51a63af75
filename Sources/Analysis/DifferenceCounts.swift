import District
import ElementaryFunctions
import Projection

/// A row of differences of one tile, reused.
final class DifferenceRow {
  let vectors: Int
  let row: UnsafeMutablePointer<Vector>

  init(members: Int) {
    vectors = members / Vector.scalarCount
    row = .allocate(capacity: vectors)
    row.initialize(repeating: Vector(repeating: 0), count: vectors)
  }

  deinit { row.deallocate() }
}

/// Paired differences of one scenario from the reference: every indicator and year, member by member.
struct DifferenceCounts {
  private let plan: SummaryPlan
  /// Differences by indicator and year, year-major.
  var slots: [SeriesSlot]
  /// Where values wait in a run of few members.
  private let kept: KeptBins?
  /// Members in which the indicator is higher, and lower, than in the reference.
  private(set) var higher: [Int]
  private(set) var lower: [Int]
  private(set) var members = 0

  init(_ plan: SummaryPlan, reference: SummaryPlan, kept: KeptBins? = nil) {
    self.plan = plan
    self.kept = kept
    slots = (0..<plan.slotCount).map { slot in
      let index = slot % plan.indicators.count
      let indicator = plan.indicators[index]
      let level = abs(reference.pivots[slot])
      // Differences cross zero: bins are even below a millionth of the level.
      return SeriesSlot(
        pivot: plan.pivots[slot] - reference.pivots[slot],
        resolution: max(1e-3 * indicator.resolution, 1e-6 * level, 1e-12),
        magnitude: max(plan.magnitudes[index], reference.magnitudes[index], 1e4 * indicator.resolution))
    }
    higher = Array(repeating: 0, count: plan.slotCount)
    lower = higher
  }

  /// Takes in a year of a tile.
  mutating func record(
    year t: Int, of alternative: (recorder: SummaryRecorder, model: TileModel),
    against reference: (recorder: SummaryRecorder, model: TileModel), through difference: DifferenceRow,
    members tile: TileMembers
  ) {
    if members == 0, t == 0 { kept?.lend(to: &slots, replicate: tile.replicate) }
    let (first, second) = (reference.model.workspace.series, alternative.model.workspace.series)
    for index in plan.indicators.indices {
      let position = alternative.recorder.positions[index]
      guard alternative.recorder.rows.isDefined(position, year: t) else { continue }
      let x = reference.recorder.rows.row(position, series: first)
      let y = alternative.recorder.rows.row(position, series: second)
      for i in 0..<difference.vectors { difference.row[i] = y[i] - x[i] }
      let slot = plan.slot(index, year: t)
      for (place, block) in tile.blocks.enumerated() {
        let counted = tile.membersCounted(inBlock: block)
        let values = difference.row + place * blockVectors
        slots[slot].addBlock(values, counted: counted)
        countSigns(values, counted: counted, slot: slot)
      }
    }
    if t == 0 { for block in tile.blocks { members += tile.membersCounted(inBlock: block) } }
  }

  private mutating func countSigns(_ values: UnsafePointer<Vector>, counted: Int, slot: Int) {
    let numbers = UnsafeRawPointer(values).assumingMemoryBound(to: Double.self)
    for member in 0..<counted {
      higher[slot] &+= numbers[member] > 0 ? 1 : 0
      lower[slot] &+= numbers[member] < 0 ? 1 : 0
    }
  }

  /// Takes over what another count of the same plan holds, which is empty afterwards; as `SummaryCounts` does.
  mutating func takeReplicate(_ other: inout DifferenceCounts, number: Int, keeping kept: KeptBins?) -> [Vector] {
    let rows = slots.takeReplicate(&other.slots, number: number, keeping: kept)
    for index in slots.indices {
      higher[index] += other.higher[index]
      lower[index] += other.lower[index]
      other.higher[index] = 0
      other.lower[index] = 0
    }
    members += other.members
    other.members = 0
    return rows
  }

  /// Frees the histograms.
  mutating func deallocate() { for index in slots.indices { slots[index].deallocate() } }
}
