/// What was counted of some members of one of the independent randomisations.
public struct ReplicatePart: Sendable, Equatable {
  /// The randomisation, from 0.
  public var replicate: Int
  /// Members counted.
  public var members: Int
  /// Members that meet each target.
  public var targetsMet: [Int]
  /// Indicators by year, year-major.
  public var series: [SeriesCounts]
  /// Margins of the targets.
  public var margins: [SeriesCounts]

  /// Makes a part.
  public init(
    replicate: Int, members: Int, targetsMet: [Int], series: [SeriesCounts], margins: [SeriesCounts]
  ) {
    self.replicate = replicate
    self.members = members
    self.targetsMet = targetsMet
    self.series = series
    self.margins = margins
  }

  init(_ counts: inout SummaryCounts, replicate: Int) {
    self.init(
      replicate: replicate, members: counts.members, targetsMet: counts.targetsMet,
      series: counts.slots.indices.map { counts.slots[$0].counted() },
      margins: counts.targetSlots.indices.map { counts.targetSlots[$0].counted() })
  }

  /// Whether the part can be what counts of this plan hold.
  func isPossible(_ counts: SummaryCounts) -> Bool {
    guard series.count == counts.slots.count, margins.count == counts.targetSlots.count,
      targetsMet.count == counts.targetsMet.count, targetsMet.allSatisfy({ (0...members).contains($0) })
    else { return false }
    // A series without values has no member: an indicator that a year does not have.
    return zip(series, counts.slots).allSatisfy {
      $0 == SeriesCounts() || $0.isPossible($1.bins, members: members)
    } && zip(margins, counts.targetSlots).allSatisfy { $0.isPossible($1.bins, members: members) }
  }
}

extension SummaryCounts {
  /// Adds what was counted elsewhere for the same plan.
  mutating func merge(_ part: ReplicatePart) {
    for index in slots.indices { slots[index].merge(part.series[index]) }
    for index in targetSlots.indices { targetSlots[index].merge(part.margins[index]) }
    for index in targetsMet.indices { targetsMet[index] += part.targetsMet[index] }
    members += part.members
  }
}
