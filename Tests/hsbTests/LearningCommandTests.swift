import Foundation
import Testing

/// A CSV file by its headings.
private struct Table {
  let headings: [String]
  let rows: [[String]]

  init(_ bytes: [UInt8]) throws {
    let all = hsbTests.rows(ofCSV: bytes)
    headings = try #require(all.first)
    rows = Array(all.dropFirst())
  }

  subscript(heading: String) -> [String] {
    guard let column = headings.firstIndex(of: heading) else { return [] }
    return rows.map { $0[column] }
  }
}

@Suite struct LearningCommandTests {
  private let baseline = Program.scenario("baseline")

  @Test func assimilateWritesWhatWasLearntAndNothingRecalled() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["assimilate", baseline, "--members", "2000", "--lang", "en", "--output", "out"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("The ensemble has not collapsed."))
    #expect(
      try folder.names(in: "out").sorted() == [
        "diagnostics.csv", "leadership.csv", "manifest.json", "observations.csv", "parameters.csv", "projections.csv",
        "targets.csv", "updated_gdp_nominal.svg", "updated_income_rural.svg", "updated_income_urban.svg",
        "updated_ningxia_income_rural.svg",
      ])
    let targets = try Table(try folder.bytes("out/targets.csv"))
    #expect(targets.rows.count == 14)
    let parameters = try Table(try folder.bytes("out/parameters.csv"))
    // 74 parameters, and 28 shocks for each of the five years observed.
    #expect(parameters.rows.count == 74 + 140)
    let figures = try Table(try folder.bytes("out/observations.csv"))
    #expect(figures.rows.count == 12 && figures["status"].allSatisfy { $0 == "sourced" })
    #expect(try !folder.text("out/leadership.csv").contains("recalled; no page seen"))
    let earlier = try Program.run(
      ["assimilate", baseline, "--members", "1000", "--until", "2021", "--quiet", "--output", "out"], in: folder.path)
    #expect(earlier.status == 0 && earlier.output.isEmpty, "\(earlier.errors)")
    #expect(try Table(try folder.bytes("out/observations.csv")).rows.count == 4)
  }

  @Test func recalledFiguresAreUsedWhenAskedForAndCalledSo() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["assimilate", baseline, "--members", "1000", "--use-recalled", "--lang", "zh", "--output", "out"],
      in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("不得作为官方数据引用") && result.output.contains("待核"))
    #expect(try folder.text("out/leadership.csv").contains("含凭记忆的数据"))
  }

  @Test func theLedgerIsChineseWithAMarkAndSaysWhatChangedSinceTheLastCheck() throws {
    let folder = try TemporaryFolder()
    for month in ["2022-06", "2022-11"] {
      let result = try Program.run(
        ["monitor", baseline, "--members", "1000", "--as-of", month, "--quiet", "--output", "ledger"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(Array(try folder.bytes("ledger/monitor.csv").prefix(3)) == [0xEF, 0xBB, 0xBF])
    let ledger = try folder.text("ledger/monitor.csv")
    for words in ["半年检查台账（截至 2022-11）", "2022-06", "正常推进", "难以实现", "（占位）", "不是官方预测", "无公布数据，为模型推算"] {
      #expect(ledger.contains(words), "\(words)")
    }
    let history = try Table(try folder.bytes("ledger/history.csv"))
    #expect(history.rows.count == 48 && Set(history["as_of"]) == ["2022-06", "2022-11"])
    // The same check again takes the place of itself.
    let again = try Program.run(
      ["monitor", baseline, "--members", "1000", "--as-of", "2022-11", "--quiet", "--output", "ledger"], in: folder.path
    )
    #expect(again.status == 0)
    #expect(try folder.text("ledger/history.csv").split(separator: "\n").count == 49)
    #expect(try folder.text("ledger/monitor.csv") == ledger)
    let other = try Program.run(
      ["monitor", Program.scenario("no-funding"), "--members", "500", "--as-of", "2022-11", "--output", "ledger"],
      in: folder.path)
    #expect(other.status == 65 && other.errors.contains("history.csv:2:1: error: a check of the scenario 'baseline'"))
  }

  @Test func theBacktestSaysHowFewFiguresThereAreAndNamesEveryMiss() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["backtest", baseline, "--members", "2000", "--origin", "2020", "--lang", "en", "--output", "out"],
      in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Only 12 figures can be scored, and only 5 of them"))
    #expect(result.output.contains("Outside the 90 % range: outcome.grape_area@2021."))
    let cases = try Table(try folder.bytes("out/backtest.csv"))
    #expect(cases.rows.count == 12)
    #expect(cases["pit"].allSatisfy { (0...1).contains(Double($0) ?? -1) })
    #expect(try Table(try folder.bytes("out/scores.csv"))["figures"] == ["all", "independent"])
  }

  /// An error that the arithmetic cannot hold is refused where it is written, and figures that no member comes near are
  /// said to be what leads out of all bounds.
  @Test(arguments: [
    ("90,yi_yuan,1e-300,,", "ob.csv:2:30: error: 1e-300 in 'standard_error' is out of bounds"),
    ("90,yi_yuan,,1e-300,", "ob.csv:2:31: error: 1e-300 in 'rounding' is out of bounds"),
    ("1e12,yi_yuan,1e-9,,", "ob.csv:1:1: error: the update by these figures leads to values that are not finite"),
  ])
  func figuresBeyondTheArithmeticAre65(_ figure: String, _ words: String) throws {
    let folder = try TemporaryFolder()
    let headings =
      "indicator,year,half,value,unit,standard_error,rounding,area,quantity,mapping,published,in_inputs,status,source,note"
    try folder.write("ob.csv", "\(headings)\ngdp_nominal,2022,,\(figure),,same,,,assumed,me,\n")
    for command in [["assimilate"], ["monitor", "--as-of", "2024-12"]] {
      let result = try Program.run(
        command + [baseline, "--observations", "ob.csv", "--members", "64", "-q"], in: folder.path)
      #expect(result.status == 65 && result.errors.contains(words), "\(command) \(result.errors)")
    }
    #expect(try folder.names() == ["ob.csv"])
  }

  /// The smallest errors that may be written are learnt from.
  @Test func tinyErrorsAreLearntFrom() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "ob.csv",
      """
      indicator,year,value,unit,standard_error,rounding,status,source
      gdp_nominal,2022,90,yi_yuan,1e-9,,assumed,me
      income_rural,2022,14000,yuan_per_person,,1e-9,assumed,me

      """)
    let result = try Program.run(
      ["assimilate", baseline, "--observations", "ob.csv", "--members", "64", "-q"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func wrongUseIsRefused() throws {
    for arguments in [
      ["monitor", baseline, "--as-of", "2022-13"], ["monitor", baseline, "--as-of", "2019-11"],
      ["backtest", baseline, "--origin", "2019"], ["backtest", baseline, "--origin", "2025"],
      ["assimilate", baseline, "--rounds", "0"], ["assimilate", baseline, "--truncation", "1.5"],
      ["assimilate", baseline, "--members", "1"],
    ] {
      let folder = try TemporaryFolder()
      let result = try Program.run(arguments, in: folder.path)
      #expect(result.status == 64, "\(arguments) \(result.errors)")
      #expect(try folder.names().isEmpty)
    }
  }
}
