import Analysis
import District
import ExampleScenarios
import Foundation
import Projection
import Scenarios
import Testing

/// A curve of known probability: sixteen randomisations that differ by a known spread about it.
private func points(_ curve: @escaping (Double) -> Double) -> ([Double]) -> [LeverPoint] {
  { positions in
    positions.map { x in
      let shares = (0..<16).map { curve(x) + ($0 % 2 == 0 ? 0.004 : -0.004) }
      return LeverPoint(
        value: x, probability: curve(x), medianMargin: x, shares: shares, members: Array(repeating: 100, count: 16))
    }
  }
}

@Suite struct CrossingSearchTests {
  /// The normal probability Phi((x - 1.3) / 0.4) is 0.8 at x = 1.3 + 0.4 z with z = 0.8416212335729143.
  @Test func theCrossingOfANormalProbabilityIsItsQuantile() throws {
    let curve = try CrossingSearch(start: 1, bounds: 0...3, wanted: 0.8).search(
      points { 0.5 * erfc(-($0 - 1.3) / 0.4 / 2.0.squareRoot()) })
    guard case .met(let crossing) = curve.answer else {
      Issue.record("\(curve.answer)")
      return
    }
    let exact = 1.3 + 0.4 * 0.8416212335729143
    // Three sections into sixteen of a grid interval of 3/16.
    #expect(crossing.point.value >= exact && crossing.point.value - exact <= 3.0 / 65_536)
    #expect(crossing.missing < exact && crossing.point.probability >= 0.8)
    #expect(curve.course == .rising)
    // Delta method: spread 0.004 sqrt(16/15) / 4 over the slope of the secant of the grid interval.
    let low = floor(exact * 16 / 3) * 3 / 16
    let phi: (Double) -> Double = { 0.5 * erfc(-($0 - 1.3) / 0.4 / 2.0.squareRoot()) }
    let slope = (phi(low + 0.1875) - phi(low)) / 0.1875
    #expect(abs(crossing.standardError! - 0.001 * (16.0 / 15).squareRoot() / slope) < 1e-9)
  }

  @Test func aFallingCurveIsFollowedDownward() throws {
    let curve = try CrossingSearch(start: 2, bounds: 0...3, wanted: 0.6).search(points { 1 - $0 / 3 })
    guard case .met(let crossing) = curve.answer else {
      Issue.record("\(curve.answer)")
      return
    }
    #expect(abs(crossing.point.value - 1.2) <= 3.0 / 65_536 && curve.course == .falling)
  }

  @Test func theNearerOfTwoCrossingsIsTaken() throws {
    // 1 at both ends, 0 in the middle.
    let curve = try CrossingSearch(start: 1.4, bounds: 0...3, wanted: 0.5).search(
      points { min(1, abs($0 - 1.5) / 1.5) })
    guard case .met(let crossing) = curve.answer else {
      Issue.record("\(curve.answer)")
      return
    }
    #expect(abs(crossing.point.value - 0.75) <= 3.0 / 65_536)
    #expect(curve.course == .mixed)
  }

  @Test func whatIsMetAlreadySaysHowFarItHolds() throws {
    let curve = try CrossingSearch(start: 1, bounds: 0...3, wanted: 0.2).search(points { $0 / 3 })
    guard case .alreadyMet(let until?) = curve.answer else {
      Issue.record("\(curve.answer)")
      return
    }
    #expect(abs(until.point.value - 0.6) <= 3.0 / 65_536 && until.point.probability >= 0.2)
    let whole = try CrossingSearch(start: 1, bounds: 1...3, wanted: 0.2).search(points { $0 / 3 })
    #expect(whole.answer == .alreadyMet(until: nil))
  }

  @Test func outOfReachGivesTheBest() throws {
    let curve = try CrossingSearch(start: 1, bounds: 0...3, wanted: 0.9).search(points { 0.5 - abs($0 - 2.25) / 9 })
    #expect(curve.answer == .outOfReach && curve.best.value == 2.25 && curve.atStart?.value == 1)
    let flat = try CrossingSearch(start: 1, bounds: 0...3, wanted: 0.9).search(points { _ in 0 })
    #expect(flat.course == .flat)
    // No probability anywhere: the widest margin decides.
    #expect(flat.best.value == 3)
  }
}

@Suite struct LeverRunTests {
  private func multiplied(_ settings: [LeverSetting]) -> ResolvedScenario {
    var scenario = ExampleScenarios.planned(members: 2_048)
    for setting in settings {
      for t in 0..<scenario.plan.years {
        for p in 0..<scenario.plan.projects {
          for f in 0..<scenario.plan.sources { scenario.plan[t, p, f] *= setting.value }
        }
      }
    }
    return scenario
  }

  private let target = ExampleScenarios.hongsibao.targets.first { $0.id == "gdp_100_yi" }!

  @Test func theAnswerIsReproducedByARunOfItsOwnAndTheStepBeforeFallsShort() throws {
    let lever = LeverRun.Choice(Lever(.funding), bounds: 0...3, start: 1)
    let result = try LeverRun(target: target, wanted: 0.75).search([lever], variation: multiplied)
    guard case .met(let crossing) = result.curves[0].answer else {
      Issue.record("\(result.curves[0].answer)")
      return
    }
    func probability(_ factor: Double) throws -> Double {
      let summary = try EnsembleRun(Experiment(multiplied([LeverSetting(Lever(.funding), at: factor)]))).summarise()
      return try #require(summary.targets.first { $0.target.id == target.id }?.probability)
    }
    #expect(try probability(crossing.point.value) == crossing.point.probability)
    #expect(try probability(crossing.point.value) >= 0.75)
    #expect(try probability(crossing.missing) < 0.75)
    #expect(result.combination == nil)
    #expect(result.solution([lever]) == [LeverSetting(lever.lever, at: crossing.point.value)])
  }

  @Test func moreMoneyNeverLowersTheProbabilityBeyondItsError() throws {
    let lever = LeverRun.Choice(Lever(.funding), bounds: 0...3, start: 1)
    let result = try LeverRun(target: target, wanted: 0.999).search([lever], variation: multiplied)
    #expect(result.curves[0].course == .rising)
    let threads = try LeverRun(target: target, wanted: 0.999, threads: 1).search([lever], variation: multiplied)
    #expect(threads.curves == result.curves)
  }

  @Test func pathsOfGrowthAreOrdered() throws {
    let parity = ExampleScenarios.hongsibao.targets.first { $0.id == "income_rural_basic" }!
    let scenario = ExampleScenarios.planned(horizon: 2035, members: 512)
    let outlooks = try GrowthPaths(target: parity, wanted: 0.5).outlooks(present: scenario, best: scenario)
    #expect(outlooks.count == 20)
    func last(_ district: GrowthPaths.Pace, _ region: GrowthPaths.Pace) -> Double {
      outlooks.first { !$0.isBest && $0.district == district && $0.region == region }!.lastProbability
    }
    #expect(last(.slow, .middle) <= last(.middle, .middle) && last(.middle, .middle) <= last(.fast, .middle))
    #expect(last(.middle, .slow) >= last(.middle, .middle) && last(.middle, .middle) >= last(.middle, .fast))
    for outlook in outlooks { #expect((outlook.reached ?? 2_025) <= outlook.lastYear) }
  }
}
