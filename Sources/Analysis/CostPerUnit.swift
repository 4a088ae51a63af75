import District

/// Where a scenario stands on the cost-effectiveness plane (Black 1990): more or less money, a better or worse outcome.
public enum CostVerdict: String, Sendable {
  /// Money and outcome move the same way: the cost is what a step of the outcome costs, or saves.
  case tradeOff = "trade_off"
  /// A better outcome for no more money.
  case better
  /// A worse outcome for no less money.
  case worse
  /// The outcome changes by no more than the error of sampling shows.
  case undecided
}

/// Money executed over the reference for a step of an outcome over the reference.
public struct CostPerUnit: Sendable {
  /// What the money is weighed against.
  public let outcome: ComparisonOutcome
  /// Extra money executed to the horizon, mean, 亿元 at 2020 prices.
  public let money: PairedChange
  /// Change of the outcome, in its unit (a probability as a share).
  public let change: PairedChange
  /// 亿元 (2020 prices) for each step of the outcome; nil unless the verdict is a trade-off.
  public let cost: PairedChange?
  /// Where the scenario stands against the reference.
  public let verdict: CostVerdict

  /// Weighs one scenario against the reference.
  ///
  /// The standard error of the cost is that of a ratio of two means: the spread over replicates of
  /// x - R y, divided by the mean of y (Cochran 1977, section 6.3).
  init?(_ outcome: ComparisonOutcome, _ summary: EnsembleSummary, reference: EnsembleSummary) {
    guard let now = summary.quantity(outcome), let before = reference.quantity(outcome) else { return nil }
    let (spent, spentBefore) = (summary.executedMoney, reference.executedMoney)
    self.outcome = outcome
    money = spent.less(spentBefore)
    change = now.less(before)
    let moneyIsClear = money.isClear(scale: spentBefore.value)
    guard change.isClear(scale: before.value) else {
      verdict = .undecided
      cost = nil
      return
    }
    guard moneyIsClear, (money.value > 0) == (change.value > 0) else {
      verdict = change.value > 0 ? .better : .worse
      cost = nil
      return
    }
    verdict = .tradeOff
    let ratio = money.value / change.value
    let mean = change.value
    let residuals = now.byReplicate.indices.map { index in
      let x = spent.byReplicate[index] - spentBefore.byReplicate[index]
      let y = now.byReplicate[index] - before.byReplicate[index]
      return (x - ratio * y) / mean
    }
    let error = ReplicateSpread.standardError(residuals, members: now.members)
    let step = outcome.step
    cost = PairedChange(value: ratio * step, standardError: error.map { $0 * step })
  }
}

extension Comparison {
  /// The outcomes money is weighed against: GDP and incomes in the last year, then every target of the reference.
  public var outcomes: [ComparisonOutcome] {
    ComparisonOutcome.indicators.map { .indicator($0) } + summaries[0].targets.map { .target($0.target.id) }
  }

  /// Cost per unit of every outcome that an alternative (0 is the second scenario) and the reference both have.
  public func costs(alternative: Int) -> [CostPerUnit] {
    outcomes.compactMap { CostPerUnit($0, summaries[alternative + 1], reference: summaries[0]) }
  }

  /// The first scenario that dominates a scenario, by position; nil when none does.
  ///
  /// A scenario dominates another when it executes no more money, no outcome of it is worse, and one of these is
  /// better by more than twice its paired standard error: whoever weighs them, and however, prefers it.
  public func dominating(scenario: Int) -> Int? {
    summaries.indices.first { $0 != scenario && dominates($0, scenario) }
  }

  private func dominates(_ first: Int, _ second: Int) -> Bool {
    let (one, two) = (summaries[first], summaries[second])
    var criteria: [(gain: PairedChange, scale: Double)] = []
    let (spent, otherSpent) = (one.executedMoney, two.executedMoney)
    criteria.append((otherSpent.less(spent), spent.value))
    for outcome in outcomes {
      guard let mine = one.quantity(outcome), let other = two.quantity(outcome) else { continue }
      criteria.append((mine.less(other), mine.value))
    }
    let isNowhereWorse = criteria.allSatisfy { $0.gain.value >= -1e-9 * max(1e-3, $0.scale.magnitude) }
    return isNowhereWorse && criteria.contains { $0.gain.value > 0 && $0.gain.isClear(scale: $0.scale) }
  }
}
