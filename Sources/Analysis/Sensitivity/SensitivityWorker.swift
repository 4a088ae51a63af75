import District
import ElementaryFunctions
import Projection

/// A worker that runs every design of a sensitivity analysis on each drawing of a tile.
struct SensitivityWorker: ReplicateWorker {
  private let model: TileModel
  private let reader: OutcomeReader
  private let draws: EnsembleDraws
  private let alternate: EnsembleDraws
  private let inputs: [SensitivityInput]
  private let ends: [(low: Double, high: Double)]
  private let grid: ScreeningGrid
  private let pivots: [Double]
  private let store: ReplicateSums<SensitivitySums>
  private let ensembleMembers: Int
  private let parametersA: ParameterStore
  private let parametersB: ParameterStore
  private let normalsA: NormalStore
  private let normalsB: NormalStore
  private var tileSums: TileSums
  /// Outcomes on A, on B and on the grid, less their pivots.
  private let onA: UnsafeMutablePointer<Vector>
  private let onB: UnsafeMutablePointer<Vector>
  private let onGrid: UnsafeMutablePointer<Vector>
  private let vectors: Int
  private var sums: SensitivitySums

  init(
    _ experiment: Experiment, outcomes: [ExplainedOutcome], inputs: [SensitivityInput], parameters: [SensitivityInput],
    pivots: [Double], draws: EnsembleDraws, alternate: EnsembleDraws, store: ReplicateSums<SensitivitySums>
  ) throws {
    let members = Engine.tileMembers(ofEnsemble: experiment.scenario.ensemble.members)
    model = try TileModel(experiment, workspace: TileWorkspace(experiment, members: members))
    reader = OutcomeReader(experiment, outcomes: outcomes, members: members)
    self.draws = draws
    self.alternate = alternate
    self.inputs = inputs
    ends = parameters.map { SwingEnds.of($0, experiment) }
    grid = ScreeningGrid(experiment, parameters: parameters, members: members)
    self.pivots = pivots
    self.store = store
    ensembleMembers = experiment.scenario.ensemble.members
    parametersA = ParameterStore(experiment, members: members)
    parametersB = ParameterStore(experiment, members: members)
    normalsA = NormalStore(experiment, members: members)
    normalsB = NormalStore(experiment, members: members)
    tileSums = TileSums(members: members)
    let count = outcomes.count * members / Vector.scalarCount
    vectors = members / Vector.scalarCount
    func rows() -> UnsafeMutablePointer<Vector> {
      let rows = UnsafeMutablePointer<Vector>.allocate(capacity: max(1, count))
      rows.initialize(repeating: Vector(repeating: 0), count: max(1, count))
      return rows
    }
    onA = rows()
    onB = rows()
    onGrid = rows()
    sums = SensitivitySums(outcomes: outcomes.count, inputs: inputs.count, parameters: ends.count)
  }

  mutating func project(blocks: [Int]) {
    let workspace = model.workspace
    let years = reader.lastYear
    for tile in TileMembers.tiles(of: blocks, in: workspace, ensembleMembers: ensembleMembers) {
      draws.fillParameters(parametersA.rows, blocks: tile.blocks)
      alternate.fillParameters(parametersB.rows, blocks: tile.blocks)
      normalsA.fill(from: draws, years: years, blocks: tile.blocks)
      normalsB.fill(from: alternate, years: years, blocks: tile.blocks)
      tileSums.begin(tile)
      sums.count += tileSums.count
      projectBase()
      for input in inputs.indices { projectReplaced(input) }
      for parameter in ends.indices { projectSwing(parameter) }
      grid.draw(from: draws, blocks: tile.blocks)
      projectScreening()
    }
  }

  /// Runs the parameters in the workspace; the shocks are those of A but in some years.
  private func run(yearsOfB: [Int] = []) {
    let workspace = model.workspace
    model.begin()
    reader.read(year: 0, series: workspace.series)
    for t in 1...reader.lastYear {
      workspace.normals = yearsOfB.contains(t) ? normalsB[year: t] : normalsA[year: t]
      model.step(t)
      reader.read(year: t, series: workspace.series)
    }
  }

