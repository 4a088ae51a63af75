import Scenarios

/// How a shard came about: what it belongs to, which it is, and where its scenario was read.
public struct ShardHeader: Sendable, Equatable, Codable {
  /// What it is a shard of.
  public var identity: ShardIdentity
  /// Its number, from 1.
  public var number: Int
  /// The scenario file as it was named.
  public var file: String
  /// What the command line set over the file.
  public var overrides: ShardOverrides
  /// The question of an allocation search; nil for other work.
  public var search: ShardSearch?
  /// Seconds it took, of all its workers together.
  public var coreSeconds: Double

  /// Makes a header.
  public init(
    identity: ShardIdentity, number: Int, file: String, overrides: ScenarioOverrides, search: ShardSearch? = nil,
    coreSeconds: Double
  ) {
    self.identity = identity
    self.number = number
    self.file = file
    self.overrides = ShardOverrides(overrides)
    self.search = search
    self.coreSeconds = coreSeconds
  }
}
