/// A sum that is exact in any order of its terms.
///
/// Each term is rounded once to a multiple of a fixed unit and added to a whole number of 128 bits; whole numbers add
/// the same in any order, so that a mean does not depend on threads, tiles or shards. The unit is 2^-56 of the scale of
/// the terms; the sum may reach 2^70 times the scale.
package struct FixedPointSum: Sendable, Equatable {
  /// The sum as a whole number of units.
  package private(set) var units: Int128 = 0

  /// A sum of nothing.
  package init() {}

  /// A sum of so many units, as another process left it.
  package init(units: Int128) { self.units = units }

  /// Adds a term given in units of its scale. Terms beyond 2^60 times the scale are clamped to it.
  @inline(__always)
  package mutating func add(_ term: Double) {
    // term x 2^56 = high x 2^60 + low with 0 <= low < 2^60: both parts are exact.
    let sixteenths = max(-0x1p60, min(0x1p60, term)) * 0x1p-4
    let high = sixteenths.rounded(.down)
    let low = Int64((sixteenths - high) * 0x1p60)
    units &+= (Int128(Int64(high)) << 60) &+ Int128(low)
  }

  /// Adds a number of units of 2^-56 of the scale.
  @inline(__always)
  package mutating func add(units more: Int128) { units &+= more }

  /// Adds another sum.
  package mutating func merge(_ other: FixedPointSum) { units &+= other.units }

  /// The sum, in units of the scale.
  package var value: Double {
    let high = units >> 60
    let low = Double(Int64(truncatingIfNeeded: units & ((1 << 60) - 1))) * 0x1p-56
    // In 64 bits: the conversion of 128 is left as generic code, which takes as long as the rest of a summary.
    let short = Int64(truncatingIfNeeded: high)
    if Int128(short) == high { return Double(short) * 0x1p4 + low }
    let (upper, lower) = (Int64(truncatingIfNeeded: high >> 32), UInt32(truncatingIfNeeded: high))
    return (Double(upper) * 0x1p32 + Double(lower)) * 0x1p4 + low
  }
}
