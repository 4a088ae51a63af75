import Sampling

/// What the command line sets over the scenario files.
public struct ScenarioOverrides: Sendable, Equatable {
  /// Number of members, or nil.
  public var members: Int?
  /// Seed, or nil.
  public var seed: UInt64?
  /// Sampler, or nil.
  public var sampler: SamplerKind?
  /// Last year, or nil.
  public var horizon: Int?

  /// Makes overrides; none by default.
  public init(members: Int? = nil, seed: UInt64? = nil, sampler: SamplerKind? = nil, horizon: Int? = nil) {
    self.members = members
    self.seed = seed
    self.sampler = sampler
    self.horizon = horizon
  }

  /// How the command line is named as the origin of a value.
  package static let origin = "command line"
}
