import Analysis
import District

/// The shards of a run, a sweep or a search as a table: what each holds, and whether it is there.
public struct ShardListing: Sendable {
  private let headings: [Label]
  private let rows: [(number: Int, size: Int, parts: String)]
  private let missing: Set<Int>

  /// Lists the shards of a run: members, and the independent randomisations they are of.
  ///
  /// - Parameters:
  ///   - shards: what is listed.
  ///   - missing: those that are still to be run.
  public init(_ shards: ShardPlan, missing: [Int]) {
    headings = [.membersColumn, .randomisation]
    rows = shards.inOrder.map { number in
      let replicates = shards.pieces(of: number).map { String($0.replicate + 1) }
      return (number, shards.members(of: number), replicates.joined(separator: ", "))
    }
    self.missing = Set(missing)
  }

  /// Lists the shards of points or starts.
  ///
  /// - Parameters:
  ///   - items: what is listed.
  ///   - work: what the items are.
  ///   - missing: those that are still to be run.
  public init(_ items: ItemShards, of work: ShardWork, missing: [Int]) {
    headings = work == .points ? [.pointsColumn, .pointNumbers] : [.startsColumn, .startNumbers]
    rows = (1...items.count).map { number in
      let range = items.range(of: number)
      return (number, range.count, "\(range.lowerBound + 1)-\(range.upperBound)")
    }
    self.missing = Set(missing)
  }

  /// The table.
  public func text(_ language: Language) -> String {
    var table = TextTable([
      .numbers(Label.shard[language]), .numbers(headings[0][language]), .words(headings[1][language]),
      .words(Label.status[language]),
    ])
    for row in rows {
      table.row([
        String(row.number), NumberText.grouped(row.size), row.parts,
        (missing.contains(row.number) ? Label.shardIsMissing : Label.shardIsThere)[language],
      ])
    }
    return table.text
  }
}
