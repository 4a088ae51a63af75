import District
import Projection

/// The probability of a commitment when the assumed base-year GDP is another.
public struct BaseLevelResult: Sendable {
  /// Base-year GDP assumed, 亿元.
  public let baseLevel: Double
  /// The targets on GDP at this base.
  public let targets: [TargetSummary]
  /// Members run.
  public let members: Int
}

/// P(GDP above its target) depends most on the assumed base level, so that leaders see it at three of them.
public enum BaseLevels {
  /// Ratios to the stated base level: 65, 72 and 80 亿元 for Hongsibao.
  public static let factors = [65.0 / 72, 1, 80.0 / 72]
  /// Members run at the two alternative levels, at most.
  public static let mostMembers = 65_536

  /// Runs the targets on GDP at the alternative base levels, with the same draws; nothing else changes.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public static func run(_ experiment: Experiment, summary: EnsembleSummary, threads: Int? = nil) throws
    -> [BaseLevelResult]
  {
    let targets = experiment.scenario.targets.filter { $0.indicator.hasPrefix("gdp_") }
    let base = experiment.district.sectors.reduce(0) { $0 + $1.valueAdded }
    var scenario = experiment.scenario
    scenario.ensemble.members = min(scenario.ensemble.members, mostMembers)
    scenario.targets = targets
    let draws = try EnsembleDraws(Experiment(scenario))
    return try factors.map { factor in
      if factor == 1 {
        return BaseLevelResult(
          baseLevel: base, targets: summary.targets.filter { $0.target.indicator.hasPrefix("gdp_") },
          members: summary.members)
      }
      let alternative = Experiment(scenario, baseLevelFactor: factor)
      let plan = try SummaryPlan(alternative, indicators: [], targets: targets)
      let run = try EnsembleRun(alternative, plan: plan, threads: threads)
      return BaseLevelResult(
        baseLevel: base * factor, targets: try run.summarise(draws: draws).targets, members: scenario.ensemble.members)
    }
  }
}