  private func keep(_ rows: UnsafeMutablePointer<Vector>) {
    for outcome in pivots.indices {
      let value = reader.value(outcome)
      let row = rows + outcome * vectors
      for i in 0..<vectors { row[i] = value[i] - pivots[outcome] }
    }
  }

  private mutating func projectBase() {
    let parameters = parametersA.rows.count
    for parameter in 0..<parameters { parametersB.copy(parameter, into: model.workspace) }
    run(yearsOfB: Array(1...model.experiment.years))
    keep(onB)
    for parameter in 0..<parameters { parametersA.copy(parameter, into: model.workspace) }
    run()
    keep(onA)
    for outcome in pivots.indices {
      let (a, b) = (onA + outcome * vectors, onB + outcome * vectors)
      let (sumA, squareA, _) = tileSums.sums { (a[$0], a[$0] * a[$0], a[$0]) }
      let (sumB, squareB, _) = tileSums.sums { (b[$0], b[$0] * b[$0], b[$0]) }
      sums.sobol[outcome].addBase(count: tileSums.count, a: sumA, b: sumB, aa: squareA, bb: squareB)
    }
  }

  private mutating func projectReplaced(_ position: Int) {
    let input = inputs[position]
    for parameter in input.parameters { parametersB.copy(parameter, into: model.workspace) }
    run(yearsOfB: input.years)
    for parameter in input.parameters { parametersA.copy(parameter, into: model.workspace) }
    for outcome in pivots.indices {
      let value = reader.value(outcome)
      let (a, b) = (onA + outcome * vectors, onB + outcome * vectors)
      let pivot = pivots[outcome]
      let (change, product, square) = tileSums.sums { i in
        let d = value[i] - pivot - a[i]
        return (d, b[i] * d, d * d)
      }
      sums.sobol[outcome].add(input: position, change: change, product: product, square: square)
    }
  }

  private mutating func projectSwing(_ position: Int) {
    let parameter = inputs[position].parameters[0]
    let row = model.workspace.parameters[parameter..<parameter + 1]
    row.fill(ends[position].low)
    run()
    for outcome in pivots.indices { sums.low[outcome][position] += sumAboutPivot(outcome) }
    row.fill(ends[position].high)
    run()
    for outcome in pivots.indices { sums.high[outcome][position] += sumAboutPivot(outcome) }
    parametersA.copy(parameter, into: model.workspace)
  }

  private func sumAboutPivot(_ outcome: Int) -> Double {
    let value = reader.value(outcome)
    let pivot = pivots[outcome]
    return tileSums.sum { value[$0] - pivot }
  }

  private mutating func projectScreening() {
    grid.setBase(model.workspace)
    run()
    keep(onGrid)
    for position in ends.indices {
      grid.move(position, in: model.workspace)
      run()
      grid.moveBack(position, in: model.workspace)
      let direction = grid.direction(position)
      for outcome in pivots.indices {
        let value = reader.value(outcome)
        let base = onGrid + outcome * vectors
        let pivot = pivots[outcome]
        let (sum, magnitude, square) = tileSums.sums { i in
          let effect = (value[i] - pivot - base[i]) * direction[i]
          return (effect, maximum(effect, Vector(repeating: 0) - effect), effect * effect)
        }
        sums.effects[outcome][position].add(
          count: tileSums.count, sum: sum, magnitudes: magnitude, squares: square)
      }
    }
    for parameter in 0..<parametersA.rows.count { parametersA.copy(parameter, into: model.workspace) }
  }

  mutating func finish(replicate: Int) {
    store.store(sums, replicate: replicate)
    sums = SensitivitySums(outcomes: pivots.count, inputs: inputs.count, parameters: ends.count)
  }

  mutating func deallocate() {
    for rows in [onA, onB, onGrid] { rows.deallocate() }
    tileSums.deallocate()
  }
}
