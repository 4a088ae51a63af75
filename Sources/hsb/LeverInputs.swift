import Analysis
import ArgumentParser
import District
import Reporting
import Scenarios

/// Reads what `hsb solve` is given and carries the search out.
struct LeverInputs {
  private let variations: ScenarioVariations
  private let target: Target
  private let wanted: Double
  private let levers: [LeverRun.Choice]
  private let more: [LeverRun.Choice]
  private let horizonGiven: Bool
  /// How many of the levers, from the first, have bounds of the command line.
  private let boundsGiven: Int

  /// - Parameters:
  ///   - file: the scenario file.
  ///   - target: id of the target.
  ///   - wanted: the probability wanted.
  ///   - texts: the levers as written.
  ///   - bounds: bounds of the first of them; the usual ones for the others.
  ///   - overrides: what the command line sets.
  init(
    _ file: String, target id: String, wanted: Double, levers texts: [String], bounds: [ClosedRange<Double>],
    overrides: ScenarioOverrides
  ) throws {
    let variations = try ScenarioVariations(file: file, overrides: overrides)
    let scenario = variations.scenario
    Failure.report(scenario.warnings)
    self.variations = variations
    self.wanted = wanted
    horizonGiven = overrides.horizon != nil
    target = try Failure.inOption { try scenario.target(id, option: "--target") }
    let named = try Failure.inOption {
      try texts.map { try Lever($0, district: scenario.district, option: "--vary") }
    }
    if let twice = named.indices.first(where: { named[..<$0].contains(named[$0]) }) {
      throw ValidationError("--vary: the lever '\(named[twice].text)' is named twice")
    }
    levers = try named.enumerated().map { index, lever in
      let range = index < bounds.count ? bounds[index] : lever.usualBounds(in: scenario)
      if lever.unit(in: scenario.district) == "factor", range.lowerBound < 0 {
        throw ValidationError("--between: '\(lever.text)' takes factors; expected a range of 0 or more")
      }
      return LeverRun.Choice(lever, bounds: range, start: lever.start(in: scenario))
    }
    more =
      named.count > 1
      ? []
      : Lever.companions(of: named[0], scenario.district).map {
        LeverRun.Choice($0, bounds: $0.usualBounds(in: scenario), start: $0.start(in: scenario))
      }
    boundsGiven = bounds.count
    for choice in levers.prefix(boundsGiven) {
      for value in [choice.bounds.lowerBound, choice.bounds.upperBound] {
        _ = try variation([LeverSetting(choice.lever, at: value)])
      }
    }
  }

  /// The scenario with levers set. What is wrong with a value that only bounds of the command line allow is wrong with
  /// those, whatever place in the file it would stand at.
  ///
  /// - Throws: `ValidationError` in the place of `Diagnostics`.
  private func variation(
    _ settings: [LeverSetting], name: (id: String, title: BilingualText)? = nil, horizon: Int? = nil
  ) throws -> ResolvedScenario {
    do { return try variations.scenario(setting: settings, name: name, horizon: horizon) } catch let error
      as Diagnostics
    {
      let scenario = variations.scenario
      let given = Set(levers.prefix(boundsGiven).map(\.lever))
      let unusual = settings.filter {
        given.contains($0.lever) && !$0.lever.usualBounds(in: scenario).contains($0.value)
      }
      guard let message = error.messages.first?.message, !unusual.isEmpty else { throw error }
      let values = unusual.map { "'\($0.lever.text)' at \(NumberText.shortest($0.value))" }.joined(separator: ", ")
      throw ValidationError("--between: \(values): \(message)")
    }
  }

  /// Members of all scenarios that may be run, for progress.
  var mostMembers: Int {
    LeverRun.mostScenarios(levers: levers.count, inCombination: more.count) * variations.scenario.ensemble.members
  }

  /// Searches and puts the report together.
  func report(threads: Int?, language: Language, progress: @escaping @Sendable (Int) -> Void) throws -> LeverReport {
    let scenario = variations.scenario
    let members = scenario.ensemble.members
    let result = try LeverRun(target: target, wanted: wanted, threads: threads).search(
      levers, with: more, variation: { try variation($0) }, progress: { progress($0 * members) })
    let settings = result.solution(levers)
    return LeverReport(
      scenario, target: target, wanted: wanted, levers: levers, result: result,
      outlooks: try outlooks(result, threads: threads),
      solution: try variation(settings, name: Lever.solutionName(scenario)), language: language)
  }

  /// When it is reached later, for a commitment of one year that no lever reaches in its own.
  private func outlooks(_ result: LeverRun.Result, threads: Int?) throws -> [GrowthPaths.Outlook] {
    let isOutOfReach = result.curves.allSatisfy { $0.answer == .outOfReach }
    let last = horizonGiven ? variations.scenario.horizon : ScenarioVariations.lastYear
    guard isOutOfReach, target.years.count == 1, last > target.years.upperBound else { return [] }
    return try GrowthPaths(target: target, wanted: wanted, threads: threads).outlooks(
      present: variation([], horizon: last), best: variation(result.best(levers), horizon: last))
  }
}
