import ElementaryFunctions
import Projection

/// A worker that follows the money of every source through the projects.
struct AccountWorker: ReplicateWorker {
  private let engine: Engine
  private let store: AccountStore
  private var recorder: AccountRecorder

  init(_ experiment: Experiment, draws: EnsembleDraws, store: AccountStore) throws {
    engine = try Engine(experiment, draws: draws)
    self.store = store
    recorder = AccountRecorder(experiment, store: store, vectors: engine.model.workspace.series.vectors)
  }

  mutating func project(blocks: [Int]) { engine.project(blocks: blocks, into: &recorder) }
  mutating func finish(replicate: Int) {
    store.replicates.store(recorder.counted, replicate: replicate)
    recorder.counted = AccountSums(cells: store.cells, years: store.years)
  }
  mutating func deallocate() { recorder.deallocate() }
}

/// Follows the money of each source within the projects' pools, tile by tile.
private struct AccountRecorder: TileRecorder {
  private let experiment: Experiment
  private let cells: AccountCells
  private let vectors: Int
  /// Unspent money by cell, one row each.
  private let onHand: UnsafeMutablePointer<Vector>
  var counted: AccountSums

  init(_ experiment: Experiment, store: AccountStore, vectors: Int) {
    self.experiment = experiment
    cells = store.cells
    self.vectors = vectors
    onHand = .allocate(capacity: max(1, cells.pairs.count * vectors))
    onHand.initialize(repeating: Vector(repeating: 0), count: max(1, cells.pairs.count * vectors))
    counted = AccountSums(cells: cells, years: store.years)
  }

  mutating func deallocate() { onHand.deallocate() }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    guard t > 0 else {
      onHand.update(repeating: Vector(repeating: 0), count: cells.pairs.count * vectors)
      for block in tile.blocks { counted.members += tile.membersCounted(inBlock: block) }
      return
    }
    let catalogue = experiment.catalogue
    let price = experiment.district.constants.worksDeflator(year: t)
    for (cell, pair) in cells.pairs.enumerated() {
      let planned = experiment.scenario.plan[t - 1, pair.project, pair.source] * price
      let phi = workspace.arrivals[pair.source]
      let x = workspace.series[catalogue.executed + pair.project]
      let u = workspace.series[catalogue.unspent + pair.project]
      let mine = onHand + cell * vectors
      let first = ((t - 1) * cells.pairs.count + cell) * 3
      for (place, block) in tile.blocks.enumerated() {
        let inBlock = tile.membersCounted(inBlock: block)
        var arrivedSum = 0.0
        var executedSum = 0.0
        var unspentSum = 0.0
        for i in place * blockVectors..<(place + 1) * blockVectors {
          let arrived = planned * phi[i]
          let available = mine[i] + arrived
          let pool = x[i] + u[i]
          // Nothing on hand: nothing executed. The share is that of the project's pool.
          let share = (x[i] / pool).replacing(with: Vector(repeating: 0), where: pool .<= 0)
          let executed = share * available
          mine[i] = available - executed
          let lanes = min(Vector.scalarCount, inBlock - (i - place * blockVectors) * Vector.scalarCount)
          guard lanes > 0 else { continue }
          if lanes == Vector.scalarCount {
            arrivedSum += arrived.sum()
            executedSum += executed.sum()
            unspentSum += mine[i].sum()
          } else {
            for lane in 0..<lanes {
              arrivedSum += arrived[lane]
              executedSum += executed[lane]
              unspentSum += mine[i][lane]
            }
          }
        }
        counted.sums[first].add(arrivedSum)
        counted.sums[first + 1].add(executedSum)
        counted.sums[first + 2].add(unspentSum)
      }
    }
  }
}
