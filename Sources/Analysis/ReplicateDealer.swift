import Foundation
import Projection
import Synchronization

/// One worker of a run: projects blocks of one replicate at a time.
///
/// Where replicates are shared among workers, those that leave one while others are at work on it contribute their parts,
/// and the last to leave finishes it.
protocol ReplicateWorker: SendableMetatype {
  /// Projects some blocks of the replicate in hand.
  ///
  /// - Throws: what making a model throws, where the worker makes models.
  mutating func project(blocks: [Int]) throws
  /// Hands over what was counted of a replicate that other workers are still at work on, and forgets it.
  mutating func contribute(replicate: Int)
  /// Hands over what was counted for a replicate, with the parts others have contributed, and forgets it.
  mutating func finish(replicate: Int)
  /// Frees what the worker holds.
  mutating func deallocate()
}

extension ReplicateWorker {
  mutating func contribute(replicate: Int) { preconditionFailure("this worker shares no replicates") }
}

/// Deals the replicates of an ensemble to workers, one thread each.
///
/// A worker takes a replicate and projects its blocks before the next, so that its histograms stay warm and the
/// statistics of a replicate are known when it ends.
struct ReplicateDealer {
  /// Workers.
  let threads: Int
  private let deal: ReplicateDeal

  /// - Parameters:
  ///   - members: members of the ensemble.
  ///   - threads: workers; nil for one a core.
  ///   - isShared: whether workers share replicates, so that none waits while others have much left to do.
  ///   - runBlocks: blocks of a run.
  init(members: Int, threads: Int?, isShared: Bool = false, runBlocks: Int = ReplicateDeal.usualRunBlocks) {
    deal = ReplicateDeal(
      blocks: (members + EnsembleDraws.blockMembers - 1) / EnsembleDraws.blockMembers, isShared: isShared,
      runBlocks: runBlocks)
    self.threads = max(1, min(threads ?? ProcessInfo.processInfo.activeProcessorCount, deal.mostWorkers))
  }

  /// Runs every replicate.
  ///
  /// - Parameters:
  ///   - make: makes a worker; called once a thread that finds something to do.
  ///   - progress: called from the workers with the members done so far.
  /// - Throws: what `make` or a worker throws.
  func run<Worker: ReplicateWorker>(
    make: @Sendable () throws -> Worker, progress: (@Sendable (Int) -> Void)? = nil
  ) throws {
    let done = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    let deal = Mutex(self.deal)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      do {
        // No worker is made for a thread that finds nothing to do.
        var joined = deal.withLock { $0.join() }
        guard joined != nil else { return }
        var worker = try make()
        defer { worker.deallocate() }
        while let replicate = joined {
          while let run = deal.withLock({ $0.nextRun(of: replicate) }) {
            try worker.project(blocks: run)
            let members = run.count * EnsembleDraws.blockMembers
            progress?(done.add(members, ordering: .relaxed).newValue)
          }
          // A part is handed over before its worker leaves: the last one finds all of them.
          if deal.withLock({ $0.hasOthers(replicate) }) { worker.contribute(replicate: replicate) }
          if deal.withLock({ $0.leave(replicate) }) { worker.finish(replicate: replicate) }
          joined = deal.withLock { $0.join() }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
