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
        hsb validate scenarios/sweeps/enterprise-tourism.yaml
        hsb sweep scenarios/sweeps/enterprise-tourism.yaml
        hsb sweep scenarios/sweeps/enterprise-tourism.yaml --members 2000 --output quick
        hsb sweep scenarios/sweeps/enterprise-tourism.yaml --resume               a sweep that was stopped goes on
        hsb sweep scenarios/sweeps/enterprise-tourism.yaml --shards 8 --shard 3   then 'hsb merge' on its folder
      """)

  @Argument(help: ArgumentHelp("A scenario file with axes.", valueName: "file"))
  var file: String

  @OptionGroup var options: AnalysisOptions

  @OptionGroup var sharding: ShardOptions

  func validate() throws {
    try options.check()
    try sharding.check(files: 1, hasGoals: false)
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let inputs = try SweepInputs(file, overrides: options.overrides, threads: options.threads)
      let sweep = inputs.sweep
      let folder = options.folder(sweep.id)
      try folder.check(for: SweepReport.fileNames)
      func deliver(_ report: SweepReport) throws {
        try report.requireFinite()
        try options.deliver(report.files, to: folder, since: watch, text: report.text)
      }
      if sharding.isAsked {
        return try inputs.shards(sharding.shards, in: folder).perform(
          sharding, since: watch, isQuiet: options.quiet,
          compute: { range in
            let progress = options.progress(
              "\(sweep.id) \(range.lowerBound + 1)-\(range.upperBound)", of: inputs.members(of: range))
            defer { progress.finish() }
            var results: [SweepPointResult] = []
            try inputs.run(range, progress: { progress.update(members: $0) }) { results.append($1) }
            return results
          }, deliver: { try deliver(inputs.report($0)) })
      }
      let lock = try FolderLock(folder, .alone)
      defer { lock.release() }
      Interruption.watch([lock]) { "nothing was written (with --resume a sweep keeps the shards that are done)" }
      let progress = options.progress(sweep.id, of: inputs.members(of: sweep.points.indices))
      var report = SweepReport(sweep)
      try inputs.run(sweep.points.indices, progress: { progress.update(members: $0) }) { report.add($0, $1) }
      progress.finish()
      try deliver(report)
    }
  }
}
