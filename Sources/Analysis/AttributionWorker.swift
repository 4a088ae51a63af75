import District
import ElementaryFunctions
import Projection

/// A worker that runs all coalitions on each drawing and gathers the Shapley values of its members.
struct AttributionWorker: ReplicateWorker {
  private let coalitions: Coalitions
  private let workspace: TileWorkspace
  private let draws: EnsembleDraws
  private let normals: NormalStore
  private let weights: ShapleyWeights
  private let reader: OutcomeReader
  private let store: AttributionStore
  private let years: Int
  private let ensembleMembers: Int
  /// Accumulated rows by outcome and row, and the sum of the solo effects is derived at the end of a tile.
  private let rows: UnsafeMutablePointer<Vector>
  private let vectors: Int
  private var slots: [SeriesSlot]
  private var members = 0

  init(
    _ experiment: Experiment, axis: AttributionAxis, outcomes: [AttributionOutcome], magnitudes: [Double],
    draws: EnsembleDraws, store: AttributionStore
  ) throws {
    let tileMembers = Engine.defaultTileMembers
    workspace = TileWorkspace(experiment, members: tileMembers)
    coalitions = try Coalitions(experiment, axis: axis, workspace: workspace)
    self.draws = draws
    normals = NormalStore(experiment, members: tileMembers)
    weights = ShapleyWeights(players: coalitions.players)
    reader = OutcomeReader(experiment, outcomes: outcomes, members: tileMembers)
    self.store = store
    years = experiment.years
    ensembleMembers = experiment.scenario.ensemble.members
    vectors = tileMembers / Vector.scalarCount
    let count = outcomes.count * AttributionRow.count(players: coalitions.players) * vectors
    rows = .allocate(capacity: max(1, count))
    rows.initialize(repeating: Vector(repeating: 0), count: max(1, count))
    slots = AttributionStore.emptySlots(players: coalitions.players, magnitudes: magnitudes)
  }

  mutating func project(blocks: [Int]) {
    let perTile = workspace.members / EnsembleDraws.blockMembers
    for start in stride(from: 0, to: blocks.count, by: perTile) {
      let tile = TileMembers(
        blocks: blocks[start..<min(start + perTile, blocks.count)], ensembleMembers: ensembleMembers)
      draws.fillParameters(of: workspace, blocks: tile.blocks)
      normals.fill(from: draws, years: years, blocks: tile.blocks)
      rows.update(repeating: Vector(repeating: 0), count: slots.count * vectors)
      for coalition in 0..<1 << coalitions.players { runCoalition(coalition) }
      record(tile)
    }
  }

  private func row(_ outcome: Int, _ row: Int) -> UnsafeMutablePointer<Vector> {
    rows + (outcome * AttributionRow.count(players: coalitions.players) + row) * vectors
  }

  /// Runs one coalition and adds its value, weighted, to every player's share.
  private func runCoalition(_ coalition: Int) {
    let model = coalitions.model(coalition)
    model.begin()
    reader.read(year: 0, series: workspace.series)
    for t in 1...years {
      workspace.normals = normals[year: t]
      model.step(t)
      reader.read(year: t, series: workspace.series)
    }
    let players = coalitions.players
    let everyone = 1 << players - 1
    for outcome in 0..<reader.count {
      let value = reader.value(outcome)
      for player in 0..<players {
        let share = row(outcome, AttributionRow.share(player))
        let weight = weights.weight(of: coalition, player: player)
        for i in 0..<vectors { share[i] += weight * value[i] }
      }
      // v(everyone) - v(none), v({i}) - v(none), v(everyone) - v(everyone but i), and v(none) itself.
      let isNone = coalition == 0
      let isAll = coalition == everyone
      if isNone || isAll {
        add(value, sign: isAll ? 1 : -1, to: row(outcome, AttributionRow.total(players: players)))
      }
      if isNone { add(value, sign: 1, to: row(outcome, AttributionRow.base(players: players))) }
      for player in 0..<players {
        if isNone { add(value, sign: -1, to: row(outcome, AttributionRow.solo(player, players: players))) }
        if coalition == 1 << player {
          add(value, sign: 1, to: row(outcome, AttributionRow.solo(player, players: players)))
        }
        if isAll { add(value, sign: 1, to: row(outcome, AttributionRow.last(player, players: players))) }
        if coalition == everyone ^ (1 << player) {
          add(value, sign: -1, to: row(outcome, AttributionRow.last(player, players: players)))
        }
      }
    }
  }

  private func add(_ value: UnsafePointer<Vector>, sign: Double, to row: UnsafeMutablePointer<Vector>) {
    for i in 0..<vectors { row[i] += sign * value[i] }
  }

  /// Takes the finished tile into the histograms.
  private mutating func record(_ tile: TileMembers) {
    let players = coalitions.players
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

  mutating func finish(replicate: Int) {
    store.add(slots, members: members, replicate: replicate)
    for index in slots.indices { slots[index].clear() }
    members = 0
  }

  mutating func deallocate() {
    rows.deallocate()
    for index in slots.indices { slots[index].deallocate() }
  }
}

/// Reads the outcomes of a tile as its years go by.
final class OutcomeReader {
  private enum Source {
    case indicator(position: Int, year: Int)
    case target(Int)
  }
  private let sources: [Source]
  private let rows: IndicatorRows
  private let margins: TargetMargins
  private let tests: [TargetTest]
  private let values: UnsafeMutablePointer<Vector>
  private let vectors: Int

  /// Number of outcomes.
  var count: Int { sources.count }

  init(_ experiment: Experiment, outcomes: [AttributionOutcome], members: Int) {
    let catalogue = experiment.catalogue
    let base = experiment.district.baseYear
    var tests: [TargetTest] = []
    sources = outcomes.map { outcome in
      switch outcome {
      case .indicator(let id, let year): return .indicator(position: catalogue.index[id]!, year: year - base)
      case .target(let id):
        let target = experiment.scenario.targets.first { $0.id == id }!
        tests.append(TargetTest(target, catalogue: catalogue, baseYear: base, years: experiment.years)!)
        return .target(tests.count - 1)
      }
    }
    self.tests = tests
    rows = IndicatorRows(catalogue, members: members)
    margins = TargetMargins(tests, members: members)
    vectors = members / Vector.scalarCount
    values = .allocate(capacity: max(1, outcomes.count * vectors))
    values.initialize(repeating: Vector(repeating: 0), count: max(1, outcomes.count * vectors))
  }

  deinit { values.deallocate() }

  /// Takes in a year of a tile; after the last year every value is complete.
  func read(year t: Int, series: TileRows) {
    rows.update(year: t, series: series)
    margins.update(year: t, indicators: rows, series: series)
    for (index, source) in sources.enumerated() {
      let out = values + index * vectors
      switch source {
      case .indicator(let position, let year) where year == t:
        out.update(from: rows.row(position, series: series), count: vectors)
      case .target(let test) where tests[test].years.upperBound == t:
        let margin = margins.row(test)
        let zero = Vector(repeating: 0)
        for i in 0..<vectors {
          let met = tests[test].strict ? margin[i] .> zero : margin[i] .>= zero
          out[i] = zero.replacing(with: 1, where: met)
        }
      default: continue
      }
    }
  }

  /// The values of an outcome for the members of the tile.
  func value(_ outcome: Int) -> UnsafePointer<Vector> { UnsafePointer(values + outcome * vectors) }
}
