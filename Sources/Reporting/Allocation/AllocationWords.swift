import Analysis
import District

/// What was found, in sentences, and the numbers of a division in a language.
struct AllocationWords {
  private let report: AllocationReport
  private let language: Language
  private let goal: OutcomeWords

  init(_ report: AllocationReport, _ language: Language) {
    self.report = report
    self.language = language
    goal = OutcomeWords(report.run.outcome, report.scenario)
  }

  private var result: AllocationRun.Result { report.result }

  /// `Hongsibao: the best division of the money, 'Baseline'`.
  var title: String {
    Label.allocationTitle.text(
      language, report.scenario.district.name[language], report.scenario.title[language])
  }

  /// Members, seeds, and what the numbers are.
  var facts: String {
    let ensemble = report.scenario.ensemble
    return [
      Label.members.text(language, NumberText.grouped(ensemble.members)),
      Label.seed.text(language, "\(ensemble.seed), \(report.run.freshSeed)"), Label.notOfficial[language],
    ].joined(separator: language == .zh ? "；" : "; ")
  }

  /// What was found, what of it is chance, and what it rests on.
  var findings: [String] {
    let cells = result.cells.cells
    let years = cells.map { report.scenario.district.baseYear + $0.year }
    var lines = [
      Label.allocationGoal.text(
        language, goal.name(language), goal.yearText, money(result.bounds.budget), String(cells.count),
        String(Set(cells.map(\.project)).count), String(Set(cells.map(\.source)).count),
        "\(years.min() ?? 0)–\(years.max() ?? 0)")
    ]
    if let effect = report.effects.first(where: { $0.outcome == report.run.outcome }) {
      lines.append(
        Label.allocationGain.text(
          language, withError(effect.reference, goal), withError(effect.best, goal), change(effect.change, goal)))
      if goal.isTarget, effect.best.value == 0 {
        lines.append(Label.allocationNever[language])
      } else if effect.change.value <= 2 * (effect.change.standardError ?? 0) {
        lines.append(Label.allocationNoGain[language])
      }
    }
    if result.referenceViolation > 1e-3 {
      lines.append(Label.allocationBroken.text(language, money(result.referenceViolation)))
    }
    let losers = losers
    if !losers.isEmpty {
      lines.append(Label.allocationLosers.text(language, losers.joined(separator: language == .zh ? "；" : "; ")))
    }
    lines.append(placeholders)
    lines.append(Label.allocationAssumed[language])
    return lines.filter { !$0.isEmpty }
  }

  /// How the search went.
  var checks: [String] {
    let spread = Estimate(
      result.startSpread, error: result.freshGain.standardError, unit: goal.difference, moreDecimals: 1)
    return [
      Label.allocationFitted.text(
        language, change(result.ownGain, goal), change(result.freshGain, goal), change(result.fitted, goal)),
      Label.allocationGap.text(language, change(result.gap, goal)),
      Label.allocationStarts.text(
        language, String(result.starts.count), "\(spread.text) \(goal.difference.name[language])",
        NumberText.grouped(result.evaluations)),
    ]
  }

  /// The limits in a sentence.
  var limits: String {
    let limits = report.run.rules.limits
    return Label.allocationLimitsNote.text(
      language, NumberText.shortest(limits.projectRange.lowerBound),
      NumberText.shortest(limits.projectRange.upperBound), NumberText.shortest(limits.sourceCeiling),
      NumberText.shortest(limits.yearCeiling), NumberText.shortest(limits.absorption))
  }

  /// Commitments that become less likely by a percentage point or more, beyond the error of sampling.
  private var losers: [String] {
    report.effects.compactMap { effect in
      let words = OutcomeWords(effect.outcome, report.scenario)
      guard words.isTarget, effect.outcome != report.run.outcome,
        effect.change.value < -max(0.01, 2 * (effect.change.standardError ?? 0))
      else { return nil }
      return "\(words.name(language)) \(change(effect.change, words))"
    }
  }

  private var placeholders: String {
    func share(_ plan: FundingPlan) -> (sum: Double, percent: String) {
      let sum = PlannedSums(plan).ofPlaceholders(report.scenario.district.projects)
      return (sum, NumberText.fixed(100 * sum / max(plan.total, 1e-12), decimals: 0))
    }
    let (best, planned) = (share(result.best.plan), share(result.reference.plan))
    guard best.sum > 0 || planned.sum > 0 else { return "" }
    return Label.allocationPlaceholders.text(language, money(best.sum), best.percent, planned.percent)
  }

  /// Money in 亿元 with two decimals: plans are exact, without error of sampling.
  func money(_ value: Double) -> String { NumberText.fixed(value, decimals: 2, groupsThousands: true) }

  /// Money with its sign.
  func moneyChange(_ value: Double) -> String { signed(NumberText.fixed(value, decimals: 2, groupsThousands: true)) }

  /// `68.0 ± 0.4 %`, `105.31 ± 0.02 ×10⁸ yuan`.
  func withError(_ estimate: AllocationEstimate, _ words: OutcomeWords) -> String {
    "\(number(estimate, words)) \(words.unit.name[language])"
  }

  /// The value and its error without the unit.
  func number(_ estimate: AllocationEstimate, _ words: OutcomeWords) -> String {
    let text = self.estimate(estimate, words).text
    guard let error = estimate.error else { return text }
    let unit = words.isTarget ? words.difference : words.unit
    return "\(text) ± \(Estimate(error, error: nil, unit: unit, moreDecimals: words.isTarget ? 0 : 1).text)"
  }

  /// The value with the digits its error supports.
  func estimate(_ estimate: AllocationEstimate, _ words: OutcomeWords) -> Estimate {
    words.isTarget
      ? Estimate.probability(estimate.value, error: estimate.error, members: report.scenario.ensemble.members)
      : Estimate(estimate.value, error: estimate.error, unit: words.unit, moreDecimals: 1)
  }

  /// `+3.2 ± 0.1 percentage points`.
  func change(_ change: PairedChange, _ words: OutcomeWords) -> String {
    "\(changeNumber(change, words)) \(words.difference.name[language])"
  }

  /// The change and its error without the unit.
  func changeNumber(_ change: PairedChange, _ words: OutcomeWords) -> String {
    let text = signed(estimate(change, words).text)
    guard let error = change.standardError else { return text }
    return "\(text) ± \(Estimate(error, error: nil, unit: words.difference, moreDecimals: 1).text)"
  }

  /// The change with the digits its error supports.
  func estimate(_ change: PairedChange, _ words: OutcomeWords) -> Estimate {
    Estimate(change.value, error: change.standardError, unit: words.difference, moreDecimals: 1)
  }

  private func signed(_ text: String) -> String {
    text.first == "-" || text.allSatisfy { "0.,".contains($0) } ? text : "+\(text)"
  }
}
