import ArgumentParser
import District
import Reporting

/// `hsb run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scenarios and write their results.",
    discussion: """
      Results of a scenario go to results/<scenario>/ and are replaced by the next run: projections.csv, targets.csv \
      and projects.csv for machines, leadership.csv for people (it opens in Excel, WPS and LibreOffice), \
      scenario.yaml, which runs the same again, and manifest.json, which says what was run and how. Several scenarios \
      share their draws, so that what differs between them is the scenarios' doing.

      EXAMPLES
        hsb run scenarios/baseline.yaml
        hsb run scenarios/baseline.yaml --members 1000000 --output my-results
        hsb run scenarios/*.yaml --output comparison      a folder each in comparison/
        hsb run scenarios/long-horizon-2035.yaml --horizon 2030 --lang en
        hsb run scenarios/baseline.yaml --until 'income_all.2025.p50 within 10'
        hsb run scenarios/baseline.yaml --until 'gdp_100_yi.probability within 0.2'
      """)

  @Argument(help: ArgumentHelp("Scenario files.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Number of members drawn.", valueName: "number"))
  var members: Int?

  @Option(
    help: ArgumentHelp(
      "Double the members until a standard error is small enough: 'INDICATOR.YEAR.STATISTIC within NUMBER' in the unit "
        + "of the indicator (statistics: mean, p05, p25, p50, p75, p95), or 'TARGET.probability within POINTS'. May be "
        + "given several times. For one scenario.",
      valueName: "goal"))
  var until: [String] = []

  @OptionGroup var ensemble: EnsembleOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Folder of the results; with several scenarios, a folder each in it. (default: results/<scenario>)",
      valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Workers; results do not depend on them. (default: one a core)", valueName: "number"))
  var threads: Int?

  @Option(
    help:
      "Language of leadership.csv and of the table printed. (default: zh for the file, the terminal's for the table)")
  var lang: Language?

  @Flag(name: [.short, .long], help: "Print no progress and no table.")
  var quiet = false

  func validate() throws {
    if let members, !(1...1_000_000_000).contains(members) {
      throw ValidationError("--members \(members): expected a whole number from 1 to 1000000000")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): expected a whole number from 1 to 1024")
    }
    if !until.isEmpty, files.count > 1 {
      throw ValidationError(
        "--until: expected one scenario; run the others with the --members it took, so that they share their draws")
    }
    if output?.isEmpty == true { throw ValidationError("--output: expected the name of a folder") }
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let scenarios = try ScenarioInputs.read(files, overrides: ensemble.overrides(members: members))
      let readSeconds = watch.seconds
      let folders = ResultFolders(output: output, scenarios: scenarios.map(\.id))
      try folders.check()
      let goals = try PrecisionGoals.read(until, for: scenarios)
      let runs = try scenarios.enumerated().map { index, scenario in
        try ScenarioRun(
          scenario, goals: goals, threads: threads, language: lang ?? .zh, readSeconds: readSeconds,
          progress: ProgressLine(scenario, number: index + 1, of: scenarios.count, isShown: !quiet))
      }
      for (folder, run) in zip(folders.folders, runs) { try folder.write(run.files) }
      for goal in runs.flatMap(\.missedGoals) {
        Console.error("\(files[0]): warning: --until '\(goal)' was not reached")
      }
      guard !quiet else { return }
      for (folder, run) in zip(folders.folders, runs) {
        Console.output(RunSummaryText(run.report, language: Console.language(lang)).text + run.closingLine(folder.path))
      }
    }
  }
}
