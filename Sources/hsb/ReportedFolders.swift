import District
import Reporting

/// The folders of finished runs and analyses that a command was given.
struct ReportedFolders {
  /// The runs, in the order of the folders.
  let runs: [ReportedRun]
  /// The analyses, in the order of the folders.
  let analyses: [StoredAnalysis]

  /// Reads the folders.
  ///
  /// - Throws: as `ReportedRun` and `StoredAnalysis`; `Diagnostic` when two folders hold the same scenario, which nothing
  ///   would tell apart, when there is no run, or when an analysis is about none of the runs' scenarios.
  init(_ folders: [String]) throws {
    let kinds = try folders.map { ($0, try StoredAnalysis.kind(ofFolder: $0)) }
    runs = try Self.runs(kinds.filter { $0.1 == nil }.map(\.0))
    analyses = try kinds.filter { $0.1 != nil }.map { try StoredAnalysis(folder: $0.0) }
    let known = runs.map(\.scenario.id)
    for analysis in analyses where !known.contains(analysis.scenario.id) {
      throw Diagnostic(
        file: analysis.folder,
        message: "about the scenario '\(analysis.scenario.id)'; expected one of the runs named: "
          + (known.isEmpty ? "none was named" : known.joined(separator: ", ")))
    }
  }

  /// Runs alone.
  ///
  /// - Throws: as `ReportedRun`; `Diagnostic` when two folders hold the same scenario.
  static func runs(_ folders: [String]) throws -> [ReportedRun] {
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
