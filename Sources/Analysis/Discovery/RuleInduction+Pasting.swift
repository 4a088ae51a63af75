extension RuleInduction {
  /// The limits after the best paste onto a box, or nil when none makes it both larger and denser.
  func paste(_ box: InductionBox) -> (lower: [Double], upper: [Double])? {
    let parameters = box.restrictions.map(\.parameter)
    let around = surroundings(box.lower, box.upper, parameters)
    let candidates = parameters.indices.flatMap { place in
      [paste(box, around, place, isUpper: false), paste(box, around, place, isUpper: true)]
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
    _ box: InductionBox, _ around: BoxSurroundings, _ place: Int, isUpper: Bool
  ) -> InductionCandidate {
    let parameter = box.restrictions[place].parameter
    let column = values[parameter]
    let edge = isUpper ? box.upper[parameter] : box.lower[parameter]
    let outside = isUpper ? around.above[place] : around.below[place]
    // A limit belongs to both sides of it.
    let beyond = (outside + around.inside.filter { column[Int($0)] == edge }).map { column[Int($0)] }.sorted()
    var limit = isUpper ? largest[parameter] : smallest[parameter]
    if !beyond.isEmpty {
      let share = isUpper ? settings.pasteShare : 1 - settings.pasteShare
      limit = InductionCandidate.quantile(share, count: beyond.count) { beyond[$0] }
    }
    var (lower, upper) = (box.lower, box.upper)
    if isUpper { upper[parameter] = limit } else { lower[parameter] = limit }
    let won = outside.filter { isUpper ? column[Int($0)] <= limit : column[Int($0)] >= limit }
    let wider = (members: box.members + won.count, cases: box.cases + won.count { isCase[Int($0)] })
    return InductionCandidate(
      parameter: parameter, isUpper: isUpper, limit: limit, members: wider.members, cases: wider.cases,
      gain: InductionCandidate.gain(from: (box.members, box.cases), to: wider),
      unrestricted: values.count - restricted(lower, upper).count)
  }
}
