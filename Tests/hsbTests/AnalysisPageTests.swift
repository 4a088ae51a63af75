import Foundation
import Testing

/// Pictures, pages and notebooks of finished analyses.
@Suite struct AnalysisPageTests {
  /// A folder with a run and its attribution.
  private static func attributed() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for command in [["run"], ["attribute", "--outcome", "gdp_nominal.2025", "--outcome", "gdp_100_yi"]] {
      let result = try Program.run(
        command + [Program.scenario("baseline"), "--members", "64", "--quiet", "--output", command[0]], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    return folder
  }

  @Test func picturesDrawnAgainAreThoseOfTheAnalysis() throws {
    let folder = try Self.attributed()
    for (outcome, file) in [("gdp_nominal.2025", "gdp_nominal_2025"), ("gdp_100_yi", "gdp_100_yi")] {
      let result = try Program.run(
        ["plot", "attribute", "--chart", "attribution", "--outcome", outcome, "--output", "-"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(Array(result.output.utf8) == (try folder.bytes("attribute/attribution_\(file).svg")))
    }
    let wrong = try Program.run(
      ["plot", "attribute", "--chart", "attribution", "--outcome", "gdp_100_yii", "--output", "x.svg"], in: folder.path)
    #expect(wrong.status == 64 && wrong.errors.contains("gdp_100_yi"), "\(wrong.errors)")
    let mixed = try Program.run(["plot", "run", "--chart", "attribution", "--output", "x.svg"], in: folder.path)
    #expect(mixed.status == 65 || mixed.status == 64, "\(mixed.errors)")
    #expect(!(try folder.names().contains("x.svg")))
  }

  @Test func thePageShowsTheAttribution() throws {
    let folder = try Self.attributed()
    let result = try Program.run(
      ["report", "run", "attribute", "--lang", "en", "--output", "page.html"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let page = try folder.text("page.html")
    #expect(page.contains("id=\"why\"") && page.contains("what makes up the effect of the funding"))
    #expect(page.contains("Integrated clean-energy use"))
    let alone = try Program.run(["report", "attribute", "--output", "alone.html"], in: folder.path)
    #expect(alone.status == 65 && alone.errors.contains("about the scenario 'baseline'"), "\(alone.errors)")
  }

  @Test func aTableThatWasChangedIsRefused() throws {
    let folder = try Self.attributed()
    let table = try folder.text("attribute/attribution.csv")
    try folder.write("attribute/attribution.csv", table.replacing("share,tourism,0", with: "share,tourism,1"))
    for command in [
      ["report", "run", "attribute", "--output", "page.html"], ["notebook", "attribute", "--output", "n.ipynb"],
    ] {
      let result = try Program.run(command, in: folder.path)
      #expect(result.status == 65 && result.errors.contains("changed since the analysis"), "\(result.errors)")
    }
    #expect(try folder.names() == ["attribute", "run"])
  }

  @Test func analysesHaveNotebooks() throws {
    let folder = try Self.attributed()
    for command in [["backtest", "--origin", "2020"], ["monitor", "--as-of", "2023-06"]] {
      let result = try Program.run(
        [command[0], Program.scenario("baseline")] + command.dropFirst() + [
          "--members", "64", "--quiet", "--output", command[0],
        ], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    for name in ["attribute", "backtest", "monitor"] {
      let result = try Program.run(["notebook", name, "--output", "\(name).ipynb"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      let notebook = try #require(
        JSONSerialization.jsonObject(with: Data(try folder.bytes("\(name).ipynb"))) as? [String: Any])
      let cells = try #require(notebook["cells"] as? [[String: Any]])
      #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
      #expect(cells.contains { ($0["source"] as? String ?? "").contains("part(") })
      #expect(cells.contains { !(($0["outputs"] as? [Any]) ?? []).isEmpty })
    }
    let two = try Program.run(["notebook", "attribute", "run", "--output", "x.ipynb"], in: folder.path)
    #expect(two.status == 64, "\(two.errors)")
  }
}
