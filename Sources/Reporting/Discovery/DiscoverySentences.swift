import Analysis
import District

/// What scenario discovery found, in the words of a language.
struct DiscoverySentences {
  /// A condition in words.
  struct Condition {
    let name: String
    let limits: String
    let range: String
    let unit: String
    let quasiP: String
  }

  private let report: DiscoveryReport
  private let language: Language

  init(_ report: DiscoveryReport, language: Language) {
    self.report = report
    self.language = language
  }

  private var discovery: ScenarioDiscovery { report.discovery }

  /// `missed` or `met`.
  var outcome: String {
    (discovery.interest == .missed ? Label.discoveryMissed : Label.discoveryMet)[language]
  }

  /// What was asked, and how often it happens.
  var opening: [String] {
    let target = discovery.sample.target
    let members = discovery.sample.members
    let share = Estimate.probability(Double(discovery.cases) / Double(members), error: nil, members: members)
    let title = Label.discoveryTitle.text(
      language, report.scenario.district.name[language], report.scenario.title[language])
    let rate = Label.discoveryBaseRate.text(
      language, target.title(language), target.requirement(report.scenario.catalogue, language), target.yearText,
      NumberText.grouped(members), NumberText.grouped(discovery.cases), outcome, share.text)
    let points = report.sweep.map { sweep in
      Label.discoverySweep.text(
        language, NumberText.grouped(sweep.points.count),
        sweep.axes.map { $0.title[language] }.joined(separator: language == .zh ? "、" : ", "))
    }
    return [title, Label.notOfficialLong[language], rate] + (points.map { [$0] } ?? [])
      + (discovery.findings.isEmpty ? [Label.discoveryNothing[language]] : [])
  }

  /// How often it happens under the conditions of a box, on the sample and on fresh draws.
  func sentences(_ finding: ScenarioDiscovery.Finding, number: Int) -> [String] {
    let asked = percent(discovery.density, nil)
    if finding.box.restrictions.isEmpty {
      return [(finding.isDenseEnough ? Label.discoveryAlways : .discoveryUnsupported).text(language, outcome, asked)]
    }
    let measure = finding.measures[finding.chosen]
    var lines = finding.isDenseEnough ? [] : [Label.discoveryThin.text(language, asked)]
    lines.append(
      Label.discoveryBox.text(
        language, String(number), Self.joined(conditions(finding.box), language),
        percent(measure.density, measure.densityError), outcome, percent(measure.coverage, measure.coverageError),
        percent(finding.box.mass, nil)))
    if let fresh = finding.fresh {
      lines.append(
        Label.discoveryFresh.text(
          language, percent(fresh.density, fresh.densityError), percent(fresh.coverage, fresh.coverageError)))
    }
    if finding.box.phase == .drop { lines.append(Label.discoveryFewer[language]) }
    return lines
  }

  /// The conditions as one clause.
  private static func joined(_ conditions: [Condition], _ language: Language) -> String {
    conditions.map { condition in
      let unit = condition.unit.isEmpty ? "" : Label.discoveryUnit.text(language, condition.unit)
      return Label.discoveryCase.text(language, condition.name, condition.limits, unit)
    }.joined(separator: Label.discoveryAnd[language])
  }

  /// What the numbers mean.
  var closing: [String] { [Label.discoveryMeaning[language], Label.discoveryAssumed[language]] }

  /// The conditions of a box, those the data support most first.
  func conditions(_ box: InductionBox) -> [Condition] {
    box.restrictions.sorted { ($0.quasiP, $0.parameter) < ($1.quasiP, $1.parameter) }.map { restriction in
      let index = restriction.parameter
      let quantity = discovery.sample.quantities[index]
      let unit = UnitLabel(code: quantity.unit)
      let column = discovery.sample.values[index]
      func text(_ value: Double) -> String {
        NumberText.fixed(value * unit.scale, decimals: max(unit.decimals, unit.scale == 100 ? 1 : 3))
      }
      let (low, high) = (text(box.lower[index]), text(box.upper[index]))
      let limits =
        switch (restriction.lowerQuasiP, restriction.upperQuasiP) {
        case (nil, _): Label.discoveryBelow.text(language, high)
        case (_, nil): Label.discoveryAbove.text(language, low)
        default: Label.discoveryBetween.text(language, low, high)
        }
      return Condition(
        name: name(of: quantity), limits: limits,
        range: Label.discoveryBetween.text(language, text(column.min() ?? 0), text(column.max() ?? 0)),
        unit: unit.name[language], quasiP: Self.quasiP(restriction.quasiP))
    }
  }

  private func name(of quantity: SampledQuantity) -> String {
    let name = quantity.axisTitle ?? UncertaintyLabel(quantity.id, district: report.scenario.district).name
    return name[language]
  }

  /// A share in percent with its standard error.
  func percent(_ share: Double?, _ error: Double?) -> String {
    guard let share else { return "-" }
    let estimate = Estimate(share, error: error, unit: UnitLabel(code: "share"))
    guard let error = estimate.error else { return NumberText.fixed(estimate.value, decimals: 1) }
    // The error itself with a digit more than the share it is of.
    return "\(estimate.text) ± \(NumberText.fixed(error, decimals: max(1, estimate.digits.decimals + 1)))"
  }

  private static func quasiP(_ value: Double) -> String {
    value < 0.0001 ? "< 0.0001" : NumberText.fixed(value, decimals: 4)
  }
}
