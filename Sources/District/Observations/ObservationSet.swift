/// The figures of one observations file, read and checked against a district's indicators.
public struct ObservationSet: Sendable {
  /// The file as the user named it, or `built-in/observations`.
  public let file: String
  /// Every figure, in the order of the file.
  public let figures: [Observation]
  /// The district's base year: figures up to it are history.
  public let baseYear: Int

  /// What becomes of a figure under a selection, in a projection to a horizon.
  public func use(of figure: Observation, _ selection: ObservationSelection, horizon: Int) -> ObservationUse {
    if figure.indicator == nil { return .unused }
    if figure.status == .recalled, !selection.usesRecalled { return .recalled }
    if !selection.admits(figure) || figure.year > horizon { return .later }
    return figure.year > baseYear ? .compared : .history
  }

  /// The figures that are compared with the projection.
  public func compared(_ selection: ObservationSelection, horizon: Int) -> [Observation] {
    figures.filter { use(of: $0, selection, horizon: horizon) == .compared }
  }

  /// Figures of one indicator and time that differ; both are kept, weighted by their stated errors.
  public func conflicts(among chosen: [Observation]) -> [ObservationConflict] {
    var order: [String] = []
    var groups: [String: [Observation]] = [:]
    for figure in chosen {
      if groups[figure.key] == nil { order.append(figure.key) }
      groups[figure.key, default: []].append(figure)
    }
    return order.compactMap { key in
      let group = groups[key]!
      var ratio = 0.0
      for (index, first) in group.enumerated() {
        for second in group[(index + 1)...] where first.value != second.value {
          let spread = (first.error * first.error + second.error * second.error).squareRoot()
          ratio = max(ratio, abs(first.value - second.value) / spread)
        }
      }
      return ratio > 0 ? ObservationConflict(key: key, figures: group, ratio: ratio) : nil
    }
  }
}
