import Analysis
import Reporting
import Scenarios

/// Reads the sweep of a file and carries it out, whole or point by point.
struct SweepInputs {
  let sweep: Sweep
  private let file: String
  private let overrides: ScenarioOverrides
  private let threads: Int?

  /// - Parameters:
  ///   - file: a scenario file with axes.
  ///   - overrides: what the command line sets.
  ///   - threads: workers; nil for one a core.
  init(_ file: String, overrides: ScenarioOverrides, threads: Int? = nil) throws {
    sweep = try ScenarioInputs.sweep(file, overrides: overrides)
    self.file = file
    self.overrides = overrides
    self.threads = threads
  }

  /// Members of some points, for progress.
  func members(of range: Range<Int>) -> Int { range.count * sweep.first.ensemble.members }

  /// What came of some of the points.
  ///
  /// - Parameters:
  ///   - range: the points, from 0.
  ///   - progress: called with the members of these points that are done.
  ///   - receive: called with each point and its result, in their order.
  func run(
    _ range: Range<Int>, progress: @escaping @Sendable (Int) -> Void, receive: (SweepPoint, SweepPointResult) -> Void
  ) throws {
    let points = Array(sweep.points[range])
    let catalogue = sweep.first.catalogue
    let run = try SweepRun(
      points.map(\.scenario), indicators: sweep.indicators.map { $0.compactMap { catalogue[$0] } }, threads: threads)
    let report = SweepReport(sweep)
    try run.run(progress: progress) { receive(points[$0], report.result(points[$0], $1)) }
  }

  /// The report on all points.
  func report(_ results: [SweepPointResult]) -> SweepReport {
    var report = SweepReport(sweep)
    for (point, result) in zip(sweep.points, results) { report.add(point, result) }
    return report
  }

  /// The sweep cut into shards.
  ///
  /// - Parameters:
  ///   - count: number of shards; nil for that of the shards that are there, or a usual one.
  ///   - folder: the folder of the results.
  func shards(_ count: Int?, in folder: OutputFolder) throws -> ItemWork<SweepPointResult> {
    // Every point is the first one with other values at the places of the axes, and with its own plan.
    let axes = sweep.axes.map { "\($0.name) \($0.paths) \($0.values.map(\.text))" }
    let task = "\(axes) \(sweep.isPaired) \(sweep.points.count) \(sweep.indicators ?? [])"
    return try ItemWork(
      sweep.points.count, of: .points, sweep.first, task: task, file: file,
      plans: sweep.points.map(\.scenario.plan), overrides: overrides, count: count, folder: folder)
  }
}
