import Foundation
import Projection
import Sampling
import Synchronization

/// One worker of a run: projects blocks of one replicate at a time.
protocol ReplicateWorker: SendableMetatype {
  /// Projects some blocks of the replicate in hand.
  ///
  /// - Throws: what making a model throws, where the worker makes models.
  mutating func project(blocks: [Int]) throws
  /// Hands over what was counted of a replicate, and forgets it.
  mutating func finish(replicate: Int)
  /// Frees what the worker holds.
  mutating func deallocate()
}

/// Deals the replicates of an ensemble to workers, one thread each.
///
/// A worker takes a replicate and projects all its blocks before the next, so that its histograms stay warm and the
/// statistics of a replicate are known when it ends.
struct ReplicateDealer {
  /// Members of the ensemble.
  let members: Int
  /// Workers.
  let threads: Int

  /// What a worker takes at a time: of a replicate runs of blocks, each by its first block.
  private struct Piece {
    let replicate: Int
    let runs: [Int]
  }

  /// Blocks from the start of a run to that of the next, those of other replicates among them. Runs are some thousand
  /// members, so that progress shows and the list of blocks stays short.
  private static let run = 64 * EnsembleDraws.replicates
  /// Runs of a replicate from which on it is worth sharing: its counts have to be put together.
  private static let fewestShared = 4

  /// - Parameter threads: workers; nil for one a core.
  init(members: Int, threads: Int?) {
    self.members = members
    self.threads = max(1, min(threads ?? ProcessInfo.processInfo.activeProcessorCount, EnsembleDraws.replicates))
  }

  /// Runs every replicate.
  ///
  /// - Parameters:
  ///   - make: makes a worker; called once a thread.
  ///   - shared: whether workers may share a replicate at the end, when there is no other left: each of them then finishes it
  ///     with what it has counted.
  ///   - progress: called from the workers with the members done so far.
  /// - Throws: what `make` or a worker throws.
  func run<Worker: ReplicateWorker>(
    make: @Sendable () throws -> Worker, shared: Bool = false, progress: (@Sendable (Int) -> Void)? = nil
  ) throws {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    let blocks = Replication.blocks(members: members)
    let pieces = pieces(shared: shared)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      do {
        var worker = try make()
        defer { worker.deallocate() }
        var replicate: Int?
        while true {
          let number = next.add(1, ordering: .relaxed).oldValue
          let piece = number < pieces.count ? pieces[number] : nil
          if let replicate, replicate != piece?.replicate { worker.finish(replicate: replicate) }
          guard let piece else { break }
          replicate = piece.replicate
          for start in piece.runs {
            let list = Array(stride(from: start, to: min(start + Self.run, blocks), by: EnsembleDraws.replicates))
            try worker.project(blocks: list)
            let members = list.count * EnsembleDraws.blockMembers
            progress?(done.add(members, ordering: .relaxed).newValue)
          }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// All replicates in order: whole ones as long as there is one for every worker, those left over in single runs if they
  /// may be shared, so that no worker waits for another's last replicate.
  private func pieces(shared: Bool) -> [Piece] {
    let replicates = EnsembleDraws.replicates
    let whole = shared && threads > 1 ? (replicates - threads) / threads * threads : replicates
    return (0..<replicates).flatMap { replicate in
      let runs = Array(stride(from: replicate, to: Replication.blocks(members: members), by: Self.run))
      return replicate < whole || runs.count < Self.fewestShared
        ? [Piece(replicate: replicate, runs: runs)] : runs.map { Piece(replicate: replicate, runs: [$0]) }
    }
  }
}
