import District
import Scenarios

/// How far a run in shards is.
public struct ShardStatus: Sendable {
  private let scenario: ResolvedScenario
  private let shards: Int
  private let missing: [Int]
  private let members: Int
  private let coreSeconds: Double

  /// Describes a run.
  ///
  /// - Parameters:
  ///   - scenario: what is run.
  ///   - shards: number of shards of the run.
  ///   - missing: those that are not there, or not whole.
  ///   - members: members of those that are.
  ///   - coreSeconds: seconds they took, of all workers together.
  public init(scenario: ResolvedScenario, shards: Int, missing: [Int], members: Int, coreSeconds: Double) {
    self.scenario = scenario
    self.shards = shards
    self.missing = missing
    self.members = members
    self.coreSeconds = coreSeconds
  }

  /// A line on the shards, one on the members, one on the time.
  public func text(_ language: Language) -> String {
    let all = scenario.ensemble.members
    var lines = [
      Label.shardsThere.text(language, NumberText.grouped(shards - missing.count), NumberText.grouped(shards)),
      Label.membersThere.text(
        language, NumberText.grouped(members), NumberText.grouped(all),
        NumberText.fixed(100 * Double(members) / Double(all), decimals: 1)),
    ]
    if missing.isEmpty {
      lines.append(Label.shardsComplete[language])
    } else {
      lines.append(Label.shardsMissing.text(language, ShardSurvey.ranges(missing)))
    }
    if members > 0, coreSeconds > 0 {
      let rate = Double(members) / coreSeconds
      lines.append(
        Label.coreTime.text(
          language, Self.duration(coreSeconds), NumberText.grouped(Int(rate)),
          Self.duration(Double(all - members) / rate)))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `0.4 s`, `12 min`, `3.5 h`.
  private static func duration(_ seconds: Double) -> String {
    if seconds < 120 { return NumberText.fixed(seconds, decimals: seconds < 10 ? 1 : 0) + " s" }
    if seconds < 7_200 { return NumberText.fixed(seconds / 60, decimals: 0) + " min" }
    return NumberText.fixed(seconds / 3_600, decimals: 1) + " h"
  }
}
