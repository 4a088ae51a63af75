import Analysis
import ArgumentParser
import District
import Projection
import Reporting

/// `hsb compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare scenarios member by member; the first is the reference.",
    discussion: """
      Each scenario is a file, or the folder of a finished run. All of them run on the same draws, and what is reported \
      is the difference within each member: its median and 90 % range, the probability that it is above zero, the \
      change in the probability of each commitment, and what a unit of each outcome costs. A folder is run again from \
      its scenario.yaml, and refused when its results do not come out the same. Runs of other draws are refused.

      Written to results/comparison/ (or --output): comparison.csv, comparison_targets.csv, comparison_costs.csv for \
      machines, comparison_leadership.csv for people, manifest.json.

      EXAMPLES
        hsb compare scenarios/baseline.yaml scenarios/funding-cut.yaml
        hsb compare scenarios/baseline.yaml scenarios/*.yaml --members 65536 --output cuts
        hsb compare results/baseline results/funding-cut
        hsb compare scenarios/baseline.yaml scenarios/long-horizon-2035.yaml --horizon 2025
      """)

  @Argument(
    help: ArgumentHelp("Scenario files or folders of finished runs, the reference first.", valueName: "file|folder"))
  var scenarios: [String]

  @OptionGroup var options: AnalysisOptions

  func validate() throws {
    if scenarios.count < 2 { throw ValidationError("expected two scenarios or more, the reference first") }
    try options.check()
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let inputs = try ComparisonInputs(unique(scenarios), overrides: options.overrides)
      let folder = options.folder("comparison")
      try folder.check(for: ComparisonReport.fileNames)
      let run = try ComparisonRun(inputs.scenarios.map { Experiment($0) }, threads: options.threads)
      let progress = options.progress("compare", of: inputs.scenarios[0].ensemble.members)
      let comparison = try run.compare { progress.update(members: $0) }
      progress.finish()
      for (summary, scenario) in zip(comparison.summaries, inputs.scenarios) { try summary.requireFinite(in: scenario) }
      let report = ComparisonReport(comparison, language: options.lang ?? .zh)
      try inputs.requireReproduced(by: report)
      try options.deliver(report.files, to: folder, since: watch) { ComparisonText(report, language: $0).text }
    }
  }

  /// The paths, the reference only once: so that `baseline.yaml *.yaml` works.
  private func unique(_ paths: [String]) -> [String] { paths.prefix(1) + paths.dropFirst().filter { $0 != paths[0] } }
}
