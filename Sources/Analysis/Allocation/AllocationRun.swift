import District
import Projection
import Scenarios

/// The best division of a budget over projects, sources and years, by sample average approximation.
///
/// The mean over one fixed sample stands for the expectation (Kleywegt, Shapiro and Homem-de-Mello 2002): it is a smooth
/// function of the plan, which SLSQP climbs from several starts. The division found is then valued on fresh draws, where it
/// has not been fitted, and its optimality gap estimated there (Mak, Morton and Wood 1999).
public struct AllocationRun: Sendable {
  /// A division and what it does.
  public struct Division: Sendable {
    /// The plan, nominal 亿元.
    public let plan: FundingPlan
    /// On the draws it was made on.
    public let own: EnsembleSummary
    /// On fresh draws.
    public let fresh: EnsembleSummary
  }

  /// What was found.
  public struct Result: Sendable {
    /// The goal, with the bandwidths of its commitments.
    public let goal: AllocationGoal
    /// The bounds.
    public let bounds: AllocationBounds
    /// The cells.
    public let cells: AllocationCells
    /// The plan, scaled to the budget.
    public let reference: Division
    /// By how much the reference misses the bounds, 亿元; 0 when it keeps them.
    public let referenceViolation: Double
    /// The best division found.
    public let best: Division
    /// Gain of the best over the reference in what the optimiser sees, on the draws it was found on.
    public let ownGain: PairedChange
    /// The same on fresh draws; the gain on its own draws less this one is what was fitted to chance.
    public let freshGain: PairedChange
    /// How much more the best division for the fresh draws is worth there than this one: an estimate, biased upward, of
    /// how far this one is from the best there is.
    public let gap: PairedChange
    /// What each start led to, in the order of the starts.
    public let starts: [Double]
    /// Divisions valued, with gradient or without.
    public let evaluations: Int

    /// What of the gain was fitted to chance: the two samples are independent.
    public var fitted: PairedChange {
      var error: Double?
      if let own = ownGain.standardError, let fresh = freshGain.standardError {
        error = (own * own + fresh * fresh).squareRoot()
      }
      return PairedChange(value: ownGain.value - freshGain.value, standardError: error)
    }

    /// How far what the starts led to lies apart.
    public var startSpread: Double { (starts.max() ?? 0) - (starts.min() ?? 0) }
  }

  /// What is run but for its plan.
  public let scenario: ResolvedScenario
  /// What is to be as large as it can be.
  public let outcome: ExplainedOutcome
  /// The bounds.
  public let rules: AllocationRules
  private let fresh: ResolvedScenario
  private let threads: Int?

  /// Plans an allocation.
  ///
  /// - Parameters:
  ///   - scenario: what is run but for its plan.
  ///   - outcome: what is to be as large as it can be: the mean of an indicator, or the probability of a commitment.
  ///   - rules: the bounds.
  ///   - threads: workers; nil for one a core.
  public init(_ scenario: ResolvedScenario, outcome: ExplainedOutcome, rules: AllocationRules, threads: Int? = nil) {
    self.scenario = scenario
    self.outcome = outcome
    self.rules = rules
    self.threads = threads
    var fresh = scenario
    fresh.ensemble.seed = scenario.ensemble.seed &+ 1
    self.fresh = fresh
  }

  /// Seed of the fresh draws.
  public var freshSeed: UInt64 { fresh.ensemble.seed }

  /// Id and title of the scenario of the best division.
  public static func solutionName(_ scenario: ResolvedScenario) -> (id: String, title: BilingualText) {
    // An id has at most 64 characters.
    (
      "\(scenario.id.prefix(53))-allocation",
      BilingualText(zh: "\(scenario.title.zh)：最优分配", en: "\(scenario.title.en): best division")
    )
  }

  /// Outcomes that every division is reported by: the usual ones and what is maximised.
  public var reported: [ExplainedOutcome] {
    let usual = ExplainedOutcome.usual(scenario)
    return usual.contains(outcome) ? usual : [outcome] + usual
  }

