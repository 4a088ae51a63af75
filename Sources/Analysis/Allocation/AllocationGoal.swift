import District

/// What an allocation is to make as large as it can be: a weighted sum of means of outcomes.
///
/// The mean of an indicator is smooth in the money. The probability of a commitment is a mean of steps and is not, on a
/// finite sample; the optimiser therefore sees a smoothed one, the mean of 1 / (1 + exp(-margin / bandwidth)). Whatever is
/// reported is the probability itself.
public struct AllocationGoal: Sendable, Equatable {
  /// One outcome with its weight.
  public struct Term: Sendable, Equatable {
    /// The outcome.
    public let outcome: ExplainedOutcome
    /// Its weight; negative to keep it small.
    public let weight: Double
    /// Bandwidth of a commitment, in the unit of its margin; not read for an indicator.
    public let bandwidth: Double

    /// Makes a term.
    public init(_ outcome: ExplainedOutcome, weight: Double = 1, bandwidth: Double = 1) {
      self.outcome = outcome
      self.weight = weight
      self.bandwidth = bandwidth
    }
  }

  /// The outcomes.
  public let terms: [Term]

  /// Makes a goal.
  public init(_ terms: [Term]) {
    precondition(!terms.isEmpty)
    self.terms = terms
  }

  /// One outcome.
  public init(_ outcome: ExplainedOutcome) { self.init([Term(outcome)]) }

  /// Bandwidth over the standard deviation of the margin: a logistic variable of this scale has a quarter of the margin's
  /// standard deviation, which widens its distribution by 3 %.
  static let relativeBandwidth = 0.25 * 3.0.squareRoot() / Double.pi
}
