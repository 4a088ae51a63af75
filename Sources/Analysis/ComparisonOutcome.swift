import District

/// What a comparison weighs against money: an indicator in the last year, or the probability of a target.
public enum ComparisonOutcome: Sendable, Hashable {
  /// Mean of an indicator in the last year of the run, in its unit.
  case indicator(String)
  /// Probability that a target is met, a share.
  case target(String)

  /// Id of the indicator or target.
  public var id: String {
    switch self {
    case .indicator(let id), .target(let id): id
    }
  }

  /// The unit of change a cost is given for: 1 亿元, 100 yuan a head, or one percentage point.
  public var step: Double {
    switch self {
    case .indicator(let id): id.hasPrefix("income") ? 100 : 1
    case .target: 0.01
    }
  }

  /// The indicators weighed: GDP at 2020 prices, the prices of the money, and the three incomes.
  static let indicators = ["gdp_real", "income_all", "income_rural", "income_urban"]
}

/// A paired change of a mean or a probability, with its standard error.
public struct PairedChange: Sendable, Equatable {
  /// The change from the reference.
  public let value: Double
  /// Its standard error, from the paired spread over replicates; nil with fewer than four of them.
  public let standardError: Double?

  /// True when the change is further from zero than twice its standard error (and than rounding); never with an
  /// unknown error.
  ///
  /// - Parameter scale: size of the quantity, for what counts as rounding.
  func isClear(scale: Double) -> Bool {
    guard let standardError else { return false }
    return value.magnitude > max(2 * standardError, 1e-9 * max(1e-3, scale.magnitude))
  }
}

/// A quantity of one scenario as a whole and by replicate, so that differences and ratios of it have paired errors.
struct ReplicatedQuantity {
  let value: Double
  let byReplicate: [Double]
  let members: [Int]

  /// This less another, replicate by replicate.
  func less(_ other: ReplicatedQuantity) -> PairedChange {
    let differences = zip(byReplicate, other.byReplicate).map { $0 - $1 }
    return PairedChange(
      value: value - other.value, standardError: ReplicateSpread.standardError(differences, members: members))
  }
}

extension EnsembleSummary {
  /// An outcome as a whole and by replicate; nil where the run does not have it.
  func quantity(_ outcome: ComparisonOutcome) -> ReplicatedQuantity? {
    switch outcome {
    case .indicator(let id):
      guard let index = plan.indicators.firstIndex(where: { $0.id == id }),
        let mean = self[indicator: index, year: plan.years]?.moments.mean
      else { return nil }
      return ReplicatedQuantity(
        value: mean, byReplicate: replicates.means(slot: plan.slot(index, year: plan.years)),
        members: replicates.members)
    case .target(let id):
      guard let index = plan.targets.firstIndex(where: { $0.target.id == id }),
        let probability = targets.first(where: { $0.target.id == id })?.probability
      else { return nil }
      return ReplicatedQuantity(
        value: probability, byReplicate: replicates.shares(target: index), members: replicates.members)
    }
  }

  /// Money executed by all projects to the horizon, 亿元 at 2020 prices: mean, as a whole and by replicate.
  var executedMoney: ReplicatedQuantity {
    var value = 0.0
    var byReplicate = Array(repeating: 0.0, count: replicates.members.count)
    for (index, indicator) in plan.indicators.enumerated() where indicator.id.hasPrefix("executed.") {
      for t in 1...plan.years {
        value += self[indicator: index, year: t]?.moments.mean ?? 0
        let means = replicates.means(slot: plan.slot(index, year: t))
        for replicate in means.indices { byReplicate[replicate] += means[replicate] }
      }
    }
    return ReplicatedQuantity(value: value, byReplicate: byReplicate, members: replicates.members)
  }
}
