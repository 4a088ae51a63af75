import Analysis
import District
import Scenarios

/// The words for levers, their values, and what was found.
struct LeverWords {
  let scenario: ResolvedScenario
  let target: Target
  let wanted: Double
  let members: Int
  let language: Language

  /// The name of a lever.
  func name(_ lever: Lever) -> String {
    let district = scenario.district
    switch lever.subject {
    case .funding: return Label.leverFunding[language]
    case .project(let id):
      let project = district.projects.first { $0.id == id }!
      return Label.leverProject.text(language, project.markedName(language))
    case .source(let id):
      return Label.leverSource.text(language, district.sources.first { $0.id == id }!.name[language])
    case .parameter(let id): return Label.leverParameter.text(language, parameter(id))
    }
  }

  /// The name of a lever with its unit, for axes and headings.
  func axis(_ lever: Lever) -> String {
    let unit = UnitLabel(code: lever.unit(in: scenario.district)).name[language]
    return language == .zh ? "\(name(lever))（\(unit)）" : "\(name(lever)) (\(unit))"
  }

  private func parameter(_ id: String) -> String { UncertaintyLabel(id, district: scenario.district).name[language] }

  /// A position with the digits its error supports; one without an error to four decimals at most.
  func value(_ value: Double, error: Double? = nil) -> String {
    guard let error, error > 0 else { return NumberText.shortest((value * 1e4).rounded() / 1e4) }
    return SupportedDigits(of: value, error: error, most: 4).text(value)
  }

  /// `80.0 ± 0.4 %`.
  func probability(_ point: LeverPoint) -> String { probability(point.probability, point.standardError) }

  /// `80.0 ± 0.4 %`.
  func probability(_ value: Double, _ error: Double?) -> String {
    let estimate = Estimate.probability(value, error: error, members: members)
    guard let error else { return "\(estimate.text) %" }
    return "\(estimate.text) ± \(Estimate(error, error: nil, unit: UnitLabel(code: "percentage_points")).text) %"
  }

  /// The probability wanted.
  var wantedText: String { Estimate(wanted, error: 0, unit: UnitLabel(code: "share")).text + " %" }

  /// How far the median member is from the commitment, with its unit.
  func margin(_ point: LeverPoint) -> String {
    guard let margin = point.medianMargin else { return "-" }
    let unit = scenario.catalogue[target.indicator]?.differenceLabel ?? UnitLabel(code: "")
    return "\(Estimate(margin.magnitude, error: nil, unit: unit).text) \(unit.name[language])"
  }

  /// The sentence about the scenario as it stands.
  func present(_ point: LeverPoint) -> String {
    Label.solvePresent.text(language, target.title(language), target.yearText, probability(point), wantedText)
  }

  /// The sentence about one lever.
  func sentence(_ choice: LeverRun.Choice, _ curve: LeverCurve) -> String {
    let lever = name(choice.lever)
    let range = [value(curve.bounds.lowerBound), value(curve.bounds.upperBound)]
    switch curve.answer {
    case .met(let crossing):
      return Label.solveMet.text(
        language, lever, value(choice.start), position(crossing), probability(crossing.point))
    case .alreadyMet(let until?):
      return Label.solveAlready.text(language, lever, value(choice.start), position(until), probability(until.point))
    case .alreadyMet(nil): return Label.solveAlways.text(language, lever, range[0], range[1])
    case .outOfReach:
      let best = curve.best
      let isMissing = (best.medianMargin ?? 0) < 0
      let label: Label = isMoney(choice.lever) ? .solveMoneyOutOfReach : .solveOutOfReach
      return label.text(language, lever, range[0], range[1], value(best.value), probability(best))
        + (isMissing ? Label.solveMissesBy.text(language, margin(best)) : "")
    }
  }

  private func isMoney(_ lever: Lever) -> Bool { if case .parameter = lever.subject { false } else { true } }

  /// What the course of the curve adds, nil for one that goes one way.
  func caution(_ curve: LeverCurve) -> String? {
    switch curve.course {
    case .mixed: Label.solveMixed[language]
    case .flat: Label.solveFlat[language]
    case .rising, .falling: nil
    }
  }

  /// A position with its error.
  func position(_ crossing: LeverCurve.Crossing) -> String {
    let text = value(crossing.point.value, error: crossing.standardError)
    guard let error = crossing.standardError, error > 0 else { return text }
    return "\(text) ± \(SupportedDigits(of: error, error: nil, most: 4).text(error))"
  }

  /// The sentence about all levers together; nil when it was not needed.
  func combination(_ result: LeverRun.Result) -> String? {
    guard let curve = result.combination else { return nil }
    if case .met(let crossing) = curve.answer {
      let share = value(crossing.point.value * 100, error: crossing.standardError.map { $0 * 100 })
      return Label.solveTogether.text(
        language, String(result.combined.count), share, probability(crossing.point))
    }
    let best = curve.best
    let isMissing = (best.medianMargin ?? 0) < 0
    return Label.solveNotTogether.text(language, String(result.combined.count), probability(best))
      + (isMissing ? Label.solveMissesBy.text(language, margin(best)) : "")
  }

  /// A pace in words.
  func pace(_ pace: GrowthPaths.Pace?) -> String {
    switch pace {
    case nil: Label.paceUncertain[language]
    case .slow?: Label.paceSlow[language]
    case .middle?: Label.paceMiddle[language]
    case .fast?: Label.paceFast[language]
    }
  }

  /// A year, or that it is not reached by the last one.
  func year(_ year: Int?, last: Int) -> String {
    year.map(String.init) ?? Label.notBy.text(language, String(last))
  }
}
