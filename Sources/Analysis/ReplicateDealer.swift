import Foundation
import Projection
import Synchronization

/// One worker of a run: projects blocks of one replicate at a time.
protocol ReplicateWorker: SendableMetatype {
  /// Projects some blocks of the replicate in hand.
  ///
  /// - Throws: what making a model throws, where the worker makes models.
  mutating func project(blocks: [Int]) throws
  /// Hands over what was counted for a finished replicate, and forgets it.
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

  /// - Parameter threads: workers; nil for one a core.
  init(members: Int, threads: Int?) {
    self.members = members
    self.threads = max(1, min(threads ?? ProcessInfo.processInfo.activeProcessorCount, EnsembleDraws.replicates))
  }

  /// Runs every replicate.
  ///
  /// - Parameters:
  ///   - make: makes a worker; called once a thread.
  ///   - progress: called from the workers with the members done so far.
  /// - Throws: what `make` or a worker throws.
  func run<Worker: ReplicateWorker>(
    make: @Sendable () throws -> Worker, progress: (@Sendable (Int) -> Void)? = nil
  ) throws {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    let blocks = (members + EnsembleDraws.blockMembers - 1) / EnsembleDraws.blockMembers
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      do {
        var worker = try make()
        defer { worker.deallocate() }
        while true {
          let replicate = next.add(1, ordering: .relaxed).oldValue
          guard replicate < EnsembleDraws.replicates else { break }
          // In runs of some thousand members, so that progress shows and the list of blocks stays short.
          let run = 64 * EnsembleDraws.replicates
          for start in stride(from: replicate, to: blocks, by: run) {
            let list = Array(stride(from: start, to: min(start + run, blocks), by: EnsembleDraws.replicates))
            try worker.project(blocks: list)
            let members = list.count * EnsembleDraws.blockMembers
            progress?(done.add(members, ordering: .relaxed).newValue)
          }
          worker.finish(replicate: replicate)
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
