import Projection

/// How a commitment fares at one position of a lever.
public struct LeverPoint: Sendable, Equatable {
  /// The position.
  public let value: Double
  /// Share of members that meet the commitment.
  public let probability: Double
  /// Its standard error, from the spread of the independent randomisations.
  public let standardError: Double?
  /// Median over members of how far it is met, in the indicator's unit; negative where it is missed.
  public let medianMargin: Double?
  /// Share in each randomisation.
  let shares: [Double]
  /// Members of each randomisation.
  let members: [Int]

  /// Makes a point.
  package init(value: Double, probability: Double, medianMargin: Double?, shares: [Double], members: [Int]) {
    self.value = value
    self.probability = probability
    self.medianMargin = medianMargin
    self.shares = shares
    self.members = members
    standardError = ReplicateSpread.standardError(shares, members: members)
  }

  /// The point of a run.
  init(value: Double, _ summary: EnsembleSummary, target id: String) {
    let index = summary.plan.targets.firstIndex { $0.target.id == id }!
    let found = summary.targets.first { $0.target.id == id }!
    self.init(
      value: value, probability: found.probability ?? 0, medianMargin: found.medianMargin,
      shares: summary.replicates.shares(target: index), members: summary.replicates.members)
  }

  /// True when this point is better: likelier, or as likely with a wider margin.
  func isBetter(than other: LeverPoint) -> Bool {
    (probability, medianMargin ?? -.infinity) > (other.probability, other.medianMargin ?? -.infinity)
  }

  /// True when this point is better beyond Monte Carlo error in the probability, or else by its margin.
  func isPreferable(to other: LeverPoint) -> Bool {
    if isClearlyAbove(other) { return true }
    if other.isClearlyAbove(self) { return false }
    return medianMargin ?? -.infinity > other.medianMargin ?? -.infinity
  }

  /// True when the probability is higher than at another point by more than three paired standard errors. Of few members
  /// these are unknown, and no probability is.
  func isClearlyAbove(_ other: LeverPoint) -> Bool {
    let changes = zip(shares, other.shares).map { $0 - $1 }
    guard let error = ReplicateSpread.standardError(changes, members: members) else { return false }
    return probability - other.probability > 3 * error && probability > other.probability
  }
}
