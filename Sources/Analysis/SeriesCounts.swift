/// What was counted of one indicator in one year: the state of a `SeriesSlot` outside the process that counted it.
///
/// Everything is a whole number or an extreme, so that counts of different processes merge exactly in any order.
public struct SeriesCounts: Sendable, Equatable {
  /// Values counted.
  public var count = 0
  /// Sum of (x - pivot)/scale in units of 2^-56.
  public var sum: Int128 = 0
  /// Sum of ((x - pivot)/scale)² in units of 2^-56.
  public var squares: Int128 = 0
  /// Smallest value, in the unit of the indicator; infinite when there is none.
  public var minimum = Double.infinity
  /// Largest value, in the unit of the indicator; minus infinity when there is none.
  public var maximum = -Double.infinity
  /// True when a value was infinite or not a number.
  public var hasNonFinite = false
  /// Bins that hold values, rising.
  public var bins: [Int32] = []
  /// Values in each of them.
  public var values: [UInt32] = []

  /// Counts of nothing.
  public init() {}

  /// Whether the counts can be what a slot with these bins has counted of at most so many members.
  func isPossible(_ bins: ValueBins, members: Int) -> Bool {
    guard self.bins.count == values.count, count >= 0, count <= members, hasNonFinite || count == members else {
      return false
    }
    guard count > 0 else { return self.bins.isEmpty }
    guard minimum.isFinite, maximum.isFinite, minimum <= maximum, let first = self.bins.first,
      let last = self.bins.last,
      Int(first) == bins.bin(of: minimum), Int(last) == bins.bin(of: maximum)
    else { return false }
    return zip(self.bins, self.bins.dropFirst()).allSatisfy { $0 < $1 } && values.allSatisfy { $0 > 0 }
      && values.reduce(0) { $0 + Int($1) } == count
  }
}
