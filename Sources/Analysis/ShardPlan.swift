import Projection

/// How an ensemble is cut into shards that are run one by one, anywhere, and merged exactly.
///
/// A standard error needs the statistics of each of the 16 independent randomisations, so that members of different
/// ones cannot share a histogram. A shard is therefore a range of members within one randomisation where the number of
/// shards is a multiple of 16 (and as few of them as can be otherwise), which keeps its file small. Consecutive shards
/// take different randomisations: what is there of an unfinished run has standard errors early.
public struct ShardPlan: Sendable, Equatable {
  /// The most shards of a run.
  public static let mostShards = 65_536
  /// Members of the ensemble.
  public let members: Int
  /// Number of shards.
  public let count: Int

  /// Plans shards.
  ///
  /// - Parameters:
  ///   - members: members of the ensemble.
  ///   - count: number of shards, from 1 to `mostShards` and at most one a block of 64 members.
  public init(members: Int, count: Int) {
    precondition((1...Self.largestCount(members: members)).contains(count))
    self.members = members
    self.count = count
  }

  /// The most shards that so many members can be cut into.
  public static func largestCount(members: Int) -> Int { min(mostShards, blocks(of: members)) }

  /// A number of shards for a run on one machine: enough that little is lost when it is stopped, each of at most about
  /// two million members.
  public static func usualCount(members: Int) -> Int {
    let replicates = EnsembleDraws.replicates
    let each = max(1, (members + (replicates << 21) - 1) / (replicates << 21))
    return min(replicates * each, largestCount(members: members))
  }

  /// What a shard, from 1, is made of, by rising randomisation.
  public func pieces(of shard: Int) -> [ShardPiece] {
    // All randomisations in a row, each as long as the longest.
    let longest = (blocks + EnsembleDraws.replicates - 1) / EnsembleDraws.replicates
    let total = longest * EnsembleDraws.replicates
    let range = position(of: shard)
    let (start, end) = (total * range / count, total * (range + 1) / count)
    return (start / longest...max(start, end - 1) / longest).compactMap { replicate in
      let first = replicate * longest
      let size = (blocks - replicate + EnsembleDraws.replicates - 1) / EnsembleDraws.replicates
      let places = max(0, start - first)..<max(max(0, start - first), min(end - first, size))
      return places.isEmpty ? nil : ShardPiece(replicate: replicate, places: places)
    }
  }

  /// Members of a shard.
  public func members(of shard: Int) -> Int { pieces(of: shard).reduce(0) { $0 + members(of: $1) } }

  /// Members of a piece.
  func members(of piece: ShardPiece) -> Int {
    let whole = piece.places.count * EnsembleDraws.blockMembers
    // Only the very last block may hold fewer.
    let missing = blocks * EnsembleDraws.blockMembers - members
    return piece.block(piece.places.upperBound - 1) == blocks - 1 ? whole - missing : whole
  }

  /// The shards, the pieces of each randomisation one after the other: the order in which they are merged.
  public var mergingOrder: [Int] { (1...count).sorted { position(of: $0) < position(of: $1) } }

  /// All shards, in the order in which they are best run.
  public var inOrder: ClosedRange<Int> { 1...count }

  /// The place of a shard in the row of all randomisations.
  private func position(of shard: Int) -> Int {
    let replicates = EnsembleDraws.replicates
    guard count % replicates == 0 else { return shard - 1 }
    return (shard - 1) % replicates * (count / replicates) + (shard - 1) / replicates
  }

  private var blocks: Int { Self.blocks(of: members) }

  private static func blocks(of members: Int) -> Int {
    (members + EnsembleDraws.blockMembers - 1) / EnsembleDraws.blockMembers
  }
}

/// Some blocks of one randomisation.
public struct ShardPiece: Sendable, Equatable {
  /// The randomisation, from 0.
  public let replicate: Int
  /// Places among its blocks, from 0.
  public let places: Range<Int>

  /// The block of 64 members at a place.
  func block(_ place: Int) -> Int { replicate + place * EnsembleDraws.replicates }
}
