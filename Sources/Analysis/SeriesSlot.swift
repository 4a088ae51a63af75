import ElementaryFunctions
import Projection

/// One indicator in one year, for the members of one replicate: counts, sums and range.
///
/// Everything in it merges exactly in any order, so that results do not depend on threads, tiles or shards.
struct SeriesSlot {
  /// The bins of the histogram.
  let bins: ValueBins
  /// Values near the middle of the distribution: sums are taken about it, in units of the scale.
  let pivot: Double
  let scale: Double
  private(set) var histogram = Histogram()
  /// Bins of values that the histogram has still to count.
  private var pending = PendingBins()
  private(set) var count = 0
  /// Sum of (x - pivot)/scale and of its square.
  private(set) var sum = FixedPointSum()
  private(set) var squares = FixedPointSum()
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity
  /// True when a value was infinite or not a number.
  private(set) var hasNonFinite = false

  /// Makes an empty slot.
  ///
  /// - Parameters:
  ///   - pivot: the value of the central member.
  ///   - resolution: the magnitude below which differences do not matter; 0 for levels far from zero.
  ///   - magnitude: how large values may usually be, when the pivot does not tell.
  init(pivot: Double, resolution: Double, magnitude: Double = 0) {
    let pivot = pivot.isFinite ? pivot : 0
    let floor = max(resolution, 1e-9 * pivot.magnitude, 1e-12)
    bins = ValueBins(resolution: floor)
    self.pivot = pivot
    // A power of two about as large as the values: dividing by it is exact. What has a resolution may lie far from its
    // pivot: values of ten thousand times the resolution are usual.
    let usual = max(1e4 * resolution, floor, pivot.magnitude, magnitude)
    scale = Double(sign: .plus, exponent: usual.exponent + 1, significand: 1)
  }

  /// Adds the first `counted` of the 64 values of a block.
  @inline(__always)
  mutating func addBlock(_ values: UnsafePointer<Vector>, counted: Int) {
    if counted == EnsembleDraws.blockMembers { addWholeBlock(values) } else { addPart(values, counted: counted) }
  }

  /// A whole block: the sums of a block are taken in one fixed order, whatever the tile.
  private mutating func addWholeBlock(_ values: UnsafePointer<Vector>) {
    // Written out: vectors that a loop carries along are kept in quarters by the compiler.
    assert(blockVectors == 8)
    let (x0, x1, x2, x3) = (values[0], values[1], values[2], values[3])
    let (x4, x5, x6, x7) = (values[4], values[5], values[6], values[7])
    let inverse = Vector(repeating: 1 / scale)
    let middle = Vector(repeating: pivot)
    let (d0, d1, d2, d3) = (
      (x0 - middle) * inverse, (x1 - middle) * inverse, (x2 - middle) * inverse, (x3 - middle) * inverse
    )
    let (d4, d5, d6, d7) = (
      (x4 - middle) * inverse, (x5 - middle) * inverse, (x6 - middle) * inverse, (x7 - middle) * inverse
    )
    let sums = ((d0 + d1) + (d2 + d3)) + ((d4 + d5) + (d6 + d7))
    let squared =
      (multiplyAdd(d0, d0, d1 * d1) + multiplyAdd(d2, d2, d3 * d3))
      + (multiplyAdd(d4, d4, d5 * d5) + multiplyAdd(d6, d6, d7 * d7))
    let low = ElementaryFunctions.minimum(
      ElementaryFunctions.minimum(ElementaryFunctions.minimum(x0, x1), ElementaryFunctions.minimum(x2, x3)),
      ElementaryFunctions.minimum(ElementaryFunctions.minimum(x4, x5), ElementaryFunctions.minimum(x6, x7)))
    let high = ElementaryFunctions.maximum(
      ElementaryFunctions.maximum(ElementaryFunctions.maximum(x0, x1), ElementaryFunctions.maximum(x2, x3)),
      ElementaryFunctions.maximum(ElementaryFunctions.maximum(x4, x5), ElementaryFunctions.maximum(x6, x7)))
    let total = sumOfLanes(sums)
    guard total.isFinite else { return addPart(values, counted: EnsembleDraws.blockMembers) }
    sum.add(total)
    squares.add(sumOfLanes(squared))
    count &+= EnsembleDraws.blockMembers
    if anyLane((low .< Vector(repeating: minimum)) .| (high .> Vector(repeating: maximum))) {
      widen(UnsafeRawPointer(values).assumingMemoryBound(to: Double.self))
    }
    // Many series are the same in all members: those of the base year, what is not begun, what is completed.
    let one = Vector(repeating: x0[0])
    if !anyLane((low .!= one) .| (high .!= one)) {
      histogram.increment(bins.bin(of: x0[0]), by: UInt32(EnsembleDraws.blockMembers))
      return
    }
    let first = SIMD8<Int64>(repeating: Int64(histogram.first))
    guard histogram.counts.count <= PendingBins.widest else {
      for i in 0..<8 {
        let bin = bins.bins(of: values[i])
        for lane in 0..<Vector.scalarCount { histogram.increment(Int(bin[lane])) }
      }
      return
    }
    if pending.isFull { pending.settle(in: histogram) }
    let waiting = pending.block()
    for i in 0..<8 { waiting[i] = SIMD8<UInt16>(truncatingIfNeeded: bins.bins(of: values[i]) &- first) }
  }

