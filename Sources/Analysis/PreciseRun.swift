import Projection

/// How a run that was to be precise went: what was asked for, and what each round reached.
public struct PrecisionOutcome: Sendable, Equatable {
  /// One round of members.
  public struct Round: Sendable, Equatable {
    /// Members of the round.
    public let members: Int
    /// Standard error of each goal's statistic, in the goal's unit (a share for a probability); nil when it cannot be
    /// told.
    public let errors: [Double?]
  }

  /// What was asked for.
  public let goals: [PrecisionGoal]
  /// The rounds, in order; the last is the one reported.
  public let rounds: [Round]

  /// Members from which every independent randomisation has a whole block. Below, a standard error is too uncertain to
  /// stop at.
  static let fewestMembers = EnsembleDraws.replicates * EnsembleDraws.blockMembers

  /// Whether a goal was reached in the last round.
  public func isReached(_ index: Int) -> Bool {
    guard let last = rounds.last, last.members >= Self.fewestMembers else { return false }
    return last.errors[index].map { $0 <= goals[index].largestError } ?? false
  }

  /// Whether all goals were reached.
  public var isReached: Bool { goals.indices.allSatisfy(isReached(_:)) }
}

/// A run continued until it is precise enough.
public struct PreciseRun: Sendable {
  /// The summary of the last round.
  public let summary: EnsembleSummary
  /// The run of the last round: the scenario with the members it took, and the workers.
  public let run: EnsembleRun
  /// What each round reached.
  public let outcome: PrecisionOutcome

  /// Doubles the members, from those of the scenario, until every standard error is at most its goal's.
  ///
  /// A round has exactly the members that a run of its size has, so the result equals that run to the last bit; the
  /// rounds before the last cost together less than the last.
  ///
  /// - Parameters:
  ///   - experiment: what to run.
  ///   - goals: standard errors to be reached, all of them.
  ///   - threads: workers; nil for one a core.
  ///   - mostMembers: no round after the first has more members.
  ///   - progress: called from the workers with the round's members done and the members of the round.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(
    _ experiment: Experiment, goals: [PrecisionGoal], threads: Int? = nil, mostMembers: Int = 1 << 27,
    progress: (@Sendable (_ done: Int, _ members: Int) -> Void)? = nil
  ) throws {
    var scenario = experiment.scenario
    var rounds: [PrecisionOutcome.Round] = []
    while true {
      let current = Experiment(scenario, baseLevelFactor: experiment.baseLevelFactor)
      let members = scenario.ensemble.members
      let run = try EnsembleRun(current, threads: threads)
      let summary = try run.summarise { progress?($0, members) }
      let errors = goals.map { $0.error(in: summary, baseYear: scenario.district.baseYear) }
      rounds.append(PrecisionOutcome.Round(members: members, errors: errors))
      let outcome = PrecisionOutcome(goals: goals, rounds: rounds)
      if outcome.isReached || members > mostMembers / 2 {
        self.summary = summary
        self.run = run
        self.outcome = outcome
        return
      }
      scenario.ensemble.members = 2 * members
    }
  }
}
