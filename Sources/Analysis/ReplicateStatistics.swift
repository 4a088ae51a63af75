import ElementaryFunctions
import Projection

/// The statistics of each replicate, from whose spread the standard errors come.
struct ReplicateStatistics {
  /// Members by replicate.
  private(set) var members: [Int]
  /// Mean and quantiles, by replicate and slot; empty until the replicate is done.
  private var statistics: [[Vector]]
  /// Shares of members that meet the targets, by replicate.
  private var shares: [[Double]]

  init(replicates: Int) {
    members = Array(repeating: 0, count: replicates)
    statistics = Array(repeating: [], count: replicates)
    shares = Array(repeating: [], count: replicates)
  }

  /// Keeps the statistics of a finished replicate: mean and quantiles of every slot in the first lanes, and shares.
  mutating func store(_ replicate: Int, members count: Int, rows: [Vector], shares met: [Double]) {
    members[replicate] = count
    statistics[replicate] = rows
    shares[replicate] = met
  }

  /// Standard errors of mean and quantiles of every slot.
  func errors(slots: Range<Int>) -> [(mean: Double?, quantiles: [Double]?)] {
    let spread = ReplicateSpread(members: members)
    return slots.map { slot in
      guard let errors = spread.standardErrors({ statistics[$0][slot] }) else { return (nil, nil) }
      return (errors[0], (0..<QuantileRanks.count).map { errors[1 + $0] })
    }
  }

  /// Moments and standard errors of every slot, nil for one without values.
  ///
  /// - Parameters:
  ///   - slots: what was counted of all replicates.
  ///   - kept: the values, where they are kept and not counted.
  ///   - threads: how many threads share the work.
  ///   - tree: an empty tree, empty again afterwards.
  func summaries(
    of slots: inout [SeriesSlot], kept: KeptBins?, threads: Int, through tree: inout RankTree
  ) -> [IndicatorSummary?] {
    let errors = errors(slots: slots.indices)
    if let kept {
      let found = kept.quantiles(of: slots, members: members, threads: threads)
      return slots.indices.map { index in
        found[index].map {
          IndicatorSummary(
            moments: slots[index].moments(quantiles: $0.quantiles), meanError: errors[index].mean,
            quantileErrors: $0.errors)
        }
      }
    }
    return slots.indices.map { index in
      slots[index].moments(through: &tree).map {
        IndicatorSummary(moments: $0, meanError: errors[index].mean, quantileErrors: errors[index].quantiles)
      }
    }
  }

  /// Mean of a slot in each replicate; 0 where a replicate has no members.
  func means(slot: Int) -> [Double] { statistics.map { $0.isEmpty ? 0 : $0[slot][0] } }

  /// Share of members that meet a target in each replicate; 0 where a replicate has no members.
  func shares(target: Int) -> [Double] { shares.map { $0.isEmpty ? 0 : $0[target] } }

  /// Standard error of the probability of a target.
  func probabilityError(target: Int) -> Double? {
    ReplicateSpread.standardError(shares.map { $0.isEmpty ? 0 : $0[target] }, members: members)
  }

  /// Standard error of the change of a share between two runs of the same replicates, paired by replicate.
  static func changeError(
    _ first: ReplicateStatistics, target: Int, _ second: ReplicateStatistics, target other: Int
  ) -> Double? {
    ReplicateSpread.standardError(
      zip(first.shares, second.shares).map { $0.isEmpty || $1.isEmpty ? 0 : $1[other] - $0[target] },
      members: first.members)
  }
}
