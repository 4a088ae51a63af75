import Scenarios

/// The swing of an outcome when one parameter goes from its 10 % to its 90 % quantile and all else varies as it does.
public struct ParameterSwing: Sendable, Equatable {
  /// Mean of the outcome with the parameter at its 10 % quantile.
  public let low: Double
  /// Mean with the parameter at its 90 % quantile.
  public let high: Double
  /// Standard error of high - low, paired by randomisation; nil with fewer than four.
  public let standardError: Double?
}

/// Morris screening of one parameter for one outcome.
public struct ParameterScreening: Sendable, Equatable {
  /// The effects of all members.
  public let effects: ElementaryEffects
  /// Standard error of mu*, from the spread over the randomisations; nil with fewer than four.
  public let standardError: Double?
}

/// What moves one outcome.
public struct OutcomeSensitivity: Sendable {
  /// The outcome.
  public let outcome: ExplainedOutcome
  /// Its mean over the members: for a target, the probability.
  public let mean: Double
  /// Standard error of the mean.
  public let meanError: Double?
  /// Sobol' indices in the order of the inputs.
  public let indices: SobolIndices
  /// Swings in the order of the parameters.
  public let swings: [ParameterSwing]
  /// Screening in the order of the parameters.
  public let screening: [ParameterScreening]
  /// Value of perfect information in the order of the parameters.
  public let information: [InformationValue]

  /// For a commitment, the expected shift if everything were known: 2 p (1 - p), as the outcome would be 0 or 1.
  public var mostShift: Double { 2 * mean * (1 - mean) }
}

/// A sensitivity analysis.
public struct Sensitivity: Sendable {
  /// The scenario.
  public let scenario: ResolvedScenario
  /// The inputs: parameters first, then blocks, years and all.
  public let inputs: [SensitivityInput]
  /// The first inputs, which are single parameters.
  public let parameters: [SensitivityInput]
  /// The quantiles of the parameters between which they swing.
  public let swingEnds: [(low: Double, high: Double)]
  /// The outcomes.
  public let outcomes: [OutcomeSensitivity]
  /// Resamples of the bootstrap.
  public let resamples: Int
  /// Members of the ensemble from which the value of information comes.
  public let informationMembers: Int

  /// The first outcome with a value that is not a finite number, if any.
  public var firstNonFinite: ExplainedOutcome? {
    outcomes.first { !($0.mean + $0.indices.variance).isFinite }?.outcome
  }
}
