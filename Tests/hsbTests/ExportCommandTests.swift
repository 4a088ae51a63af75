import Foundation
import Testing

@Suite struct ExportCommandTests {
  @Test func everyFormIsWrittenAndWrittenAgain() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      [
        "run", Program.scenario("baseline"), Program.scenario("funding-cut"), "--members", "256", "--quiet", "--output",
        "results",
      ], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    for (format, output, beginning) in [
      ("sqlite", "out.sqlite", "SQLite format 3"), ("xlsx", "out.xlsx", "PK"),
      ("iamc", "iamc/projections_iamc.csv", "Model,Scenario,Region,Variable,Unit,2020"),
      ("datapackage", "datapackage/datapackage.json", "{"),
    ] {
      let place = String(output.split(separator: "/")[0])
      let command = ["export", "results/baseline", "results/funding-cut", "--format", format, "--output", place]
      var written: [[UInt8]] = []
      for _ in 0..<2 {
        let result = try Program.run(command, in: folder.path)
        #expect(result.status == 0 && result.output.isEmpty, "\(format): \(result.errors)")
        written.append(try folder.bytes(output))
      }
      #expect(written[0].starts(with: beginning.utf8), "\(format)")
      #expect(written[0] == written[1], "\(format): the same results give the same bytes")
    }
  }

  @Test func formatsThatAreNotThereAndFoldersOfOthersAreRefused() throws {
    let folder = try TemporaryFolder()
    let wrong = try Program.run(["export", "results", "--format", "excel", "--output", "x"], in: folder.path)
    #expect(wrong.status == 64 && wrong.errors.contains("xlsx"))
    let missing = try Program.run(["export", "results", "--format", "xlsx", "--output", "x"], in: folder.path)
    #expect(missing.status == 66, "\(missing.errors)")
    #expect(try folder.names().isEmpty)
  }

  @Test func aNotebookIsWrittenInBothLanguages() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Program.run(["run", Program.scenario("baseline"), "--members", "64", "--quiet"], in: folder.path).status == 0)
    for (language, words) in [("zh", "不是官方预测"), ("en", "not an official forecast")] {
      let result = try Program.run(
        ["notebook", "results/baseline", "--lang", language, "--output", "run.ipynb"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      let notebook = try #require(
        JSONSerialization.jsonObject(with: Data(try folder.bytes("run.ipynb"))) as? [String: Any])
      #expect(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5)
      let cells = try #require(notebook["cells"] as? [[String: Any]])
      #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
      let sources = cells.compactMap { $0["source"] as? String }
      #expect(sources.contains { $0.contains(words) } && sources.contains { $0.contains("results/baseline") })
    }
  }
}