  /// Extends the range to the values of a block.
  @inline(never)
  private mutating func widen(_ values: UnsafePointer<Double>) {
    let block = UnsafeBufferPointer(start: values, count: EnsembleDraws.blockMembers)
    widen(block.min()!, block.max()!)
  }

  /// Extends the range to new extremes and the histogram with it.
  @inline(never)
  private mutating func widen(_ least: Double, _ greatest: Double) {
    pending.settle(in: histogram)
    minimum = Swift.min(minimum, least)
    maximum = Swift.max(maximum, greatest)
    histogram.cover(bins.bin(of: minimum)...bins.bin(of: maximum))
  }

  /// A block that is not full, or that holds a value that is not finite.
  @inline(never)
  private mutating func addPart(_ values: UnsafePointer<Vector>, counted: Int) {
    for member in 0..<counted {
      let x = values[member / Vector.scalarCount][member % Vector.scalarCount]
      guard x.isFinite else {
        hasNonFinite = true
        continue
      }
      let d = (x - pivot) / scale
      sum.add(d)
      squares.add(d * d)
      count &+= 1
      if x < minimum || x > maximum { widen(x, x) }
      histogram.increment(bins.bin(of: x))
    }
  }

  /// Adds what another slot of the same indicator and year has counted.
  mutating func merge(_ other: SeriesSlot) {
    hasNonFinite = hasNonFinite || other.hasNonFinite
    guard other.count > 0 else { return }
    count += other.count
    sum.merge(other.sum)
    squares.merge(other.squares)
    minimum = Swift.min(minimum, other.minimum)
    maximum = Swift.max(maximum, other.maximum)
    pending.settle(in: histogram)
    other.pending.settle(in: other.histogram)
    histogram.merge(other.histogram)
  }

  /// Forgets all values and keeps the room.
  mutating func clear() {
    histogram.clear()
    pending.clear()
    count = 0
    sum = FixedPointSum()
    squares = FixedPointSum()
    minimum = .infinity
    maximum = -.infinity
    hasNonFinite = false
  }

  /// Frees the memory.
  mutating func deallocate() {
    histogram.deallocate()
    pending.deallocate()
  }

  /// Mean, standard deviation and quantiles of the values; nil when there are none.
  func moments(_ probabilities: [Double]) -> Moments? {
    guard count > 0 else { return nil }
    pending.settle(in: histogram)
    let n = Double(count)
    let mean = sum.value / n
    let variance = Swift.max(0, squares.value / n - mean * mean) * (count > 1 ? n / (n - 1) : 0)
    let range = minimum...maximum
    let constant = minimum == maximum
    return Moments(
      count: count, mean: constant ? minimum : pivot + mean * scale,
      standardDeviation: constant ? 0 : variance.squareRoot() * scale, minimum: minimum, maximum: maximum,
      quantiles: constant
        ? probabilities.map { _ in minimum }
        : histogram.quantiles(probabilities, total: count, bins: bins, range: range))
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
