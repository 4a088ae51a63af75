import Synchronization

/// What workers found for the replicates (or other numbered parts), handed over in any order.
final class ReplicateSums<Sums: Sendable>: Sendable {
  private let sums = Mutex<[Int: Sums]>([:])

  func store(_ found: Sums, replicate: Int) { sums.withLock { $0[replicate] = found } }

  /// By number.
  var inOrder: [Sums] { sums.withLock { stored in stored.keys.sorted().map { stored[$0]! } } }
}
