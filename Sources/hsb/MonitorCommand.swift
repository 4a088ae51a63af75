import Analysis
import ArgumentParser
import District
import LinearAlgebra
import Projection
import Reporting

/// `hsb monitor`.
struct MonitorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor", abstract: "Check every commitment and project with what was known in a month.",
    discussion: """
      The projection is updated with the figures known by then. Each commitment, and each project's works, gets a state \
      by its probability (met, on track, at risk, out of reach), what changed since the last check, what drives it, and \
      what it would take to be on track again. monitor.csv is a ledger in Chinese that opens in Excel, WPS and \
      LibreOffice; history.csv in the same folder keeps all checks, so that the next one says what changed.

      EXAMPLES
        hsb monitor scenarios/baseline.yaml --as-of 2022-11
        hsb monitor scenarios/baseline.yaml --as-of 2023-06 --observations mine.csv
        hsb monitor scenarios/baseline.yaml --as-of 2023-11 --lang en --output ledger
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The month of the check.", valueName: "year-month"))
  var asOf: YearMonth

  @OptionGroup var options: LearningOptions

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let scenario = try options.scenario(file)
      guard asOf.year > scenario.district.baseYear else {
        throw ValidationError("--as-of \(asOf): expected a month after \(scenario.district.baseYear)")
      }
      let observations = try options.figures.read(for: scenario.district)
      let folder = options.analysis.folder("monitor-\(scenario.id)")
      try folder.check(for: MonitoringReport.fileNames)
      let history = try MonitoringHistory.read(folder: folder.path, scenario: scenario.id)
      setBLASThreads(1)
      let run = MonitoringRun(
        Experiment(scenario), observations: observations, asOf: asOf, usesRecalled: options.figures.useRecalled,
        options: AssimilationOptions(threads: options.analysis.threads))
      let progress = options.analysis.progress(scenario.id, of: run.work)
      let report = MonitoringReport(
        try options.learning(from: observations) { try run.check { progress.update(members: $0) } },
        scenario: scenario, observations: observations.file,
        history: history)
      progress.finish()
      let files = report.files(Version.identity, seconds: watch.seconds, language: options.analysis.lang ?? .zh)
      try folder.write(files)
      guard !options.analysis.quiet else { return }
      Console.output(report.text(Console.language(options.analysis.lang)))
      Console.output(AnalysisOptions.closingLine(folder, files: files.count, seconds: watch.seconds))
    }
  }
}
