import Analysis
import ArgumentParser
import District
import LinearAlgebra
import Projection
import Reporting

/// `hsb backtest`.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "Score what would have been said at an earlier year on what happened.",
    discussion: """
      The projection is made with what was known in the year of origin (for a later origin than the base year it is first \
      updated with the figures up to it) and scored on the figures of later years: CRPS, logarithmic score, coverage of \
      the 50 and 90 % ranges, PIT, against two naive forecasts. How few figures there are is said first, and every figure \
      outside its 90 % range is named.

      EXAMPLES
        hsb backtest --origin 2020
        hsb backtest --origin 2021 --observations mine.csv
        hsb backtest scenarios/no-funding.yaml --origin 2020 --use-recalled
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var file = "scenarios/baseline.yaml"

  @Option(help: ArgumentHelp("The last year whose figures are known.", valueName: "year"))
  var origin: Int

  @OptionGroup var options: LearningOptions

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let scenario = try options.scenario(file)
      guard (scenario.district.baseYear..<scenario.horizon).contains(origin) else {
        throw ValidationError(
          "--origin \(origin): expected a year from \(scenario.district.baseYear) to \(scenario.horizon - 1)")
      }
      let observations = try options.figures.read(for: scenario.district)
      let folder = options.analysis.folder("backtest-\(scenario.id)-\(origin)")
      try folder.check(for: BacktestReport.fileNames)
      setBLASThreads(1)
      let run = BacktestRun(
        Experiment(scenario), observations: observations, origin: origin, usesRecalled: options.figures.useRecalled,
        options: AssimilationOptions(threads: options.analysis.threads))
      let progress = options.analysis.progress(scenario.id, of: run.work)
      let report = BacktestReport(
        try options.learning(from: observations) { try run.score { progress.update(members: $0) } },
        scenario: scenario, observations: observations.file)
      progress.finish()
      try folder.write(report.files(Version.identity, seconds: watch.seconds))
      guard !options.analysis.quiet else { return }
      Console.output(BacktestText(report, language: Console.language(options.analysis.lang)).text)
      Console.output(
        AnalysisOptions.closingLine(folder, files: BacktestReport.fileNames.count, seconds: watch.seconds))
    }
  }
}
