import ElementaryFunctions
import Projection

/// Counts by bin of few values, in which order statistics are found without a search bin by bin.
///
/// A tree over four: a word of its lowest level holds, in 16 bits each, the counts of four neighbouring bins, and a word
/// of a level above the sums over the first one, two, three and four words of the level below. A rank is followed from the
/// top by one comparison of a word a level, without a branch that depends on the values. Between two uses the counts are
/// zero, and what is used stays in the first-level cache.
package struct RankTree: ~Copyable {
  /// Levels of the tree.
  private static let levels = 7
  /// Bins that it can hold.
  private static let capacity = 1 << (2 * levels)
  /// Words of all levels. A level begins half as far from the end as the one below it, which leaves it the room it
  /// needs and more.
  private static let words = capacity / 2

  /// Counts of neighbouring bins.
  typealias Counts = SIMD32<UInt16>

  private typealias Words = SIMD8<UInt64>
  /// Sums in a vector of words.
  private static let lanes = 4 * Words.scalarCount
  /// One, and the highest bit, in each of the four sums of a word.
  private static let ones: UInt64 = 0x0001_0001_0001_0001
  private static let highest: UInt64 = 0x8000_8000_8000_8000

  private let memory: UnsafeMutablePointer<Words>
  /// The first bin in use.
  private var first = 0
  /// Bins in use, in whole vectors, and levels above them.
  private var room = 0
  private var height = 0
  /// Values counted.
  private(set) var total = 0
  /// Where the quantiles of every summary lie among them.
  private(set) var ranks = QuantileRanks(total: EnsembleDraws.blockMembers)

  /// Makes an empty tree.
  package init() {
    memory = .allocate(capacity: Self.words / Words.scalarCount)
    memory.initialize(repeating: .zero, count: Self.words / Words.scalarCount)
  }

  deinit { memory.deallocate() }

  /// Values that a tree can hold: a sum must leave the highest of 16 bits free.
  static let most = 0x7FFF

  /// Whether so many values in a range of bins find room. Few values have quantiles at the smallest or largest of them,
  /// which are not to be looked for in bins.
  static func holds(_ count: Int, in bins: ClosedRange<Int>) -> Bool {
    (EnsembleDraws.blockMembers...most).contains(count) && bins.count <= capacity
  }

  /// The first word of a level.
  @inline(__always)
  private static func start(ofLevel level: Int) -> Int { words &- (words &>> level) }

  private func level(_ level: Int) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(memory) + Self.start(ofLevel: level) * MemoryLayout<UInt64>.size
  }

  /// Vectors of a level that are in use.
  private func vectors(ofLevel level: Int) -> Int { ((room - 1) >> (2 * level)) / Self.lanes + 1 }

  /// Makes ready for so many values in a range of bins, which must find room; the tree must be empty.
  mutating func open(_ range: ClosedRange<Int>, total count: Int) {
    first = range.lowerBound
    room = (range.count + Self.lanes - 1) / Self.lanes * Self.lanes
    total = count
    // Replicates are alike: the ranks of the last one mostly stand.
    if ranks.total != total { ranks = QuantileRanks(total: total) }
    height = max(2, (Int.bitWidth - (range.count - 1).leadingZeroBitCount + 1) / 2)
  }

  private var binCounts: UnsafeMutablePointer<UInt16> {
    memory.withMemoryRebound(to: UInt16.self, capacity: Self.capacity) { $0 }
  }

  /// Counts what waits, all of it among the bins in use.
  func count(_ pending: PendingBins) { pending.count(in: binCounts, first: first) }

  /// Counts values of a bin in use.
  func count(_ bin: Int, _ values: Int) { binCounts[bin - first] &+= UInt16(truncatingIfNeeded: values) }

  /// The bins in use.
  var bins: ClosedRange<Int> { first...first + room - 1 }

  /// The counts of the bins in use.
  var counts: UnsafeBufferPointer<Counts> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(memory).assumingMemoryBound(to: Counts.self), count: room / Counts.scalarCount)
  }

  /// Makes counts into sums, level by level; the lowest level keeps its counts.
  func sumUp() {
    // Sums of a level fill a quarter of a vector at a time of the one above: what they leave of its last must be zero.
    if height > 2 {
      for number in 2..<height {
        level(number).assumingMemoryBound(to: Words.self)[vectors(ofLevel: number) - 1] = .zero
      }
    }
    // The lowest two levels together: what was just written in parts would have to reach the cache before it is read.
    let (lowest, second) = (level(0).assumingMemoryBound(to: Words.self), level(1).assumingMemoryBound(to: Words.self))
    let third = level(2).assumingMemoryBound(to: SIMD8<UInt16>.self)
    for group in 0..<vectors(ofLevel: 1) {
      let part = lowest + 4 &* group
      let totals = SIMD32(
        lowHalf: SIMD16(lowHalf: Self.totals(Self.sums(part[0])), highHalf: Self.totals(Self.sums(part[1]))),
        highHalf: SIMD16(lowHalf: Self.totals(Self.sums(part[2])), highHalf: Self.totals(Self.sums(part[3]))))
      let sums = Self.sums(unsafeBitCast(totals, to: Words.self))
      second[group] = sums
      third[group] = Self.totals(sums)
    }
    if height < 3 { return }
    for number in 2..<height {
      let words = level(number).assumingMemoryBound(to: Words.self)
      let above = level(number + 1).assumingMemoryBound(to: SIMD8<UInt16>.self)
      for vector in 0..<vectors(ofLevel: number) {
        let sums = Self.sums(words[vector])
        words[vector] = sums
        above[vector] = Self.totals(sums)
      }
    }
  }

  /// Counts of four neighbours made into sums, word by word.
  @_transparent
  private static func sums(_ counts: Words) -> Words {
    let pairs = counts &+ (counts &<< 16)
    return pairs &+ (pairs &<< 32)
  }

  /// The last sum of each word.
  @_transparent
  private static func totals(_ sums: Words) -> SIMD8<UInt16> { SIMD8(truncatingIfNeeded: sums &>> 48) }

  /// Eight order statistics: their bins from the first in use, their places among the values of the bins, and how many
  /// values those hold.
  private struct Found {
    var node = Words.zero
    var place: Words
    var count = Words.zero
  }

  /// The words of a level at the nodes that were found.
  @_transparent
  private static func words(_ found: Found, _ words: UnsafePointer<UInt64>) -> Words {
    var word = Words.zero
    for lane in 0..<QuantileRanks.count { word[lane] = words[Int(truncatingIfNeeded: found.node[lane])] }
    return word
  }

  /// Follows ranks through the sums of a level.
  @_transparent
  private static func follow(_ found: inout Found, _ word: Words) {
    // A sum's highest bit stays where the sum is not above the rank; the number of those is the child to go on from, and
    // the sum before it lies below the rank. Shifts and not products, which take three times as long to be there.
    let twice = found.place | found.place &<< 16
    let passed = (((twice | twice &<< 32 | highest) &- word) &>> 15) & ones
    let pairs = passed &+ passed &>> 32
    let child = (pairs &+ pairs &>> 16) & 0x7
    let shift = child &<< 4
    let below = ((word &<< 16) &>> shift) & 0xFFFF
    found.count = ((word &>> shift) & 0xFFFF) &- below
    found.place &-= below
    found.node = (found.node &<< 2) &+ child
  }

  /// The values of order statistics: those of a bin are taken as spread evenly over it, as in ``Histogram``.
  @_transparent
  private func values(_ found: Found, of bins: ValueBins) -> Vector {
    let bin = SIMD8<Int64>(truncatingIfNeeded: found.node) &+ SIMD8<Int64>(repeating: Int64(first))
    let (lower, upper) = bins.edges(bin)
    let share = (Self.double(found.place) + 0.5) / Self.double(found.count)
    return lower + (upper - lower) * share
  }

  /// Whole numbers below 2^52 as doubles.
  @_transparent
  private static func double(_ x: Words) -> Vector {
    unsafeBitCast(x | Words(repeating: (0x1p52).bitPattern), to: Vector.self) - 0x1p52
  }

  /// Quantiles of the values, whose counts must be summed up; the same bits as those of a ``Histogram``, but for those at
  /// the smallest and the largest value.
  ///
  /// - Parameters:
  ///   - ranks: where they lie among the values.
  ///   - bins: the edges.
  ///   - range: smallest and largest value.
  ///   - quantiles: where the results go, a quantile a lane; in memory, as a vector that is returned is computed in
  ///     quarters.
  func quantiles(
    _ ranks: QuantileRanks, of bins: ValueBins, range: ClosedRange<Double>,
    into quantiles: UnsafeMutablePointer<Vector>
  ) {
    // Both ranks of each quantile side by side: a level waits for the one above it.
    var (low, high) = (Found(place: ranks.lower), Found(place: ranks.upper))
    var number = height
    while number > 1 {
      number &-= 1
      let sums = UnsafePointer(level(number).assumingMemoryBound(to: UInt64.self))
      Self.follow(&low, Self.words(low, sums))
      Self.follow(&high, Self.words(high, sums))
    }
    let counts = UnsafePointer(level(0).assumingMemoryBound(to: UInt64.self))
    Self.follow(&low, Self.sums(Self.words(low, counts)))
    Self.follow(&high, Self.sums(Self.words(high, counts)))
    let (least, greatest) = (Vector(repeating: range.lowerBound), Vector(repeating: range.upperBound))
    let lower = maximum(least, minimum(greatest, values(low, of: bins)))
    let upper = maximum(least, minimum(greatest, values(high, of: bins)))
    quantiles.pointee = lower + ranks.share * (upper - lower)
  }

  /// Forgets the values.
  func clear() {
    level(0).assumingMemoryBound(to: Words.self).update(repeating: .zero, count: vectors(ofLevel: 0))
  }
}
