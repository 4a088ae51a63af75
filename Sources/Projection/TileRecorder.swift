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

  /// Members of a block that count, 0...64.
  public func membersCounted(inBlock block: Int) -> Int {
    max(0, min(EnsembleDraws.blockMembers, ensembleMembers - block * EnsembleDraws.blockMembers))
  }
}

/// Receives the series of a tile, year by year: `workspace.series` holds the year's rows when it is called.
public protocol TileRecorder {
  /// Called for t = 0, 1, ... of each tile, in order.
  mutating func record(year t: Int, of workspace: TileWorkspace, members: TileMembers)
}
