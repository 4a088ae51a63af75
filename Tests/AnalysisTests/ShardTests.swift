import Analysis
import District
import ExampleScenarios
import Projection
import Synchronization
import Testing

/// Everything a summary holds but the plan, for comparison to the last bit.
private func everything(_ summary: EnsembleSummary) -> [IndicatorSummary?] {
  (0...summary.plan.years).flatMap { t in
    summary.plan.indicators.indices.map { summary[indicator: $0, year: t] }
  }
}

/// What shards run by themselves have counted.
private func parts(_ experiment: Experiment, _ plan: ShardPlan, _ numbers: [Int], threads: Int) throws
  -> [Int: [ReplicatePart]]
{
  let found = Mutex<[Int: [ReplicatePart]]>([:])
  try ShardRun(experiment, shards: plan, threads: threads).run(numbers) { number, parts, _ in
    found.withLock { $0[number] = parts }
  }
  return found.withLock { $0 }
}

@Suite struct ShardTests {
  @Test(arguments: [1, 63, 64, 1_000, 1_024, 3_001, 10_000], [1, 2, 5, 16, 17, 32, 64])
  func everyMemberIsInExactlyOneShard(members: Int, count: Int) {
    let plan = ShardPlan(members: members, count: min(count, ShardPlan.largestCount(members: members)))
    let pieces = plan.inOrder.flatMap { plan.pieces(of: $0) }
    let blocks = pieces.flatMap { piece in piece.places.map { piece.replicate + 16 * $0 } }
    #expect(blocks.sorted() == Array(0..<(members + 63) / 64))
    #expect(plan.inOrder.reduce(0) { $0 + plan.members(of: $1) } == members)
    #expect(plan.mergingOrder.sorted() == Array(plan.inOrder))
    let merged = plan.mergingOrder.flatMap { plan.pieces(of: $0).map(\.replicate) }
    #expect(merged == merged.sorted())
    if plan.count % 16 == 0 {
      #expect(plan.inOrder.allSatisfy { plan.pieces(of: $0).count <= 1 })
    }
  }

  @Test(
    arguments: [
      (members: 1_000, count: 16), (members: 3_001, count: 7), (members: 3_001, count: 32), (40, 1), (256, 3),
      (20_001, 17),
    ])
  func mergedShardsAreTheRunToTheLastBit(members: Int, count: Int) throws {
    let experiment = Experiment(ExampleScenarios.planned(members: members))
    let whole = try EnsembleRun(experiment).summarise()
    let plan = ShardPlan(members: members, count: count)
    let found = try parts(experiment, plan, Array(plan.inOrder), threads: 2)
    let merge = try ShardMerge(experiment, shards: plan)
    for number in plan.mergingOrder { try merge.add(#require(found[number]), of: number) }
    let merged = merge.finish()
    #expect(merged.members == whole.members)
    #expect(everything(merged) == everything(whole))
    #expect(merged.targets == whole.targets)
  }

  @Test func aShardDoesNotDependOnTheWorkersThatRunIt() throws {
    let experiment = Experiment(ExampleScenarios.planned(members: 5_000))
    let plan = ShardPlan(members: 5_000, count: 3)
    let alone = try parts(experiment, plan, [2], threads: 1)
    #expect(try parts(experiment, plan, [2], threads: 5) == alone)
    #expect(try parts(experiment, plan, [1, 2, 3], threads: 2)[2] == alone[2])
  }

  @Test func whatIsThereOfAnUnfinishedRunHasStandardErrors() throws {
    let experiment = Experiment(ExampleScenarios.planned(members: 8_192))
    let plan = ShardPlan(members: 8_192, count: 32)
    let found = try parts(experiment, plan, [1, 2, 3, 4], threads: 1)
    let merge = try ShardMerge(experiment, shards: plan)
    for number in plan.mergingOrder where found[number] != nil { try merge.add(found[number]!, of: number) }
    let summary = merge.finish()
    #expect(summary.members == 1_024)
    #expect(try #require(summary["gdp_real", year: 5]?.meanError) > 0)
  }

  @Test func countsOfOtherMembersAndImpossibleCountsAreRefused() throws {
    let experiment = Experiment(ExampleScenarios.planned(members: 2_048))
    let plan = ShardPlan(members: 2_048, count: 16)
    let found = try parts(experiment, plan, [1, 2], threads: 1)
    let merge = try ShardMerge(experiment, shards: plan)
    #expect(throws: ShardMerge.Contradiction.self) { try merge.add(found[2]!, of: 1) }
    func refused(_ change: (inout ReplicatePart) -> Void) -> Bool {
      var part = found[1]![0]
      change(&part)
      do { try merge.add([part], of: 1) } catch { return true }
      return false
    }
    let varied = try #require(found[1]![0].series.firstIndex { $0.bins.count > 3 })
    #expect(refused { $0.members -= 1 })
    #expect(refused { $0.targetsMet[0] = 129 })
    #expect(refused { $0.series[varied].values[1] += 1 })
    #expect(refused { $0.series[varied].bins.swapAt(0, 1) })
    #expect(refused { $0.series[varied].maximum *= 2 })
    #expect(refused { $0.series[varied].minimum = .nan })
    #expect(refused { $0.series.removeLast() })
    #expect(!refused { _ in })
  }

  @Test func theProbeTellsExperimentsApart() throws {
    let one = Experiment(ExampleScenarios.planned(members: 128))
    #expect(try ArithmeticProbe.fingerprint(one) == ArithmeticProbe.fingerprint(one))
    let other = Experiment(ExampleScenarios.planned(members: 128, seed: 8))
    #expect(try ArithmeticProbe.fingerprint(one) != ArithmeticProbe.fingerprint(other))
  }
}
