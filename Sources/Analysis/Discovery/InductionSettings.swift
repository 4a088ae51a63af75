/// Settings of patient rule induction, with the defaults of the EMA workbench 2.5.
public struct InductionSettings: Sendable, Equatable {
  /// Share of the box's members a peel cuts off.
  public var peelShare: Double
  /// Share of the members beyond a side of the box that a paste takes in.
  public var pasteShare: Double
  /// Smallest share of all members a box may hold.
  public var smallestMass: Double

  /// Makes settings.
  public init(peelShare: Double = 0.05, pasteShare: Double = 0.05, smallestMass: Double = 0.05) {
    self.peelShare = peelShare
    self.pasteShare = pasteShare
    self.smallestMass = smallestMass
  }
}
