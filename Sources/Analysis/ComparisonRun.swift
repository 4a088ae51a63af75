import District
import Projection
import Scenarios

/// Why results cannot be compared member by member.
public struct ComparisonError: Error, CustomStringConvertible, Sendable {
  /// One sentence.
  public let description: String
}

/// Several scenarios run on the same draws and compared member by member; the first is the reference.
public struct ComparisonRun: Sendable {
  /// The scenarios, the reference first.
  public let experiments: [Experiment]
  private let plans: [SummaryPlan]
  private let threads: Int?
  private let tileMembers: Int

  /// Plans a comparison.
  ///
  /// - Throws: `ComparisonError` when the scenarios do not share draws, district or horizon; `LinearAlgebraError` when
  ///   the model's matrices cannot be factorised.
  public init(_ experiments: [Experiment], threads: Int? = nil, tileMembers: Int? = nil) throws {
    precondition(experiments.count >= 1)
    for experiment in experiments.dropFirst() {
      try Self.requireSameDraws(experiments[0].scenario, experiment.scenario)
    }
    self.experiments = experiments
    plans = try experiments.map { try SummaryPlan($0) }
    self.threads = threads
    self.tileMembers =
      tileMembers ?? Engine.tileMembers(ofEnsemble: experiments[0].scenario.ensemble.members)
  }

  /// Refuses two scenarios whose members are not the same draws.
  ///
  /// - Throws: `ComparisonError` naming the first thing that differs.
  static func requireSameDraws(_ reference: ResolvedScenario, _ other: ResolvedScenario) throws {
    func district(_ scenario: ResolvedScenario) -> String {
      "\(scenario.district.id) \(scenario.district.fingerprint.prefix(12))"
    }
    let traits: [(what: String, first: String, second: String)] = [
      ("seed", "\(reference.ensemble.seed)", "\(other.ensemble.seed)"),
      ("sampler", reference.ensemble.sampler.rawValue, other.ensemble.sampler.rawValue),
      ("number of members", "\(reference.ensemble.members)", "\(other.ensemble.members)"),
      ("last year", "\(reference.horizon)", "\(other.horizon)"),
      ("district", district(reference), district(other)),
    ]
    for trait in traits where trait.first != trait.second {
      throw ComparisonError(
        description: """
          '\(other.id)' was not run with the draws of '\(reference.id)': its \(trait.what) is \(trait.second), not \
          \(trait.first); run both with the same to compare them member by member
          """)
    }
  }

  /// Alternatives that run beside the reference at a time; bounds the memory of the histograms.
  private static let groupSize = 3

  /// Runs all scenarios, some alternatives at a time side by side with the reference.
  ///
  /// The reference runs once for each group; a run is a function of its draws, so that it comes out the same.
  ///
  /// - Parameter progress: called from the workers with the members done so far (each in every scenario).
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func compare(progress: (@Sendable (Int) -> Void)? = nil) throws -> Comparison {
    let starts = Array(stride(from: 1, to: max(2, experiments.count), by: Self.groupSize))
    let members = experiments[0].scenario.ensemble.members
    var summaries: [EnsembleSummary] = []
    var alternatives: [AlternativeComparison] = []
    for (number, start) in starts.enumerated() {
      let group = [0] + Array(start..<min(start + Self.groupSize, experiments.count))
      let found = try compare(group) { done in progress?((number * members + done) / starts.count) }
      summaries += summaries.isEmpty ? found.summaries : Array(found.summaries.dropFirst())
      alternatives += found.alternatives
    }
    return Comparison(summaries: summaries, scenarios: experiments.map(\.scenario), alternatives: alternatives)
  }

  private func compare(_ group: [Int], progress: @escaping @Sendable (Int) -> Void) throws -> (
    summaries: [EnsembleSummary], alternatives: [AlternativeComparison]
  ) {
    let experiments = group.map { self.experiments[$0] }
    let plans = group.map { self.plans[$0] }
    let draws = try experiments.map { try EnsembleDraws($0) }
    let members = experiments[0].scenario.ensemble.members
    let collected = plans.map { CollectedCounts($0, members: members) }
    let differences = plans.dropFirst().map { CollectedDifferences($0, reference: plans[0], members: members) }
    let dealer = ReplicateDealer(members: members, threads: threads)
    try dealer.run(
      make: {
        try ComparisonWorker(
          experiments, draws: draws, plans: plans, collected: collected, differences: differences,
          tileMembers: tileMembers)
      }, progress: progress)
    let summaries = zip(collected, experiments).map { $0.finish($1, threads: dealer.threads) }
    let alternatives = differences.enumerated().map { index, store in
      store.finish(
        targets: collected[index + 1].probabilityChanges(from: collected[0], summaries[index + 1], summaries[0]),
        threads: dealer.threads)
    }
    return (summaries, alternatives)
  }
}

/// A worker that steps all scenarios through a tile side by side.
private struct ComparisonWorker: ReplicateWorker {
  private let models: [TileModel]
  private let draws: [EnsembleDraws]
  private let ensembleMembers: Int
  private var recorders: [SummaryRecorder]
  private var differences: [DifferenceCounts]
  private let collected: [CollectedCounts]
  private let collectedDifferences: [CollectedDifferences]
  private let difference: DifferenceRow

  init(
    _ experiments: [Experiment], draws: [EnsembleDraws], plans: [SummaryPlan], collected: [CollectedCounts],
    differences: [CollectedDifferences], tileMembers: Int
  ) throws {
    models = try experiments.map { try TileModel($0, members: tileMembers) }
    self.draws = draws
    ensembleMembers = experiments[0].scenario.ensemble.members
    recorders = zip(plans, collected).map { SummaryRecorder($0, tileMembers: tileMembers, kept: $1.kept) }
    self.differences = zip(plans.dropFirst(), differences).map {
      DifferenceCounts($0, reference: plans[0], kept: $1.kept)
    }
    self.collected = collected
    collectedDifferences = differences
    difference = DifferenceRow(members: tileMembers)
  }

  mutating func project(blocks: [Int]) {
    for tile in TileMembers.tiles(of: blocks, in: models[0].workspace, ensembleMembers: ensembleMembers) {
      projectTile(tile)
    }
  }

  private mutating func projectTile(_ members: TileMembers) {
    for (model, draws) in zip(models, draws) {
      draws.fillParameters(of: model.workspace, blocks: members.blocks)
      model.begin()
    }
    record(year: 0, members)
    for t in 1...models[0].experiment.years {
      for (model, draws) in zip(models, draws) {
        draws.fillNormals(of: model.workspace, year: t, blocks: members.blocks)
        model.step(t)
      }
      record(year: t, members)
    }
  }

  private mutating func record(year t: Int, _ members: TileMembers) {
    for index in models.indices {
      recorders[index].record(year: t, of: models[index].workspace, members: members)
      guard index > 0 else { continue }
      differences[index - 1].record(
        year: t, of: (recorders[index], models[index]), against: (recorders[0], models[0]), through: difference,
        members: members)
    }
  }

  mutating func finish(replicate: Int) {
    for index in recorders.indices {
      collected[index].take(&recorders[index].counts, replicate: replicate)
      guard index > 0 else { continue }
      collectedDifferences[index - 1].take(&differences[index - 1], replicate: replicate)
    }
  }

  mutating func deallocate() {
    for index in recorders.indices { recorders[index].counts.deallocate() }
    for index in differences.indices { differences[index].deallocate() }
  }
}
