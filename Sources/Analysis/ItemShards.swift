/// Things that are done one by one, points of a sweep or starts of a search, cut into shards of neighbours.
public struct ItemShards: Sendable, Equatable {
  /// Things.
  public let items: Int
  /// Shards: at most as many as things.
  public let count: Int

  /// Cuts things into shards, as even as can be.
  public init(items: Int, count: Int) {
    precondition(count >= 1 && count <= items, "a shard has at least one thing")
    self.items = items
    self.count = count
  }

  /// The things of a shard, from 0.
  ///
  /// - Parameter number: of the shard, from 1.
  public func range(of number: Int) -> Range<Int> { (number - 1) * items / count..<number * items / count }
}
