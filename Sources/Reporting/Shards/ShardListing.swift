import Analysis
import District

/// The shards of a run as a table: members, the independent randomisations they are of, whether they are there.
public struct ShardListing: Sendable {
  private let shards: ShardPlan
  private let missing: Set<Int>

  /// Lists the shards of a run.
  ///
  /// - Parameters:
  ///   - shards: what is listed.
  ///   - missing: those that are still to be run.
  public init(_ shards: ShardPlan, missing: [Int]) {
    self.shards = shards
    self.missing = Set(missing)
  }

  /// The table.
  public func text(_ language: Language) -> String {
    var table = TextTable([
      .numbers(Label.shard[language]), .numbers(Label.membersColumn[language]),
      .words(Label.randomisation[language]), .words(Label.status[language]),
    ])
    for number in shards.inOrder {
      let replicates = shards.pieces(of: number).map { String($0.replicate + 1) }
      table.row([
        String(number), NumberText.grouped(shards.members(of: number)), replicates.joined(separator: ", "),
        (missing.contains(number) ? Label.shardIsMissing : Label.shardIsThere)[language],
      ])
    }
    return table.text
  }
}
