import District
import ElementaryFunctions
import Projection

/// Summarises the tiles of one replicate as they come: the recorder of a run.
struct SummaryRecorder: TileRecorder {
  /// What has been counted.
  var counts: SummaryCounts
  private let plan: SummaryPlan
  let rows: IndicatorRows
  private let margins: TargetMargins
  /// Position in the catalogue of each indicator summarised.
  let positions: [Int]

  init(_ plan: SummaryPlan, tileMembers: Int) {
    self.plan = plan
    counts = SummaryCounts(plan)
    rows = IndicatorRows(plan.catalogue, members: tileMembers)
    margins = TargetMargins(plan.targets, members: tileMembers)
    positions = plan.indicators.map { plan.catalogue.index[$0.id]! }
  }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    let series = workspace.series
    rows.update(year: t, series: series)
    margins.update(year: t, indicators: rows, series: series)
    for index in positions.indices where rows.isDefined(positions[index], year: t) {
      let row = rows.row(positions[index], series: series)
      let slot = plan.slot(index, year: t)
      var start = 0
      for block in tile.blocks {
        counts.slots[slot].addBlock(row + start, counted: tile.membersCounted(inBlock: block))
        start += blockVectors
      }
    }
    for index in plan.targets.indices where plan.targets[index].years.upperBound == t {
      for (place, block) in tile.blocks.enumerated() {
        let counted = tile.membersCounted(inBlock: block)
        counts.targetSlots[index].addBlock(margins.row(index) + place * blockVectors, counted: counted)
        counts.targetsMet[index] += margins.met(index, block: place, counted: counted)
      }
    }
    if t == 0 { for block in tile.blocks { counts.members += tile.membersCounted(inBlock: block) } }
  }
}
