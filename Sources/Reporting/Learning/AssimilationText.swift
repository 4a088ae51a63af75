import Analysis
import District

/// What `hsb assimilate` prints: how the figures are met, what was learnt most, and the commitments before and after.
public struct AssimilationText {
  private let report: AssimilationReport
  private let language: Language

  /// Makes the text of a report.
  public init(_ report: AssimilationReport, language: Language) {
    self.report = report
    self.language = language
  }

  private var assimilation: Assimilation { report.assimilation }

  /// The text.
  public var text: String { [heading, figures, learnt, targets, diagnostics, notes].joined(separator: "\n") }

  private var heading: String {
    let scenario = assimilation.scenario
    return Label.assimilationTitle.text(language, scenario.district.name[language], scenario.title[language]) + "\n"
      + Label.notOfficial[language] + "\n"
  }

  private var figures: String {
    var table = TextTable([
      .words(Label.indicator[language]), .numbers(Label.year[language]), .words(Label.unit[language]),
      .numbers(Label.observed[language]), .numbers(Label.errorSD[language]), .numbers(Label.saidBefore[language]),
      .numbers(Label.saidAfter[language]), .numbers(Label.residualBefore[language]),
      .numbers(Label.residualAfter[language]), .words(Label.status[language]),
    ])
    for fit in assimilation.fits {
      let figure = fit.figure
      let unit = UnitLabel(code: figure.unit)
      func text(_ value: Double, _ error: Double?) -> String { Estimate(value, error: error, unit: unit).text }
      table.row([
        figure.indicator ?? "", figure.yearText, unit.name[language], text(figure.value, figure.error / 10),
        text(figure.error, nil), text(fit.prior.quantiles[2], figure.error / 10),
        text(fit.posterior.quantiles[2], figure.error / 10),
        fit.isInformative ? NumberText.fixed(fit.priorResidual, decimals: 1) : Label.takenAsGiven[language],
        NumberText.fixed(fit.posteriorResidual, decimals: 1), figure.status.label[language],
      ])
    }
    return Label.figureSection[language] + "\n" + table.text
  }

  private var learnt: String {
    let most = assimilation.variables.sorted { $0.information > $1.information }.prefix(8)
    var table = TextTable([
      .words(Label.parameter[language]), .words(Label.unit[language]), .numbers(Label.before[language]),
      .numbers(Label.after[language]), .numbers(Label.shift[language]), .numbers(Label.spreadRatio[language]),
    ])
    for update in most {
      let unit = UnitLabel(code: assimilation.unit(of: update.variable))
      table.row([
        assimilation.name(of: update.variable), unit.name[language], range(update.prior, unit),
        range(update.posterior, unit), NumberText.fixed(update.shift, decimals: 2),
        NumberText.fixed(update.spreadRatio, decimals: 2),
      ])
    }
    return Label.learntSection[language] + "\n" + table.text
  }

  private func range(_ spread: SampleSpread, _ unit: UnitLabel) -> String {
    let error = spread.standardDeviation / 50
    let texts = [2, 0, 4].map { Estimate(spread.quantiles[$0], error: error, unit: unit).text }
    return "\(texts[0]) (\(texts[1]) \u{2013} \(texts[2]))"
  }

  private var targets: String {
    var table = TextTable([
      .words(Label.commitment[language]), .words(Label.targetYear[language]),
      .numbers(Label.probabilityBefore[language]), .numbers(Label.probabilityAfter[language]),
    ])
    for (before, after) in zip(assimilation.before.targets, assimilation.after.targets) {
      table.row([
        before.target.title(language), before.target.yearText, probability(before, assimilation.before.members),
        probability(after, assimilation.after.members),
      ])
    }
    return Label.commitmentsBeforeAfter[language] + "\n" + table.text
  }

  private func probability(_ target: TargetSummary, _ members: Int) -> String {
    guard let probability = target.probability else { return Label.notProjected[language] }
    let estimate = Estimate.probability(probability, error: target.standardError, members: members)
    guard let error = target.standardError, probability > 0, probability < 1 else { return estimate.text }
    return "\(estimate.text) ± \(Estimate(error, error: nil, unit: UnitLabel(code: "percentage_points")).text)"
  }

  private var diagnostics: String {
    let found = assimilation.diagnostics
    let line = Label.diagnosticsLine.text(
      language, NumberText.fixed(found.priorMismatch, decimals: 2),
      NumberText.fixed(found.posteriorMismatch, decimals: 2),
      NumberText.grouped(Int(found.priorEffectiveMembers)), NumberText.grouped(assimilation.before.members),
      NumberText.fixed(found.degreesOfFreedom, decimals: 1), String(found.informative),
      NumberText.fixed(found.smallestRatio, decimals: 2))
    return line + "\n" + (found.isCollapsed ? Label.collapsed : Label.notCollapsed)[language] + "\n"
  }

  private var notes: String {
    ObservationSentences(figures: assimilation.figures, conflicts: assimilation.conflicts, language: language).lines
      .joined(separator: "\n") + "\n"
  }
}
