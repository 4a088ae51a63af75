/// A box that a peel or paste could lead to.
struct InductionCandidate {
  /// The parameter whose limit moves.
  let parameter: Int
  /// True when it is the upper limit.
  let isUpper: Bool
  /// The new limit.
  let limit: Double
  /// Members within the box.
  let members: Int
  /// Members of interest within it.
  let cases: Int
  /// The gain in density over the members lost or won.
  let gain: Double
  /// Parameters left without limits.
  let unrestricted: Int

  /// The gain of going from one box to another, zero when the density stays: the workbench's `lenient1`.
  static func gain(from old: (members: Int, cases: Int), to new: (members: Int, cases: Int)) -> Double {
    let before = Double(old.cases) / Double(old.members)
    let after = new.members > 0 ? Double(new.cases) / Double(new.members) : 0
    return before == after ? 0 : (after - before) / Double(abs(old.members - new.members))
  }

  /// The best of some candidates: the first of those with the largest gain and, among these, the fewest limits.
  static func best(_ candidates: [InductionCandidate]) -> InductionCandidate? {
    var best: InductionCandidate?
    for candidate in candidates {
      guard let leader = best else {
        best = candidate
        continue
      }
      if candidate.gain > leader.gain
        || (candidate.gain == leader.gain && candidate.unrestricted > leader.unrestricted)
      {
        best = candidate
      }
    }
    return best
  }

  /// The quantile between order statistics by which limits are set, in ascending values: the mean of the two about
  /// (n - 1) share, moved outwards while they are equal, so that a limit falls between values.
  static func quantile(_ share: Double, count: Int, _ value: (Int) -> Double) -> Double {
    let place = Double(count - 1) * share
    var low = Int(place.rounded(.down))
    var high = Int(place.rounded(.up))
    if share > 0.5 {
      while value(low) == value(high), low > 0 { low -= 1 }
    } else {
      while value(low) == value(high), high < count - 1 { high += 1 }
    }
    return (value(low) + value(high)) / 2
  }
}
