import District
import Foundation
import LinearAlgebra
import Projection
import Scenarios

/// A check of every commitment and project with what was known in a month.
public struct MonitoringRun: Sendable {
  /// Multiples of later money tried: 1 to 3 in steps of a sixteenth.
  static let largestMultiple = 3.0
  static let steps = 32

  private let experiment: Experiment
  private let observations: ObservationSet
  private let asOf: YearMonth
  private let selection: ObservationSelection
  private let options: AssimilationOptions

  /// Plans a check.
  ///
  /// - Parameters:
  ///   - experiment: what is checked.
  ///   - observations: figures, read against the experiment's district.
  ///   - asOf: the month of the check: only figures known by then are used, and time is over for years that ended.
  ///   - usesRecalled: true to use figures that are only recalled.
  ///   - options: how the smoother works.
  public init(
    _ experiment: Experiment, observations: ObservationSet, asOf: YearMonth, usesRecalled: Bool = false,
    options: AssimilationOptions = AssimilationOptions()
  ) {
    self.experiment = experiment
    self.observations = observations
    self.asOf = asOf
    selection = ObservationSelection(usesRecalled: usesRecalled, until: asOf.year, knownBy: asOf)
    self.options = options
  }

  /// Members run at most, for progress.
  public var work: Int { (options.rounds + 4 + Self.steps) * experiment.scenario.ensemble.members }

  /// Checks.
  ///
  /// - Parameter progress: called with the members run so far.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised or a response is not finite.
  public func check(progress: (@Sendable (Int) -> Void)? = nil) throws -> Monitoring {
    let members = experiment.scenario.ensemble.members
    let tests = MonitoringTests(experiment.scenario).tests
    var scenario = experiment.scenario
    scenario.targets = tests.map(\.target)
    let tested = Experiment(scenario, baseLevelFactor: experiment.baseLevelFactor)
    let run = AssimilationRun(tested, observations: observations, selection: selection, options: options)
    let update = try run.updateScores { progress?($0 * members) }
    let plan = try SummaryPlan(tested)
    let before = try update.projection.summarise(update.prior, plan: plan)
    let after = try update.projection.summarise(update.posterior, plan: plan)
    let drivers = try OutcomeDrivers(update, plan: plan, figures: run.figures)
    progress?((options.rounds + 4) * members)
    let search = try moneySearch(update, scenario: scenario, after: after)
    let items = tests.indices.map { index in
      item(
        tests[index], result: after.targets[index], before: before.targets[index], after, drivers: drivers, index,
        search)
    }
    progress?(work)
    return Monitoring(
      asOf: asOf, members: members, items: items, figures: run.figures,
      conflicts: observations.conflicts(among: run.figures), diagnostics: try update.diagnostics(run.figures))
  }

  /// Time is over for a year when it has ended at the check.
  private func isOver(_ target: Target) -> Bool { asOf.year > target.years.upperBound }

  private func item(
    _ test: (subject: MonitoringItem.Subject, target: Target), result: TargetSummary, before: TargetSummary,
    _ after: EnsembleSummary, drivers: OutcomeDrivers, _ index: Int, _ search: [RecoveryByMoney]
  ) -> MonitoringItem {
    let target = test.target
    let own = observations.figures.filter {
      selection.admits($0) && $0.indicator == target.indicator && target.years.contains($0.year)
    }
    return MonitoringItem(
      subject: test.subject, target: target, isOver: isOver(target), probability: result.probability ?? 0,
      standardError: result.standardError, probabilityBefore: before.probability ?? 0, median: result.median,
      threshold: result.thresholdMedian, figures: own, movedBy: drivers.movedBy[index], hangsOn: drivers.hangsOn[index],
      growth: growth(result, after), money: search[index])
  }

  /// Growth needed of the median of output or an income from the last year that ended, for a single later year.
  private func growth(_ result: TargetSummary, _ after: EnsembleSummary) -> NeededGrowth? {
    let target = result.target
    let state = MonitoringState(probability: result.probability ?? 0, isOver: isOver(target))
    let first = max(asOf.year - (asOf.month == 12 ? 0 : 1), experiment.district.baseYear)
    let years = target.years.upperBound - first
    guard target.years.count == 1, !isOver(target), state == .atRisk || state == .outOfReach, years > 0,
      target.comparison == .atLeast || target.comparison == .moreThan,
      ["gdp_nominal", "gdp_real", "income_all", "income_rural", "income_urban"].contains(target.indicator),
      let threshold = result.thresholdMedian, let median = result.median,
      let now = after[target.indicator, year: first - experiment.district.baseYear]?.moments.quantiles[2], now > 0,
      median > 0, threshold > 0
    else { return nil }
    return NeededGrowth(
      needed: pow(threshold / now, 1 / Double(years)) - 1, projected: pow(median / now, 1 / Double(years)) - 1)
  }

  /// For every test, the least multiple of money of later years with which it is on track, by bisection on the updated
  /// ensemble; tests share the multiples tried.
  private func moneySearch(
    _ update: ScoreUpdate, scenario: ResolvedScenario, after: EnsembleSummary
  ) throws -> [RecoveryByMoney] {
    var tried: [Int: [Double]] = [0: after.targets.map { $0.probability ?? 0 }]
    func probability(_ step: Int, _ test: Int) throws -> Double {
      if let known = tried[step] { return known[test] }
      let multiple = 1 + (Self.largestMultiple - 1) * Double(step) / Double(Self.steps)
      let found = try withMoney(multiple, scenario, update)
      tried[step] = found
      return found[test]
    }
    return try after.targets.enumerated().map { index, result in
      let state = MonitoringState(probability: result.probability ?? 0, isOver: isOver(result.target))
      guard !isOver(result.target), state == .atRisk || state == .outOfReach, asOf.year < scenario.horizon else {
        return .notAsked
      }
      guard try probability(Self.steps, index) >= MonitoringState.onTrackFrom else {
        return .notByMoney(tried: Self.largestMultiple)
      }
      var (low, high) = (0, Self.steps)
      while high - low > 1 {
        let middle = (low + high) / 2
        if try probability(middle, index) >= MonitoringState.onTrackFrom { high = middle } else { low = middle }
      }
      return .multiplier(1 + (Self.largestMultiple - 1) * Double(high) / Double(Self.steps))
    }
  }

  /// Probabilities with the money of the years after the check multiplied.
  private func withMoney(_ multiple: Double, _ scenario: ResolvedScenario, _ update: ScoreUpdate) throws -> [Double] {
    var changed = scenario
    for year in 0..<changed.plan.years where changed.plan.firstYear + year > asOf.year {
      for project in 0..<changed.plan.projects {
        for source in 0..<changed.plan.sources { changed.plan[year, project, source] *= multiple }
      }
    }
    let experiment = Experiment(changed, baseLevelFactor: experiment.baseLevelFactor)
    let projection = ScoreProjection(
      experiment: experiment, draws: update.projection.draws, threads: update.projection.threads)
    let plan = try SummaryPlan(experiment, indicators: [])
    return try projection.summarise(update.posterior, plan: plan).targets.map { $0.probability ?? 0 }
  }
}
