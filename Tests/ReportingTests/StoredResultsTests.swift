import Analysis
import District
import ExampleScenarios
import Foundation
import Reporting
import Testing

@Suite struct StoredResultsTests {
  /// A folder with the files of a small run.
  private func writeRun(_ folder: TemporaryFolder) throws -> String {
    try OutputFolder(folder("run")).write(ExampleReport.planned.files(ExampleReport.record))
    return folder("run")
  }

  /// Replaces a text of a file that must hold it.
  private func edit(_ folder: TemporaryFolder, _ name: String, _ change: (String) -> String) throws {
    let before = try folder.text("run/\(name)")
    let after = change(before)
    try #require(before != after)
    try folder.write("run/\(name)", after)
  }

  private func message(_ folder: TemporaryFolder) -> String {
    do {
      _ = try StoredResults(folder: folder("run"))
      return "read without complaint"
    } catch { return "\(error)".replacingOccurrences(of: folder.path + "/", with: "") }
  }

  @Test func readsBackEveryNumberOfTheRunToTheLastBit() throws {
    let folder = try TemporaryFolder()
    let report = ExampleReport.planned
    let stored = try StoredResults(folder: try writeRun(folder) + "/")
    #expect(stored.manifest.scenario.id == report.scenario.id)
    #expect(stored.manifest.scenario.title.text == report.scenario.title)
    #expect(stored.manifest.ensemble.members == report.summary.members)
    #expect(stored.manifest.ensemble.seed == report.scenario.ensemble.seed)
    #expect(stored.manifest.district.fingerprint == report.district.fingerprint)
    #expect(stored.manifest.scenario.horizon == report.scenario.horizon)
    var count = 0
    for (index, indicator) in report.summary.plan.indicators.enumerated() {
      for (t, year) in report.years.enumerated() {
        guard let summary = report.summary[indicator: index, year: t] else { continue }
        let row = stored.projections[count]
        count += 1
        #expect(row.indicator == indicator.id && row.year == year && row.unit == indicator.unit)
        #expect(row.mean == summary.moments.mean && row.standardDeviation == summary.moments.standardDeviation)
        #expect(row.quantiles == summary.moments.quantiles)
        #expect(row.meanError == summary.meanError && row.quantileErrors == summary.quantileErrors)
      }
    }
    #expect(count == stored.projections.count)
    #expect(stored.targets.map(\.id) == report.summary.targets.map(\.target.id))
    #expect(stored.targets.map(\.probability) == report.summary.targets.map(\.probability))
    #expect(stored.targets.map(\.standardError) == report.summary.targets.map(\.standardError))
    #expect(stored.projects.count == report.district.projects.count * report.years.count)
    #expect(
      Set(stored.projects.filter(\.isPlaceholder).map(\.id))
        == Set(report.district.projects.filter(\.isPlaceholder).map(\.id)))
  }

  @Test func aFolderThatIsNotThereAndAFileThatIsNotThereCannotBeRead() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileAccessError(.read, path: folder("none"), reason: "no such folder")) {
      try StoredResults(folder: folder("none"))
    }
    _ = try writeRun(folder)
    try FileManager.default.removeItem(atPath: folder("run/targets.csv"))
    #expect(throws: FileAccessError.self) { try StoredResults(folder: folder("run")) }
  }

  @Test func aPipeInThePlaceOfAFileIsRefusedAndNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    _ = try writeRun(folder)
    try FileManager.default.removeItem(atPath: folder("run/manifest.json"))
    try #require(mkfifo(folder("run/manifest.json"), 0o600) == 0)
    let refusal = FileAccessError(.read, path: folder("run/manifest.json"), reason: "not a regular file")
    #expect(throws: refusal) { try StoredResults(folder: folder("run")) }
    #expect(throws: refusal) { try FinishedRun(folder: folder("run")) }
  }

  @Test func aRowCutShortIsNamedWithItsLine() throws {
    let folder = try TemporaryFolder()
    _ = try writeRun(folder)
    try edit(folder, "projections.csv") { String($0.dropLast(200)) }
    let text = message(folder)
    #expect(text.contains("run/projections.csv:") && text.contains("expected 17, as in the heading"), "\(text)")
  }

  @Test func aNumberThatIsNotFiniteIsNamedWithLineAndColumn() throws {
    let folder = try TemporaryFolder()
    _ = try writeRun(folder)
    try edit(folder, "projections.csv") { text in
      var lines = text.split(separator: "\n").map(String.init)
      var cells = lines[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[4] = "nan"
      lines[2] = cells.joined(separator: ",")
      return lines.joined(separator: "\n") + "\n"
    }
    let text = message(folder)
    #expect(text.hasPrefix("run/projections.csv:3:") && text.contains("'nan'") && text.contains("finite"), "\(text)")
  }

  @Test func anotherHeadingIsNamedWithItsColumn() throws {
    let folder = try TemporaryFolder()
    _ = try writeRun(folder)
    try edit(folder, "targets.csv") { $0.replacingOccurrences(of: "probability", with: "chance") }
    #expect(message(folder).hasPrefix("run/targets.csv:1:63: error: the heading 'chance'; expected 'probability'"))
  }

  @Test func aFileEditedSinceTheRunIsRefused() throws {
    let folder = try TemporaryFolder()
    _ = try writeRun(folder)
    try edit(folder, "projections.csv") { text in
      text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    }
    #expect(message(folder).contains("changed since the run"))
  }

  @Test func aForeignOrBrokenManifestIsRefused() throws {
    let folder = try TemporaryFolder()
    _ = try writeRun(folder)
    let manifest = try folder.text("run/manifest.json")
    try folder.write("run/manifest.json", manifest.replacingOccurrences(of: "hsb/manifest/1", with: "other/9"))
    #expect(message(folder).contains("schema 'other/9'; expected schema 'hsb/manifest/1'"))
    try folder.write("run/manifest.json", manifest.replacingOccurrences(of: "\"members\":", with: "\"numbers\":"))
    #expect(message(folder).contains("the member 'ensemble.members' is missing"))
    try folder.write("run/manifest.json", String(manifest.prefix(400)))
    #expect(message(folder).contains("run/manifest.json") && message(folder).contains("not sound JSON"))
  }
}
