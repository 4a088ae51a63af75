import District
import Scenarios

/// What it would take for a commitment to be met with a wanted probability: each lever alone, then all together.
public struct LeverRun: Sendable {
  /// A lever that may be moved.
  public struct Choice: Sendable, Equatable {
    /// The lever.
    public let lever: Lever
    /// How far.
    public let bounds: ClosedRange<Double>
    /// Where it stands.
    public let start: Double

    /// Makes a choice.
    public init(_ lever: Lever, bounds: ClosedRange<Double>, start: Double) {
      self.lever = lever
      self.bounds = bounds
      self.start = start
    }
  }

  /// What was found.
  public struct Result: Sendable {
    /// The scenario as it stands: the commitment with its probability.
    public let present: LeverPoint
    /// Each lever alone, in the order given.
    public let curves: [LeverCurve]
    /// The levers moved together.
    public let combined: [Choice]
    /// Where each of them is best for the commitment by itself.
    public let ends: [Double]
    /// The way from where they stand (0) to their best ends (1), all of them in step; nil with a lever that suffices.
    public let combination: LeverCurve?

    /// The settings of the combined levers at a share of the way.
    public func settings(at share: Double) -> [LeverSetting] {
      zip(combined, ends).map { LeverSetting($0.lever, at: Self.position(share, from: $0.start, to: $1)) }
    }

    /// The settings of the answer: the lever that suffices with the least of its range, else the combination, else the
    /// best of the first lever. None when the commitment is met as it stands.
    public func solution(_ levers: [Choice]) -> [LeverSetting] {
      var smallest: (setting: LeverSetting, move: Double)?
      if let first = curves.first, present.probability >= first.wanted { return [] }
      for (choice, curve) in zip(levers, curves) {
        switch curve.answer {
        case .alreadyMet: smallest = (LeverSetting(choice.lever, at: choice.start), 0)
        case .outOfReach: continue
        case .met(let crossing):
          let value = crossing.point.value
          let move = (value - choice.start).magnitude / (curve.bounds.upperBound - curve.bounds.lowerBound)
          if move < smallest?.move ?? .infinity { smallest = (LeverSetting(choice.lever, at: value), move) }
        }
      }
      return smallest.map { [$0.setting] } ?? best(levers)
    }

    /// The best that can be had when no lever suffices alone.
    public func best(_ levers: [Choice]) -> [LeverSetting] {
      guard let combination else { return zip(levers, curves).map { LeverSetting($0.lever, at: $1.best.value) } }
      if case .met(let crossing) = combination.answer { return settings(at: crossing.point.value) }
      return settings(at: combination.best.value)
    }

    static func position(_ share: Double, from start: Double, to end: Double) -> Double {
      share == 1 ? end : start + share * (end - start)
    }
  }

  private let target: Target
  private let wanted: Double
  private let threads: Int?

  /// Plans the search.
  ///
  /// - Parameters:
  ///   - target: the commitment, its years within the horizon.
  ///   - wanted: the probability wanted, above 0 and at most 1.
  ///   - threads: workers; nil for one a core.
  public init(target: Target, wanted: Double, threads: Int? = nil) {
    self.target = target
    self.wanted = wanted
    self.threads = threads
  }

  /// The most scenarios run by a search over so many levers, more of them in the combination; for progress.
  public static func mostScenarios(levers: Int, inCombination: Int) -> Int {
    1 + (levers + 1) * CrossingSearch.mostPositions + 2 * inCombination
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - levers: moved one at a time.
  ///   - more: further levers that the combination may move when none of `levers` suffices.
  ///   - variation: the scenario with levers set.
  ///   - progress: called with the scenarios done so far.
  /// - Throws: `Diagnostics` when a position is one the equations cannot work with; `LinearAlgebraError`.
  public func search(
    _ levers: [Choice], with more: [Choice] = [], variation: ([LeverSetting]) throws -> ResolvedScenario,
    progress: (Int) -> Void = { _ in }
  ) throws -> Result {
    var done = 0
    func run(_ positions: [Double], _ settings: (Double) -> [LeverSetting]) throws -> [LeverPoint] {
      let scenarios = try positions.map { position in
        var scenario = try variation(settings(position))
        scenario.targets = [target]
        return scenario
      }
      let summaries = try SweepRun(scenarios, indicators: [], threads: threads).summarise()
      for (summary, scenario) in zip(summaries, scenarios) { try summary.requireFinite(in: scenario) }
      done += positions.count
      progress(done)
      return zip(positions, summaries).map { LeverPoint(value: $0, $1, target: target.id) }
    }
    let present = try run([0]) { _ in [] }[0]
    let curves = try levers.map { choice in
      try CrossingSearch(start: choice.start, bounds: choice.bounds, wanted: wanted).search { positions in
        try run(positions) { [LeverSetting(choice.lever, at: $0)] }
      }
    }
    let suffices = curves.contains { $0.answer != .outOfReach }
    let combined = levers + more
    guard !suffices, combined.count > 1 else {
      return Result(present: present, curves: curves, combined: [], ends: [], combination: nil)
    }
    let ends =
      try curves.map(\.best.value)
      + more.map { choice in
        let ends = [choice.bounds.lowerBound, choice.bounds.upperBound]
        let found = try run(ends) { [LeverSetting(choice.lever, at: $0)] }
        return found[0].isPreferable(to: found[1]) ? ends[0] : ends[1]
      }
    let combination = try CrossingSearch(start: 0, bounds: 0...1, wanted: wanted).search { shares in
      try run(shares) { share in
        zip(combined, ends).map { LeverSetting($0.lever, at: Result.position(share, from: $0.start, to: $1)) }
      }
    }
    return Result(present: present, curves: curves, combined: combined, ends: ends, combination: combination)
  }
}
