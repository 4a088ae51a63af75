/// How the members of a run divide into blocks and the blocks into independent replicates.
///
/// Block b holds members 64 b ..< 64 b + 64. It belongs to replicate b mod 16, of which it is block b / 16 (rounded
/// down), so a member's index inside its replicate is 64 (b / 16) plus its lane. The spread of the replicates' means is
/// the standard error of the run.
public enum Replication {
  /// Members in a block.
  public static let blockMembers = 64
  /// Independent randomisations.
  public static let replicates = 16

  /// The replicate a block belongs to.
  @inlinable
  public static func replicate(ofBlock block: Int) -> Int { block % replicates }

  /// Number of blocks that hold `members` members, the last perhaps in part.
  public static func blocks(members: Int) -> Int { (members + blockMembers - 1) / blockMembers }

  /// Number of replicates that hold any of `members` members.
  public static func replicates(members: Int) -> Int { min(replicates, blocks(members: members)) }

  /// Number of the first `members` members that are in a replicate.
  public static func members(ofReplicate replicate: Int, of members: Int) -> Int {
    let full = members / blockMembers
    let fullOfReplicate = (full - replicate + replicates - 1) / replicates
    return max(fullOfReplicate, 0) * blockMembers + (full % replicates == replicate ? members % blockMembers : 0)
  }
}
