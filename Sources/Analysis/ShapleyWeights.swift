/// Weights of the Shapley value (Shapley 1953) over all coalitions of n players.
///
/// phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! [v(S + i) - v(S)]: each coalition's value enters the share
/// of a member with +w(|S| - 1) and of anyone else with -w(|S|).
package struct ShapleyWeights: Sendable {
  /// Number of players.
  package let players: Int
  private let weights: [Double]

  /// Makes the weights of n players, at least one.
  package init(players: Int) {
    precondition(players >= 1)
    self.players = players
    // 1 / (n binomial(n - 1, s)), in which nothing overflows.
    var weights = [1 / Double(players)]
    for s in 1..<max(2, players) where s < players {
      weights.append(weights[s - 1] * Double(s) / Double(players - s))
    }
    self.weights = weights
  }

  /// The weight with which the value of a coalition (a bit mask) enters the share of a player.
  package func weight(of coalition: Int, player: Int) -> Double {
    let size = coalition.nonzeroBitCount
    return coalition >> player & 1 == 1 ? weights[size - 1] : -weights[size]
  }
}
