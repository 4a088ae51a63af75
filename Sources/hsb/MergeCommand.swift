import ArgumentParser
import District
import Reporting

/// `hsb merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Put the shards of a run together.",
    discussion: """
      Reads the shards in FOLDER/shards, checks each (checksum, program, scenario, district, draws, arithmetic) and \
      writes into FOLDER exactly the files that the run as a whole writes; only the member 'run' of manifest.json, times \
      and threads, differs. A shard that is missing, doubled, cut short, damaged or of another run is named, and nothing \
      is written. The scenario is read again from the file that the shards name.

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
      let sharded = try source.read(folder)
      let readSeconds = watch.seconds
      let lock = try FolderLock(folder, .alone)
      defer { lock.release() }
      Interruption.watch([lock]) { "nothing was written; the shards are as they were" }
      let run = try ScenarioRun(
        sharded, sharded.merged(), threads: threads, language: lang ?? .zh, readSeconds: readSeconds)
      try folder.write(run.files)
      if removeShards { sharded.folder.remove(count: sharded.shards.count) }
      guard !quiet else { return }
      Console.output(RunSummaryText(run.report, language: Console.language(lang)).text)
      Console.output(run.closingLine(folder.path))
    }
  }
}
