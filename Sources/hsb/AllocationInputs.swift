import Analysis
import ArgumentParser
import District
import Reporting
import Scenarios

/// Reads what `hsb optimize` is given and carries the search out.
struct AllocationInputs {
  private let variations: ScenarioVariations
  private let run: AllocationRun
  private let budget: Double
  private let starts: Int
  /// Where bounds that do not fit are reported.
  private let place: String

  /// - Parameters:
  ///   - file: the scenario file.
  ///   - maximise: id of a target, `INDICATOR.YEAR`, or an indicator.
  ///   - budget: the money to be divided.
  ///   - limits: a limits file; nil for the usual limits.
  ///   - starts: starts of the search.
  ///   - overrides: what the command line sets.
  ///   - threads: workers; nil for one a core.
  init(
    _ file: String, maximise name: String, budget: AllocationBudget, limits: String?, starts: Int,
    overrides: ScenarioOverrides, threads: Int?
  ) throws {
    variations = try ScenarioVariations(file: file, overrides: overrides)
    let scenario = variations.scenario
    Failure.report(scenario.warnings)
    let outcome: ExplainedOutcome
    do { outcome = try ExplainedOutcome(ofLastYear: name, scenario: scenario) } catch let error
      as ExplainedOutcome.NameError
    { throw ValidationError("--maximize: \(error)") }
    let rules = AllocationRules(
      limits: try limits.map {
        try AllocationLimits(file: $0, district: scenario.district, horizon: scenario.horizon)
      } ?? AllocationLimits())
    run = AllocationRun(scenario, outcome: outcome, rules: rules, threads: threads)
    self.starts = starts
    place = limits ?? "--budget"
    self.budget = if case .amount(let amount) = budget { amount } else { scenario.plan.total }
  }

  /// Members of all divisions that may be valued, for progress.
  var mostMembers: Int { run.mostMembers(starts: starts) + 2 * AllocationRun.mostFrontierMembers }

  /// Searches and puts the report together.
  func report(language: Language, progress: @escaping (Int) -> Void) throws -> AllocationReport {
    var done = 0
    let step: (Int) -> Void = { members in
      done += members
      progress(done)
    }
    do {
      let result = try run.divide(budget, starts: starts, progress: step)
      let best = result.best.plan
      let money = try run.frontierTarget.map { target in
        AllocationReport.MoneyFrontier(
          target: target, points: try run.frontierOfMoney(target: target, about: budget, from: best, progress: step))
      }
      let aims = try run.frontier(of: run.frontierAims, budget: budget, from: best, progress: step)
      let solution = try variations.scenario(
        spending: best, from: AllocationReport.planName, name: AllocationRun.solutionName(run.scenario))
      return AllocationReport(
        run, result: result, money: money, aims: aims, solution: solution, language: language)
    } catch let error as AllocationError {
      throw Diagnostic(file: place, message: error.description)
    }
  }
}
