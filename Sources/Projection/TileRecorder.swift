import Sampling

/// The members a tile stands for.
public struct TileMembers: Sendable {
  /// Blocks of 64 members, in the order of the tile's columns.
  public let blocks: ArraySlice<Int>
  /// Members of the ensemble: those of a block at or past it are computed but do not count.
  public let ensembleMembers: Int

  /// Makes a description of a tile.
  public init(blocks: ArraySlice<Int>, ensembleMembers: Int) {
    self.blocks = blocks
    self.ensembleMembers = ensembleMembers
  }

  /// The replicate of the blocks: a worker takes those of one at a time.
  public var replicate: Int { Replication.replicate(ofBlock: blocks.first!) }

  /// Members of a block that count, 0...64.
  public func membersCounted(inBlock block: Int) -> Int {
    max(0, min(EnsembleDraws.blockMembers, ensembleMembers - block * EnsembleDraws.blockMembers))
  }
}

extension TileMembers {
  /// Blocks cut into tiles, in their order.
  ///
  /// - Parameters:
  ///   - blocks: blocks of 64 members.
  ///   - workspace: the memory of a tile, which says how many members one has.
  ///   - ensembleMembers: members of the ensemble.
  public static func tiles(of blocks: [Int], in workspace: TileWorkspace, ensembleMembers: Int) -> Tiles {
    Tiles(
      blocks: blocks, blocksPerTile: workspace.members / EnsembleDraws.blockMembers, ensembleMembers: ensembleMembers)
  }

  /// Tiles one after the other.
  public struct Tiles: Sequence, IteratorProtocol {
    private let blocks: [Int]
    private let blocksPerTile: Int
    private let ensembleMembers: Int
    private var start = 0

    fileprivate init(blocks: [Int], blocksPerTile: Int, ensembleMembers: Int) {
      self.blocks = blocks
      self.blocksPerTile = blocksPerTile
      self.ensembleMembers = ensembleMembers
    }

    /// The next tile, or nil after the last.
    public mutating func next() -> TileMembers? {
      guard start < blocks.count else { return nil }
      defer { start += blocksPerTile }
      return TileMembers(
        blocks: blocks[start..<Swift.min(start + blocksPerTile, blocks.count)], ensembleMembers: ensembleMembers)
    }
  }
}

/// Receives the series of a tile, year by year: `workspace.series` holds the year's rows when it is called.
public protocol TileRecorder {
  /// Called for t = 0, 1, ... of each tile, in order.
  mutating func record(year t: Int, of workspace: TileWorkspace, members: TileMembers)
}
