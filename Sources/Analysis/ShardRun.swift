import Foundation
import Projection
import Synchronization

/// Runs shards of an ensemble and hands on what each has counted.
public struct ShardRun: Sendable {
  /// What is run.
  public let experiment: Experiment
  /// How it is cut.
  public let shards: ShardPlan
  /// Workers.
  public let threads: Int
  private let plan: SummaryPlan
  private let draws: EnsembleDraws
  /// Blocks a worker projects before it looks whether others have failed.
  private static let stride = 64

  /// Plans the running of shards.
  ///
  /// - Parameters:
  ///   - experiment: what is run.
  ///   - shards: how it is cut.
  ///   - threads: workers; nil for one a core.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(_ experiment: Experiment, shards: ShardPlan, threads: Int? = nil) throws {
    self.experiment = experiment
    self.shards = shards
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    plan = try SummaryPlan(experiment)
    draws = try EnsembleDraws(experiment)
  }

  /// Runs some shards.
  ///
  /// - Parameters:
  ///   - numbers: the shards, from 1.
  ///   - progress: called from the workers with the members done so far.
  ///   - receive: called from the workers, one at a time, with each shard as soon as it is done, and the seconds its
  ///     workers took together.
  /// - Throws: what `receive` throws, soon after, and `LinearAlgebraError`.
  public func run(
    _ numbers: [Int], progress: (@Sendable (Int) -> Void)? = nil,
    receive: @escaping @Sendable (_ shard: Int, [ReplicatePart], _ coreSeconds: Double) throws -> Void
  ) throws {
    guard !numbers.isEmpty else { return }
    let slices = slices(of: numbers)
    let gathering = ShardGathering(plan, slices: slices, receive: receive)
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(threads, max(1, slices.count))) { _ in
      do {
        let engine = try Engine(experiment, draws: draws)
        var recorder = SummaryRecorder(plan, tileMembers: Engine.defaultTileMembers)
        defer { recorder.counts.deallocate() }
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < slices.count else { break }
          let start = ContinuousClock.now
          for first in Swift.stride(from: 0, to: slices[index].piece.places.count, by: Self.stride) {
            if failure.withLock({ $0 != nil }) { return }
            let blocks = slices[index].piece.places.dropFirst(first).prefix(Self.stride).map {
              slices[index].piece.block($0)
            }
            engine.project(blocks: blocks, into: &recorder)
            let members = blocks.count * EnsembleDraws.blockMembers
            progress?(done.add(members, ordering: .relaxed).newValue)
          }
          try gathering.take(
            &recorder.counts, of: slices[index], seconds: (ContinuousClock.now - start) / .seconds(1))
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    try gathering.finish(numbers.filter { shards.pieces(of: $0).isEmpty })
  }

  /// The work of some shards, cut finer when they are fewer than the workers.
  private func slices(of numbers: [Int]) -> [ShardSlice] {
    let parts = numbers.count >= threads ? 1 : (4 * threads + numbers.count - 1) / numbers.count
    return numbers.flatMap { number in
      shards.pieces(of: number).flatMap { piece in
        let count = max(1, min(parts, piece.places.count))
        return (0..<count).map { part in
          let start = piece.places.lowerBound + piece.places.count * part / count
          let end = piece.places.lowerBound + piece.places.count * (part + 1) / count
          return ShardSlice(shard: number, piece: ShardPiece(replicate: piece.replicate, places: start..<end))
        }
      }
    }
  }
}

/// What a worker does at a time: a part of a piece of a shard.
struct ShardSlice: Sendable {
  let shard: Int
  let piece: ShardPiece
}
