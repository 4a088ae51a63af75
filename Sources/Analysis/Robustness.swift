/// The rules by which a cautious decision maker may choose among scenarios whose future is uncertain.
public enum DecisionRule: String, CaseIterable, Sendable {
  /// The largest mean payoff over the stresses, all equally likely (Laplace's principle of insufficient reason).
  case expectedValue = "expected_value"
  /// The largest worst payoff (Wald 1950).
  case maximin
  /// The smallest largest regret, the payoff forgone against the best scenario under the same stress (Savage 1951).
  case minimaxRegret = "minimax_regret"
  /// The most stresses under which the payoff reaches a level (Simon 1956; the domain criterion of Starr 1963).
  case satisficing
}

/// Payoffs of scenarios under stresses, and which scenario each rule chooses.
public struct RobustnessTable: Sendable {
  /// Ids of the scenarios.
  public let scenarios: [String]
  /// Ids of the stresses.
  public let stresses: [String]
  /// Payoff by scenario and stress: larger is better (a probability, or an indicator).
  public let payoffs: [[Double]]
  /// The level that satisfices.
  public let satisfactoryLevel: Double
  /// Payoff by scenario, stress and replicate, from which standard errors come; empty when they are not known.
  let byReplicate: [[[Double]]]
  /// Members of each replicate.
  let members: [Int]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - scenarios: ids, at least one.
  ///   - stresses: ids, at least one.
  ///   - payoffs: [scenario][stress], larger is better.
  ///   - satisfactoryLevel: the payoff that is good enough.
  ///   - byReplicate: [scenario][stress][replicate], the payoffs of each independent randomisation; may be empty.
  ///   - members: members of each replicate.
  public init(
    scenarios: [String], stresses: [String], payoffs: [[Double]], satisfactoryLevel: Double,
    byReplicate: [[[Double]]] = [], members: [Int] = []
  ) {
    precondition(payoffs.count == scenarios.count && payoffs.allSatisfy { $0.count == stresses.count })
    self.scenarios = scenarios
    self.stresses = stresses
    self.payoffs = payoffs
    self.satisfactoryLevel = satisfactoryLevel
    self.byReplicate = byReplicate
    self.members = members
  }

  /// Regret by scenario and stress: the best payoff under the stress less the scenario's own.
  public var regrets: [[Double]] {
    let best = stresses.indices.map { stress in payoffs.map { $0[stress] }.max()! }
    return payoffs.map { row in zip(best, row).map { $0 - $1 } }
  }

  /// What a rule looks at, by scenario. For minimax regret smaller is better, for the others larger.
  public func scores(_ rule: DecisionRule) -> [Double] {
    switch rule {
    case .expectedValue: payoffs.map { $0.reduce(0, +) / Double(stresses.count) }
    case .maximin: payoffs.map { $0.min()! }
    case .minimaxRegret: regrets.map { $0.max()! }
    case .satisficing:
      payoffs.map { row in Double(row.filter { $0 >= satisfactoryLevel }.count) / Double(stresses.count) }
    }
  }

  /// The scenarios a rule chooses: all that share the best score, in the order given.
  public func choice(_ rule: DecisionRule) -> [String] {
    let scores = scores(rule)
    let best = rule == .minimaxRegret ? scores.min()! : scores.max()!
    return scenarios.indices.filter { scores[$0] == best }.map { scenarios[$0] }
  }
}
