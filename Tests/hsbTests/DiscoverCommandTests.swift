import Foundation
import Testing

@Suite struct DiscoverCommandTests {
  private let baseline = Program.scenario("baseline")

  @Test func writesBoxesSampleArchiveAndWords() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["discover", baseline, "--target", "gdp_100_yi", "--members", "1000", "-o", "d", "--lang", "en"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("base-year output") && result.output.contains("d: 6 files"))
    #expect(
      try folder.names(in: "d") == [
        "discovery.csv", "ema-workbench.tar.gz", "leadership.csv", "manifest.json", "members.csv", "tradeoff.svg",
      ])
    let table = rows(ofCSV: try folder.bytes("d/discovery.csv"))
    let column = Dictionary(uniqueKeysWithValues: table[0].enumerated().map { ($1, $0) })
    #expect(table.dropFirst().allSatisfy { $0.count == table[0].count })
    #expect(Set(table.dropFirst().filter { $0[column["chosen"]!] == "yes" }.map { $0[column["step"]!] }).count == 1)
    for row in table.dropFirst() where !row[column["parameter"]!].isEmpty {
      #expect(!row[column["unit"]!].isEmpty)
      #expect(Double(row[column["lower"]!])! >= Double(row[column["sample_lower"]!])!)
      #expect(Double(row[column["upper"]!])! <= Double(row[column["sample_upper"]!])!)
    }
    let members = rows(ofCSV: try folder.bytes("d/members.csv"))
    #expect(members.count == 1_001)
    #expect(members.dropFirst().allSatisfy { ($0.last == "1") == (Double($0[$0.count - 2])! > 0) })
  }

  @Test func equalRunsGiveEqualFilesWhateverTheThreads() throws {
    let folder = try TemporaryFolder()
    for (name, threads) in [("one", "1"), ("two", "2")] {
      let result = try Program.run(
        ["discover", baseline, "--target", "gdp_100_yi", "--members", "640", "-q", "-o", name, "--threads", threads],
        in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    }
    for file in ["discovery.csv", "members.csv", "ema-workbench.tar.gz", "leadership.csv", "tradeoff.svg"] {
      #expect(try folder.bytes("one/\(file)") == folder.bytes("two/\(file)"), "\(file)")
    }
  }

  @Test func leadersReadChinese() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["discover", baseline, "--target", "gdp_100_yi", "--members", "1000", "-q", "-o", "d"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let bytes = try folder.bytes("d/leadership.csv")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("未达标") && text.contains("基期经济总量") && text.contains("不是官方预测"))
  }

  private func sweep(_ axes: String) -> String {
    """
    scenario: money
    extends: \(baseline)
    title: {zh: 资金, en: Money}
    funding:
      adjust:
        - {source: enterprise, multiply: $enterprise}
    sweep: {axes: \(axes)}

    """
  }

  @Test func axesOfASweepAreColumnsAndConditions() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "s.yaml", sweep("{enterprise: {from: 0, to: 3, by: 0.5, title: {zh: 企业资本, en: Enterprise capital}}}"))
    let result = try Program.run(
      ["discover", "s.yaml", "--target", "gdp_100_yi", "--members", "2000", "--lang", "en"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("7 points of the sweep") && result.output.contains("Enterprise capital"))
    let members = rows(ofCSV: try folder.bytes("results/discover-money-gdp_100_yi/members.csv"))
    #expect(members[0][1] == "enterprise")
    #expect(Set(members.dropFirst().map { $0[1] }) == ["0", "0.5", "1", "1.5", "2", "2.5", "3"])
    let manifest = String(
      decoding: try folder.bytes("results/discover-money-gdp_100_yi/manifest.json"), as: UTF8.self)
    #expect(manifest.contains("\"funding.adjust[0].multiply\""))
  }

  @Test func anAxisWithTheNameOfAColumnIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", sweep("{margin: [1, 2]}").replacingOccurrences(of: "$enterprise", with: "$margin"))
    let result = try Program.run(["discover", "s.yaml", "--target", "gdp_100_yi"], in: folder.path)
    #expect(result.status == 65 && result.errors.contains("the sample has a column 'margin'"), "\(result.errors)")
    #expect(try folder.names() == ["s.yaml"])
  }

  @Test func aMisspeltTargetIsNamedWithTheNearestOne() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["discover", baseline, "--target", "gdp_100_yl"], in: folder.path)
    #expect(result.status == 64)
    #expect(
      result.errors.contains("no target 'gdp_100_yl'") && result.errors.contains("did you mean 'gdp_100_yi'"))
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: [
    ["--members", "50"], ["--density", "0"], ["--density", "1.5"], ["--boxes", "0"], ["--when", "never"],
  ])
  func wrongUseEndsWith64(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["discover", baseline, "--target", "gdp_100_yi"] + arguments, in: folder.path)
    #expect(result.status == 64, "\(result.errors)")
    #expect(try folder.names().isEmpty)
  }
}
