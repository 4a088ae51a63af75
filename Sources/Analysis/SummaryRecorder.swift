import District
import ElementaryFunctions
import Projection

/// Summarises the tiles of one replicate as they come: the recorder of a run.
struct SummaryRecorder: TileRecorder {
  let plan: SummaryPlan
  private let rows: IndicatorRows
  private let margins: TargetMargins
  /// Position in the catalogue of each indicator summarised.
  private let positions: [Int]
  private(set) var slots: [SeriesSlot]
  private(set) var targetSlots: [SeriesSlot]
  private(set) var targetsMet: [Int]
  private(set) var members = 0

  init(_ plan: SummaryPlan, tileMembers: Int) {
    self.plan = plan
    rows = IndicatorRows(plan.catalogue, members: tileMembers)
    margins = TargetMargins(plan.targets, members: tileMembers)
    positions = plan.indicators.map { plan.catalogue.index[$0.id]! }
    slots = (0..<plan.slotCount).map {
      SeriesSlot(pivot: plan.pivots[$0], resolution: plan.indicators[$0 % plan.indicators.count].resolution)
    }
    targetSlots = plan.targets.indices.map { index in
      let indicator = plan.catalogue.indicators[plan.targets[index].indicator]
      let level = abs(plan.targets[index].level)
      return SeriesSlot(
        pivot: plan.targetPivots[index],
        resolution: max(indicator.resolution, 1e-4 * level, 1e-4 * abs(plan.targetPivots[index]), 1e-6))
    }
    targetsMet = Array(repeating: 0, count: plan.targets.count)
  }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    let series = workspace.series
    rows.update(year: t, series: series)
    margins.update(year: t, indicators: rows, series: series)
    for index in positions.indices where rows.isDefined(plan.indicators[index], year: t) {
      let row = rows.row(positions[index], series: series)
      let slot = plan.slot(index, year: t)
      var start = 0
      for block in tile.blocks {
        slots[slot].addBlock(row + start, counted: tile.membersCounted(inBlock: block))
        start += blockVectors
      }
    }
    for index in plan.targets.indices where plan.targets[index].years.upperBound == t {
      for (place, block) in tile.blocks.enumerated() {
        let counted = tile.membersCounted(inBlock: block)
        targetSlots[index].addBlock(margins.row(index) + place * blockVectors, counted: counted)
        targetsMet[index] += margins.met(index, block: place, counted: counted)
      }
    }
    if t == 0 { for block in tile.blocks { members += tile.membersCounted(inBlock: block) } }
  }

  /// Forgets all members and keeps the room.
  mutating func clear() {
    for index in slots.indices { slots[index].clear() }
    for index in targetSlots.indices { targetSlots[index].clear() }
    for index in targetsMet.indices { targetsMet[index] = 0 }
    members = 0
  }

  /// Adds what another recorder of the same plan has counted.
  mutating func merge(_ other: SummaryRecorder) {
    for index in slots.indices { slots[index].merge(other.slots[index]) }
    for index in targetSlots.indices { targetSlots[index].merge(other.targetSlots[index]) }
    for index in targetsMet.indices { targetsMet[index] += other.targetsMet[index] }
    members += other.members
  }

  /// Frees the histograms.
  mutating func deallocate() {
    for index in slots.indices { slots[index].deallocate() }
    for index in targetSlots.indices { targetSlots[index].deallocate() }
  }
}