  /// The objective on the draws of the scenario, its bandwidths set by its plan.
  public func objective(_ goal: AllocationGoal, members: Int? = nil) throws -> AllocationObjective {
    var scenario = scenario
    if let members { scenario.ensemble.members = min(members, scenario.ensemble.members) }
    let cells = rules.cells(scenario)
    if cells.cells.isEmpty { throw AllocationError.nothingToDivide }
    return try AllocationObjective(scenario, goal: goal, cells: cells, threads: threads)
      .withBandwidths(at: scenario.plan)
  }

  /// The smallest budget, nominal 亿元: the unit that divisions are rounded to, 100 yuan.
  public static let smallestBudget = AllocationSearch.grain

  /// The bounds for a budget that can be divided. What a scenario plans may be less than any option may say.
  private func bounds(_ cells: AllocationCells, budget: Double) throws -> AllocationBounds {
    guard budget >= Self.smallestBudget else {
      throw AllocationError(
        description: "\(budget) 亿元 is less than can be divided; expected at least 0.000001 亿元 (100 yuan)")
    }
    return try rules.bounds(scenario, cells: cells, budget: budget)
  }

  /// Members that the starts are climbed on; what they lead to is climbed on from there on all members.
  static let startMembers = 1024

  /// The most members valued by `divide`, for progress.
  public func mostMembers(starts: Int) -> Int {
    let members = scenario.ensemble.members
    return AllocationSearch.mostEvaluations * (starts * min(members, Self.startMembers) + 2 * members)
  }

