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

  init(
    _ scenario: ResolvedScenario, goals: [PrecisionGoal] = [], threads: Int?, language: Language, readSeconds: Double,
    progress: ProgressLine
  ) throws {
    setBLASThreads(1)
    let ensembleWatch = Stopwatch()
    // Without a goal one round is all.
    let precise = try PreciseRun(Experiment(scenario), goals: goals, threads: threads) {
      progress.update(members: $0, of: $1)
    }
    let (run, summary) = (precise.run, precise.summary)
    let experiment = run.experiment
    let scenario = experiment.scenario
    progress.finish()
    let ensembleSeconds = ensembleWatch.seconds
    try Self.requireFinite(summary, scenario)
    let baseWatch = Stopwatch()
    let levels = try Self.hasGDPTarget(scenario) ? BaseLevels.run(experiment, summary: summary, threads: threads) : []
    let library = openBLASConfiguration()
    report = RunReport(
      scenario: scenario, summary: summary, baseLevels: levels, language: language,
      precision: goals.isEmpty ? nil : precise.outcome)
    record = RunRecord(
      program: Version.program, version: Version.number, commit: Version.commit, threads: run.threads,
      tileMembers: run.tileMembers, linearAlgebra: library.kernel, linearAlgebraOptions: library.options,
      readSeconds: readSeconds, ensembleSeconds: ensembleSeconds, baseLevelSeconds: baseWatch.seconds)
    files = report.files(record)
  }

  /// Goals of precision that the most members allowed did not reach.
  var missedGoals: [String] {
    guard let precision = report.precision else { return [] }
    return precision.goals.indices.filter { !precision.isReached($0) }.map { precision.goals[$0].text }
  }

  /// `results/baseline: 6 files; 10,000 members in 0.31 s`.
  func closingLine(_ folder: String) -> String {
    let seconds = NumberText.fixed(record.ensembleSeconds, decimals: 2)
    return DisplayWidth.printable(folder)
      + ": \(files.count) files; \(NumberText.grouped(report.summary.members)) members in \(seconds) s\n\n"
  }

  private static func hasGDPTarget(_ scenario: ResolvedScenario) -> Bool {
    scenario.targets.contains { $0.indicator.hasPrefix("gdp_") && $0.years.upperBound <= scenario.horizon }
  }

  private static func requireFinite(_ summary: EnsembleSummary, _ scenario: ResolvedScenario) throws {
    guard let broken = summary.firstNonFinite else { return }
    throw Diagnostic(
      file: scenario.chain.first ?? scenario.id,
      message: "the indicator '\(broken.indicator)' is not a finite number in \(broken.year): values of the scenario "
        + "are too extreme to compute with; nothing was written")
  }
}
