import Scenarios

/// An effect over the members, in the unit of its outcome.
public struct AttributedEffect: Sendable, Equatable {
  /// Mean over the members; for a target, a change of probability.
  public let mean: Double
  /// Quantiles at `SummaryPlan.probabilities`.
  public let quantiles: [Double]
  /// Standard error of the mean.
  public let standardError: Double?

  /// Puts an effect together, as when a finished one is read back.
  package init(mean: Double, quantiles: [Double], standardError: Double?) {
    self.mean = mean
    self.quantiles = quantiles
    self.standardError = standardError
  }
}

/// How one outcome divides.
public struct AttributedOutcome: Sendable {
  /// What is explained.
  public let outcome: ExplainedOutcome
  /// The outcome without any player.
  public let base: AttributedEffect
  /// The effect of all players together: the shares add up to it, member by member.
  public let total: AttributedEffect
  /// The total less the sum of the solo effects: what the players do together beyond what each does alone.
  public let interaction: AttributedEffect
  /// Shapley values, in the order of the players.
  public let shares: [AttributedEffect]
  /// Effect of each player alone.
  public let solo: [AttributedEffect]
  /// Effect of each player added last.
  public let last: [AttributedEffect]

  /// Puts an outcome together, as when a finished one is read back.
  package init(
    outcome: ExplainedOutcome, base: AttributedEffect, total: AttributedEffect, interaction: AttributedEffect,
    shares: [AttributedEffect], solo: [AttributedEffect], last: [AttributedEffect]
  ) {
    self.outcome = outcome
    self.base = base
    self.total = total
    self.interaction = interaction
    self.shares = shares
    self.solo = solo
    self.last = last
  }
}

/// An attribution of the effect of the funding.
public struct Attribution: Sendable {
  /// The axis.
  public let axis: AttributionAxis
  /// Ids of the players.
  public let players: [String]
  /// True when every coalition was run; false when the shares come from sampled orders, whose error is in theirs.
  public let isExact: Bool
  /// The scenario.
  public let scenario: ResolvedScenario
  /// The outcomes.
  public let outcomes: [AttributedOutcome]

  /// Puts an attribution together, as when a finished one is read back.
  package init(
    axis: AttributionAxis, players: [String], isExact: Bool, scenario: ResolvedScenario, outcomes: [AttributedOutcome]
  ) {
    self.axis = axis
    self.players = players
    self.isExact = isExact
    self.scenario = scenario
    self.outcomes = outcomes
  }

  /// The first outcome with a value that is not a finite number, if any.
  public var firstNonFinite: ExplainedOutcome? {
    outcomes.first { !($0.base.mean + $0.total.mean).isFinite }?.outcome
  }
}
