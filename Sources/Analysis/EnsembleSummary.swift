import District
import ElementaryFunctions
import Projection
import Scenarios

/// Moments of one indicator in one year, with their Monte Carlo standard errors.
public struct IndicatorSummary: Sendable, Equatable {
  /// Moments over all members.
  public let moments: Moments
  /// Standard error of the mean, from the spread of independent randomisations; nil with fewer than four of them.
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

  /// Stops when a value is not a finite number.
  ///
  /// - Throws: `Diagnostic` naming the scenario, the indicator and the year.
  public func requireFinite(in scenario: ResolvedScenario) throws {
    guard let broken = firstNonFinite else { return }
    throw Diagnostic(
      file: scenario.chain.first ?? scenario.id,
      message: "the indicator '\(broken.indicator)' is not a finite number in \(broken.year): values of the scenario "
        + "are too extreme to compute with; nothing was written")
  }

  /// The summary of an indicator by its position in `plan.indicators`.
  public subscript(indicator index: Int, year t: Int) -> IndicatorSummary? { slots[plan.slot(index, year: t)] }
}

/// The spread of statistics over the replicates: replicates weighted by their members.
package struct ReplicateSpread {
  /// Replicates whose spread says something: that of two or three is often a small part of what it should be.
  static let fewest = 4
  /// The replicates that have members, and the share of each in all members.
  private let replicates: [(index: Int, weight: Double)]

  /// Prepares the weights.
  init(members: [Int]) {
    let total = Double(members.reduce(0, +))
    replicates = members.indices.filter { members[$0] > 0 }.map { ($0, Double(members[$0]) / total) }
  }

  /// Whether there are enough replicates for a standard error.
  var isEnough: Bool { replicates.count >= Self.fewest }

  /// Standard error of the statistic over all members, given its value in each replicate.
  ///
  /// With equal weights this is the standard deviation over replicates divided by the root of their number, the
  /// usual estimate for randomised quasi-Monte Carlo (L'Ecuyer 2018); where weights differ, its square has the expectation
  /// of the variance if that of a replicate falls with its members. Nil with fewer than ``fewest`` replicates.
  package static func standardError(_ values: [Double], members: [Int]) -> Double? {
    ReplicateSpread(members: members).standardErrors { Vector(repeating: values[$0]) }?[0]
  }

  /// Standard errors of eight statistics, given their values in each replicate that has members.
  @inline(__always)
  func standardErrors(_ values: (Int) -> Vector) -> Vector? {
    guard isEnough else { return nil }
    let first = values(replicates[0].index)
    var mean = Vector.zero
    var agree = Vector.zero .== Vector.zero
    for (index, weight) in replicates {
      let value = values(index)
      mean += Vector(repeating: weight) * value
      agree = agree .& (value .== first)
    }
    var spread = Vector.zero
    for (index, weight) in replicates {
      let deviation = values(index) - mean
      spread += Vector(repeating: weight) * deviation * deviation
    }
    // Where all agree there is no spread, not the rounding of one.
    let errors = (spread / Vector(repeating: Double(replicates.count - 1))).squareRoot()
    return errors.replacing(with: 0, where: agree)
  }
}
