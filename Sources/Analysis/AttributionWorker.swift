import District
import ElementaryFunctions
import Projection

/// A worker that runs all coalitions on each drawing and gathers the Shapley values of its members.
struct AttributionWorker: ReplicateWorker {
  private var models: CoalitionModels
  private let plan: CoalitionPlan
  private var coalitions: [PlannedCoalition] = []
  private var replicate: Int?
  private let workspace: TileWorkspace
  private let draws: EnsembleDraws
  private let normals: NormalStore
  private let reader: OutcomeReader
  private let store: AttributionStore
  private let players: Int
  private let ensembleMembers: Int
  /// Accumulated rows by outcome and row; the interaction is derived at the end of a tile.
  private let rows: UnsafeMutablePointer<Vector>
  private let vectors: Int
  private var slots: [SeriesSlot]
  private var members = 0

  init(
    _ experiment: Experiment, axis: AttributionAxis, outcomes: [ExplainedOutcome], magnitudes: [Double],
    plan: CoalitionPlan, draws: EnsembleDraws, store: AttributionStore
  ) throws {
    let tileMembers = Engine.tileMembers(ofEnsemble: experiment.scenario.ensemble.members)
    workspace = TileWorkspace(experiment, members: tileMembers)
    models = try CoalitionModels(experiment, axis: axis, workspace: workspace)
    self.plan = plan
    self.draws = draws
    normals = NormalStore(experiment, members: tileMembers)
    reader = OutcomeReader(experiment, outcomes: outcomes, members: tileMembers)
    self.store = store
    players = axis.players(experiment.district).count
    ensembleMembers = experiment.scenario.ensemble.members
    vectors = tileMembers / Vector.scalarCount
    let count = outcomes.count * AttributionRow.count(players: players) * vectors
    rows = .allocate(capacity: max(1, count))
    rows.initialize(repeating: Vector(repeating: 0), count: max(1, count))
    slots = AttributionStore.emptySlots(players: players, magnitudes: magnitudes)
  }

  mutating func project(blocks: [Int]) throws {
    prepare(replicate: blocks[0] % EnsembleDraws.replicates)
    for tile in TileMembers.tiles(of: blocks, in: workspace, ensembleMembers: ensembleMembers) {
      draws.fillParameters(of: workspace, blocks: tile.blocks)
      normals.fill(from: draws, years: reader.lastYear, blocks: tile.blocks)
      rows.update(repeating: Vector(repeating: 0), count: slots.count * vectors)
      for coalition in coalitions { try run(coalition) }
      record(tile)
    }
  }

  private mutating func prepare(replicate now: Int) {
    guard replicate != now else { return }
    if replicate == nil || !plan.isExact {
      models.forget()
      coalitions = plan.coalitions(replicate: now)
    }
    replicate = now
  }

  private func row(_ outcome: Int, _ row: Int) -> UnsafeMutablePointer<Vector> {
    rows + (outcome * AttributionRow.count(players: players) + row) * vectors
  }

  /// Runs one coalition and adds its value, weighted, to the rows it enters.
  private mutating func run(_ coalition: PlannedCoalition) throws {
    let model = try models.model(coalition.players)
    model.begin()
    reader.read(year: 0, series: workspace.series)
    for t in 1...reader.lastYear {
      workspace.normals = normals[year: t]
      model.step(t)
      reader.read(year: t, series: workspace.series)
    }
    for outcome in 0..<reader.count {
      let value = reader.value(outcome)
      for entry in coalition.entries {
        let sum = row(outcome, entry.row)
        let weight = entry.weight
        for i in 0..<vectors { sum[i] += weight * value[i] }
      }
    }
  }

  /// Takes the finished tile into the histograms.
  private mutating func record(_ tile: TileMembers) {
    for outcome in 0..<reader.count {
      let interaction = row(outcome, AttributionRow.interaction(players: players))
      add(row(outcome, AttributionRow.total(players: players)), sign: 1, to: interaction)
      for player in 0..<players {
        add(row(outcome, AttributionRow.solo(player, players: players)), sign: -1, to: interaction)
      }
      for index in 0..<AttributionRow.count(players: players) {
        let values = row(outcome, index)
        for (place, block) in tile.blocks.enumerated() {
          slots[outcome * AttributionRow.count(players: players) + index].addBlock(
            values + place * blockVectors, counted: tile.membersCounted(inBlock: block))
        }
      }
    }
    for block in tile.blocks { members += tile.membersCounted(inBlock: block) }
  }

  private func add(_ value: UnsafePointer<Vector>, sign: Double, to row: UnsafeMutablePointer<Vector>) {
    for i in 0..<vectors { row[i] += sign * value[i] }
  }

  mutating func finish(replicate: Int) {
    store.take(&slots, members: members, replicate: replicate)
    members = 0
  }

  mutating func deallocate() {
    rows.deallocate()
    for index in slots.indices { slots[index].deallocate() }
  }
}
