import District
import Sampling
import Scenarios

/// When a commitment that is out of reach in its year is reached later, on assumed paths of growth.
///
/// A path holds the growth trends of the district (productivity by group, household incomes) and of the region (its
/// incomes) at a low, middle or high quantile of their distributions; everything else stays uncertain.
public struct GrowthPaths: Sendable {
  /// The pace of growth: the quantile at which its trends are held.
  public enum Pace: String, Sendable, CaseIterable {
    case slow, middle, fast

    /// The quantile.
    public var quantile: Double {
      switch self {
      case .slow: 0.1
      case .middle: 0.5
      case .fast: 0.9
      }
    }
  }

  /// The outlook on one path.
  public struct Outlook: Sendable, Equatable {
    /// True with the levers at their best positions, false with the scenario as it stands.
    public let isBest: Bool
    /// Pace of the district; nil when its trends are as uncertain as in the scenario.
    public let district: Pace?
    /// Pace of the region; nil likewise.
    public let region: Pace?
    /// First year in which the wanted probability is reached; nil when none to the last year.
    public let reached: Int?
    /// First year in which the median member meets the commitment.
    public let medianReached: Int?
    /// The last year looked at.
    public let lastYear: Int
    /// Probability in that year.
    public let lastProbability: Double
    /// Its standard error.
    public let lastError: Double?
  }

  private let target: Target
  private let wanted: Double
  private let threads: Int?

  /// Plans the outlook for a commitment with one year.
  public init(target: Target, wanted: Double, threads: Int? = nil) {
    self.target = target
    self.wanted = wanted
    self.threads = threads
  }

  /// The outlooks: as uncertain as the scenario, then every pace of the district under every pace of the region.
  ///
  /// - Parameters:
  ///   - present: the scenario as it stands, carried on to the last year.
  ///   - best: the same with levers at their best positions.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func outlooks(present: ResolvedScenario, best: ResolvedScenario) throws -> [Outlook] {
    let paces: [(Pace?, Pace?)] =
      [(nil, nil)] + Pace.allCases.flatMap { region in Pace.allCases.map { ($0, region) } }
    let plans = [(present, false), (best, true)].flatMap { scenario, isBest in
      paces.map { (scenario: held(scenario, district: $0.0, region: $0.1), isBest: isBest, paces: $0) }
    }
    let summaries = try SweepRun(plans.map(\.scenario), indicators: [], threads: threads).summarise()
    return zip(plans, summaries).map { plan, summary in
      let years = summary.targets
      let last = years.last!
      return Outlook(
        isBest: plan.isBest, district: plan.paces.0, region: plan.paces.1,
        reached: years.first { ($0.probability ?? 0) >= wanted }?.target.years.upperBound,
        medianReached: years.first { ($0.medianMargin ?? -1) >= 0 }?.target.years.upperBound,
        lastYear: last.target.years.upperBound, lastProbability: last.probability ?? 0, lastError: last.standardError)
    }
  }

  /// The scenario on a path, with the commitment asked for in every year from its own on.
  private func held(_ scenario: ResolvedScenario, district: Pace?, region: Pace?) -> ResolvedScenario {
    var scenario = scenario
    for (index, parameter) in scenario.district.parameters.enumerated() {
      let family = parameter.id.prefix { $0 != "." }
      let pace: Pace? =
        switch family {
        case "tfp_trend_shift", "income_trend_shift": district
        case "comparator_growth_shift": region
        default: nil
        }
      guard let pace else { continue }
      scenario.parameters[index] = .fixed(value: scenario.parameters[index].quantile(pace.quantile))
    }
    scenario.targets = (target.years.lowerBound...scenario.horizon).map { year in
      var copy = target
      copy.id = "\(target.id)@\(year)"
      copy.years = year...year
      return copy
    }
    return scenario
  }
}
