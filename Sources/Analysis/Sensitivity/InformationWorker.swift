import District
import ElementaryFunctions
import Projection

/// A worker that gathers the sums behind the value of information: outcomes against the draws of every parameter.
struct InformationWorker: ReplicateWorker {
  private let model: TileModel
  private let reader: OutcomeReader
  private let draws: EnsembleDraws
  private let parameters: [Int]
  private let pivots: [Double]
  private let store: ReplicateSums<[InformationSums]>
  private let ensembleMembers: Int
  private let uniforms: ParameterStore
  private var tileSums: TileSums
  /// The polynomials of one parameter, a row each.
  private let polynomials: UnsafeMutablePointer<Vector>
  private let vectors: Int
  private var sums: [InformationSums]

  init(
    _ experiment: Experiment, outcomes: [ExplainedOutcome], parameters: [SensitivityInput], pivots: [Double],
    draws: EnsembleDraws, store: ReplicateSums<[InformationSums]>
  ) throws {
    let members = Engine.tileMembers(ofEnsemble: experiment.scenario.ensemble.members)
    model = try TileModel(experiment, workspace: TileWorkspace(experiment, members: members))
    reader = OutcomeReader(experiment, outcomes: outcomes, members: members)
    self.draws = draws
    self.parameters = parameters.map { $0.parameters[0] }
    // Outcomes of targets stay 0 and 1: their expectation is held between these.
    self.pivots = zip(pivots, outcomes).map { $1.isTarget ? 0 : $0 }
    self.store = store
    ensembleMembers = experiment.scenario.ensemble.members
    uniforms = ParameterStore(experiment, members: members)
    tileSums = TileSums(members: members)
    vectors = members / Vector.scalarCount
    polynomials = .allocate(capacity: InformationSums.terms * vectors)
    polynomials.initialize(repeating: Vector(repeating: 1), count: InformationSums.terms * vectors)
    sums = Array(repeating: InformationSums(outputs: outcomes.count), count: parameters.count)
  }

  mutating func project(blocks: [Int]) {
    let workspace = model.workspace
    for tile in TileMembers.tiles(of: blocks, in: workspace, ensembleMembers: ensembleMembers) {
      draws.fillParameters(of: workspace, blocks: tile.blocks)
      draws.fillUniforms(uniforms.rows, blocks: tile.blocks)
      tileSums.begin(tile)
      model.begin()
      reader.read(year: 0, series: workspace.series)
      for t in 1...reader.lastYear {
        draws.fillNormals(of: workspace, year: t, blocks: tile.blocks)
        model.step(t)
        reader.read(year: t, series: workspace.series)
      }
      for position in parameters.indices { add(position) }
    }
  }

  private mutating func add(_ position: Int) {
    expand(uniforms.rows[parameters[position]])
    sums[position].addCount(tileSums.count)
    for j in 0..<InformationSums.terms {
      let left = polynomials + j * vectors
      for k in j..<InformationSums.terms {
        let right = polynomials + k * vectors
        sums[position].add(gram: tileSums.sum { left[$0] * right[$0] }, j, k)
      }
    }
    for outcome in pivots.indices {
      let value = reader.value(outcome)
      let pivot = pivots[outcome]
      for term in stride(from: 0, to: InformationSums.terms, by: 3) {
        let (p, q, r) = (
          polynomials + term * vectors, polynomials + (term + 1) * vectors, polynomials + (term + 2) * vectors
        )
        let (x, y, z) = tileSums.sums { i in
          let v = value[i] - pivot
          return (p[i] * v, q[i] * v, r[i] * v)
        }
        sums[position].add(moment: x, output: outcome, term: term)
        sums[position].add(moment: y, output: outcome, term: term + 1)
        sums[position].add(moment: z, output: outcome, term: term + 2)
      }
      sums[position].add(square: tileSums.sum { (value[$0] - pivot) * (value[$0] - pivot) }, output: outcome)
    }
  }

  /// Legendre polynomials on 0...1, of squared mean 1: the recurrence of `InformationSums.polynomials` on vectors.
  private func expand(_ u: UnsafePointer<Vector>) {
    for i in 0..<vectors {
      let x = 2 * u[i] - 1
      var before = Vector(repeating: 1)
      var now = x
      polynomials[vectors + i] = 3.0.squareRoot() * now
      for n in 1..<(InformationSums.terms - 1) {
        let next = (Double(2 * n + 1) * x * now - Double(n) * before) * (1 / Double(n + 1))
        before = now
        now = next
        polynomials[(n + 1) * vectors + i] = Double(2 * n + 3).squareRoot() * now
      }
    }
  }

  mutating func finish(replicate: Int) {
    store.store(sums, replicate: replicate)
    sums = Array(repeating: InformationSums(outputs: pivots.count), count: parameters.count)
  }

  mutating func deallocate() {
    polynomials.deallocate()
    tileSums.deallocate()
  }
}
