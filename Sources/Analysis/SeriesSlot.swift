import ElementaryFunctions
import Projection

/// One indicator in one year, for the members of one replicate: counts, sums and range.
///
/// Everything in it merges exactly in any order, so that results do not depend on threads, tiles or shards.
package struct SeriesSlot {
  /// The bins of the histogram.
  package let bins: ValueBins
  /// Values near the middle of the distribution: sums are taken about it, in units of the scale.
  let pivot: Double
  package let scale: Double
  /// 2^16 over the scale and over its square.
  private let sumUnit: Double
  private let squareUnit: Double
  private(set) var histogram = Histogram()
  /// Values farther from the pivot, in scales, are too extreme to compute with: 2^32 squares of less are below 2^127 units.
  private static let most = 0x1p19
  /// Bins to a value up to which counts are added bin by bin.
  private static let dense = 4
  /// True when the histogram holds values: those of few members only wait.
  private var isCounted = false
  /// Bins of values that the histogram has still to count.
  private var pending = PendingBins()
  /// From where bins were numbered in the last list of a store.
  private var origin: Int?
  /// Values that wait in one bin beside them: many series are the same in all members.
  private var equalBin = 0
  private var equalCount = 0
  /// True once there were more values than may wait: replicates are alike, and those to come are counted as they come.
  private var isLarge = false
  /// True when values spread too far for bins to wait.
  private var isWide = false
  /// Between these, the bins of values have 16-bit numbers, or room in the histogram when values spread too far.
  private var lowest = Double.infinity
  private var highest = -Double.infinity
  private(set) var count = 0
  /// Sum of (x - pivot)/scale and of its square.
  private(set) var sum = FixedPointSum()
  private(set) var squares = FixedPointSum()
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity
  /// True when a value was infinite, not a number, or too large beside those of its series.
  package private(set) var hasNonFinite = false

  /// Makes an empty slot.
  ///
  /// - Parameters:
  ///   - pivot: the value of the central member.
  ///   - resolution: the magnitude below which differences do not matter; 0 for levels far from zero.
  ///   - magnitude: how large values may usually be, when the pivot does not tell.
  package init(pivot: Double, resolution: Double, magnitude: Double = 0) {
    let pivot = pivot.isFinite ? pivot : 0
    let resolution = Self.clamped(resolution)
    let floor = max(resolution, 1e-9 * pivot.magnitude, 1e-12)
    bins = ValueBins(resolution: floor)
    self.pivot = pivot
    // A power of two about as large as the values: dividing by it is exact. What has a resolution may lie far from its
    // pivot: values of ten thousand times the resolution are usual.
    let usual = Self.clamped(max(1e4 * resolution, floor, pivot.magnitude, Self.clamped(magnitude)))
    scale = Double(sign: .plus, exponent: usual.exponent + 1, significand: 1)
    sumUnit = 0x1p16 / scale
    squareUnit = 0x1p16 / scale / scale
  }

  /// A magnitude as large as scales and bins can be: twice it and one over that are ordinary numbers. 0 when it is not a
  /// number.
  private static func clamped(_ magnitude: Double) -> Double { magnitude.isNaN ? 0 : min(magnitude, 0x1p1020) }

  /// Asks for the memory of whole blocks that are added soon.
  @inline(__always)
  func fetchRoom(blocks: Int) { pending.fetchRoom(for: blocks &* EnsembleDraws.blockMembers) }

  /// Asks for the memory of the values, where all of them wait.
  fileprivate func fetchList() { if isList { pending.fetch(count) } }

  /// Adds the first `counted` of the 64 values of a block.
  @inline(__always)
  package mutating func addBlock(_ values: UnsafePointer<Vector>, counted: Int) {
    if counted == EnsembleDraws.blockMembers { addBlocks(values, 1) } else { addPart(values, counted: counted) }
  }

  /// Adds whole blocks that follow each other in memory. The sums of a block are taken in one fixed order, whatever
  /// the number of blocks.
  package mutating func addBlocks(_ values: UnsafePointer<Vector>, _ blocks: Int) {
    var values = values
    var left = blocks
    while left > 0 {
      let count = min(left, BlockSums.capacity)
      addFew(values, blocks: count)
      values += count * blockVectors
      left -= count
    }
  }

  /// At most as many blocks as the sums can hold.
  private mutating func addFew(_ values: UnsafePointer<Vector>, blocks: Int) {
    var sums = BlockSums(first: values[0])
    let found = withUnsafeMutablePointer(to: &sums) { sums -> BlockSums.Totals? in
      for block in 0..<blocks {
        BlockSums.add(values + block * blockVectors, about: pivot, unit: sumUnit, squareUnit: squareUnit, to: sums)
      }
      return sums.pointee.isOutOfRange ? nil : BlockSums.totals(of: sums, blocks: blocks)
    }
    guard let totals = found else {
      // One by one, so that a block is treated alike whatever stands beside it.
      guard blocks == 1 else {
        for block in 0..<blocks { addFew(values + block * blockVectors, blocks: 1) }
        return
      }
      return addPart(values, counted: EnsembleDraws.blockMembers)
    }
    let members = blocks &* EnsembleDraws.blockMembers
    sum.add(units: totals.values)
    squares.add(units: totals.squares)
    count &+= members
    extend(totals.least, totals.greatest)
    // Many series are the same in all members: those of the base year, what is not begun, what is completed.
    if totals.least == totals.greatest { return addEqual(bins.bin(of: totals.least), members) }
    let vectors = blocks &* blockVectors
    guard !isWide else {
      for i in 0..<vectors {
        let bin = bins.bins(of: values[i])
        for lane in 0..<Vector.scalarCount { histogram.increment(Int(bin[lane])) }
      }
      return
    }
    if !pending.isAligned || !pending.hasRoom(for: members) { makePendingRoom() }
    let first = SIMD8<Int64>(repeating: Int64(pending.origin))
    let waiting = pending.room(for: members)
    if totals.least < 0 {
      for i in 0..<vectors { waiting[i] = SIMD8<UInt16>(truncatingIfNeeded: bins.bins(of: values[i]) &- first) }
    } else {
      for i in 0..<vectors {
        waiting[i] = SIMD8<UInt16>(truncatingIfNeeded: bins.bins(ofNonNegative: values[i], from: first))
      }
    }
  }

  /// Adds values of one bin, which is within the range.
  private mutating func addEqual(_ bin: Int, _ members: Int) {
    if equalCount > 0 && equalBin != bin { settle() }
    equalBin = bin
    equalCount &+= members
  }

  /// True when all values wait in the list.
  private var isList: Bool { !isCounted && equalCount == 0 }

  /// Extends the range to new extremes.
  @inline(__always)
  private mutating func extend(_ least: Double, _ greatest: Double) {
    minimum = Swift.min(minimum, least)
    maximum = Swift.max(maximum, greatest)
    if least < lowest || greatest > highest { makeRoom() }
  }

  /// Makes room for the bins of the range in what is to take them.
  @inline(never)
  private mutating func makeRoom() {
    if !isWide {
      if !pending.reach(usedBins) {
        settle()
        isWide = !pending.reach(usedBins)
      }
      // The edges of bins are rounded: a bin is left at each end.
      (lowest, highest) = (
        bins.lowerEdge(pending.origin + 1), bins.upperEdge(pending.origin + PendingBins.window - 2)
      )
    }
    if isWide {
      cover(usedBins)
      (lowest, highest) = (minimum, maximum)
    }
  }

  /// Makes room for more values to wait.
  @inline(never)
  private mutating func makePendingRoom() {
    if pending.isAligned {
      if !isLarge && pending.grow() { return }
      isLarge = true
    }
    settle()
  }

  /// The bins of the smallest to the largest value; there must be a value.
  private var usedBins: ClosedRange<Int> { bins.bin(of: minimum)...bins.bin(of: maximum) }

  /// A block that is not full, or that holds a value that is not finite.
  @inline(never)
  private mutating func addPart(_ values: UnsafePointer<Vector>, counted: Int) {
    // The scale is a power of two.
    let perScale = 1 / scale
    for member in 0..<counted {
      let x = values[member / Vector.scalarCount][member % Vector.scalarCount]
      guard x.isFinite else {
        hasNonFinite = true
        continue
      }
      let d = (x - pivot) * perScale
      // Beyond this, the squares of many members could not be added.
      guard d.magnitude < Self.most else {
        hasNonFinite = true
        continue
      }
      sum.add(d)
      squares.add(d * d)
      count &+= 1
      extend(x, x)
      if isWide {
        histogram.increment(bins.bin(of: x))
      } else {
        if !pending.hasRoom(for: 1) { makePendingRoom() }
        pending.append(bins.bin(of: x))
      }
    }
  }

  /// Makes room in the histogram for what is about to be counted.
  private mutating func cover(_ bins: ClosedRange<Int>) {
    isCounted = true
    histogram.cover(bins)
  }

  /// Counts in the histogram what waits.
  private mutating func settle() {
    guard count > 0 else { return }
    cover(usedBins)
    histogram.count(pending)
    pending.clear()
    if equalCount > 0 { histogram.increment(equalBin, by: equalCount) }
    equalCount = 0
  }

  /// Takes over what another slot of the same indicator and year has counted, which forgets it. A slot that takes over
  /// from others adds no values of its own.
  package mutating func take(_ other: inout SeriesSlot) {
    guard addSums(of: other) else { return other.forget() }
    if other.isList {
      gather(&other)
    } else {
      takeCounted(&other)
    }
    other.forget()
  }

  /// Takes over what another slot has counted.
  ///
  /// - Parameters:
  ///   - other: the other slot.
  ///   - tree: an empty tree, empty again afterwards.
  ///   - statistics: where mean and quantiles of the other slot go; not a number when it is empty.
  package mutating func take(
    _ other: inout SeriesSlot, through tree: inout RankTree, statistics: UnsafeMutablePointer<Double>
  ) {
    guard addSums(of: other) else {
      statistics.update(repeating: .nan, count: 1 + QuantileRanks.count)
      return other.forget()
    }
    statistics.pointee = other.mean
    let quantiles = statistics + 1
    if !other.isCounted && other.minimum == other.maximum {
      quantiles.update(repeating: other.minimum, count: QuantileRanks.count)
      let used = other.usedBins
      cover(used)
      histogram.increment(used.lowerBound, by: other.count)
    } else if other.fill(&tree) {
      // Few members: they are counted in a place that stays warm, and added from there unless they are far between.
      if tree.bins.count <= Self.dense * other.count {
        cover(tree.bins)
        histogram.add(tree)
      } else {
        gather(&other)
      }
      other.quantiles(of: tree, into: quantiles)
    } else {
      other.settle()
      other.histogramQuantiles(into: quantiles)
      takeCounted(&other)
    }
    other.forget()
  }

  /// Lets values wait in a list that belongs to a store; the slot must be empty.
  mutating func wait(in list: PendingBins) {
    pending.deallocate()
    pending = list
    // Replicates are alike: the window of the last one mostly stands.
    if let origin { pending.setOrigin(origin) } else { (lowest, highest) = (.infinity, -.infinity) }
  }

  /// Takes over the sums of another slot, which forgets its values: a store keeps them.
  ///
  /// - Returns: the mean of the other slot; not a number when it is empty.
  mutating func take(_ other: inout SeriesSlot, keeping kept: KeptBins, slot: Int, replicate: Int) -> Double {
    guard addSums(of: other) else {
      other.forget()
      return .nan
    }
    let mean = other.mean
    if !other.isCounted && other.pending.isBorrowed {
      if other.equalCount > 0 { other.pending.fold(other.equalBin, values: other.equalCount) }
      kept.keep(other.pending, slot: slot, replicate: replicate)
    } else {
      other.settle()
      kept.keep(other.histogram.occupied(), slot: slot, replicate: replicate)
      other.histogram.deallocate()
    }
    if other.pending.isBorrowed {
      other.origin = other.pending.origin
      other.pending = PendingBins()
    }
    other.forget()
    return mean
  }

  /// Counts what waits in an empty tree, where nothing else is to be counted and the tree can hold it.
  private func fill(_ tree: inout RankTree) -> Bool {
    guard isList else { return false }
    let used = usedBins
    guard RankTree.holds(count, in: used) else { return false }
    tree.open(used, total: count)
    tree.count(pending)
    return true
  }

  /// Adds sums and range of another slot; false when it is empty.
  private mutating func addSums(of other: SeriesSlot) -> Bool {
    hasNonFinite = hasNonFinite || other.hasNonFinite
    guard other.count > 0 else { return false }
    count += other.count
    sum.merge(other.sum)
    squares.merge(other.squares)
    minimum = Swift.min(minimum, other.minimum)
    maximum = Swift.max(maximum, other.maximum)
    return true
  }

  /// Takes over bins that wait in another slot: they wait here too, as far as there is room.
  private mutating func gather(_ other: inout SeriesSlot) {
    if pending.gather(other.pending, bins: usedBins) { return }
    settle()
    if pending.gather(other.pending, bins: usedBins) { return }
    cover(usedBins)
    histogram.count(other.pending)
  }

  /// Takes over all that another slot holds as counts.
  private mutating func takeCounted(_ other: inout SeriesSlot) {
    other.settle()
    cover(other.usedBins)
    histogram.take(&other.histogram, bins: other.usedBins)
  }

  /// Forgets all values but for those in the histogram.
  private mutating func forget() {
    isCounted = false
    pending.clear()
    equalCount = 0
    if isWide {
      isWide = false
      (lowest, highest) = (.infinity, -.infinity)
    }
    count = 0
    sum = FixedPointSum()
    squares = FixedPointSum()
    minimum = .infinity
    maximum = -.infinity
    hasNonFinite = false
  }

  /// Frees the memory.
  package mutating func deallocate() {
    histogram.deallocate()
    pending.deallocate()
  }

  private var mean: Double { minimum == maximum ? minimum : pivot + sum.value / Double(count) * scale }

  /// Quantiles of the values, all of which the histogram holds.
  private mutating func histogramQuantiles(into quantiles: UnsafeMutablePointer<Double>) {
    if minimum == maximum { return quantiles.update(repeating: minimum, count: QuantileRanks.count) }
    var found = Vector.zero
    histogram.quantiles(QuantileRanks(total: count), of: bins, range: minimum...maximum, into: &found)
    for number in 0..<QuantileRanks.count { quantiles[number] = found[number] }
  }

  /// Quantiles of the values, all of which a tree holds; the tree is empty afterwards.
  private func quantiles(of tree: borrowing RankTree, into quantiles: UnsafeMutablePointer<Double>) {
    var found = Vector.zero
    tree.sumUp()
    tree.quantiles(tree.ranks, of: bins, range: minimum...maximum, into: &found)
    tree.clear()
    for number in 0..<QuantileRanks.count { quantiles[number] = found[number] }
  }

  /// Mean, standard deviation and the quantiles of every summary; nil when there are no values.
  ///
  /// - Parameter tree: an empty tree, empty again afterwards.
  package mutating func moments(through tree: inout RankTree) -> Moments? {
    guard count > 0 else { return nil }
    return moments(
      quantiles: [Double](unsafeUninitializedCapacity: QuantileRanks.count) { room, filled in
        if fill(&tree) {
          quantiles(of: tree, into: room.baseAddress!)
        } else {
          settle()
          histogramQuantiles(into: room.baseAddress!)
        }
        filled = QuantileRanks.count
      })
  }

  /// Mean, standard deviation and range beside quantiles that were found elsewhere; there must be values.
  func moments(quantiles: [Double]) -> Moments {
    let n = Double(count)
    let offset = sum.value / n
    let variance = Swift.max(0, squares.value / n - offset * offset) * (count > 1 ? n / (n - 1) : 0)
    return Moments(
      count: count, mean: mean, standardDeviation: minimum == maximum ? 0 : variance.squareRoot() * scale,
      minimum: minimum, maximum: maximum, quantiles: quantiles)
  }
}

