import Analysis
import ArgumentParser
import District
import Reporting
import Scenarios

/// `hsb sweep`.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run a scenario over the points of its axes, as one job on the same draws.",
    discussion: """
      A sweep is a scenario file with a key `sweep`: each axis has a name and values, and $name stands in the file where \
      the value goes. All points run on the same draws. Written to results/<scenario>/ (or --output): sweep.csv, one \
      row a point, indicator or target, and year, with the axes as columns; manifest.json.

        funding:
          adjust:
            - {source: enterprise, multiply: $enterprise}
            - {project: tourism, multiply: $tourism}
        sweep:
          axes:
            enterprise: {from: 0, to: 2, by: 0.1}
            tourism: [0, 0.5, 1, 2]

      EXAMPLES
        hsb validate scenarios/sweep-enterprise-tourism.yaml
        hsb sweep scenarios/sweep-enterprise-tourism.yaml
        hsb sweep scenarios/sweep-enterprise-tourism.yaml --members 2000 --output quick
      """)

  @Argument(help: ArgumentHelp("A scenario file with axes.", valueName: "file"))
  var file: String

  @OptionGroup var options: AnalysisOptions

  func validate() throws { try options.check() }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let sweep = try ScenarioInputs.sweep(file, overrides: options.overrides)
      let folder = options.folder(sweep.id)
      try folder.check(for: SweepReport.fileNames)
      let catalogue = sweep.first.catalogue
      let run = try SweepRun(
        sweep.points.map(\.scenario), indicators: sweep.indicators.map { $0.compactMap { catalogue[$0] } },
        threads: options.threads)
      let progress = options.progress(sweep.id, of: sweep.points.count * sweep.first.ensemble.members)
      var report = SweepReport(sweep)
      try run.run(progress: { progress.update(members: $0) }) { report.add(sweep.points[$0], $1) }
      progress.finish()
      try report.requireFinite()
      try options.deliver(report.files, to: folder, since: watch, text: report.text)
    }
  }
}
