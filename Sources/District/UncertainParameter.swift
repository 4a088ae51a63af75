import Sampling

/// An uncertain parameter: constant over time, one draw a member.
public struct UncertainParameter: Sendable, Equatable {
  /// Stable id, for example `efficacy.tourism`.
  public let id: String
  /// Its distribution.
  public let distribution: Distribution
  /// Unit of the parameter.
  public let unit: String

  /// Makes a parameter.
  public init(id: String, distribution: Distribution, unit: String) {
    self.id = id
    self.distribution = distribution
    self.unit = unit
  }
}
