import District
import Scenarios

/// What a division does to one outcome, against the reference.
public struct AllocationEffect: Sendable {
  /// The outcome: the mean of an indicator, or the probability of a commitment.
  public let outcome: ExplainedOutcome
  /// Under the reference.
  public let reference: AllocationEstimate
  /// Under the division found.
  public let best: AllocationEstimate
  /// The change, paired member by member.
  public let change: PairedChange
}

/// A mean or a probability with its standard error.
public struct AllocationEstimate: Sendable, Equatable {
  /// The value.
  public let value: Double
  /// Its standard error, from the spread of the independent randomisations; nil with fewer than four of them.
  public let error: Double?

  /// Makes an estimate.
  public init(value: Double, error: Double?) {
    self.value = value
    self.error = error
  }
}

extension EnsembleSummary {
  /// An outcome as a whole and by replicate; nil where the run does not have it.
  func quantity(_ outcome: ExplainedOutcome, baseYear: Int) -> ReplicatedQuantity? {
    switch outcome {
    case .indicator(let id, let year):
      let t = year - baseYear
      guard let index = plan.indicators.firstIndex(where: { $0.id == id }),
        let mean = self[indicator: index, year: t]?.moments.mean
      else { return nil }
      return ReplicatedQuantity(
        value: mean, byReplicate: replicates.means(slot: plan.slot(index, year: t)), members: replicates.members)
    case .target(let id): return quantity(ComparisonOutcome.target(id))
    }
  }

  /// The mean of an indicator, or the probability of a commitment; nil where the run does not have it.
  public func estimate(_ outcome: ExplainedOutcome, baseYear: Int) -> AllocationEstimate? {
    quantity(outcome, baseYear: baseYear).map {
      AllocationEstimate(
        value: $0.value, error: ReplicateSpread.standardError($0.byReplicate, members: $0.members))
    }
  }
}