extension SeriesSlot {
  /// What has been counted, to be kept outside this process.
  mutating func counted() -> SeriesCounts {
    settle()
    var counts = SeriesCounts()
    counts.count = count
    counts.sum = sum.units
    counts.squares = squares.units
    counts.minimum = minimum
    counts.maximum = maximum
    counts.hasNonFinite = hasNonFinite
    (counts.bins, counts.values) = histogram.occupied()
    return counts
  }

  /// Adds what a slot of the same indicator and year has counted elsewhere.
  mutating func merge(_ other: SeriesCounts) {
    hasNonFinite = hasNonFinite || other.hasNonFinite
    guard other.count > 0 else { return }
    count += other.count
    sum.merge(FixedPointSum(units: other.sum))
    squares.merge(FixedPointSum(units: other.squares))
    minimum = Swift.min(minimum, other.minimum)
    maximum = Swift.max(maximum, other.maximum)
    settle()
    for (bin, values) in zip(other.bins, other.values) { histogram.increment(Int(bin), by: Int(values)) }
  }
}

extension [SeriesSlot] {
  /// Takes over what other slots have counted, which forget it, and gives mean and quantiles of each of them in the first
  /// lanes of a vector; only the mean where a store keeps the values.
  package mutating func takeReplicate(_ other: inout [SeriesSlot], number: Int, keeping kept: KeptBins?) -> [Vector] {
    if let kept {
      return indices.map { index in
        var row = Vector.zero
        row[0] = self[index].take(&other[index], keeping: kept, slot: index, replicate: number)
        return row
      }
    }
    return takeReplicate(&other)
  }

