import Projection

/// Which blocks of which replicate are still to be projected, and by how many workers.
///
/// Blocks of a replicate are dealt in runs. A worker keeps to a replicate until its runs are dealt; when all replicates
/// are begun, it may join another one, whose parts merge exactly in any order.
package struct ReplicateDeal {
  /// Blocks of a run where nothing else is asked for: some thousand members, so that progress shows, the list of blocks
  /// stays short and tiles are full.
  package static let usualRunBlocks = 64
  /// Runs that must be left of a replicate for a worker to join it: its part has to be merged, which takes time, too.
  package static let runsWorthJoining = 2

  private struct Replicate {
    /// The next block to be dealt; at or past the blocks of the ensemble when there is none.
    var next: Int
    /// Workers that have joined and not left.
    var workers = 0
  }

  private let blocks: Int
  private let runBlocks: Int
  private let isShared: Bool
  private var replicates: [Replicate]
  private var begun = 0

  /// - Parameters:
  ///   - blocks: blocks of the ensemble, dealt to the replicates in turn.
  ///   - isShared: whether several workers may project one replicate.
  ///   - runBlocks: blocks of a run.
  package init(blocks: Int, isShared: Bool, runBlocks: Int = usualRunBlocks) {
    self.blocks = blocks
    self.runBlocks = runBlocks
    self.isShared = isShared
    replicates = (0..<EnsembleDraws.replicates).map { Replicate(next: $0) }
  }

  /// Workers that find something to do.
  package var mostWorkers: Int {
    let shared = isShared ? blocks / (Self.runsWorthJoining * runBlocks) : 0
    return max(EnsembleDraws.replicates, shared)
  }

  private var runStride: Int { runBlocks * EnsembleDraws.replicates }

  private func runsLeft(_ replicate: Int) -> Int {
    max(0, (blocks - replicates[replicate].next + runStride - 1) / runStride)
  }

  /// A replicate to work on: one that nobody has begun, else the one with most runs left where that is worth it; nil
  /// when there is none.
  package mutating func join() -> Int? {
    if begun < replicates.count {
      begun += 1
      replicates[begun - 1].workers += 1
      return begun - 1
    }
    guard isShared, let most = replicates.indices.max(by: { runsLeft($0) < runsLeft($1) }),
      runsLeft(most) >= Self.runsWorthJoining
    else { return nil }
    replicates[most].workers += 1
    return most
  }

  /// The next run of blocks of a replicate; nil when all are dealt.
  package mutating func nextRun(of replicate: Int) -> [Int]? {
    let start = replicates[replicate].next
    guard start < blocks else { return nil }
    replicates[replicate].next += runStride
    return Array(
      stride(from: start, to: min(start + runStride, blocks), by: EnsembleDraws.replicates))
  }

  /// Whether others are at work on a replicate, too.
  package func hasOthers(_ replicate: Int) -> Bool { replicates[replicate].workers > 1 }

  /// Leaves a replicate all of whose runs are dealt; true for the last worker, who finishes it.
  package mutating func leave(_ replicate: Int) -> Bool {
    replicates[replicate].workers -= 1
    return replicates[replicate].workers == 0
  }
}
