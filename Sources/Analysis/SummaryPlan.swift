import District
import ElementaryFunctions
import Projection

/// What a run summarises: indicators in every year, and targets. Shared by all workers.
public struct SummaryPlan: Sendable {
  /// The probabilities of the quantiles in every summary.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// Rows and names.
  public let catalogue: IndicatorCatalogue
  /// Indicators summarised: all of the catalogue, some, or none when only targets count.
  public let indicators: [Indicator]
  /// Targets whose years lie within the horizon.
  public let targets: [TargetTest]
  /// Projected years.
  public let years: Int
  /// Value of each indicator and year (year-major) in the central member, about which sums are taken.
  let pivots: [Double]
  /// Largest magnitude of each indicator in any year of the central member; 1 where it is always zero.
  let magnitudes: [Double]
  /// Margin of each target in the central member.
  let targetPivots: [Double]

  /// Plans the summaries of an experiment.
  ///
  /// - Parameters:
  ///   - experiment: what is run.
  ///   - indicators: what to summarise; nil for every indicator.
  ///   - targets: which of the scenario's targets to test; nil for all within the horizon.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(_ experiment: Experiment, indicators: [Indicator]? = nil, targets: [Target]? = nil) throws {
    catalogue = experiment.catalogue
    let chosen = indicators ?? experiment.catalogue.indicators
    self.indicators = chosen
    years = experiment.years
    let base = experiment.district.baseYear
    let tests = (targets ?? experiment.scenario.targets).compactMap {
      TargetTest($0, catalogue: experiment.catalogue, baseYear: base, years: experiment.years)
    }
    self.targets = tests
    var central = CentralRecorder(experiment, indicators: chosen, targets: tests)
    try central.run(experiment)
    pivots = central.values
    let values = central.values
    magnitudes = chosen.indices.map { index in
      let largest = stride(from: index, to: values.count, by: chosen.count).map { abs(values[$0]) }.max() ?? 0
      return largest > 0 && largest.isFinite ? largest : 1
    }
    targetPivots = central.margins
  }

  /// Number of indicators times years, the base year included.
  var slotCount: Int { indicators.count * (years + 1) }

  /// The slot of an indicator in a year t = 0, 1, ...
  func slot(_ indicator: Int, year t: Int) -> Int { t * indicators.count + indicator }
}

/// A target laid out for the engine's rows.
public struct TargetTest: Sendable {
  /// The target as written.
  public let target: Target
  /// Position of the indicator in the catalogue.
  let indicator: Int
  /// Position of the threshold in the catalogue, or nil for a number.
  let threshold: Int?
  /// The threshold when it is a number, times the factor.
  let level: Double
  /// Years t in every one of which the comparison must hold.
  let years: ClosedRange<Int>
  /// +1 when the indicator must lie above, -1 below.
  let sign: Double
  /// True when equality does not meet the target.
  let strict: Bool

  /// Lays out a target, or nil when a year of it lies outside the run.
  init?(_ target: Target, catalogue: IndicatorCatalogue, baseYear: Int, years: Int) {
    guard target.years.lowerBound > baseYear, target.years.upperBound <= baseYear + years else { return nil }
    self.target = target
    indicator = catalogue.index[target.indicator]!
    switch target.threshold {
    case .number(let value):
      threshold = nil
      level = value * target.factor
    case .series(let name):
      threshold = catalogue.index[name]!
      level = 0
    }
    self.years = (target.years.lowerBound - baseYear)...(target.years.upperBound - baseYear)
    sign = target.comparison == .moreThan || target.comparison == .atLeast ? 1 : -1
    strict = target.comparison == .moreThan || target.comparison == .lessThan
  }
}
