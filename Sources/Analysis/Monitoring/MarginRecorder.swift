import District
import ElementaryFunctions
import LinearAlgebra
import Projection

/// Keeps the margin of every test and member.
struct MarginRecorder: TileRecorder {
  private let tests: [TargetTest]
  private let rows: IndicatorRows
  private let margins: TargetMargins
  private let store: ResponseStore

  init(_ experiment: Experiment, tests: [TargetTest], store: ResponseStore) {
    self.tests = tests
    self.store = store
    rows = IndicatorRows(experiment.catalogue, members: Engine.defaultTileMembers)
    margins = TargetMargins(tests, members: Engine.defaultTileMembers)
  }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    rows.update(year: t, series: workspace.series)
    margins.update(year: t, indicators: rows, series: workspace.series)
    for (index, test) in tests.enumerated() where test.years.upperBound == t {
      let row = UnsafeRawPointer(margins.row(index)).assumingMemoryBound(to: Double.self)
      for (place, block) in tile.blocks.enumerated() {
        let target = store.place(figure: index, block: block)
        for lane in 0..<tile.membersCounted(inBlock: block) {
          target[lane] = row[place * EnsembleDraws.blockMembers + lane]
        }
      }
    }
  }
}
