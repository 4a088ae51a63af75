import ArgumentParser
import District
import Reporting

/// `hsb merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Put the shards of a run, a sweep or an allocation search together.",
    discussion: """
      Reads the shards in FOLDER/shards, checks each (checksum, program, scenario, plan, district, draws, arithmetic; of a \
      sweep its axes and points, of an allocation search its question) and writes into FOLDER exactly the files that the \
      command as a whole writes; only the member 'run' of manifest.json, times and threads, differs. An allocation search \
      goes on from what its starts led to. A shard that is missing, doubled, cut short, damaged or of another run is \
      named, and nothing is written. The scenario is read again from the file that the shards name.

      EXAMPLES
        hsb merge results/baseline
        hsb merge results/baseline --scenario scenarios/baseline.yaml --lang en
        hsb merge results/baseline --remove-shards
      """)

  @Argument(help: ArgumentHelp("The folder of results that holds the shards.", valueName: "folder"))
  var path: String

  @OptionGroup var source: ShardSourceOptions

  @Option(help: ArgumentHelp("Workers; results do not depend on them. (default: one a core)", valueName: "number"))
  var threads: Int?

  @Option(
    help:
      "Language of leadership.csv and of the table printed. (default: zh for the file, the terminal's for the table)")
  var lang: Language?

  @Flag(help: "Remove the shards when the results are in place.")
  var removeShards = false

  @Flag(name: [.short, .long], help: "Print no table.")
  var quiet = false

  func validate() throws {
    try OptionLimits.check(threads: threads)
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let folder = OutputFolder(path)
      let found = try source.find(folder)
      let lock = try FolderLock(folder, .alone)
      defer { lock.release() }
      Interruption.watch([lock]) { "nothing was written; the shards are as they were" }
      switch found.header.identity.work {
      case .members: try mergeRun(found, since: watch)
      case .points: try mergeSweep(found, since: watch)
      case .starts: try mergeSearch(found, since: watch)
      }
    }
  }

  private func mergeRun(_ found: ShardSourceOptions.Source, since watch: Stopwatch) throws {
    let sharded = try source.run(found)
    let readSeconds = watch.seconds
    let run = try ScenarioRun(
      sharded, sharded.merged(), threads: threads, language: lang ?? .zh, readSeconds: readSeconds)
    try found.folder.write(run.files)
    if removeShards { sharded.folder.remove(count: sharded.count) }
    guard !quiet else { return }
    Console.output(RunSummaryText(run.report, language: Console.language(lang)).text)
    Console.output(run.closingLine(found.folder.path))
  }

  private func mergeSweep(_ found: ShardSourceOptions.Source, since watch: Stopwatch) throws {
    let inputs = try source.sweep(found, threads: threads)
    let shards = try inputs.shards(nil, in: found.folder)
    let report = inputs.report(try shards.merged())
    try report.requireFinite()
    try deliver(report.files, of: shards, since: watch, text: report.text)
  }

  private func mergeSearch(_ found: ShardSourceOptions.Source, since watch: Stopwatch) throws {
    let inputs = try source.search(found, threads: threads)
    let shards = try inputs.shards(nil, in: found.folder)
    try found.folder.check(for: AllocationReport.fileNames)
    let climbs = try shards.merged()
    let progress = ProgressLine("optimize", members: inputs.mostMembers, isShown: !quiet)
    let report = try inputs.report(language: lang ?? .zh, climbs: climbs) { progress.update(members: $0) }
    progress.finish()
    try deliver(report.files, of: shards, since: watch) { AllocationText(report, language: $0).text }
  }

  private func deliver(
    _ files: (RunRecord) -> [OutputFile], of shards: some ShardedWork, since watch: Stopwatch,
    text: (Language) -> String
  ) throws {
    try AnalysisOptions.deliver(
      files, to: shards.folder.results, since: watch, threads: threads, lang: lang, quiet: quiet, text: text)
    if removeShards { shards.folder.remove(count: shards.count) }
  }
}
