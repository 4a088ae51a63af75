import Projection

/// What the workers of a sample share.
struct SamplePlan: Sendable {
  let experiments: [Experiment]
  /// For each scenario the first of those with the same distributions, whose draws it uses.
  let drawsOf: [Int]
  let draws: [Int: EnsembleDraws]
  /// The target laid out for each scenario.
  let tests: [TargetTest]
  /// The scenario each member runs.
  let deal: [Int]
  let parameterRows: [Int]
  let columns: MemberColumns

  init(_ subject: SampleSubject, deal: [Int], parameterRows: [Int], columns: MemberColumns) throws {
    experiments = subject.scenarios.map { Experiment($0) }
    var drawsOf: [Int] = []
    var draws: [Int: EnsembleDraws] = [:]
    for (index, experiment) in experiments.enumerated() {
      // The last axis runs fastest, and scenarios side by side mostly have the same distributions.
      let isLikePrevious = index > 0 && experiment.scenario.parameters == experiments[index - 1].scenario.parameters
      drawsOf.append(isLikePrevious ? drawsOf[index - 1] : index)
      if !isLikePrevious { draws[index] = try EnsembleDraws(experiment) }
    }
    self.drawsOf = drawsOf
    self.draws = draws
    tests = experiments.map { experiment in
      guard
        let test = TargetTest(
          subject.target, catalogue: experiment.catalogue, baseYear: experiment.district.baseYear,
          years: experiment.years)
      else { preconditionFailure("the target lies within the horizon") }
      return test
    }
    self.deal = deal
    self.parameterRows = parameterRows
    self.columns = columns
  }

  /// True when equality does not meet the target.
  var strict: Bool { tests[0].strict }
  /// Members of a tile: with many scenarios few, so that few scenarios are run for each.
  var tileMembers: Int { experiments.count > 1 ? EnsembleDraws.blockMembers : Engine.defaultTileMembers }
}

/// Runs each tile at the scenarios its members were dealt to, and keeps of each only those members.
struct SampleWorker: ReplicateWorker {
  private let plan: SamplePlan
  private let workspace: TileWorkspace
  private var models: [Int: TileModel] = [:]
  private let normals: NormalStore
  private let indicators: IndicatorRows

  init(_ plan: SamplePlan) throws {
    self.plan = plan
    workspace = TileWorkspace(plan.experiments[0], members: plan.tileMembers)
    normals = NormalStore(plan.experiments[0], members: plan.tileMembers)
    indicators = IndicatorRows(plan.experiments[0].catalogue, members: plan.tileMembers)
  }

  mutating func project(blocks: [Int]) throws {
    for members in TileMembers.tiles(of: blocks, in: workspace, ensembleMembers: plan.deal.count) {
      let tile = members.blocks
      normals.fill(from: plan.draws[0]!, years: plan.experiments[0].years, blocks: tile)
      // Members of the tile and their place in it, by the scenario they run.
      var lanes: [Int: [(lane: Int, member: Int)]] = [:]
      for (place, block) in tile.enumerated() {
        let first = block * EnsembleDraws.blockMembers
        for member in first..<first + members.membersCounted(inBlock: block) {
          lanes[plan.deal[member], default: []].append((place * EnsembleDraws.blockMembers + member - first, member))
        }
      }
      var drawn: Int?
      for (scenario, dealt) in lanes.sorted(by: { $0.key < $1.key }) {
        if drawn != plan.drawsOf[scenario] {
          drawn = plan.drawsOf[scenario]
          plan.draws[plan.drawsOf[scenario]]!.fillParameters(of: workspace, blocks: tile)
        }
        try run(scenario, dealt)
      }
    }
  }

  private mutating func run(_ scenario: Int, _ members: [(lane: Int, member: Int)]) throws {
    let model = try models[scenario] ?? TileModel(plan.experiments[scenario], workspace: workspace)
    models[scenario] = model
    let margins = TargetMargins([plan.tests[scenario]], members: plan.tileMembers)
    model.begin()
    indicators.update(year: 0, series: workspace.series)
    for (column, row) in plan.parameterRows.enumerated() {
      keep(workspace.parameters[row..<row + 1].numbers, column: column, members)
    }
    for t in 1...plan.tests[scenario].years.upperBound {
      workspace.normals = normals[year: t]
      model.step(t)
      indicators.update(year: t, series: workspace.series)
      margins.update(year: t, indicators: indicators, series: workspace.series)
    }
    let margin = UnsafeMutableRawPointer(margins.row(0)).assumingMemoryBound(to: Double.self)
    keep(margin, column: plan.parameterRows.count, members)
  }

  private func keep(_ numbers: UnsafeMutablePointer<Double>, column: Int, _ members: [(lane: Int, member: Int)]) {
    for (lane, member) in members { plan.columns.set(column, member: member, to: numbers[lane]) }
  }

  mutating func finish(replicate: Int) {}
  mutating func deallocate() {}
}
