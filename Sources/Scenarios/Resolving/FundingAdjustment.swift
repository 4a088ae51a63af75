import District

/// One line of `funding.adjust`, its names turned into indices of the district.
package struct FundingAdjustment: Sendable, Equatable {
  /// What it does to the cells it selects.
  package enum Operation: Sendable, Equatable {
    case multiply(Double)
    case add(Double)
    case delay(Int)
    case move(from: Int, to: [Int], share: Double)
  }

  /// The operation.
  package let operation: Operation
  /// Projects selected; nil for all.
  package let projects: [Int]?
  /// Sources selected; nil for all.
  package let sources: [Int]?
  /// Years selected; nil for all.
  package let years: [Int]?
  /// Where it is written.
  package let place: Place

  /// Reads a line that has passed the checker.
  package init?(_ tree: YAMLTree, district: District) {
    func indices(_ key: String, _ ids: [String]) -> [Int]? {
      tree[key]?.value.items.compactMap { item in ids.firstIndex { $0 == item.string } }
    }
    let projectIds = district.projects.map(\.id)
    if let factor = tree["multiply"]?.value.number {
      operation = .multiply(factor)
    } else if let amount = tree["add"]?.value.number {
      operation = .add(amount)
    } else if let years = tree["delay"]?.value.integer {
      operation = .delay(years)
    } else if let from = indices("from", projectIds)?.first, let to = indices("to", projectIds),
      let share = tree["share"]?.value.number
    {
      operation = .move(from: from, to: to, share: share)
    } else {
      return nil
    }
    projects = indices("project", projectIds)
    sources = indices("source", district.sources.map(\.id))
    if let years = tree["years"]?.value {
      self.years = years.yearRange.map(Array.init) ?? years.items.compactMap(\.integer)
    } else {
      years = (tree["year"]?.value.integer).map { [$0] }
    }
    place = tree.place
  }
}
