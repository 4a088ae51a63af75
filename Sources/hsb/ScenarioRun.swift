import Analysis
import District
import LinearAlgebra
import Projection
import Reporting
import Scenarios

/// One scenario run to the end, its files ready to be written.
struct ScenarioRun {
  /// What was found.
  let report: RunReport
  /// How it was made.
  let record: RunRecord
  /// The files of its folder.
  let files: [OutputFile]

  /// Runs a scenario.
  init(
    _ scenario: ResolvedScenario, goals: [PrecisionGoal] = [], threads: Int?, language: Language, readSeconds: Double,
    progress: ProgressLine
  ) throws {
    setBLASThreads(1)
    let watch = Stopwatch()
    // Without a goal one round is all.
    let precise = try PreciseRun(Experiment(scenario), goals: goals, threads: threads) {
      progress.update(members: $0, of: $1)
    }
    progress.finish()
    try self.init(
      precise.run.experiment, precise.summary, precision: goals.isEmpty ? nil : precise.outcome,
      threads: precise.run.threads, baseLevelThreads: threads, language: language, readSeconds: readSeconds,
      ensembleSeconds: watch.seconds)
  }

  /// Completes what shards have found of a scenario.
  init(_ sharded: ShardedScenario, _ merged: MergedShards, threads: Int?, language: Language, readSeconds: Double)
    throws
  {
    // Seconds of all workers together are those of one.
    try self.init(
      sharded.experiment, merged.summary!, threads: 1, baseLevelThreads: threads, language: language,
      readSeconds: readSeconds, ensembleSeconds: merged.coreSeconds)
  }

  /// Completes what was found of a scenario: the other base levels, the money by source, and the files.
  private init(
    _ experiment: Experiment, _ summary: EnsembleSummary, precision: PrecisionOutcome? = nil, threads: Int,
    baseLevelThreads: Int?, language: Language, readSeconds: Double, ensembleSeconds: Double
  ) throws {
    let scenario = experiment.scenario
    try summary.requireFinite(in: scenario)
    let baseWatch = Stopwatch()
    let levels =
      try Self.hasGDPTarget(scenario)
      ? BaseLevels.run(experiment, summary: summary, threads: baseLevelThreads) : []
    let accounts = try FundingAccounts(experiment, threads: baseLevelThreads)
    let library = openBLASConfiguration()
    report = RunReport(
      scenario: scenario, summary: summary, baseLevels: levels, accounts: accounts, language: language,
      precision: precision)
    record = RunRecord(
      program: Version.program, version: Version.number, commit: Version.commit, threads: threads,
      tileMembers: Engine.defaultTileMembers, linearAlgebra: library.kernel, linearAlgebraOptions: library.options,
      readSeconds: readSeconds, ensembleSeconds: ensembleSeconds, baseLevelSeconds: baseWatch.seconds)
    files = report.files(record)
  }

  /// Goals of precision that the most members allowed did not reach.
  var missedGoals: [String] {
    guard let precision = report.precision else { return [] }
    return precision.goals.indices.filter { !precision.isReached($0) }.map { precision.goals[$0].text }
  }

  /// `results/baseline: 7 files; 10,000 members in 0.31 s`.
  func closingLine(_ folder: String) -> String {
    let seconds = NumberText.fixed(record.ensembleSeconds, decimals: 2)
    return DisplayWidth.printable(folder)
      + ": \(files.count) files; \(NumberText.grouped(report.summary.members)) members in \(seconds) s\n\n"
  }

  private static func hasGDPTarget(_ scenario: ResolvedScenario) -> Bool {
    scenario.targets.contains { $0.indicator.hasPrefix("gdp_") && $0.years.upperBound <= scenario.horizon }
  }
}
