import District
import Foundation
import LinearAlgebra
import Projection
import Scenarios
import Synchronization

/// Finds what moves the outcomes of a scenario: Sobol' indices, swings, screening and the value of information.
///
/// Every member has two independent draws of each input, A and B. The model runs on A, on B, and on A with one input of B
/// for each input (Saltelli et al. 2010); with a parameter at its 10 and 90 % quantile; and on a grid on which one
/// parameter moves at a time (Morris 1991, in the radial design of Campolongo, Saltelli and Cariboni 2011).
public struct SensitivityRun: Sendable {
  /// What is explained.
  public let outcomes: [ExplainedOutcome]
  /// Resamples of the bootstrap.
  public let resamples: Int
  private let experiment: Experiment
  private let threads: Int?

  /// Plans an analysis.
  ///
  /// - Parameters:
  ///   - experiment: the scenario.
  ///   - outcomes: what to explain; nil for GDP, the incomes and the commitments.
  ///   - resamples: of the bootstrap.
  ///   - threads: workers; nil for one a core.
  public init(
    _ experiment: Experiment, outcomes: [ExplainedOutcome]? = nil, resamples: Int = 1000, threads: Int? = nil
  ) {
    self.experiment = experiment
    self.outcomes = outcomes ?? ExplainedOutcome.usual(experiment.scenario)
    self.resamples = resamples
    self.threads = threads
  }

  /// Members of the scenario, once for the indices and once for the value of information: what `progress` counts to.
  public var members: Int { experiment.scenario.ensemble.members * 2 }

  /// Members from which the value of information comes: one run of the model each, so there are more of them.
  var informationMembers: Int {
    let members = experiment.scenario.ensemble.members
    return max(members, min(16 * members, 1 << 20))
  }

