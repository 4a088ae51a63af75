extension RobustnessTable {
  /// A weight on the payoff of a scenario under a stress.
  private struct Weight {
    let scenario: Int
    let stress: Int
    let weight: Double
  }

  /// The score of a rule as a weighted sum of payoffs, at the stresses that decide it.
  ///
  /// A worst case or a largest regret is the payoff (or the difference of two) at one stress; near that stress the
  /// score changes with the payoffs there and with no others, so that its error is theirs. Satisficing counts and has
  /// no such weights.
  private func weights(_ rule: DecisionRule, scenario: Int) -> [Weight] {
    let row = payoffs[scenario]
    switch rule {
    case .expectedValue:
      return stresses.indices.map { Weight(scenario: scenario, stress: $0, weight: 1 / Double(stresses.count)) }
    case .maximin:
      let worst = row.indices.min { row[$0] < row[$1] }!
      return [Weight(scenario: scenario, stress: worst, weight: 1)]
    case .minimaxRegret:
      let regrets = regrets[scenario]
      let worst = regrets.indices.max { regrets[$0] < regrets[$1] }!
      let best = scenarios.indices.max { payoffs[$0][worst] < payoffs[$1][worst] }!
      return [
        Weight(scenario: best, stress: worst, weight: 1), Weight(scenario: scenario, stress: worst, weight: -1),
      ]
    case .satisficing: return []
    }
  }

  private func error(_ weights: [Weight]) -> Double? {
    guard !byReplicate.isEmpty, !weights.isEmpty else { return nil }
    let sums = members.indices.map { replicate in
      weights.reduce(0.0) { $0 + $1.weight * byReplicate[$1.scenario][$1.stress][replicate] }
    }
    return ReplicateSpread.standardError(sums, members: members)
  }

  /// Standard error of the payoff of a scenario under a stress.
  public func payoffError(scenario: Int, stress: Int) -> Double? {
    error([Weight(scenario: scenario, stress: stress, weight: 1)])
  }

  /// Standard error of a score, for the stresses that decide it; nil for satisficing, which counts.
  public func scoreError(_ rule: DecisionRule, scenario: Int) -> Double? { error(weights(rule, scenario: scenario)) }

  /// The scenarios whose score is not further from the chosen one's than two standard errors of the difference, the
  /// chosen ones left out: another set of draws might choose them.
  ///
  /// For satisficing a payoff within two standard errors of the level may count or not; a scenario is near when it
  /// could reach with them as many stresses as the chosen one is sure of.
  public func nearTies(_ rule: DecisionRule) -> [String] {
    let chosen = choice(rule)
    guard !byReplicate.isEmpty, let first = scenarios.firstIndex(of: chosen[0]) else { return [] }
    let others = scenarios.indices.filter { !chosen.contains(scenarios[$0]) }
    if rule == .satisficing {
      let sure = satisfied(first, shift: -2)
      return others.filter { satisfied($0, shift: 2) >= sure }.map { scenarios[$0] }
    }
    let scores = scores(rule)
    return others.filter { other in
      let difference =
        weights(rule, scenario: first)
        + weights(rule, scenario: other).map { Weight(scenario: $0.scenario, stress: $0.stress, weight: -$0.weight) }
      guard let error = error(difference) else { return false }
      return (scores[first] - scores[other]).magnitude <= 2 * error
    }.map { scenarios[$0] }
  }

  /// Stresses under which a payoff reaches the level when it is moved by so many of its standard errors.
  private func satisfied(_ scenario: Int, shift: Double) -> Int {
    stresses.indices.count {
      payoffs[scenario][$0] + shift * (payoffError(scenario: scenario, stress: $0) ?? 0) >= satisfactoryLevel
    }
  }
}
