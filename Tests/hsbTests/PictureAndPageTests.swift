import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct PictureAndPageTests {
  /// Results of two scenarios in `results/`.
  private static func results() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      [
        "run", Program.scenario("baseline"), Program.scenario("funding-cut"), "--members", "512", "--quiet", "--output",
        "results",
      ], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test func everyPictureIsDrawnInBothLanguages() throws {
    let folder = try Self.results()
    for chart in ["fan", "bars", "projects", "money"] {
      for language in ["zh", "en"] {
        let name = "\(chart).\(language).svg"
        let result = try Program.run(
          ["plot", "results/baseline", "results/funding-cut", "--chart", chart, "--lang", language, "--output", name],
          in: folder.path)
        #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
        let svg = String(decoding: try folder.bytes(name), as: UTF8.self)
        #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(name)")
        #expect(svg.contains(language == "zh" ? "不是官方预测" : "not an official forecast"))
        let again = try Program.run(
          ["plot", "results/baseline", "results/funding-cut", "--chart", chart, "--lang", language, "--output", "-"],
          in: folder.path)
        #expect(Array(again.outputBytes) == (try folder.bytes(name)), "the same results give the same picture")
      }
    }
  }

  @Test func theFanShowsTheCommitmentItsProbabilityAndWhatIsAssumed() throws {
    let folder = try Self.results()
    let result = try Program.run(
      ["plot", "results/baseline", "--lang", "en", "--output", "-"], in: folder.path)
    for words in ["commitment for 2025: &gt; 100", "met with probability", "median 10", "The level of 2020 is assumed"]
    {
      #expect(result.output.contains(words), "\(words)")
    }
    let income = try Program.run(
      ["plot", "results/baseline", "--indicator", "income_rural", "--lang", "en", "--output", "-"], in: folder.path)
    #expect(income.output.contains("Ningxia "), "the region's series stands beside the district's")
  }

  @Test func aWrongNameIsAnsweredWithTheNearestOne() throws {
    let folder = try Self.results()
    let result = try Program.run(
      ["plot", "results/baseline", "--indicator", "gdp_nomnal", "--output", "gdp.svg"], in: folder.path)
    #expect(result.status == 64 && result.errors.contains("did you mean 'gdp_nominal'?"))
    #expect(try folder.names() == ["results"])
    let missing = try Program.run(["report", "results/nothing", "--output", "page.html"], in: folder.path)
    #expect(missing.status == 66 && missing.errors.contains("results/nothing"), "\(missing.errors)")
    let twice = try Program.run(
      ["report", "results/baseline", "results/baseline", "--output", "page.html"], in: folder.path)
    #expect(twice.status == 65 && twice.errors.contains("the scenario 'baseline' is also the one in"))
    #expect(try folder.names() == ["results"])
  }

  @Test func thePageHoldsEverythingAndNeedsNothing() throws {
    let folder = try Self.results()
    for (language, words) in [
      ("zh", ["结论", "达标概率", "（占位）", "资金来源", "数据与假设台账", "不是官方预测", "如何复现", "中央财政专项资金"]),
      (
        "en",
        [
          "In short", "(placeholder)", "Where the money comes from", "Ledger of inputs", "not an official forecast",
          "hsb run",
        ]
      ),
    ] {
      let result = try Program.run(
        ["report", "results/baseline", "results/funding-cut", "--lang", language, "--output", "page.html"],
        in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
      let page = String(decoding: try folder.bytes("page.html"), as: UTF8.self)
      for word in words { #expect(page.contains(word), "\(word)") }
      // A remark on a reference is English.
      #expect(page.contains("enterprise assistance") == (language == "en"))
      // Written so that it is XML, too: a parser finds every tag closed and every text escaped.
      #expect(XMLParser(data: Data(page.replacingOccurrences(of: "<!DOCTYPE html>", with: "").utf8)).parse())
      #expect(page.components(separatedBy: "<svg").count > 8)
      for reference in ["<script", "src=", "url(", "@import", "href=\"http"] {
        #expect(!page.contains(reference), "\(reference)")
      }
      // Every input of the district is in the ledger.
      #expect(page.contains("uncertain_parameters.csv") && page.contains("parameters.value_added_scale"))
    }
  }

  /// The table of money that arrives is `funding.csv`, added up by source.
  @Test func thePageTellsWhatArrivesAndIsSpentBySource() throws {
    let folder = try Self.results()
    let result = try Program.run(
      ["report", "results/baseline", "--lang", "en", "--output", "page.html"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let page = try folder.text("page.html")
    let table = try #require(page.components(separatedBy: "Money arriving and spent").last?.prefix(6_000))
    let all = rows(ofCSV: try folder.bytes("results/baseline/funding.csv"))
    let lines = all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(all[0], $0)) }
    func sum(_ column: String, _ source: String?, year: String? = nil) -> String {
      let chosen = lines.filter { (source == nil || $0["source"] == source) && (year == nil || $0["year"] == year) }
      return String(format: "%.1f", chosen.reduce(0) { $0 + (Double($1[column]!) ?? 0) })
    }
    for (source, name) in [("enterprise", "Enterprise capital"), (nil, "Total")] {
      let row = try #require(
        table.components(separatedBy: name).dropFirst().first?.components(separatedBy: "</tr>").first)
      let numbers = row.matches(of: /<td[^>]*>([0-9.,−-]+)<\/td>/).map { String($0.1) }
      #expect(
        numbers == [
          sum("adjusted_yi_2020", source), sum("not_arrived_yi_2020", source), sum("arrived_yi_2020", source),
          sum("executed_yi_2020", source), sum("unspent_yi_2020", source, year: "2025"),
        ], "\(name)")
    }
    #expect(page.contains("no record of payments"))
  }

  /// A title of a user is shown, never run.
  @Test func markupInATitleIsShownAsWritten() throws {
    let folder = try TemporaryFolder()
    let scenario = """
      scenario: odd
      title: {zh: '<script>alert(1)</script> "丰收" 🚜', en: '</title><img src=x onerror=alert(1)> & ''it'''}
      district: hongsibao
      horizon: 2022
      funding: {plan: planned}
      """
    try Data(scenario.utf8).write(to: URL(fileURLWithPath: folder("odd.yaml")))
    #expect(try Program.run(["run", "odd.yaml", "--members", "64", "--quiet"], in: folder.path).status == 0)
    for command in [["report"], ["plot", "--chart", "bars"], ["plot", "--chart", "money"], ["plot"]] {
      for language in ["zh", "en"] {
        let result = try Program.run(
          command + ["results/odd", "--lang", language, "--output", "-"], in: folder.path)
        #expect(result.status == 0, "\(result.errors)")
        #expect(!result.output.contains("<script") && !result.output.contains("<img"))
        #expect(
          result.output.contains(
            language == "zh" ? "&lt;script&gt;alert(1)&lt;/script&gt; &quot;丰收&quot; 🚜" : "&lt;/title&gt;"))
      }
    }
  }
}
