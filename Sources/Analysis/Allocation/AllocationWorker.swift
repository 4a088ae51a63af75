import District
import ElementaryFunctions
import Projection

/// Sums over the members of a replicate.
struct AllocationSums {
  var members = 0
  /// What the goal is worth.
  var worth = 0.0
  /// Value of each term (an indicator, or a margin) and its square.
  var values: [Double]
  var squares: [Double]
  /// Derivative of the worth by money planned for year, project and source, at 2020 prices; empty without gradient.
  var gradient: [Double]

  /// Sums of nothing.
  ///
  /// - Parameters:
  ///   - terms: terms of the goal.
  ///   - positions: positions of the gradient; 0 without one.
  init(terms: Int, positions: Int) {
    values = Array(repeating: 0, count: terms)
    squares = values
    gradient = Array(repeating: 0, count: positions)
  }
}

/// A worker that values one plan on every drawing, with the derivative by each of its cells when it is asked for.
///
/// The plan enters the model in one place, A_p = sum_f M_pf phi_f at 2020 prices (step 1), so that the derivative of a
/// member by the money of a source is that by A_p times phi_f. One run for each project and year, in which A_p is raised
/// by a small amount, therefore gives the derivatives by all sources.
struct AllocationWorker: ReplicateWorker {
  private let model: TileModel
  private let workspace: TileWorkspace
  private let draws: EnsembleDraws
  private let normals: NormalStore
  private let reader: AllocationReader
  private let cells: AllocationCells
  private let wantsGradient: Bool
  private let store: ReplicateSums<AllocationSums>
  private let ensembleMembers: Int
  /// Worth of the plan, worth with extra money, weight of each member (1, or 0 past the ensemble).
  private let rows: UnsafeMutablePointer<Vector>
  /// Arrival factors phi by year and source.
  private let arrivals: UnsafeMutablePointer<Vector>
  private let vectors: Int
  private var sums: AllocationSums

  /// Money added for a difference, over the planned cost of the project: small against the curvature of the model, large
  /// against the rounding of its values.
  private static let relativeStep = 1e-4

  init(
    _ experiment: Experiment, goal: AllocationGoal, cells: AllocationCells, draws: EnsembleDraws, wantsGradient: Bool,
    store: ReplicateSums<AllocationSums>
  ) throws {
    let tileMembers = Engine.tileMembers(ofEnsemble: experiment.scenario.ensemble.members)
    workspace = TileWorkspace(experiment, members: tileMembers)
    model = try TileModel(experiment, workspace: workspace)
    normals = NormalStore(experiment, members: tileMembers)
    reader = AllocationReader(experiment, goal: goal, members: tileMembers)
    self.draws = draws
    self.cells = cells
    self.wantsGradient = wantsGradient
    self.store = store
    ensembleMembers = experiment.scenario.ensemble.members
    vectors = tileMembers / Vector.scalarCount
    rows = .allocate(capacity: 3 * vectors)
    rows.initialize(repeating: Vector(repeating: 0), count: 3 * vectors)
    let count = experiment.years * cells.sources * vectors
    arrivals = .allocate(capacity: count)
    arrivals.initialize(repeating: Vector(repeating: 0), count: count)
    sums = AllocationSums(terms: goal.terms.count, positions: wantsGradient ? cells.positions : 0)
  }

  mutating func project(blocks: [Int]) {
    for tile in TileMembers.tiles(of: blocks, in: workspace, ensembleMembers: ensembleMembers) {
      draws.fillParameters(of: workspace, blocks: tile.blocks)
      normals.fill(from: draws, years: reader.lastYear, blocks: tile.blocks)
      weigh(tile)
      run(extra: nil)
      reader.worth(into: rows)
      record(tile)
      guard wantsGradient else { continue }
      for (t, p) in cells.projectYears where t <= reader.lastYear {
        let step = cells.plannedCosts[p] * Self.relativeStep
        run(extra: ExtraMoney(year: t, project: p, amount: step))
        reader.worth(into: rows + vectors)
        differentiate(year: t, project: p, step: step, tile)
      }
    }
  }

  /// One run through the years that the goal needs.
  private func run(extra: ExtraMoney?) {
    model.extraMoney = extra
    model.begin()
    reader.read(year: 0, series: workspace.series)
    for t in 1...reader.lastYear {
      workspace.normals = normals[year: t]
      model.step(t)
      reader.read(year: t, series: workspace.series)
      if extra == nil {
        (arrivals + (t - 1) * cells.sources * vectors).update(
          from: workspace.arrivals.base, count: cells.sources * vectors)
      }
    }
  }

  /// Weights of the members: those of a block past the ensemble are computed but do not count.
  private func weigh(_ tile: TileMembers) {
    let weights = UnsafeMutableRawPointer(rows + 2 * vectors).assumingMemoryBound(to: Double.self)
    weights.update(repeating: 0, count: workspace.members)
    for (place, block) in tile.blocks.enumerated() {
      (weights + place * EnsembleDraws.blockMembers).update(
        repeating: 1, count: tile.membersCounted(inBlock: block))
    }
  }

  private mutating func record(_ tile: TileMembers) {
    for (place, block) in tile.blocks.enumerated() {
      let first = place * blockVectors
      sums.members += tile.membersCounted(inBlock: block)
      sums.worth += sum(rows, rows + 2 * vectors, from: first)
      for term in sums.values.indices {
        let value = reader.value(term)
        sums.values[term] += sum(value, rows + 2 * vectors, from: first)
        var squared = Vector(repeating: 0)
        for i in first..<first + blockVectors { squared += value[i] * value[i] * rows[2 * vectors + i] }
        sums.squares[term] += sumOfLanes(squared)
      }
    }
  }

  /// Adds the derivatives by the money of every source of a project and year, block by block in their order.
  private mutating func differentiate(year t: Int, project p: Int, step: Double, _ tile: TileMembers) {
    let changed = rows + vectors
    let weights = rows + 2 * vectors
    let inverse = Vector(repeating: 1 / step)
    for i in 0..<vectors { changed[i] = (changed[i] - rows[i]) * inverse * weights[i] }
    for place in 0..<tile.blocks.count {
      for f in cells.payers(project: p) {
        let phi = arrivals + ((t - 1) * cells.sources + f) * vectors
        sums.gradient[cells.position(year: t, project: p, source: f)] += sum(
          changed, phi, from: place * blockVectors)
      }
    }
  }

  /// The sum over a block of the product of two rows, in one fixed order.
  private func sum(_ a: UnsafePointer<Vector>, _ b: UnsafePointer<Vector>, from first: Int) -> Double {
    var sum = Vector(repeating: 0)
    for i in first..<first + blockVectors { sum += a[i] * b[i] }
    return sumOfLanes(sum)
  }

  mutating func finish(replicate: Int) {
    store.store(sums, replicate: replicate)
    sums = AllocationSums(terms: sums.values.count, positions: sums.gradient.count)
  }

  mutating func deallocate() {
    rows.deallocate()
    arrivals.deallocate()
  }
}
