import ElementaryFunctions
import Foundation
import Projection
import Sampling

/// The bins of all values of a run of few members, kept apart by replicate until its end.
///
/// A replicate of such a run has too few values to be worth the work that every histogram costs, and its own quantiles
/// are rough: the 5 % quantile of 64 values is about the fourth smallest. So the values are counted once, all together, and a
/// replicate only tells which share of its values lies below the quantiles of all (`quantiles(of:members:threads:)`).
///
/// Workers write to lists of different replicates; what they hand over is behind the lock of the collecting store.
package final class KeptBins: @unchecked Sendable {
  /// The most members of a run whose bins are kept, at 2 bytes for each of some 650 values of a member to 2025.
  package static let mostMembers = 16_384
  /// Where the list of each replicate begins among those of a slot, and how long all of them are, in bytes.
  private let offsets: [Int]
  private let stride: Int
  /// Bins that find room in the list of each replicate.
  private let capacities: [Int]
  /// The lists, slot by slot, so that those of one series are read in a row.
  private let memory: UnsafeMutableRawPointer
  /// What was handed over, by slot and replicate: as a list, or as counts.
  private let lists: UnsafeMutablePointer<PendingBins>
  /// Of series whose values spread too far for a list, and of shards.
  private var counts: [Int: KeptCounts] = [:]

  /// Makes room for the values of so many series; nil when the members are too many.
  ///
  /// - Parameters:
  ///   - slots: series.
  ///   - members: members of the run.
  package init?(slots: Int, members: Int) {
    guard members <= Self.mostMembers else { return nil }
    let block = EnsembleDraws.blockMembers
    capacities = (0..<EnsembleDraws.replicates).map {
      (Replication.members(ofReplicate: $0, of: members) + block - 1) / block * block
    }
    var (offsets, stride) = ([Int](repeating: 0, count: EnsembleDraws.replicates), 0)
    // Replicates that follow each other are filled at the same time: side by side, each core would fetch, ahead of its own
    // list, lines that the other is writing. Neighbours are seven apart.
    for place in 0..<EnsembleDraws.replicates {
      let replicate = 7 * place % EnsembleDraws.replicates
      offsets[replicate] = stride
      stride += PendingBins.bytes(capacities[replicate])
    }
    (self.offsets, self.stride) = (offsets, stride)
    memory = .allocate(byteCount: max(1, slots * stride), alignment: PendingBins.alignment)
    lists = .allocate(capacity: max(1, slots * EnsembleDraws.replicates))
    lists.initialize(repeating: PendingBins(), count: slots * EnsembleDraws.replicates)
  }

  deinit {
    lists.deallocate()
    memory.deallocate()
  }

  /// Makes the values of a replicate wait here rather than in memory of the slots, which must be empty.
  package func lend(to slots: inout [SeriesSlot], replicate: Int) {
    for index in slots.indices {
      let place = memory + index * stride + offsets[replicate]
      slots[index].wait(in: PendingBins(borrowed: place, capacity: capacities[replicate]))
    }
  }

  /// Keeps the values of a replicate, a borrowed list.
  func keep(_ list: PendingBins, slot: Int, replicate: Int) {
    lists[slot * EnsembleDraws.replicates + replicate] = list
  }

  /// Keeps the values of a replicate that are counted already.
  func keep(_ counted: (bins: [Int32], values: [UInt32]), slot: Int, replicate: Int) {
    counts[slot * EnsembleDraws.replicates + replicate] = KeptCounts(
      replicate: replicate, bins: counted.bins, values: counted.values)
  }

  /// Quantiles of every series and their standard errors.
  ///
  /// - Parameters:
  ///   - slots: sums and ranges of the series.
  ///   - members: members of each replicate.
  ///   - threads: how many threads share the work.
  /// - Returns: nil for a series without values.
  package func quantiles(of slots: [SeriesSlot], members: [Int], threads: Int) -> [KeptQuantiles?] {
    let spread = ReplicateSpread(members: members)
    return [KeptQuantiles?](unsafeUninitializedCapacity: slots.count) { room, filled in
      nonisolated(unsafe) let (found, slots) = (room.baseAddress!, slots)
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        var finder = KeptQuantileFinder(spread)
        for index in Swift.stride(from: thread, to: slots.count, by: threads) {
          let next = index + threads
          let after = next < slots.count ? lists(ofSlot: next) : nil
          (found + index).initialize(to: finder.find(slots[index], series(index), next: after))
        }
      }
      filled = slots.count
    }
  }

  private func lists(ofSlot slot: Int) -> UnsafePointer<PendingBins> {
    UnsafePointer(lists + slot * EnsembleDraws.replicates)
  }

  /// What was kept of a series.
  private func series(_ slot: Int) -> KeptSeries {
    let first = slot * EnsembleDraws.replicates
    return KeptSeries(
      lists: lists(ofSlot: slot),
      counts: counts.isEmpty ? [] : (0..<EnsembleDraws.replicates).compactMap { counts[first + $0] })
  }
}

/// The values of one series, kept apart by replicate.
struct KeptSeries {
  /// Bins in any order, a list a replicate; empty where the values are counted.
  let lists: UnsafePointer<PendingBins>
  /// Values of replicates that are counted.
  let counts: [KeptCounts]

  /// Writes the values of replicates that are all equal.
  func unfold() { for replicate in 0..<EnsembleDraws.replicates { lists[replicate].unfold() } }
}

/// The values of one series in one replicate, counted by bin.
struct KeptCounts {
  let replicate: Int
  /// Bins that hold values, rising.
  let bins: [Int32]
  /// Values in each of them.
  let values: [UInt32]
}

/// Quantiles of one indicator in one year in a run of few members.
package struct KeptQuantiles {
  /// At the probabilities of every summary, in the indicator's unit.
  package let quantiles: [Double]
  /// Their standard errors; nil with too few replicates.
  package let errors: [Double]?
}
