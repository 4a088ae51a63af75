import District
import ElementaryFunctions
import Projection

/// Moments of one indicator in one year, with their Monte Carlo standard errors.
public struct IndicatorSummary: Sendable, Equatable {
  /// Moments over all members.
  public let moments: Moments
  /// Standard error of the mean, from the spread of independent randomisations; nil with fewer than two of them.
  public let meanError: Double?
  /// Standard errors of the quantiles, likewise.
  public let quantileErrors: [Double]?
}

/// How one target fares.
public struct TargetSummary: Sendable, Equatable {
  /// The target.
  public let target: Target
  /// Share of members that meet it; nil when a year of it lies past the horizon.
  public let probability: Double?
  /// Standard error of the probability, from the spread of independent randomisations.
  public let standardError: Double?
  /// Median of the indicator in the target's last year, in its unit.
  public let median: Double?
  /// Median of factor x threshold in the target's last year, in the indicator's unit.
  public let thresholdMedian: Double?
  /// Median over members of indicator less threshold (the smallest of the years), positive when met.
  public let medianMargin: Double?
}

/// What a run found: every indicator in every year, and every target.
public struct EnsembleSummary: Sendable {
  /// The plan of the summary.
  public let plan: SummaryPlan
  /// Members summarised.
  public let members: Int
  /// Summaries by slot (year-major); nil where an indicator has no value in a year.
  let slots: [IndicatorSummary?]
  /// Targets in the order of the scenario, those past the horizon included.
  public let targets: [TargetSummary]
  /// The first indicator and year in which a value was not finite, if any.
  public let firstNonFinite: (indicator: String, year: Int)?
  /// What each of the independent randomisations found, from which paired standard errors are made.
  let replicates: ReplicateStatistics

  /// The summary of an indicator in year t = 0, 1, ..., or nil when it is unknown or has no value then.
  public subscript(id: String, year t: Int) -> IndicatorSummary? {
    guard (0...plan.years).contains(t), let index = plan.indicators.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    return slots[plan.slot(index, year: t)]
  }

  /// The summary of an indicator by its position in `plan.indicators`.
  public subscript(indicator index: Int, year t: Int) -> IndicatorSummary? { slots[plan.slot(index, year: t)] }
}

/// The spread of one statistic over the replicates.
struct ReplicateSpread {
  /// Standard error of the statistic over all members: replicates weighted by their members.
  ///
  /// With equal weights this is the standard deviation over replicates divided by the root of their number, the
  /// usual estimate for randomised quasi-Monte Carlo (L'Ecuyer 2018); nil with fewer than two replicates.
  static func standardError(_ values: [Double], members: [Int]) -> Double? {
    standardErrors(members: members) { Vector(repeating: values[$0]) }?[0]
  }

  /// Standard errors of eight statistics, given their values in each replicate that has members.
  @inline(__always)
  static func standardErrors(members: [Int], _ values: (Int) -> Vector) -> Vector? {
    let total = Double(members.reduce(0, +))
    var count = 0.0
    var mean = Vector.zero
    var first = Vector.zero
    var agree = Vector.zero .== Vector.zero
    for replicate in members.indices where members[replicate] > 0 {
      let value = values(replicate)
      if count == 0 { first = value }
      count += 1
      mean += Vector(repeating: Double(members[replicate]) / total) * value
      agree = agree .& (value .== first)
    }
    guard count > 1 else { return nil }
    var spread = Vector.zero
    for replicate in members.indices where members[replicate] > 0 {
      let weight = Double(members[replicate]) / total
      let deviation = values(replicate) - mean
      spread += Vector(repeating: weight * weight) * deviation * deviation
    }
    // Where all agree there is no spread, not the rounding of one.
    let errors = (spread * Vector(repeating: count) / Vector(repeating: count - 1)).squareRoot()
    return errors.replacing(with: 0, where: agree)
  }
}
