import Sampling
import Scenarios

/// What the command line set over a scenario file, as a shard keeps it.
public struct ShardOverrides: Sendable, Equatable, Codable {
  private let members: Int?
  private let seed: UInt64?
  private let sampler: SamplerKind?
  private let horizon: Int?

  init(_ overrides: ScenarioOverrides) {
    members = overrides.members
    seed = overrides.seed
    sampler = overrides.sampler
    horizon = overrides.horizon
  }

  /// The overrides.
  public var overrides: ScenarioOverrides {
    ScenarioOverrides(members: members, seed: seed, sampler: sampler, horizon: horizon)
  }
}
