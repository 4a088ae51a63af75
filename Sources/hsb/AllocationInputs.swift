import Analysis
import ArgumentParser
import District
import Reporting
import Scenarios

/// Reads what `hsb optimize` is given and carries the search out.
struct AllocationInputs {
  private let variations: ScenarioVariations
  private let run: AllocationRun
  private let question: ShardSearch
  private let file: String
  private let overrides: ScenarioOverrides
  private let budget: Double
  private let limitsText: String?
  /// Where bounds that do not fit are reported.
  private let place: String

  /// - Parameters:
  ///   - file: the scenario file.
  ///   - question: what is asked.
  ///   - overrides: what the command line sets.
  ///   - threads: workers; nil for one a core.
  init(_ file: String, _ question: ShardSearch, overrides: ScenarioOverrides, threads: Int? = nil) throws {
    self.question = question
    self.file = file
    self.overrides = overrides
    variations = try ScenarioVariations(file: file, overrides: overrides)
    let scenario = variations.scenario
    Failure.report(scenario.warnings)
    let outcome: ExplainedOutcome
    do { outcome = try ExplainedOutcome(ofLastYear: question.maximise, scenario: scenario) } catch let error
      as ExplainedOutcome.NameError
    { throw ValidationError("--maximize: \(error)") }
    var limits: AllocationLimits?
    var text: String?
    if let file = question.limits {
      let read = try ScenarioText.read(path: file)
      limits = try AllocationLimits(text: read, file: file, district: scenario.district, horizon: scenario.horizon)
      text = read
    }
    limitsText = text
    let rules = AllocationRules(limits: limits ?? AllocationLimits())
    run = AllocationRun(scenario, outcome: outcome, rules: rules, threads: threads)
    place = question.limits ?? "--budget"
    budget = question.budget ?? scenario.plan.total
  }

  /// Members of the divisions that climbs from some starts may value, for progress.
  func mostMembers(starts: Int) -> Int { run.mostMembers(starts: starts) }

  /// Members of all divisions that may be valued, for progress.
  var mostMembers: Int { run.mostMembers(starts: question.starts) + 2 * AllocationRun.mostFrontierMembers }

  /// What some of the starts lead to.
  ///
  /// - Parameters:
  ///   - range: the starts, from 0.
  ///   - progress: called with the members valued so far.
  func climbs(_ range: Range<Int>, progress: @escaping (Int) -> Void) throws -> [AllocationClimb] {
    var done = 0
    return try reportingMisfits {
      try run.climbs(range, of: question.starts, budget: budget) { members in
        done += members
        progress(done)
      }
    }
  }

  /// Searches and puts the report together.
  ///
  /// - Parameters:
  ///   - language: of what leaders read.
  ///   - climbs: what the starts led to, where that is known already.
  ///   - progress: called with the members valued so far.
  func report(
    language: Language, climbs: [AllocationClimb]? = nil, progress: @escaping (Int) -> Void
  ) throws -> AllocationReport {
    var done = 0
    let step: (Int) -> Void = { members in
      done += members
      progress(done)
    }
    return try reportingMisfits {
      let result = try run.divide(budget, starts: question.starts, climbs: climbs, progress: step)
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
    }
  }

  /// The starts cut into shards.
  ///
  /// - Parameters:
  ///   - count: number of shards; nil for that of the shards that are there, or a usual one.
  ///   - folder: the folder of the results.
  func shards(_ count: Int?, in folder: OutputFolder) throws -> ItemWork<AllocationClimb> {
    let limits = limitsText.map { SHA256.hexadecimal(of: Array($0.utf8)) } ?? "usual"
    let task = "\(run.outcome.id) \(NumberText.shortest(budget)) \(limits) \(question.starts)"
    return try ItemWork(
      question.starts, of: .starts, run.scenario, task: task, file: file, search: question, overrides: overrides,
      count: count, folder: folder, isSound: run.isSound)
  }

  /// Bounds that do not fit are a matter of the limits.
  private func reportingMisfits<Value>(_ work: () throws -> Value) throws -> Value {
    do { return try work() } catch let error as AllocationError {
      throw Diagnostic(file: place, message: error.description)
    }
  }
}
