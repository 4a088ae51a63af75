import District
import ElementaryFunctions
import Projection

/// Summarises the tiles of one replicate as they come: the recorder of a run.
struct SummaryRecorder: TileRecorder {
  /// What has been counted.
  var counts: SummaryCounts
  private let plan: SummaryPlan
  /// Where values wait in a run of few members.
  private let kept: KeptBins?
  let rows: IndicatorRows
  private let margins: TargetMargins
  /// Position in the catalogue of each indicator summarised.
  let positions: [Int]
  /// Series between the one whose values are added and the one whose memory is asked for: as long as it takes to come from
  /// another core.
  private static let ahead = 4

  /// - Parameters:
  ///   - plan: what to summarise.
  ///   - tileMembers: members of a tile.
  ///   - kept: where the values of a run of few members wait.
  init(_ plan: SummaryPlan, tileMembers: Int, kept: KeptBins? = nil) {
    self.plan = plan
    self.kept = kept
    counts = SummaryCounts(plan)
    rows = IndicatorRows(plan.catalogue, members: tileMembers)
    margins = TargetMargins(plan.targets, members: tileMembers)
    positions = plan.indicators.map { plan.catalogue.index[$0.id]! }
  }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    let series = workspace.series
    if counts.members == 0, t == 0 { kept?.lend(to: &counts.slots, replicate: tile.replicate) }
    rows.update(year: t, series: series)
    margins.update(year: t, indicators: rows, series: series)
    // Only the last block of the ensemble may not be whole.
    let whole = tile.blocks.prefix { tile.membersCounted(inBlock: $0) == EnsembleDraws.blockMembers }.count
    let firstSlot = plan.slot(0, year: t)
    counts.slots.withUnsafeMutableBufferPointer { slots in
      for index in positions.indices where rows.isDefined(positions[index], year: t) {
        let row = rows.row(positions[index], series: series)
        let ahead = firstSlot + index + Self.ahead
        if ahead < slots.count { slots[ahead].fetchRoom(blocks: whole) }
        slots[firstSlot + index].addBlocks(row, whole)
      }
    }
    if whole < tile.blocks.count { recordRest(firstSlot, year: t, series: series, members: tile, from: whole) }
    for index in plan.targets.indices where plan.targets[index].years.upperBound == t {
      for (place, block) in tile.blocks.enumerated() {
        let counted = tile.membersCounted(inBlock: block)
        counts.targetSlots[index].addBlock(margins.row(index) + place * blockVectors, counted: counted)
        counts.targetsMet[index] += margins.met(index, block: place, counted: counted)
      }
    }
    if t == 0 { for block in tile.blocks { counts.members += tile.membersCounted(inBlock: block) } }
  }

  /// The last block of the ensemble, which is not whole.
  @inline(never)
  private mutating func recordRest(
    _ firstSlot: Int, year t: Int, series: TileRows, members tile: TileMembers, from first: Int
  ) {
    for (place, block) in tile.blocks.enumerated().dropFirst(first) {
      for index in positions.indices where rows.isDefined(positions[index], year: t) {
        let values = rows.row(positions[index], series: series) + place * blockVectors
        counts.slots[firstSlot + index].addBlock(values, counted: tile.membersCounted(inBlock: block))
      }
    }
  }
}
