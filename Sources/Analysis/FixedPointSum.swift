/// A sum that is exact in any order of its terms.
///
/// Each term is rounded once to a multiple of a fixed unit and added to integers; integers add the same in any order,
/// so that a mean does not depend on threads, tiles or shards. The unit is 2^-60 of the scale of the terms
/// (below the rounding of the terms themselves); 2^31 terms of up to 2^30 times the scale fit.
package struct FixedPointSum: Sendable, Equatable {
  private var high: Int64 = 0
  private var low: Int64 = 0

  /// A sum of nothing.
  package init() {}

  /// Adds a term given in units of its scale. Terms too large for the range are clamped and show as such in a mean.
  @inline(__always)
  package mutating func add(_ term: Double) {
    // term x 2^60 = high x 2^32 + low with 0 <= low < 2^32.
    let units = term * 0x1p28
    let whole = max(-0x1p58, min(0x1p58, units.rounded(.down)))
    high &+= Int64(whole)
    low &+= Int64(max(0, min(1, units - whole)) * 0x1p32)
  }

  /// Adds another sum.
  package mutating func merge(_ other: FixedPointSum) {
    high &+= other.high
    low &+= other.low
  }

  /// The sum, in units of the scale.
  package var value: Double { Double(high) * 0x1p-28 + Double(low) * 0x1p-60 }
}
