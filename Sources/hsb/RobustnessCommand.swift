import Analysis
import ArgumentParser
import District
import Reporting

/// `hsb robustness`.
struct RobustnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robustness", abstract: "Hold scenarios against stresses and show what each decision rule chooses.",
    discussion: """
      A stress is a scenario file whose events, parameters, constants and funding.adjust are laid over each scenario; \
      what the file at the root of its chain says is left out. Where a stress replaces what a scenario says there is a \
      warning. Written to results/robustness/ (or --output): robustness.csv, robustness_rules.csv, \
      robustness_leadership.csv, robustness.svg, manifest.json. Rules: expected value, maximin, minimax regret, \
      satisficing; docs/COMPARISON.md defines them.

      EXAMPLES
        hsb robustness scenarios/baseline.yaml scenarios/people-first.yaml --stress scenarios/stress-*.yaml
        hsb robustness scenarios/*-first.yaml --stress scenarios/stress-drought.yaml --satisfactory 0.6
      """)

  @Argument(help: ArgumentHelp("Scenario files.", valueName: "file"))
  var scenarios: [String]

  @Option(
    name: .long, parsing: .upToNextOption, help: ArgumentHelp("Stress files, one or more.", valueName: "file"))
  var stress: [String]

  @Option(help: ArgumentHelp("Probability that is good enough for satisficing, 0 to 1.", valueName: "share"))
  var satisfactory = 0.5

  @OptionGroup var options: AnalysisOptions

  func validate() throws {
    guard (0...1).contains(satisfactory) else {
      throw ValidationError("--satisfactory \(satisfactory): expected a number from 0 to 1")
    }
    if stress.isEmpty { throw ValidationError("--stress: expected one stress file or more") }
    try options.check()
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let stressed = try ScenarioInputs.stressed(scenarios, by: stress, overrides: options.overrides)
      let folder = options.folder("robustness")
      try folder.check(for: RobustnessReport.fileNames)
      let columns = [RobustnessReport.unstressed] + stressed.stresses.map(\.id)
      let run = try RobustnessRun(stressed.grid, stresses: columns, threads: options.threads)
      let progress = options.progress("robustness", of: run.members)
      let result = try run.run { progress.update(members: $0) }
      progress.finish()
      let report = try RobustnessReport(
        Self.sound(result, stressed.grid[0][0].id), stressed, satisfactoryLevel: satisfactory,
        language: options.lang ?? .zh)
      try options.deliver(report.files, to: folder, since: watch) { RobustnessText(report, language: $0).text }
    }
  }

  /// The result, unless it has no commitment to judge by or values that are not finite.
  private static func sound(_ result: RobustnessResult?, _ scenario: String) throws -> RobustnessResult {
    guard let result else {
      throw Diagnostic(
        file: scenario, message: "no target lies within the last year of every scenario; there is nothing to judge by")
    }
    guard let broken = result.firstNonFinite else { return result }
    throw Diagnostic(
      file: broken.scenario,
      message: "under the stress '\(broken.stress)' the indicator '\(broken.indicator)' is not a finite number in "
        + "\(broken.year); nothing was written")
  }
}
