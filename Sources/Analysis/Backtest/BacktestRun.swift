import District
import LinearAlgebra
import Projection

/// Projects with what was known at an origin and scores the projection on later figures.
///
/// At the base year the projection is as drawn; at a later origin it is first updated with the figures of the origin or
/// before, as by an assimilation. The error of each figure is added to the members, since only the figure is observed.
public struct BacktestRun: Sendable {
  private let experiment: Experiment
  private let observations: ObservationSet
  private let origin: Int
  private let selection: ObservationSelection
  private let options: AssimilationOptions

  /// Plans a backtest.
  ///
  /// - Parameters:
  ///   - experiment: what is projected.
  ///   - observations: figures, read against the experiment's district.
  ///   - origin: the last year whose figures are known; the base year or later.
  ///   - usesRecalled: true to use figures that are only recalled.
  ///   - options: how the smoother works.
  public init(
    _ experiment: Experiment, observations: ObservationSet, origin: Int, usesRecalled: Bool = false,
    options: AssimilationOptions = AssimilationOptions()
  ) {
    self.experiment = experiment
    self.observations = observations
    self.origin = origin
    selection = ObservationSelection(usesRecalled: usesRecalled)
    self.options = options
  }

  /// Members run in all, for progress.
  public var work: Int { (options.rounds + 1) * experiment.scenario.ensemble.members }

  /// Projects and scores.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised or a response is not finite.
  public func score(progress: ((Int) -> Void)? = nil) throws -> Backtest {
    let members = experiment.scenario.ensemble.members
    let compared = observations.compared(selection, horizon: experiment.scenario.horizon)
    let later = compared.filter { $0.year > origin }
    var early = selection
    early.until = origin
    let update = try AssimilationRun(experiment, observations: observations, selection: early, options: options)
      .updateScores { progress?($0 * members) }
    let base = experiment.district.baseYear
    let quantities = later.map { ObservedQuantity($0, catalogue: experiment.catalogue, baseYear: base) }
    let responses = try update.projection.responses(update.posterior, to: quantities)
    let errors = try ObservationPerturbations.draw(
      later, members: members, seed: experiment.scenario.ensemble.seed, use: "forecast")
    let forecaster = try forecaster()
    let cases = later.enumerated().map { index, figure in
      let values = Array(responses.column(index))
      let forecast = zip(values, errors.column(index)).map { $0 + $1 }
      return BacktestCase(
        figure: figure, forecast: SampleSpread(forecast),
        isForecast: SampleSpread.deviation(values[...]) > 1e-9 * abs(figure.value),
        crps: ForecastScores.crps(forecast, observed: figure.value),
        crpsError: ReplicateSpread.standardError(forecast) { ForecastScores.crps($0, observed: figure.value) },
        logScore: ForecastScores.logScore(forecast, observed: figure.value),
        integralTransform: ForecastScores.integralTransform(forecast, observed: figure.value),
        isInHalf: ForecastScores.isCovered(forecast, observed: figure.value, share: 0.5),
        isInNinety: ForecastScores.isCovered(forecast, observed: figure.value, share: 0.9),
        naive: NaiveForecast.Kind.allCases.compactMap { forecaster.forecast(figure, $0) })
    }
    progress?(work)
    return Backtest(
      origin: origin, members: members, known: compared.filter { $0.year <= origin }, cases: cases,
      conflicts: observations.conflicts(among: later))
  }

  /// Naive forecasts know the figures of the origin or before, unused ones included, and the base of the model.
  private func forecaster() throws -> NaiveForecaster {
    var central = CentralRecorder(experiment, indicators: experiment.catalogue.indicators, targets: [])
    try central.run(experiment)
    let index = experiment.catalogue.index
    let values = central.values
    let known = observations.figures.filter {
      $0.year <= origin && (selection.usesRecalled || $0.status != .recalled)
    }
    let comparator = experiment.district.comparators.first?.id ?? ""
    let region = comparator.hasSuffix("_income_all") ? String(comparator.dropLast("_income_all".count)) : comparator
    return NaiveForecaster(
      known, base: (experiment.district.baseYear, { id in index[id].map { values[$0] } }), region: region)
  }
}

extension ReplicateSpread {
  /// Standard error of a statistic of all members, from its values in the replicates.
  static func standardError(_ members: [Double], of statistic: ([Double]) -> Double) -> Double? {
    var replicates = [[Double]](repeating: [], count: EnsembleDraws.replicates)
    for (member, value) in members.enumerated() {
      replicates[member / EnsembleDraws.blockMembers % EnsembleDraws.replicates].append(value)
    }
    return standardError(replicates.map { $0.isEmpty ? 0 : statistic($0) }, members: replicates.map(\.count))
  }
}
