import Analysis
import ArgumentParser
import District
import LinearAlgebra
import Projection
import Reporting

/// `hsb assimilate`.
struct AssimilateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assimilate", abstract: "Update a projection with observed figures.",
    discussion: """
      Parameters and the shocks of past years are updated by an ensemble smoother (Emerick and Reynolds 2013); shocks of \
      later years stay as drawn. Written: every parameter before and after, how each figure is met, projections and \
      probabilities of the commitments before and after, and whether the update can be relied on. Figures that are only \
      recalled are left out unless --use-recalled is given.

      EXAMPLES
        hsb assimilate scenarios/baseline.yaml
        hsb assimilate scenarios/baseline.yaml --until 2022
        hsb assimilate scenarios/funding-cut.yaml --observations mine.csv --output updated
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var file: String

  @OptionGroup var options: LearningOptions

  @Option(help: ArgumentHelp("The last year figures may be of.", valueName: "year"))
  var until: Int?

  @Option(help: ArgumentHelp("Rounds of the smoother.", valueName: "number"))
  var rounds = 4

  @Option(
    help: ArgumentHelp("Share of the singular values kept in the inverse. (default: exact inverse)", valueName: "share")
  )
  var truncation: Double?

  func validate() throws {
    guard (1...32).contains(rounds) else { throw ValidationError("--rounds \(rounds): expected 1 to 32") }
    if let truncation, !(truncation > 0 && truncation <= 1) {
      throw ValidationError("--truncation \(truncation): expected more than 0 and at most 1")
    }
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let scenario = try options.scenario(file)
      let observations = try options.figures.read(for: scenario.district)
      let folder = options.analysis.folder("assimilate-\(scenario.id)")
      try folder.check(for: AssimilationReport.fileNames)
      setBLASThreads(1)
      let run = AssimilationRun(
        Experiment(scenario), observations: observations,
        selection: ObservationSelection(usesRecalled: options.figures.useRecalled, until: until),
        options: AssimilationOptions(rounds: rounds, truncation: truncation, threads: options.analysis.threads))
      let progress = options.analysis.progress(scenario.id, of: run.work)
      let found = try options.learning(from: observations) { try run.assimilate { progress.update(members: $0) } }
      progress.finish()
      let report = AssimilationReport(found, observations: observations.file, language: options.analysis.lang ?? .zh)
      try folder.write(report.files(Version.identity, seconds: watch.seconds))
      guard !options.analysis.quiet else { return }
      Console.output(AssimilationText(report, language: Console.language(options.analysis.lang)).text)
      Console.output(
        AnalysisOptions.closingLine(folder, files: AssimilationReport.fileNames.count, seconds: watch.seconds))
    }
  }
}
