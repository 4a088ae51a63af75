import ElementaryFunctions
import Projection

/// Sums and range of some whole blocks of 64 values, lane by lane.
///
/// The sum of a lane of a block is taken in one fixed order, rounded once to a multiple of 2^-56 of the scale and added
/// as a whole number: the sums do not depend on how many blocks are added in a row.
struct BlockSums {
  /// Blocks that may be added: the parts below stay far from the ends of 64 bits, and their bins find room in a list that
  /// holds few.
  static let capacity = PendingBins.few / EnsembleDraws.blockMembers
  /// Sums beyond this, in units of 2^-16 of the scale, must be taken otherwise.
  private static let limit = 0x1p50
  /// Adding 1.5 * 2^52 rounds to a whole number and leaves it in the low bits.
  private static let shifter = 0x1.8p52

  /// Bit patterns of whole numbers plus the shifter: parts above and below 2^-16 of the scale.
  private var sumHigh = VectorBits.zero
  private var sumLow = VectorBits.zero
  private var squareHigh = VectorBits.zero
  private var squareLow = VectorBits.zero
  /// The smallest and largest value of each lane.
  private var least: Vector
  private var greatest: Vector
  /// True when a sum was too large, infinite or not a number: the sums are void then.
  private(set) var isOutOfRange = false

  /// Sums of nothing; the range starts at a vector of the values to come.
  init(first: Vector) {
    least = first
    greatest = first
  }

  /// Adds the 64 values of a block.
  ///
  /// A call, and written out: what a loop carries along in vectors, the compiler keeps in quarters of them.
  ///
  /// - Parameters:
  ///   - values: eight vectors.
  ///   - pivot: what is taken off each value.
  ///   - unit: 2^16 over the scale of the sums, a power of two.
  ///   - squareUnit: 2^16 over the square of the scale.
  ///   - sums: what is added to.
  @inline(never)
  static func add(
    _ values: UnsafePointer<Vector>, about pivot: Double, unit: Double, squareUnit: Double,
    to sums: UnsafeMutablePointer<BlockSums>
  ) {
    assert(blockVectors == 8)
    let (x0, x1, x2, x3) = (values[0], values[1], values[2], values[3])
    let (x4, x5, x6, x7) = (values[4], values[5], values[6], values[7])
    let middle = Vector(repeating: pivot)
    let (d0, d1, d2, d3) = (x0 - middle, x1 - middle, x2 - middle, x3 - middle)
    let (d4, d5, d6, d7) = (x4 - middle, x5 - middle, x6 - middle, x7 - middle)
    let sum = (((d0 + d1) + (d2 + d3)) + ((d4 + d5) + (d6 + d7))) * Vector(repeating: unit)
    let square =
      ((multiplyAdd(d0, d0, d1 * d1) + multiplyAdd(d2, d2, d3 * d3))
        + (multiplyAdd(d4, d4, d5 * d5) + multiplyAdd(d6, d6, d7 * d7))) * Vector(repeating: squareUnit)
    // The square bounds the sum, but for a pivot so far away that it does not matter: both are looked at.
    let limit = Vector(repeating: Self.limit)
    let isInRange = (maximum(sum, Vector.zero - sum) .< limit) .& (square .< limit)
    if !allLanes(isInRange) { sums.pointee.isOutOfRange = true }
    let shifter = Vector(repeating: Self.shifter)
    let sumRounded = sum + shifter
    let squareRounded = square + shifter
    let parts = Vector(repeating: 0x1p40)
    let sumRest = multiplyAdd(sum - (sumRounded - shifter), parts, Self.shifter)
    let squareRest = multiplyAdd(square - (squareRounded - shifter), parts, Self.shifter)
    sums.pointee.sumHigh &+= bits(of: sumRounded)
    sums.pointee.sumLow &+= bits(of: sumRest)
    sums.pointee.squareHigh &+= bits(of: squareRounded)
    sums.pointee.squareLow &+= bits(of: squareRest)
    let low = minimum(minimum(minimum(x0, x1), minimum(x2, x3)), minimum(minimum(x4, x5), minimum(x6, x7)))
    let high = maximum(maximum(maximum(x0, x1), maximum(x2, x3)), maximum(maximum(x4, x5), maximum(x6, x7)))
    sums.pointee.least = minimum(sums.pointee.least, low)
    sums.pointee.greatest = maximum(sums.pointee.greatest, high)
  }

  /// What the lanes come to together.
  struct Totals {
    /// Sum of the values, in units of 2^-56 of the scale.
    let values: Int128
    /// Sum of their squares, in units of 2^-56 of the square of the scale.
    let squares: Int128
    /// The smallest and the largest value.
    let least: Double
    let greatest: Double
  }

  /// Takes the lanes together.
  ///
  /// A call, and from memory: in line, the compiler computes all that leads to the sums in narrow pieces.
  @inline(never)
  static func totals(of sums: UnsafePointer<BlockSums>, blocks: Int) -> Totals {
    // Four vectors at once: pairs of neighbours are added until a lane is left of each.
    let highs = pairs(half(sums.pointee.sumHigh), half(sums.pointee.squareHigh))
    let lows = pairs(half(sums.pointee.sumLow), half(sums.pointee.squareLow))
    let shifters = shifter.bitPattern &* UInt64(truncatingIfNeeded: blocks &* Vector.scalarCount)
    let totals = SIMD4<Int64>(truncatingIfNeeded: pairs(highs, lows) &- SIMD4(repeating: shifters))
    return Totals(
      values: (Int128(totals[0]) << 40) &+ Int128(totals[2]), squares: (Int128(totals[1]) << 40) &+ Int128(totals[3]),
      least: leastLane(sums.pointee.least), greatest: greatestLane(sums.pointee.greatest))
  }

  @inline(__always)
  private static func half(_ x: VectorBits) -> SIMD4<UInt64> { x.lowHalf &+ x.highHalf }

  /// The sums of neighbouring lanes, of the first vector and then of the second.
  @inline(__always)
  private static func pairs(_ a: SIMD4<UInt64>, _ b: SIMD4<UInt64>) -> SIMD4<UInt64> {
    let both = SIMD8(lowHalf: a, highHalf: b)
    return both.evenHalf &+ both.oddHalf
  }
}
