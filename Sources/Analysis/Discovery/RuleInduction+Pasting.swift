extension RuleInduction {
  /// The limits after the best paste onto a box, or nil when none makes it both larger and denser.
  func paste(_ box: InductionBox) -> (lower: [Double], upper: [Double])? {
    let parameters = box.restrictions.map(\.parameter)
    let candidates = parameters.flatMap { parameter in
      [paste(box, parameter, isUpper: false, parameters), paste(box, parameter, isUpper: true, parameters)]
    }
    guard let best = InductionCandidate.best(candidates), best.gain > 0, best.members > box.members,
      Double(best.members) / Double(isCase.count) >= settings.smallestMass,
      Double(best.cases) / Double(best.members) > box.density
    else { return nil }
    var (lower, upper) = (box.lower, box.upper)
    if best.isUpper { upper[best.parameter] = best.limit } else { lower[best.parameter] = best.limit }
    return (lower, upper)
  }

  /// The box with one limit moved outwards, past a share of the members that lie beyond it within all other limits.
  private func paste(
    _ box: InductionBox, _ parameter: Int, isUpper: Bool, _ parameters: [Int]
  ) -> InductionCandidate {
    var (lower, upper) = (box.lower, box.upper)
    if isUpper {
      (lower[parameter], upper[parameter]) = (box.upper[parameter], largest[parameter])
    } else {
      (lower[parameter], upper[parameter]) = (smallest[parameter], box.lower[parameter])
    }
    let beyond = isCase.indices.filter { member in
      remaining[member]
        && parameters.allSatisfy { lower[$0] <= values[$0][member] && values[$0][member] <= upper[$0] }
    }.map { values[parameter][$0] }.sorted()
    var limit = isUpper ? largest[parameter] : smallest[parameter]
    if !beyond.isEmpty {
      let share = isUpper ? settings.pasteShare : 1 - settings.pasteShare
      limit = InductionCandidate.quantile(share, count: beyond.count) { beyond[$0] }
    }
    (lower, upper) = (box.lower, box.upper)
    if isUpper { upper[parameter] = limit } else { lower[parameter] = limit }
    let wider = counts(lower, upper, parameters)
    return InductionCandidate(
      parameter: parameter, isUpper: isUpper, limit: limit, members: wider.members, cases: wider.cases,
      gain: InductionCandidate.gain(from: (box.members, box.cases), to: wider),
      unrestricted: values.count - restricted(lower, upper).count)
  }
}
