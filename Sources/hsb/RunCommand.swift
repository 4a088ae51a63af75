import ArgumentParser
import District
import Reporting

/// `hsb run`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scenarios and write their results.",
    discussion: """
      Results of a scenario go to results/<scenario>/ and are replaced by the next run: projections.csv, targets.csv, \
      projects.csv and funding.csv for machines, leadership.csv for people (it opens in Excel, WPS and LibreOffice), \
      scenario.yaml, which runs the same again, and manifest.json, which says what was run and how. Several scenarios \
      share their draws, so that what differs between them is the scenarios' doing.

      A run can be cut into shards, each a range of members with a small file of counts; merged, they give the bytes of \
      the run as a whole. A run with --resume goes on where one that was stopped had come to, and so does any run of more \
      than 16 million members. 'hsb status' shows how far it is.

      EXAMPLES
        hsb run scenarios/baseline.yaml
        hsb run scenarios/baseline.yaml --members 1000000 --output my-results
        hsb run scenarios/*.yaml --output comparison      a folder each in comparison/
        hsb run scenarios/long-horizon-2035.yaml --horizon 2030 --lang en
        hsb run scenarios/baseline.yaml --until 'income_all.2025.p50 within 10'
        hsb run scenarios/baseline.yaml --until 'gdp_100_yi.probability within 0.2'
        hsb run scenarios/baseline.yaml --members 10000000 --resume
        hsb run scenarios/baseline.yaml --members 10000000 --shards 64 --shard 3
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

  @OptionGroup var sharding: ShardOptions

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
    try OptionLimits.check(members: members)
    try OptionLimits.check(threads: threads)
    if !until.isEmpty, files.count > 1 {
      throw ValidationError(
        "--until: expected one scenario; run the others with the --members it took, so that they share their draws")
    }
    try sharding.check(files: files.count, hasGoals: !until.isEmpty)
    if output?.isEmpty == true { throw ValidationError("--output: expected the name of a folder") }
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let overrides = ensemble.overrides(members: members)
      let scenarios = try ScenarioInputs.read(files, overrides: overrides)
      let readSeconds = watch.seconds
      let folders = ResultFolders(output: output, scenarios: scenarios.map(\.id))
      try folders.check()
      let goals = try PrecisionGoals.read(until, for: scenarios)
      let locks = try folders.lock(sharding.shard == nil ? .alone : .shared)
      defer { for lock in locks { lock.release() } }
      let counter = ShardCounter()
      Interruption.watch(locks) { counter.farewell(folders.folders[0].path) }
      let lines = scenarios.enumerated().map { index, scenario in
        ProgressLine(scenario, number: index + 1, of: scenarios.count, isShown: !quiet)
      }
      func sharded() throws -> ShardedScenario {
        try ShardedScenario(
          scenarios[0], file: files[0], overrides: overrides, count: sharding.shards, folder: folders.folders[0])
      }
      if let shard = sharding.shard {
        let parts = try sharded()
        try parts.run(shard: shard, threads: threads, progress: lines[0])
        guard !quiet else { return }
        let size = "\(NumberText.grouped(parts.shards.members(of: shard))) members"
        return Console.output(parts.closingLine(shard: shard, holds: size, seconds: watch.seconds))
      }
      let members = scenarios[0].ensemble.members
      if sharding.keepsShards(members: members, files: files.count, hasGoals: !goals.isEmpty) {
        let parts = try sharded()
        try parts.runMissing(threads: threads, progress: lines[0], counter: counter)
        let run = try ScenarioRun(
          parts, parts.merged(), threads: threads, language: lang ?? .zh, readSeconds: readSeconds)
        try write([run], to: folders)
        return parts.finish(keepsShards: sharding.isAsked, isQuiet: quiet)
      }
      try write(
        zip(scenarios, lines).map { scenario, line in
          try ScenarioRun(
            scenario, goals: goals, threads: threads, language: lang ?? .zh, readSeconds: readSeconds, progress: line)
        }, to: folders)
    }
  }

  /// Writes the files of the runs and prints what they found.
  private func write(_ runs: [ScenarioRun], to folders: ResultFolders) throws {
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
