import District
import Foundation
import LinearAlgebra
import Projection
import Sampling
import Scenarios

/// Updates a projection with observed figures by the ensemble smoother with multiple data assimilation.
///
/// The scores of the parameters and of the shocks up to the last year observed are updated in rounds; each round runs
/// the model anew. Shocks of later years stay as drawn. Each figure is perturbed in every round, keyed by the figure.
public struct AssimilationRun: Sendable {
  /// What is run.
  public let experiment: Experiment
  /// The figures.
  public let observations: ObservationSet
  /// The figures compared.
  public let figures: [Observation]
  private let options: AssimilationOptions

  /// Plans an assimilation.
  ///
  /// - Parameters:
  ///   - experiment: what is run.
  ///   - observations: figures, read against the experiment's district.
  ///   - selection: which of them are used.
  ///   - options: how the smoother works.
  public init(
    _ experiment: Experiment, observations: ObservationSet, selection: ObservationSelection = ObservationSelection(),
    options: AssimilationOptions = AssimilationOptions()
  ) {
    self.experiment = experiment
    self.observations = observations
    figures = observations.compared(selection, horizon: experiment.scenario.horizon)
    self.options = options
  }

  /// The updated scores, without the projections before and after.
  ///
  /// - Parameter progress: called after each round with the rounds done.
  /// - Returns: scores and responses, before and after.
  func updateScores(_ progress: ((Int) -> Void)? = nil) throws -> ScoreUpdate {
    let draws = try EnsembleDraws(experiment)
    let quantities = figures.map {
      ObservedQuantity($0, catalogue: experiment.catalogue, baseYear: experiment.district.baseYear)
    }
    let projection = ScoreProjection(experiment: experiment, draws: draws, threads: options.threads)
    let prior = ScoreEnsemble(experiment, draws: draws, years: quantities.map(\.year).max() ?? 0)
    var posterior = prior
    var responses = try projection.responses(prior, to: quantities)
    let priorResponses = responses
    let ensemble = experiment.scenario.ensemble
    for (round, inflation) in EnsembleSmoother.inflations(rounds: options.rounds).enumerated() where !figures.isEmpty {
      let perturbations = try ObservationPerturbations.draw(
        figures, members: ensemble.members, seed: ensemble.seed, use: "round \(round + 1)")
      posterior.scores = try EnsembleSmoother.update(
        posterior.scores, responses: responses, observations: figures.map(\.value), errors: figures.map(\.error),
        perturbations: perturbations, inflation: inflation, inversion: options.inversion)
      responses = try projection.responses(posterior, to: quantities)
      progress?(round + 1)
    }
    return ScoreUpdate(
      projection: projection, prior: prior, posterior: posterior, priorResponses: priorResponses,
      posteriorResponses: responses)
  }

  /// Updates and projects.
  ///
  /// - Parameter progress: called with the members run so far, of `work` in all.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised or a response is not finite.
  public func assimilate(progress: (@Sendable (Int) -> Void)? = nil) throws -> Assimilation {
    let members = experiment.scenario.ensemble.members
    let start = ContinuousClock.now
    let update = try updateScores { progress?($0 * members) }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let before = try EnsembleRun(experiment, threads: options.threads).summarise { done in
      progress?(options.rounds * members + done)
    }
    let after = try update.projection.summarise(update.posterior) { done in
      progress?((options.rounds + 1) * members + done)
    }
    return try Assimilation(
      experiment: experiment, options: options, figures: figures, conflicts: observations.conflicts(among: figures),
      posterior: update.posterior, variables: update.variables(experiment), fits: update.fits(figures), before: before,
      after: after, diagnostics: update.diagnostics(figures), smootherSeconds: seconds)
  }

  /// Members run in all, for progress.
  public var work: Int { (options.rounds + 2) * experiment.scenario.ensemble.members }
}

/// Scores and responses before and after.
struct ScoreUpdate {
  let projection: ScoreProjection
  let prior: ScoreEnsemble
  let posterior: ScoreEnsemble
  let priorResponses: Matrix
  let posteriorResponses: Matrix

  /// What became of every uncertain quantity.
  func variables(_ experiment: Experiment) throws -> [VariableUpdate] {
    try prior.variables.enumerated().map { index, variable in
      let (before, after) = (prior.column(index), posterior.column(index))
      let (z0, z1) = (SampleSpread(before), SampleSpread(after))
      var (first, second) = (z0, z1)
      if case .parameter(let parameter) = variable {
        let table = try QuantileTable(experiment.scenario.parameters[parameter])
        first = SampleSpread(Self.values(before, table))
        second = SampleSpread(Self.values(after, table))
      }
      return VariableUpdate(
        variable: variable, prior: first, posterior: second, shift: z1.mean,
        spreadRatio: z1.standardDeviation / z0.standardDeviation)
    }
  }

  private static func values(_ scores: ArraySlice<Double>, _ table: QuantileTable) -> [Double] {
    var numbers = scores.map(ScoreFiller.probability)
    numbers.withUnsafeMutableBufferPointer { table.apply($0.baseAddress!, count: $0.count) }
    return numbers
  }

  /// How every figure is met.
  func fits(_ figures: [Observation]) -> [ObservationFit] {
    figures.enumerated().map { index, figure in
      ObservationFit(
        figure: figure, prior: SampleSpread(priorResponses.column(index)),
        posterior: SampleSpread(posteriorResponses.column(index)))
    }
  }

  /// Whether the update can be relied on.
  func diagnostics(_ figures: [Observation]) throws -> AssimilationDiagnostics {
    let ratios = prior.variables.indices.map { index in
      SampleSpread.deviation(posterior.column(index)) / SampleSpread.deviation(prior.column(index))
    }
    let informative = fits(figures).count { $0.isInformative }
    let before = Self.squaredResiduals(priorResponses, figures)
    let after = Self.squaredResiduals(posteriorResponses, figures)
    let count = Double(max(1, figures.count))
    let members = Double(max(1, before.count))
    return AssimilationDiagnostics(
      informative: informative, priorMismatch: before.reduce(0, +) / members / count,
      posteriorMismatch: after.reduce(0, +) / members / count,
      priorEffectiveMembers: Self.effectiveMembers(before),
      degreesOfFreedom: ratios.reduce(0) { $0 + 1 - $1 * $1 }, smallestRatio: ratios.min() ?? 1)
  }

  /// Sum over figures of ((y - d) / error)^2, by member.
  private static func squaredResiduals(_ responses: Matrix, _ figures: [Observation]) -> [Double] {
    var sums = [Double](repeating: 0, count: responses.rows)
    for (index, figure) in figures.enumerated() {
      for (member, value) in responses.column(index).enumerated() {
        let residual = (value - figure.value) / figure.error
        sums[member] += residual * residual
      }
    }
    return sums
  }

  /// (sum w)^2 / sum w^2 with w = exp(-squares / 2).
  static func effectiveMembers(_ squares: [Double]) -> Double {
    let least = squares.min() ?? 0
    var (sum, sumOfSquares) = (0.0, 0.0)
    for square in squares {
      let weight = exp(-(square - least) / 2)
      sum += weight
      sumOfSquares += weight * weight
    }
    return sumOfSquares > 0 ? sum * sum / sumOfSquares : 0
  }
}

extension Matrix {
  /// The entries of a column.
  func column(_ index: Int) -> ArraySlice<Double> { columnMajor[index * rows..<(index + 1) * rows] }
}

extension SampleSpread {
  /// The standard deviation alone.
  static func deviation(_ values: ArraySlice<Double>) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)).squareRoot()
  }
}
