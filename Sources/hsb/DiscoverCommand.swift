import Analysis
import ArgumentParser
import District
import LinearAlgebra
import Projection
import Reporting
import Scenarios

extension ScenarioDiscovery.Interest: ExpressibleByArgument {}

/// `hsb discover`.
struct DiscoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover", abstract: "Find the conditions under which a commitment is missed (or met).",
    discussion: """
      Scenario discovery by patient rule induction (PRIM): ranges of the uncertain parameters within which nearly all \
      members miss the commitment, with coverage, density and quasi-p-values, checked on members drawn afresh. The \
      boxes are those the EMA workbench finds on the same sample. Written to results/discover-<scenario>-<target>/: \
      discovery.csv (every box), members.csv (the sample), ema-workbench.tar.gz (the sample for load_results of the \
      EMA workbench), tradeoff.svg, leadership.csv and manifest.json. Of a sweep the members are dealt to the points, and \
      its axes are conditions beside the parameters. docs/DISCOVERY.md has the method.

      EXAMPLES
        hsb discover scenarios/baseline.yaml --target gdp_100_yi
        hsb discover scenarios/baseline.yaml --target gdp_100_yi --when met --density 0.95
        hsb discover scenarios/funding-cut.yaml --target income_rural_basic --boxes 3 --members 50000
        hsb discover scenarios/sweeps/enterprise-tourism.yaml --target gdp_100_yi
      """)

  @Argument(help: ArgumentHelp("A scenario file, or a sweep.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The commitment; 'hsb district show' lists them.", valueName: "id"))
  var target: String

  @Option(help: "Which members are of interest.")
  var when: ScenarioDiscovery.Interest = .missed

  @Option(help: ArgumentHelp("Share of the members in a box that should be of interest.", valueName: "share"))
  var density = 0.8

  @Option(help: ArgumentHelp("Boxes to find, each without the members of those before it.", valueName: "number"))
  var boxes = 1

  @OptionGroup var options: AnalysisOptions

  /// Members drawn unless told otherwise.
  private static let members = 10_000

  func validate() throws {
    try options.check()
    if let members = options.members, !(100...200_000).contains(members) {
      throw ValidationError("--members \(members): expected a whole number from 100 to 200000; every member is kept")
    }
    guard density > 0, density <= 1 else {
      throw ValidationError("--density \(density): expected a share above 0 and at most 1")
    }
    guard (1...10).contains(boxes) else { throw ValidationError("--boxes \(boxes): expected 1 to 10") }
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let overrides = options.ensemble.overrides(members: options.members ?? Self.members)
      let inputs = try DiscoveryInputs(file, target: target, overrides: overrides)
      let folder = options.folder("discover-\(inputs.scenario.id)-\(target)")
      try folder.check(for: DiscoveryReport.fileNames)
      setBLASThreads(1)
      let progress = options.progress(inputs.scenario.id, of: 2 * inputs.subject.members)
      let samples = try MemberSample.withFresh(
        inputs.subject, threads: options.threads, progress: { progress.update(members: $0) })
      progress.finish()
      try inputs.requireFinite(samples.sample, samples.fresh)
      let search = Stopwatch()
      let discovery = ScenarioDiscovery(
        samples.sample, fresh: samples.fresh, interest: when, density: density, boxes: boxes)
      let found = NumberText.fixed(search.seconds, decimals: 3)
      let report = DiscoveryReport(
        scenario: inputs.scenario, sweep: inputs.sweep, discovery: discovery, language: options.lang ?? .zh)
      try options.deliver(report.files, to: folder, since: watch) { language in
        DiscoveryText(report, language: language).text + "\n" + Label.discoveryTime.text(language, found) + "\n"
      }
    }
  }
}
