import ArgumentParser
import District
import Reporting

/// `hsb status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how far a run, a sweep or an allocation search in shards is.",
    discussion: """
      Reads the shards in FOLDER/shards and prints how many are there, which are missing or damaged, how long the rest \
      takes, and of a run the summary of the members so far, with its Monte Carlo error, which falls as shards come in.

      EXAMPLES
        hsb status results/baseline
        hsb status results/baseline --missing       3,17-20: the shards to run, as sbatch --array takes them
      """)

  @Argument(help: ArgumentHelp("The folder of results that holds the shards.", valueName: "folder"))
  var path: String

  @OptionGroup var source: ShardSourceOptions

  @Flag(help: "Print only the numbers of the shards that are missing or damaged.")
  var missing = false

  @Option(help: "Language of what is printed. (default: the terminal's)")
  var lang: Language?

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let results = OutputFolder(path)
      if !ShardFolder(results).exists, let finished = try? FinishedRun(folder: path) {
        let members = NumberText.grouped(finished.manifest.ensemble.members)
        return Console.output(Label.runComplete.text(Console.language(lang), members) + "\n")
      }
      let found = try source.find(results)
      switch found.header.identity.work {
      case .members: try showRun(found)
      case .points: try showItems(source.sweep(found, threads: nil).shards(nil, in: results))
      case .starts: try showItems(source.search(found, threads: nil).shards(nil, in: results))
      }
    }
  }

  private func showRun(_ found: ShardSourceOptions.Source) throws {
    let sharded = try source.run(found)
    let survey = try ShardSurvey(sharded.folder, count: sharded.shards.count)
    let merged = try sharded.merged(survey)
    let used = Set(merged.numbers)
    let rest = sharded.shards.inOrder.filter { !used.contains($0) }
    if missing { return Console.output(ShardSurvey.ranges(rest, separator: ",") + "\n") }
    let language = Console.language(lang)
    let status = ShardStatus(
      scenario: sharded.experiment.scenario, shards: sharded.shards.count, missing: rest,
      members: merged.summary?.members ?? 0, coreSeconds: merged.coreSeconds)
    Console.output(status.text(language))
    warn(of: survey)
    Failure.report(merged.faults.map { Diagnostic(.warning, file: $0.file, message: $0.message) })
    guard let summary = merged.summary else { return }
    let report = RunReport(
      scenario: sharded.experiment.scenario, summary: summary, baseLevels: [], language: language)
    Console.output("\n" + RunSummaryText(report, language: language).text)
  }

  private func showItems(_ work: ItemWork<some Codable>) throws {
    let survey = try ShardSurvey(work.folder, count: work.count)
    let (whole, damages) = try survey.examine(of: work.identity, check: work.check)
    let there = Set(whole.map(\.number))
    let rest = work.order.filter { !there.contains($0) }
    if missing { return Console.output(ShardSurvey.ranges(rest, separator: ",") + "\n") }
    let seconds = whole.reduce(0) { $0 + $1.coreSeconds }
    let status = ShardStatus(work.items, of: work.identity.work, missing: rest, coreSeconds: seconds)
    Console.output(status.text(Console.language(lang)))
    warn(of: survey)
    Failure.report(damages.map { Diagnostic(.warning, file: $0.file, message: $0.message) })
  }

  private func warn(of survey: ShardSurvey) {
    for name in survey.strangers {
      Console.error(DisplayWidth.printable("\(survey.folder.path)/\(name): warning: no shard of this run"))
    }
  }
}
