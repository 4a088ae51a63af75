import Analysis
import ArgumentParser
import District
import Projection
import Reporting

/// `hsb sensitivity`.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity", abstract: "Find what the outcomes hang on, and what is worth finding out first.",
    discussion: """
      For each uncertain parameter, each block of parameters and the shocks of each year: the share of the variance it \
      explains alone and with others (Sobol' indices, with errors by bootstrap). For each parameter: the outcome at its \
      10 and 90 % quantiles (tornado), elementary effects (Morris screening), and the value of perfect information, \
      how far the probability of a commitment would move on average if the parameter were known. docs/ANALYSIS.md has the \
      formulas.

      An outcome is INDICATOR.YEAR or the id of a target; without --outcome GDP, three incomes and every commitment. \
      Written to results/sensitivity/ (or --output): sensitivity.csv, tornado.csv, information.csv, morris.csv, \
      sensitivity_leadership.csv, a tornado an outcome, manifest.json.

      A member costs about 330 runs of the model for 74 parameters.

      EXAMPLES
        hsb sensitivity scenarios/baseline.yaml
        hsb sensitivity scenarios/baseline.yaml --outcome gdp_100_yi --outcome income_rural.2025 --lang en
        hsb sensitivity scenarios/baseline.yaml --members 65536 --output results/sensitivity-large
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var scenario: String

  @Option(help: ArgumentHelp("What to explain: INDICATOR.YEAR or a target; may be repeated.", valueName: "name"))
  var outcome: [String] = []

  @Option(help: ArgumentHelp("Resamples of the bootstrap.", valueName: "number"))
  var bootstrap = 1000

  @OptionGroup var options: AnalysisOptions

  func validate() throws {
    try options.check()
    guard (2...100_000).contains(bootstrap) else {
      throw ValidationError("--bootstrap \(bootstrap): expected a whole number from 2 to 100000")
    }
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let inputs = try ExplanationInputs(scenario, outcomes: outcome, overrides: options.overrides)
      let folder = options.folder("sensitivity")
      try folder.check(for: SensitivityReport.fileNames(inputs.outcomes))
      let run = SensitivityRun(
        Experiment(inputs.scenario), outcomes: inputs.outcomes, resamples: bootstrap, threads: options.threads)
      let progress = options.progress("sensitivity", of: run.members)
      let sensitivity = try run.analyse { progress.update(members: $0) }
      progress.finish()
      try inputs.requireFinite(sensitivity.firstNonFinite)
      let report = SensitivityReport(sensitivity, language: options.lang ?? .zh)
      try options.deliver(report.files, to: folder, since: watch) { SensitivityText(report, language: $0).text }
    }
  }
}
