import District
import Reporting

/// Reads the result folders of a command.
enum ReportedRuns {
  /// The runs, in the order of the folders.
  ///
  /// - Throws: as `ReportedRun`; `Diagnostic` when two folders hold the same scenario, which nothing would tell apart.
  static func read(_ folders: [String]) throws -> [ReportedRun] {
    let runs = try folders.map { try ReportedRun(folder: $0) }
    for (index, run) in runs.enumerated() {
      guard let first = runs[..<index].first(where: { $0.scenario.id == run.scenario.id }) else { continue }
      throw Diagnostic(
        file: run.stored.folder,
        message: "the scenario '\(run.scenario.id)' is also the one in '\(first.stored.folder)'")
    }
    return runs
  }
}