  /// Finds the best division of a budget.
  ///
  /// - Parameters:
  ///   - budget: nominal 亿元.
  ///   - starts: number of starts.
  ///   - climbs: what the starts led to, where that is known already.
  ///   - progress: called after each valuing with its members.
  /// - Throws: `AllocationError` when the bounds do not hold the budget; `OptimizationError`; `LinearAlgebraError`.
  public func divide(
    _ budget: Double, starts: Int, climbs: [AllocationClimb]? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> Result {
    let members = scenario.ensemble.members
    let step = { progress(members) }
    let objective = try objective(AllocationGoal(outcome))
    let bounds = try bounds(objective.cells, budget: budget)
    let search = AllocationSearch(objective, bounds: bounds)
    let found = try climbs ?? climbed(0..<starts, of: starts, search, progress)
    let start = found.dropFirst().reduce(found[0]) { $1.worth > $0.worth ? $1 : $0 }
    let best =
      members > Self.startMembers
      ? try search.climb(from: start.amounts, step)
      : AllocationSearch.Found(amounts: start.amounts, value: try objective.value(start.amounts), evaluations: 0)
    let reference = scaledPlan(to: budget)
    let again = try AllocationObjective(fresh, goal: objective.goal, cells: objective.cells, threads: threads)
    let refound = try AllocationSearch(again, bounds: bounds).climb(from: best.amounts, step)
    let (freshBest, freshReference) = (try again.value(best.amounts), try again.value(of: reference))
    let isBetter = refound.value.worth > freshBest.worth
    let divisions = try divisions([reference, objective.cells.plan(best.amounts)])
    return Result(
      goal: objective.goal, bounds: bounds, cells: objective.cells, reference: divisions[0],
      referenceViolation: bounds.violation(of: reference, objective.cells), best: divisions[1],
      ownGain: AllocationObjective.change(to: best.value, from: try objective.value(of: reference)),
      freshGain: AllocationObjective.change(to: freshBest, from: freshReference),
      // Climbing begins at the division itself, so that less is rounding.
      gap: isBetter
        ? AllocationObjective.change(to: refound.value, from: freshBest) : PairedChange(value: 0, standardError: 0),
      starts: found.map(\.worth),
      evaluations: found.reduce(refound.evaluations + best.evaluations) { $0 + $1.evaluations })
  }

  /// The plan of the scenario, every amount multiplied so that they add up to a budget.
  private func scaledPlan(to budget: Double) -> FundingPlan {
    var plan = scenario.plan
    let total = plan.total
    // Not by a factor of one that rounding has moved: the plan itself stays itself.
    guard abs(budget - total) > AllocationSearch.grain else { return plan }
    for index in plan.amounts.indices { plan.amounts[index] *= budget / total }
    return plan
  }

  /// Whether what was read back can be what a start led to.
  public func isSound(_ climb: AllocationClimb) -> Bool {
    climb.amounts.count == rules.cells(scenario).cells.count
      && climb.amounts.allSatisfy { $0.isFinite && $0 >= 0 && $0 <= 1e9 } && climb.worth.isFinite
      && (0...2 * AllocationSearch.mostEvaluations).contains(climb.evaluations)
  }

  /// What some of the starts lead to, for `divide`.
  ///
  /// - Parameters:
  ///   - range: the starts, from 0.
  ///   - starts: number of all.
  ///   - budget: nominal 亿元.
  ///   - progress: called after each valuing with its members.
  /// - Throws: as `divide`.
  public func climbs(
    _ range: Range<Int>, of starts: Int, budget: Double, progress: (Int) -> Void = { _ in }
  ) throws -> [AllocationClimb] {
    let objective = try objective(AllocationGoal(outcome))
    let bounds = try bounds(objective.cells, budget: budget)
    return try climbed(range, of: starts, AllocationSearch(objective, bounds: bounds), progress)
  }

  /// What starts lead to on the first members.
  private func climbed(
    _ range: Range<Int>, of starts: Int, _ search: AllocationSearch, _ progress: (Int) -> Void
  ) throws -> [AllocationClimb] {
    let (objective, bounds) = (search.objective, search.bounds)
    let places = search.starts(starts, plan: scenario.plan)[range]
    var few = scenario
    few.ensemble.members = min(scenario.ensemble.members, Self.startMembers)
    let members = few.ensemble.members
    let coarse = AllocationSearch(
      try AllocationObjective(few, goal: objective.goal, cells: objective.cells, threads: threads), bounds: bounds)
    return try places.map { place in
      let found = try coarse.climb(from: place) { progress(members) }
      return AllocationClimb(amounts: found.amounts, worth: found.value.worth, evaluations: found.evaluations)
    }
  }

  /// Plans run as scenarios on both samples, so that every outcome reported is known.
  func divisions(_ plans: [FundingPlan]) throws -> [Division] {
    let ids = reported.compactMap { if case .indicator(let id, _) = $0 { id } else { nil } }
    let indicators = scenario.catalogue.indicators.filter { ids.contains($0.id) }
    func summaries(_ scenario: ResolvedScenario) throws -> [EnsembleSummary] {
      try SweepRun(
        plans.map { plan in
          var copy = scenario
          copy.plan = plan
          return copy
        }, indicators: indicators, threads: threads
      ).summarise()
    }
    let (own, anew) = (try summaries(scenario), try summaries(fresh))
    return plans.indices.map { Division(plan: plans[$0], own: own[$0], fresh: anew[$0]) }
  }

  /// What the best division does to every outcome reported, against the reference.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - onFresh: true for the fresh draws, false for those it was found on.
  public func effects(_ result: Result, onFresh: Bool) -> [AllocationEffect] {
    let base = scenario.district.baseYear
    let (reference, best) =
      onFresh ? (result.reference.fresh, result.best.fresh) : (result.reference.own, result.best.own)
    return reported.compactMap { outcome in
      guard let before = reference.quantity(outcome, baseYear: base),
        let after = best.quantity(outcome, baseYear: base),
        let first = reference.estimate(outcome, baseYear: base), let second = best.estimate(outcome, baseYear: base)
      else { return nil }
      return AllocationEffect(outcome: outcome, reference: first, best: second, change: after.less(before))
    }
  }
}
