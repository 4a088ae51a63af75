import Analysis
import District
import Scenarios

/// How far what is done in shards is.
public struct ShardStatus: Sendable {
  private let work: ShardWork
  private let shards: Int
  private let missing: [Int]
  /// Members, points or starts that are done, and all of them.
  private let done: Int
  private let all: Int
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
    work = .members
    self.shards = shards
    self.missing = missing
    done = members
    all = scenario.ensemble.members
    self.coreSeconds = coreSeconds
  }

  /// Describes a sweep or a search.
  ///
  /// - Parameters:
  ///   - items: its points or starts.
  ///   - work: what the items are.
  ///   - missing: shards that are not there, or not whole.
  ///   - coreSeconds: seconds of those that are, of all workers together.
  public init(_ items: ItemShards, of work: ShardWork, missing: [Int], coreSeconds: Double) {
    self.work = work
    shards = items.count
    self.missing = missing
    all = items.items
    done = all - missing.reduce(0) { $0 + items.range(of: $1).count }
    self.coreSeconds = coreSeconds
  }

  /// A line on the shards, one on what they hold, one on the time.
  public func text(_ language: Language) -> String {
    let (some, whole) = (NumberText.grouped(done), NumberText.grouped(all))
    var lines = [
      Label.shardsThere.text(language, NumberText.grouped(shards - missing.count), NumberText.grouped(shards))
    ]
    switch work {
    case .members:
      let share = NumberText.fixed(100 * Double(done) / Double(all), decimals: 1)
      lines.append(Label.membersThere.text(language, some, whole, share))
    case .points: lines.append(Label.pointsThere.text(language, some, whole))
    case .starts: lines.append(Label.startsThere.text(language, some, whole))
    }
    if missing.isEmpty {
      lines.append(Label.shardsComplete[language])
    } else {
      lines.append(Label.shardsMissing.text(language, ShardSurvey.ranges(missing)))
    }
    if done > 0, coreSeconds > 1e-6 {
      let rate = Double(done) / coreSeconds
      let (spent, left) = (Self.duration(coreSeconds), Self.duration(Double(all - done) / rate))
      lines.append(
        work == .members
          ? Label.coreTime.text(language, spent, NumberText.fixed(rate, decimals: 0, groupsThousands: true), left)
          : Label.itemTime.text(language, spent, left))
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
