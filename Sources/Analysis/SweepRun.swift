import District
import Projection
import Scenarios

/// Many scenarios of one district on the same draws, each summarised for a few indicators and all targets.
///
/// Scenarios are taken in groups; a tile of members is drawn once for a group and every scenario of the group run on
/// it, so that drawing and start-up cost little even for a thousand scenarios. Scenarios are laid out a group at a time
/// and their summaries handed on, so that memory does not grow with their number.
public struct SweepRun: Sendable {
  /// The scenarios.
  public let scenarios: [ResolvedScenario]
  /// What is summarised for each, besides the targets.
  public let indicators: [Indicator]
  private let threads: Int?
  private let tileMembers: Int
  /// Scenarios that share a drawing; bounds the memory of the histograms.
  private static let groupSize = 16

  /// Plans a sweep.
  ///
  /// - Parameters:
  ///   - scenarios: scenarios of one district with one horizon, seed, sampler and number of members.
  ///   - indicators: what to summarise; nil for GDP, incomes and their ratios to the region's, jobs and water.
  ///   - threads: workers; nil for one a core.
  ///   - tileMembers: members of a tile, a multiple of 64; nil for what suits the ensemble.
  /// - Throws: `ComparisonError` when the scenarios do not share their draws.
  public init(
    _ scenarios: [ResolvedScenario], indicators: [Indicator]? = nil, threads: Int? = nil,
    tileMembers: Int? = nil
  ) throws {
    precondition(!scenarios.isEmpty)
    for scenario in scenarios.dropFirst() { try ComparisonRun.requireSameDraws(scenarios[0], scenario) }
    let catalogue = scenarios[0].catalogue
    let usual = [
      "gdp_nominal", "gdp_real", "income_all", "income_rural", "income_urban", "income_all_to_ningxia",
      "income_rural_to_ningxia", "income_rural_growth", "jobs", "stable_job_share", "water_tightness",
    ]
    self.scenarios = scenarios
    self.indicators = indicators ?? usual.compactMap { catalogue[$0] }
    self.threads = threads
    self.tileMembers = tileMembers ?? Engine.tileMembers(ofEnsemble: scenarios[0].ensemble.members)
  }

  /// Runs all scenarios.
  ///
  /// - Parameter progress: called from the workers with the scenario-members done so far.
  /// - Returns: the summaries, in the order of the scenarios.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func summarise(progress: (@Sendable (Int) -> Void)? = nil) throws -> [EnsembleSummary] {
    var summaries: [EnsembleSummary] = []
    try run(progress: progress) { _, summary in summaries.append(summary) }
    return summaries
  }

  /// Runs all scenarios and hands on each summary as soon as its group is done.
  ///
  /// - Parameters:
  ///   - progress: called from the workers with the scenario-members done so far.
  ///   - receive: called with the position of a scenario and its summary, in the order of the scenarios.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised, and what `receive` throws.
  public func run(
    progress: (@Sendable (Int) -> Void)? = nil, receive: (Int, EnsembleSummary) throws -> Void
  ) throws {
    for start in stride(from: 0, to: scenarios.count, by: Self.groupSize) {
      let group = scenarios[start..<min(start + Self.groupSize, scenarios.count)].map { Experiment($0) }
      let before = start * scenarios[0].ensemble.members
      let size = group.count
      let summaries = try run(group) { done in progress?(before + done * size) }
      for (offset, summary) in summaries.enumerated() { try receive(start + offset, summary) }
    }
  }

  private func run(_ group: [Experiment], progress: @escaping @Sendable (Int) -> Void) throws -> [EnsembleSummary] {
    let plans = try group.map { try SummaryPlan($0, indicators: indicators) }
    let draws = try group.indices.map { index -> EnsembleDraws? in
      // A scenario with the distributions of the one before uses its draws as they are.
      index > 0 && group[index].scenario.parameters == group[index - 1].scenario.parameters
        ? nil : try EnsembleDraws(group[index])
    }
    let members = group[0].scenario.ensemble.members
    let collected = plans.map { CollectedCounts($0, members: members) }
    let dealer = ReplicateDealer(members: members, threads: threads)
    try dealer.run(
      make: {
        try SweepWorker(group, draws: draws, plans: plans, collected: collected, tileMembers: tileMembers)
      }, progress: progress)
    return zip(collected, group).map { $0.finish($1, threads: dealer.threads) }
  }
}

/// A worker that runs a group of scenarios on each drawing.
private struct SweepWorker: ReplicateWorker {
  private let models: [TileModel]
  private let normals: NormalStore
  private let draws: [EnsembleDraws?]
  private var recorders: [SummaryRecorder]
  private let collected: [CollectedCounts]
  private let ensembleMembers: Int

  init(
    _ experiments: [Experiment], draws: [EnsembleDraws?], plans: [SummaryPlan], collected: [CollectedCounts],
    tileMembers: Int
  ) throws {
    let workspace = TileWorkspace(experiments[0], members: tileMembers)
    models = try experiments.map { try TileModel($0, workspace: workspace) }
    normals = NormalStore(experiments[0], members: tileMembers)
    self.draws = draws
    recorders = zip(plans, collected).map { SummaryRecorder($0, tileMembers: tileMembers, kept: $1.kept) }
    self.collected = collected
    ensembleMembers = experiments[0].scenario.ensemble.members
  }

  mutating func project(blocks: [Int]) {
    let workspace = models[0].workspace
    let years = models[0].experiment.years
    for tile in TileMembers.tiles(of: blocks, in: workspace, ensembleMembers: ensembleMembers) {
      normals.fill(from: draws[0]!, years: years, blocks: tile.blocks)
      for index in models.indices {
        if let draws = draws[index] { draws.fillParameters(of: workspace, blocks: tile.blocks) }
        models[index].begin()
        recorders[index].record(year: 0, of: workspace, members: tile)
        for t in 1...years {
          workspace.normals = normals[year: t]
          models[index].step(t)
          recorders[index].record(year: t, of: workspace, members: tile)
        }
      }
    }
  }

  mutating func finish(replicate: Int) {
    for index in recorders.indices {
      collected[index].take(&recorders[index].counts, replicate: replicate)
    }
  }

  mutating func deallocate() { for index in recorders.indices { recorders[index].counts.deallocate() } }
}