  /// Takes over what other slots have counted, which forget it, and gives mean and quantiles of each of them in the first
  /// lanes of a vector.
  mutating func takeReplicate(_ other: inout [SeriesSlot]) -> [Vector] {
    assert(1 + QuantileRanks.count <= Vector.scalarCount)
    var tree = RankTree()
    var rows = [Vector](repeating: .zero, count: count)
    rows.withUnsafeMutableBytes { rows in
      for index in indices {
        let row = (rows.baseAddress! + index * MemoryLayout<Vector>.stride).assumingMemoryBound(to: Double.self)
        if index + 1 < count { other[index + 1].fetchList() }
        self[index].take(&other[index], through: &tree, statistics: row)
      }
    }
    return rows
  }
}

/// Moments of one indicator in one year.
public struct Moments: Sendable, Equatable {
  /// Members counted.
  public let count: Int
  /// Mean, in the indicator's unit.
  public let mean: Double
  /// Standard deviation, in the indicator's unit.
  public let standardDeviation: Double
  /// Smallest value.
  public let minimum: Double
  /// Largest value.
  public let maximum: Double
  /// Quantiles at the probabilities asked for.
  public let quantiles: [Double]
}

/// Vectors in a block of the samplers.
let blockVectors = EnsembleDraws.blockMembers / Vector.scalarCount
