/// What a start of a search led to.
public struct AllocationClimb: Sendable, Equatable, Codable {
  /// Nominal 亿元 by cell.
  public let amounts: [Double]
  /// What it is worth on the members it was climbed on.
  public let worth: Double
  /// Divisions valued.
  public let evaluations: Int
}