  /// Runs the analysis.
  ///
  /// - Parameter progress: called from the workers with the members done so far, of `members`.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func analyse(progress: (@Sendable (Int) -> Void)? = nil) throws -> Sensitivity {
    let inputs = SensitivityInput.all(of: experiment.scenario)
    let parameters = inputs.filter { $0.kind == .parameter }
    let pivots = try pivots()
    let members = experiment.scenario.ensemble.members
    let sums = try projectSample(inputs, parameters, pivots: pivots, progress: progress)
    let information = try projectInformation(parameters, pivots: pivots) { done in
      progress?(members + done / max(1, informationMembers / members))
    }
    let values = try informationValues(information, parameters: parameters.count)
    let weights = try bootstrapWeights(sums)
    let found = outcomes.indices.map { outcome in
      self.outcome(
        outcome, sums: sums, pivot: pivots[outcome], weights: weights, information: values.map { $0[outcome] })
    }
    return Sensitivity(
      scenario: experiment.scenario, inputs: inputs, parameters: parameters,
      swingEnds: parameters.map { SwingEnds.of($0, experiment) }, outcomes: found,
      resamples: resamples, informationMembers: informationMembers)
  }

  private func projectSample(
    _ inputs: [SensitivityInput], _ parameters: [SensitivityInput], pivots: [Double],
    progress: (@Sendable (Int) -> Void)?
  ) throws -> [SensitivitySums] {
    let (draws, alternate) = (try EnsembleDraws(experiment), try EnsembleDraws(experiment, isAlternate: true))
    let store = ReplicateSums<SensitivitySums>()
    try ReplicateDealer(members: experiment.scenario.ensemble.members, threads: threads).run(
      make: {
        try SensitivityWorker(
          experiment, outcomes: outcomes, inputs: inputs, parameters: parameters, pivots: pivots, draws: draws,
          alternate: alternate, store: store)
      }, progress: progress)
    return store.inOrder
  }

  private func projectInformation(
    _ parameters: [SensitivityInput], pivots: [Double], progress: @escaping @Sendable (Int) -> Void
  ) throws -> [[InformationSums]] {
    var scenario = experiment.scenario
    scenario.ensemble.members = informationMembers
    let larger = Experiment(scenario, baseLevelFactor: experiment.baseLevelFactor)
    let draws = try EnsembleDraws(larger)
    let store = ReplicateSums<[InformationSums]>()
    try ReplicateDealer(members: scenario.ensemble.members, threads: threads).run(
      make: {
        try InformationWorker(
          larger, outcomes: outcomes, parameters: parameters, pivots: pivots, draws: draws, store: store)
      }, progress: progress)
    return store.inOrder
  }

  private func informationValues(_ units: [[InformationSums]], parameters: Int) throws -> [[InformationValue]] {
    let isProbability = outcomes.map(\.isTarget)
    let found = ReplicateSums<[InformationValue]>()
    let failure = Mutex<(any Error)?>(nil)
    let workers = min(threads ?? ProcessInfo.processInfo.activeProcessorCount, max(1, parameters))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for parameter in stride(from: worker, to: parameters, by: workers) {
        do {
          let values = try InformationEstimator(units.map { $0[parameter] }, isProbability: isProbability).values()
          found.store(values, replicate: parameter)
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return found.inOrder
  }

  private func bootstrapWeights(_ sums: [SensitivitySums]) throws -> Matrix? {
    let units = sums.count { $0.count > 0 }
    guard units > 1 else { return nil }
    return try BootstrapWeights.draw(units: units, resamples: resamples, seed: experiment.scenario.ensemble.seed)
  }

  private func outcome(
    _ index: Int, sums: [SensitivitySums], pivot: Double, weights: Matrix?, information: [InformationValue]
  ) -> OutcomeSensitivity {
    let members = sums.map { Int($0.count) }
    let total = Double(members.reduce(0, +))
    func spread(_ value: (SensitivitySums) -> Double) -> Double? {
      ReplicateSpread.standardError(sums.map { $0.count > 0 ? value($0) / $0.count : 0 }, members: members)
    }
    let swings = information.indices.map { parameter in
      func mean(_ rows: KeyPath<SensitivitySums, [[Double]]>) -> Double {
        pivot + sums.reduce(0) { $0 + $1[keyPath: rows][index][parameter] } / total
      }
      return ParameterSwing(
        low: mean(\.low), high: mean(\.high),
        standardError: spread { $0.high[index][parameter] - $0.low[index][parameter] })
    }
    let screening = information.indices.map { parameter in
      var effects = ElementaryEffects()
      for unit in sums { effects.merge(unit.effects[index][parameter]) }
      return ParameterScreening(
        effects: effects,
        standardError: spread { $0.effects[index][parameter].meanMagnitude * $0.count })
    }
    return OutcomeSensitivity(
      outcome: outcomes[index], mean: pivot + sums.reduce(0) { $0 + $1.sobol[index].a } / total,
      meanError: spread { $0.sobol[index].a },
      indices: SobolIndices(sums.map { $0.sobol[index] }, weights: weights), swings: swings, screening: screening,
      information: information)
  }

  /// Values of the central member, about which sums are taken: 0.5 for a target.
  private func pivots() throws -> [Double] {
    let plan = try SummaryPlan(experiment, targets: [])
    return outcomes.map { outcome in
      guard case .indicator(let id, let year) = outcome else { return 0.5 }
      let pivot = plan.pivots[plan.slot(plan.catalogue.index[id]!, year: year - experiment.district.baseYear)]
      return pivot.isFinite ? pivot : 0
    }
  }
}

/// The quantiles between which a parameter swings.
enum SwingEnds {
  /// The 10 % and the 90 % quantile of a parameter.
  static func of(_ input: SensitivityInput, _ experiment: Experiment) -> (low: Double, high: Double) {
    let distribution = experiment.scenario.parameters[input.parameters[0]]
    return (distribution.quantile(0.1), distribution.quantile(0.9))
  }
}
