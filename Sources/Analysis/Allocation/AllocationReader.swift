import ElementaryFunctions
import Projection

/// Reads the terms of a goal from a tile as its years go by, and what they are worth together.
final class AllocationReader {
  private let outcomes: OutcomeReader
  private let terms: [AllocationGoal.Term]
  private let vectors: Int
  /// The last year any term needs.
  var lastYear: Int { outcomes.lastYear }

  init(_ experiment: Experiment, goal: AllocationGoal, members: Int) {
    terms = goal.terms
    outcomes = OutcomeReader(experiment, outcomes: terms.map(\.outcome), members: members, keepsMargins: true)
    vectors = members / Vector.scalarCount
  }

  /// Takes in a year of a tile.
  func read(year t: Int, series: TileRows) { outcomes.read(year: t, series: series) }

  /// The value of an indicator, or the margin of a commitment, of the members of the tile.
  func value(_ term: Int) -> UnsafePointer<Vector> { outcomes.value(term) }

  /// What the terms are worth together, member by member.
  func worth(into out: UnsafeMutablePointer<Vector>) {
    out.update(repeating: Vector(repeating: 0), count: vectors)
    for (index, term) in terms.enumerated() {
      let value = self.value(index)
      let weight = Vector(repeating: term.weight)
      if term.outcome.isTarget {
        let steepness = Vector(repeating: -1 / term.bandwidth)
        withUnsafeTemporaryAllocation(of: Vector.self, capacity: vectors) { odds in
          let odds = odds.baseAddress!
          for i in 0..<vectors { odds[i] = value[i] * steepness }
          exponentials(of: odds, into: odds, count: vectors)
          for i in 0..<vectors { out[i] += weight / (1 + odds[i]) }
        }
      } else {
        for i in 0..<vectors { out[i] += weight * value[i] }
      }
    }
  }
}
