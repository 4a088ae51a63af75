import Sampling

/// A coalition to run, and the rows its value enters with their weights.
package struct PlannedCoalition {
  /// True for each player in the coalition.
  package let players: [Bool]
  /// Rows of `AttributionRow` (the shares first, in the order of the players) and the weight of the value in each.
  package let entries: [(row: Int, weight: Double)]
}

/// Which coalitions are run, and how their values add up to Shapley values.
///
/// Exact: every coalition with the weights of Shapley (1953). Sampled (Castro, Gomez and Tejada 2009): players join in a
/// random order and each is given what it adds, averaged over orders and their reversals (Mitchell et al. 2022). Each
/// sampled order adds up to the total effect, so their mean does too; replicates have orders of their own, so that the
/// spread of the replicates holds the error of the sample of orders.
package struct CoalitionPlan {
  private let players: [String]
  private let exact: [PlannedCoalition]?
  private let orders: Sampler?
  /// The most players of which every coalition is run.
  static let mostExactPlayers = 14
  /// Orders drawn for a replicate; each is followed by its reversal.
  static let ordersPerReplicate = 8

  /// Plans the coalitions of some players.
  ///
  /// - Throws: `SamplerError` when two players share a name.
  package init(players: [String], seed: UInt64) throws {
    self.players = players
    let isExact = players.count <= Self.mostExactPlayers
    exact = isExact ? Self.everyCoalition(players: players.count) : nil
    orders =
      isExact
      ? nil
      : try Sampler(
        kind: .random, seed: seed, members: Replication.blockMembers * Replication.replicates,
        dimensions: players.map { SampleDimension(name: DrawName("attribution-order:\($0)"), sobolDimension: 1) })
  }

  /// True when every coalition is run, the same in all replicates.
  package var isExact: Bool { exact != nil }

  /// The coalitions of a replicate.
  package func coalitions(replicate: Int) -> [PlannedCoalition] {
    exact ?? sampledCoalitions(Self.orders(drawnFrom: orders!, players: players.count, replicate: replicate))
  }

  private static func everyCoalition(players: Int) -> [PlannedCoalition] {
    let weights = ShapleyWeights(players: players)
    let everyone = 1 << players - 1
    return (0...everyone).map { coalition in
      let inside = (0..<players).map { coalition >> $0 & 1 == 1 }
      let shares = (0..<players).map {
        (row: AttributionRow.share($0), weight: weights.weight(of: coalition, player: $0))
      }
      return PlannedCoalition(players: inside, entries: shares + marks(inside))
    }
  }

  private func sampledCoalitions(_ drawn: [[Int]]) -> [PlannedCoalition] {
    let count = players.count
    var entries: [[Bool]: [Int: Double]] = [:]
    var sequence: [[Bool]] = []
    func add(_ coalition: [Bool], _ weights: [(Int, Double)]) {
      if entries[coalition] == nil {
        sequence.append(coalition)
        entries[coalition] = [:]
      }
      for (player, weight) in weights { entries[coalition, default: [:]][player, default: 0] += weight }
    }
    let none = Array(repeating: false, count: count)
    add(none, [])
    add(none.map { !$0 }, [])
    for player in 0..<count {
      var alone = none
      alone[player] = true
      add(alone, [])
      add(alone.map { !$0 }, [])
    }
    let orders = drawn.flatMap { [$0, $0.reversed()] }
    let weight = 1 / Double(orders.count)
    for order in orders {
      var coalition = none
      for player in order {
        add(coalition, [(player, -weight)])
        coalition[player] = true
        add(coalition, [(player, weight)])
      }
    }
    return sequence.map { coalition in
      let shares = entries[coalition]!.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      return PlannedCoalition(
        players: coalition,
        entries: shares.map { (AttributionRow.share($0.key), $0.value) } + Self.marks(coalition))
    }
  }

  /// The entries beside the shares: v(all) - v(none), v(none), v({i}) - v(none), v(all) - v(all but i).
  private static func marks(_ coalition: [Bool]) -> [(row: Int, weight: Double)] {
    let count = coalition.count
    let size = coalition.count { $0 }
    var entries: [(row: Int, weight: Double)] = []
    func add(_ row: Int, _ weight: Double) { entries.append((row, weight)) }
    if size == 0 {
      add(AttributionRow.total(players: count), -1)
      add(AttributionRow.base(players: count), 1)
    }
    if size == count { add(AttributionRow.total(players: count), 1) }
    for player in 0..<count {
      if size == 0 { add(AttributionRow.solo(player, players: count), -1) }
      if size == 1, coalition[player] { add(AttributionRow.solo(player, players: count), 1) }
      if size == count { add(AttributionRow.last(player, players: count), 1) }
      if size == count - 1, !coalition[player] { add(AttributionRow.last(player, players: count), -1) }
    }
    return entries
  }

  /// Orders of the players: sorted by a draw each, a function of the seed, the player's name and the replicate.
  private static func orders(drawnFrom sampler: Sampler, players: Int, replicate: Int) -> [[Int]] {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: Replication.blockMembers * 8, alignment: 64)
    defer { memory.deallocate() }
    let draws = memory.bindMemory(to: Double.self, capacity: Replication.blockMembers)
    let byPlayer = (0..<players).map { player -> [Double] in
      sampler.uniforms(block: replicate, dimension: player, into: draws)
      return (0..<ordersPerReplicate).map { draws[$0] }
    }
    return (0..<ordersPerReplicate).map { order in
      (0..<players).sorted { (byPlayer[$0][order], $0) < (byPlayer[$1][order], $1) }
    }
  }
}
