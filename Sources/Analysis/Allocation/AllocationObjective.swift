import District
import Foundation
import Projection
import Scenarios

/// What a plan is worth on a fixed sample: the sample average that the optimiser makes as large as it can.
public struct AllocationObjective: Sendable {
  /// The value of a plan.
  public struct Value: Sendable {
    /// Mean worth over all members.
    public let worth: Double
    /// Mean worth in each randomisation.
    let replicateWorth: [Double]
    /// Members of each randomisation.
    let replicateMembers: [Int]
    /// Mean of each term: an indicator, or the margin of a commitment.
    public let means: [Double]
    /// Standard deviation of each term over members.
    public let deviations: [Double]
    /// Derivative of the worth by the nominal money of each cell; empty when it was not asked for.
    public let gradient: [Double]
  }

  /// The scenario; its plan is replaced by the plans that are valued.
  public let scenario: ResolvedScenario
  /// What is wanted.
  public let goal: AllocationGoal
  /// The cells.
  public let cells: AllocationCells
  private let draws: EnsembleDraws
  private let threads: Int?

  /// Prepares the valuing of plans on the draws of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: district, parameters, events and draws; targets of the goal lie within its horizon.
  ///   - goal: what is wanted.
  ///   - cells: where money may be.
  ///   - threads: workers; nil for one a core.
  /// - Throws: `SamplerError` when the members do not suit the sampler.
  public init(_ scenario: ResolvedScenario, goal: AllocationGoal, cells: AllocationCells, threads: Int? = nil) throws {
    self.scenario = scenario
    self.goal = goal
    self.cells = cells
    self.threads = threads
    draws = try EnsembleDraws(Experiment(scenario))
  }

  private init(_ other: AllocationObjective, goal: AllocationGoal) {
    scenario = other.scenario
    self.goal = goal
    cells = other.cells
    draws = other.draws
    threads = other.threads
  }

  /// The same draws with another goal.
  public func with(_ goal: AllocationGoal) -> AllocationObjective { AllocationObjective(self, goal: goal) }

  /// Runs of the model for a value with its gradient.
  public var runsForGradient: Int { 1 + cells.projectYears.count }

  /// The value of a plan.
  ///
  /// - Parameters:
  ///   - amounts: nominal 亿元 by cell.
  ///   - wantsGradient: true for the derivatives.
  /// - Throws: `AllocationError` when the value is not a number; `LinearAlgebraError` when the model's matrices cannot be
  ///   factorised.
  public func value(_ amounts: [Double], wantsGradient: Bool = false) throws -> Value {
    try value(of: cells.plan(amounts), wantsGradient: wantsGradient)
  }

  /// The value of a plan that may have money outside the cells.
  ///
  /// - Throws: as `value(_:wantsGradient:)`.
  public func value(of plan: FundingPlan, wantsGradient: Bool = false) throws -> Value {
    var scenario = scenario
    scenario.plan = plan
    let experiment = Experiment(scenario)
    let store = ReplicateSums<AllocationSums>()
    try ReplicateDealer(members: scenario.ensemble.members, threads: threads).run(
      make: {
        try AllocationWorker(
          experiment, goal: goal, cells: cells, draws: draws, wantsGradient: wantsGradient, store: store)
      })
    let value = value(of: store.inOrder)
    guard value.worth.isFinite, value.gradient.allSatisfy(\.isFinite) else {
      throw AllocationError(
        description:
          "what is to be maximised is not a finite number: values of the scenario are too extreme to compute "
          + "with; nothing was written")
    }
    return value
  }

  private func value(of sums: [AllocationSums]) -> Value {
    let members = Double(sums.reduce(0) { $0 + $1.members })
    func mean(_ part: (AllocationSums) -> Double) -> Double { sums.reduce(0) { $0 + part($1) } / members }
    let means = goal.terms.indices.map { term in mean { $0.values[term] } }
    let deviations = goal.terms.indices.map { term in
      max(0, mean { $0.squares[term] } - means[term] * means[term]).squareRoot()
    }
    let hasGradient = sums.contains { !$0.gradient.isEmpty }
    let gradient: [Double] =
      hasGradient
      ? cells.cells.map { cell in
        let position = cells.position(year: cell.year, project: cell.project, source: cell.source)
        let derivative = mean { $0.gradient.isEmpty ? 0 : $0.gradient[position] }
        return derivative * cells.prices[cell.year - 1]
      } : []
    return Value(
      worth: mean(\.worth), replicateWorth: sums.map { $0.members > 0 ? $0.worth / Double($0.members) : 0 },
      replicateMembers: sums.map(\.members), means: means, deviations: deviations, gradient: gradient)
  }

  /// The goal with the bandwidth of each commitment set by the spread of its margin under a plan.
  public func withBandwidths(at plan: FundingPlan) throws -> AllocationObjective {
    let value = try value(of: plan)
    return with(
      AllocationGoal(
        goal.terms.indices.map { index in
          let (term, mean) = (goal.terms[index], value.means[index].magnitude)
          return AllocationGoal.Term(
            term.outcome, weight: term.weight,
            bandwidth: max(value.deviations[index] * AllocationGoal.relativeBandwidth, 1e-9 * max(1, mean)))
        }))
  }

  /// The change of the worth from one plan to another, paired by randomisation.
  static func change(to second: Value, from first: Value) -> PairedChange {
    PairedChange(
      value: second.worth - first.worth,
      standardError: ReplicateSpread.standardError(
        zip(second.replicateWorth, first.replicateWorth).map { $0 - $1 }, members: first.replicateMembers))
  }
}
