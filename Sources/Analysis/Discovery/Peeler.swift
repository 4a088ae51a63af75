/// The peeling phase: slice after slice is cut off the box, each time the one that makes it densest for its size.
struct Peeler {
  private let induction: RuleInduction
  /// Members of the box in ascending order of each parameter.
  private var ascending: [[Int32]]
  private var isInBox: [Bool]
  private var lower: [Double]
  private var upper: [Double]
  private var members: Int
  private var cases: Int

  init(_ induction: RuleInduction, _ ascending: [[Int32]]) {
    self.induction = induction
    self.ascending = ascending
    isInBox = induction.remaining
    lower = induction.smallest
    upper = induction.largest
    members = isInBox.count { $0 }
    cases = zip(isInBox, induction.isCase).count { $0 && $1 }
  }

  /// Cuts off the best slice and returns the new limits, or nil when none makes the box denser or it would be too small.
  mutating func peel() -> (lower: [Double], upper: [Double])? {
    let candidates = ascending.indices.flatMap { [cut($0, isUpper: true), cut($0, isUpper: false)] }
    guard let best = InductionCandidate.best(candidates), best.gain > 0, best.members < members,
      Double(best.members) / Double(isInBox.count) >= induction.settings.smallestMass
    else { return nil }
    let column = induction.values[best.parameter]
    for member in ascending[best.parameter] {
      let value = column[Int(member)]
      if best.isUpper ? value > best.limit : value < best.limit { isInBox[Int(member)] = false }
    }
    if best.isUpper { upper[best.parameter] = best.limit } else { lower[best.parameter] = best.limit }
    members = best.members
    cases = best.cases
    for parameter in ascending.indices { ascending[parameter].removeAll { !isInBox[Int($0)] } }
    return (lower, upper)
  }

  /// The slice of one side of one parameter.
  private func cut(_ parameter: Int, isUpper: Bool) -> InductionCandidate {
    let share = isUpper ? 1 - induction.settings.peelShare : induction.settings.peelShare
    let limits = (lower: lower[parameter], upper: upper[parameter])
    return ascending[parameter].withUnsafeBufferPointer { order in
      induction.values[parameter].withUnsafeBufferPointer { column in
        let limit = InductionCandidate.quantile(share, count: order.count) { column[Int(order[$0])] }
        var lost = (members: 0, cases: 0)
        var place = isUpper ? order.count - 1 : 0
        while place >= 0, place < order.count {
          let member = Int(order[place])
          guard isUpper ? column[member] > limit : column[member] < limit else { break }
          lost.members += 1
          lost.cases += induction.isCase[member] ? 1 : 0
          place += isUpper ? -1 : 1
        }
        let rest = (members: members - lost.members, cases: cases - lost.cases)
        let staysWhole =
          (isUpper ? limits.lower : limit) == induction.smallest[parameter]
          && (isUpper ? limit : limits.upper) == induction.largest[parameter]
        let wasWhole = limits.lower == induction.smallest[parameter] && limits.upper == induction.largest[parameter]
        return InductionCandidate(
          parameter: parameter, isUpper: isUpper, limit: limit, members: rest.members, cases: rest.cases,
          gain: InductionCandidate.gain(from: (members, cases), to: rest),
          unrestricted: unrestricted + (staysWhole ? 1 : 0) - (wasWhole ? 1 : 0))
      }
    }
  }

  private var unrestricted: Int { lower.count - induction.restricted(lower, upper).count }
}
