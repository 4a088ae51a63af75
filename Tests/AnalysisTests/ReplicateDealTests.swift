import Analysis
import Testing

@Suite struct ReplicateDealTests {
  /// Blocks of an ensemble in which each replicate has some runs.
  private static func blocks(runs: Int) -> Int { 16 * ReplicateDeal.usualRunBlocks * runs }

  @Test(arguments: [1, 16, 17, 1_000, 16 * 64, 16 * 64 + 1, 5_000])
  func everyBlockIsDealtOnceAndToItsReplicate(blocks: Int) {
    var deal = ReplicateDeal(blocks: blocks, isShared: true)
    var dealt: [Int] = []
    while let replicate = deal.join() {
      while let run = deal.nextRun(of: replicate) {
        #expect(run.allSatisfy { $0 % 16 == replicate })
        dealt += run
      }
      #expect(!deal.hasOthers(replicate))
      let isLast = deal.leave(replicate)
      #expect(isLast)
    }
    #expect(dealt.sorted() == Array(0..<blocks))
  }

  @Test func aWorkerWithoutAReplicateJoinsTheOneWithMostLeft() {
    var deal = ReplicateDeal(blocks: Self.blocks(runs: 4), isShared: true)
    for replicate in 0..<16 {
      let joined = deal.join()
      #expect(joined == replicate)
      // Replicate 9 is the slowest.
      for _ in 0..<(replicate == 9 ? 1 : 3) { _ = deal.nextRun(of: replicate) }
    }
    let joined = deal.join()
    #expect(joined == 9 && deal.hasOthers(9))
    let run = deal.nextRun(of: 9)
    #expect(run?.first == 9 + ReplicateDeal.usualRunBlocks * 16)
    _ = deal.nextRun(of: 9)
    // One run is left of every replicate: not worth joining.
    let more = deal.join()
    #expect(more == nil)
    _ = deal.nextRun(of: 9)
    let (none, first, second) = (deal.nextRun(of: 9), deal.leave(9), deal.leave(9))
    #expect(none == nil && !first && second)
  }

  @Test func replicatesThatAreNotSharedHaveOneWorker() {
    var deal = ReplicateDeal(blocks: Self.blocks(runs: 4), isShared: false)
    for _ in 0..<16 { _ = deal.join() }
    let joined = deal.join()
    #expect(joined == nil && deal.mostWorkers == 16)
    #expect(ReplicateDeal(blocks: Self.blocks(runs: 4), isShared: true).mostWorkers == 32)
    #expect(ReplicateDeal(blocks: 10, isShared: true).mostWorkers == 16)
  }
}
