import Analysis
import ArgumentParser
import District
import Projection
import Reporting

extension AttributionAxis: ExpressibleByArgument {}

/// `hsb attribute`.
struct AttributeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribute", abstract: "Divide the effect of the funding among projects, sources or channels.",
    discussion: """
      The effect is the difference from no funding, member by member. It is divided by Shapley values over all \
      coalitions (1,024 of ten projects, 256 of eight sources, 128 of seven channels) on the same draws, so that the \
      parts add up to the total; the 90 % ranges are over members. `channel` divides by the way projects act (capital, \
      demand, productivity, pillars, income, water, stable jobs), `sector-channel` by each of them with the sector, pillar \
      or income it acts on, from sampled orders. docs/ANALYSIS.md has the formulas.

      An outcome is INDICATOR.YEAR or the id of a target; without --outcome GDP, three incomes and every commitment. \
      Written to results/attribution/ (or --output): attribution.csv, attribution_leadership.csv, a picture an outcome, \
      manifest.json.

      EXAMPLES
        hsb attribute scenarios/baseline.yaml --by project
        hsb attribute scenarios/baseline.yaml --by source --outcome gdp_nominal.2023 --outcome gdp_100_yi
        hsb attribute scenarios/baseline.yaml --by sector-channel --members 4096 --lang en
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var scenario: String

  @Option(help: "Among whom the effect is divided.")
  var by = AttributionAxis.project

  @Option(help: ArgumentHelp("What to explain: INDICATOR.YEAR or a target; may be repeated.", valueName: "name"))
  var outcome: [String] = []

  @OptionGroup var options: AnalysisOptions

  func validate() throws { try options.check() }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let inputs = try ExplanationInputs(scenario, outcomes: outcome, overrides: options.overrides)
      let folder = options.folder("attribution")
      try folder.check(for: AttributionReport.fileNames(inputs.outcomes))
      let run = AttributionRun(
        Experiment(inputs.scenario), axis: by, outcomes: inputs.outcomes, threads: options.threads)
      let progress = options.progress("attribute", of: inputs.scenario.ensemble.members)
      let attribution = try run.attribute { progress.update(members: $0) }
      progress.finish()
      try inputs.requireFinite(attribution.firstNonFinite)
      let report = AttributionReport(attribution, language: options.lang ?? .zh)
      try options.deliver(report.files, to: folder, since: watch) { AttributionText(report, language: $0).text }
    }
  }
}
