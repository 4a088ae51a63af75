import Analysis
import District
import Scenarios

/// What an assimilation found, as files.
public struct AssimilationReport {
  /// What was found.
  public let assimilation: Assimilation
  /// The file of the figures, as the user named it.
  public let observations: String
  /// Language of what leaders read.
  public let language: Language

  /// Puts a report together.
  public init(_ assimilation: Assimilation, observations: String, language: Language) {
    self.assimilation = assimilation
    self.observations = observations
    self.language = language
  }

  /// Names of the files, in the order they are written.
  public static let fileNames =
    ["parameters.csv", "observations.csv", "projections.csv", "targets.csv", "diagnostics.csv", "leadership.csv"]
    + AssimilationCharts.fileNames + [OutputFolder.manifestName]

  /// The files.
  public func files(_ program: ProgramIdentity, seconds: Double) -> [OutputFile] {
    let results =
      [
        OutputFile(name: "parameters.csv", bytes: parameters()), OutputFile(name: "observations.csv", bytes: fits()),
        OutputFile(name: "projections.csv", bytes: projections()), OutputFile(name: "targets.csv", bytes: targets()),
        OutputFile(name: "diagnostics.csv", bytes: diagnostics()),
        OutputFile(name: "leadership.csv", bytes: AssimilationLeadership(self).csv()),
      ] + AssimilationCharts(self).files
    let options = [
      ("rounds", String(assimilation.options.rounds)),
      ("inversion", assimilation.options.truncation.map { "subspace \(NumberText.shortest($0))" } ?? "exact"),
    ]
    let manifest = LearningManifest(
      command: "assimilate", scenario: assimilation.scenario, observations: observations, figures: assimilation.figures,
      options: options.map { (name: $0.0, value: $0.1) }, program: program, seconds: seconds,
      smootherSeconds: assimilation.smootherSeconds, files: results)
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  private static let spreadHeadings = ["mean", "sd", "p05", "p25", "p50", "p75", "p95"]

  private static func write(_ spread: SampleSpread, to writer: inout CSVWriter) {
    writer.number(spread.mean)
    writer.number(spread.standardDeviation)
    for quantile in spread.quantiles { writer.number(quantile) }
  }

  /// `parameters.csv`: every uncertain quantity before and after, past shocks in standard deviations.
  func parameters() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(
      ["scenario", "name", "kind", "unit"] + Self.spreadHeadings.map { "prior_\($0)" }
        + Self.spreadHeadings.map { "posterior_\($0)" } + ["shift_sd", "spread_ratio"])
    for update in assimilation.variables {
      writer.text(assimilation.scenario.id)
      writer.text(assimilation.name(of: update.variable))
      if case .parameter = update.variable { writer.text("parameter") } else { writer.text("shock") }
      writer.text(assimilation.unit(of: update.variable))
      Self.write(update.prior, to: &writer)
      Self.write(update.posterior, to: &writer)
      writer.number(update.shift)
      writer.number(update.spreadRatio)
      writer.endRow()
    }
    return writer.bytes
  }

  /// `observations.csv`: every figure compared, what the members said of it before and after.
  func fits() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(
      ["scenario", "indicator", "year", "value", "error", "unit", "mapping", "in_inputs", "status", "informative"]
        + Self.spreadHeadings.map { "prior_\($0)" } + Self.spreadHeadings.map { "posterior_\($0)" }
        + ["prior_residual", "posterior_residual", "conflict", "source"])
    let conflicts = Set(assimilation.conflicts.map(\.key))
    for fit in assimilation.fits {
      let figure = fit.figure
      writer.text(assimilation.scenario.id)
      writer.text(figure.indicator ?? "")
      writer.text(figure.yearText)
      writer.number(figure.value)
      writer.number(figure.error)
      writer.text(figure.unit)
      writer.text(figure.mapping.rawValue)
      writer.text(figure.isInInputs ? "yes" : "no")
      writer.text(figure.status.rawValue)
      writer.text(fit.isInformative ? "yes" : "no")
      Self.write(fit.prior, to: &writer)
      Self.write(fit.posterior, to: &writer)
      writer.number(fit.priorResidual)
      writer.number(fit.posteriorResidual)
      writer.text(conflicts.contains(figure.key) ? "yes" : "no")
      writer.text(figure.source)
      writer.endRow()
    }
    return writer.bytes
  }

  /// `projections.csv`: every indicator and year, before and after.
  func projections() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(
      ["scenario", "stage", "indicator", "unit", "year"] + Self.spreadHeadings
        + ["mean_se", "p05_se", "p25_se", "p50_se", "p75_se", "p95_se"])
    for (stage, summary) in [("before", assimilation.before), ("after", assimilation.after)] {
      for (index, indicator) in summary.plan.indicators.enumerated() {
        for t in 0...summary.plan.years {
          guard let found = summary[indicator: index, year: t] else { continue }
          writer.text(assimilation.scenario.id)
          writer.text(stage)
          writer.text(indicator.id)
          writer.text(indicator.unit)
          writer.number(assimilation.experiment.district.baseYear + t)
          writer.number(found.moments.mean)
          writer.number(found.moments.standardDeviation)
          for quantile in found.moments.quantiles { writer.number(quantile) }
          writer.number(found.meanError)
          for position in SummaryPlan.probabilities.indices { writer.number(found.quantileErrors?[position]) }
          writer.endRow()
        }
      }
    }
    return writer.bytes
  }

  /// `targets.csv`: the probability of every commitment, before and after.
  func targets() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(
      ["scenario", "target", "indicator", "comparator", "threshold", "year", "probability_before", "se_before"]
        + ["probability_after", "se_after", "change", "median_before", "median_after", "unit"])
    for (before, after) in zip(assimilation.before.targets, assimilation.after.targets) {
      let target = before.target
      writer.text(assimilation.scenario.id)
      writer.text(target.id)
      writer.text(target.indicator)
      writer.text(target.comparison.symbol)
      writer.text(TargetTable.threshold(target))
      writer.text(target.yearText)
      writer.number(before.probability)
      writer.number(before.standardError)
      writer.number(after.probability)
      writer.number(after.standardError)
      writer.number(before.probability.flatMap { first in after.probability.map { $0 - first } })
      writer.number(before.median)
      writer.number(after.median)
      writer.text(assimilation.before.plan.catalogue[target.indicator]?.unit ?? "")
      writer.endRow()
    }
    return writer.bytes
  }

  /// `diagnostics.csv`: whether the update can be relied on.
  func diagnostics() -> [UInt8] {
    let found = assimilation.diagnostics
    var writer = CSVWriter()
    writer.row(["item", "value", "unit"])
    func row(_ item: String, _ value: Double, _ unit: String) {
      writer.text(item)
      writer.number(value)
      writer.text(unit)
      writer.endRow()
    }
    row("members", Double(assimilation.before.members), "number")
    row("figures_compared", Double(assimilation.figures.count), "number")
    row("figures_informative", Double(found.informative), "number")
    row("conflicts", Double(assimilation.conflicts.count), "number")
    row("mismatch_before", found.priorMismatch, "mean_squared_errors")
    row("mismatch_after", found.posteriorMismatch, "mean_squared_errors")
    row("effective_prior_members", found.priorEffectiveMembers, "number")
    row("degrees_of_freedom_learnt", found.degreesOfFreedom, "number")
    row("smallest_spread_ratio", found.smallestRatio, "ratio")
    row("collapsed", found.isCollapsed ? 1 : 0, "1_if_true")
    return writer.bytes
  }
}
