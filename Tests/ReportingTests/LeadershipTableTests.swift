import Analysis
import District
import ExampleScenarios
import Reporting
import Testing

@Suite struct LeadershipTableTests {
  private func table(_ language: Language, title: String? = nil) -> [[String]] {
    var scenario = ExampleReport.planned.scenario
    if let title { scenario.title = BilingualText(zh: title, en: title) }
    let report = RunReport(
      scenario: scenario, summary: ExampleReport.planned.summary, baseLevels: ExampleReport.planned.baseLevels,
      language: language)
    return rows(ofCSV: LeadershipTable(report).csv())
  }

  @Test func spreadsheetsKnowItIsUnicodeAndEveryRowHasOneWidth() {
    let bytes = LeadershipTable(ExampleReport.planned).csv()
    #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(Set(rows(ofCSV: bytes).map(\.count)).count == 1)
  }

  @Test func cellsOfNumbersAreNumbers() throws {
    let rows = table(.zh)
    let gdp = try #require(rows.first { $0[0] == "地区生产总值（现价）" && $0[2] == "中位数" })
    #expect(gdp[1] == "亿元")
    #expect(gdp[3...8].allSatisfy { Double($0) != nil })
    #expect(gdp[9] == "> 100 亿元" && Double(gdp[11]) != nil)
  }

  @Test func noCellClaimsMoreDigitsThanTheErrorSupports() throws {
    let report = ExampleReport.planned
    let heading = try #require(table(.zh).firstIndex { $0[2] == "统计量" })
    let shown = table(.zh)[(heading + 1)...].prefix { !$0[0].isEmpty }
    for row in shown where ["中位数", "低（5%分位）", "高（95%分位）"].contains(row[2]) {
      let indicator = try #require(report.catalogue.indicators.first { $0.name.zh == row[0] })
      let position = ["低（5%分位）": 0, "中位数": 2, "高（95%分位）": 4][row[2]]!
      for t in 0...5 where !row[3 + t].isEmpty {
        let error = try #require(report.summary[indicator.id, year: t]?.quantileErrors?[position])
        let digits = row[3 + t].split(separator: ".").dropFirst().first?.count ?? 0
        let quantum = (0..<digits).reduce(1.0) { unit, _ in unit / 10 }
        #expect(digits == 0 || quantum >= error * indicator.unitLabel.scale, "\(row[0]) \(row[3 + t]) ± \(error)")
      }
    }
  }

  @Test func milestonesBaseLevelsProjectsAndTheLastLinesAreThere() throws {
    let rows = table(.zh)
    for words in ["一年期（2021年）", "三年期（2023年）", "五年期（2025年）"] {
      #expect(rows.contains { $0.contains { $0.hasPrefix(words) } })
    }
    let levels = try #require(rows.firstIndex { $0[0].hasPrefix("假设2020年") })
    #expect(rows[(levels + 1)...(levels + 3)].map { $0[0] } == ["65.0", "72.0", "80.0"])
    let chances = rows[(levels + 1)...(levels + 3)].compactMap { Double($0[1]) }
    #expect(chances == chances.sorted() && chances.count == 3)
    #expect(rows.contains { $0[0] == "节水灌溉与用水权改革（占位）" })
    #expect(rows.contains { $0[0] == "特色农业提质增效" })
    #expect(rows.last?[0].hasPrefix("本表为模型推算，不是官方预测") == true)
    #expect(rows.suffix(6).contains { $0[0].contains("项输入数据") && $0[0].contains("假设") })
  }

  @Test func englishHasNoChineseButNames() throws {
    let rows = table(.en)
    #expect(rows.last?[0].hasPrefix("This table is a model projection, not an official forecast") == true)
    #expect(rows.contains { $0[0] == "GDP, current prices" && $0[1] == "×10⁸ yuan" })
    // Words of the district's data are shown as they are written there.
    let written = Set(ExampleReport.planned.scenario.targets.map(\.statement.en))
    for cell in rows.joined() where !written.contains(cell) {
      #expect(cell.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) }, "\(cell)")
    }
  }

  @Test func aTitleCannotBecomeAFormula() {
    let title = "=HYPERLINK(\"http://x\",\"a\")\n<script>alert(1)</script>"
    let rows = table(.zh, title: title)
    #expect(rows[0][0].contains(title))
    for row in rows { for cell in row { #expect(cell.first.map { !"=+@".contains($0) } ?? true) } }
    for row in rows { for cell in row where cell.hasPrefix("-") { #expect(Double(cell) != nil) } }
  }

  @Test func aLongHorizonAddsItsLastYearAndAShortOneLeavesLaterCommitmentsOut() {
    let long = ExampleReport.make(ExampleScenarios.planned(horizon: 2027, members: 128))
    #expect(rows(ofCSV: LeadershipTable(long).csv()).contains { $0.contains { $0.hasPrefix("期末（2027年）") } })
    let short = ExampleReport.make(ExampleScenarios.planned(horizon: 2022, members: 128))
    #expect(rows(ofCSV: LeadershipTable(short).csv()).contains { $0[0] == "超出推演期" && $0.contains("超出推演期") })
  }

  @Test func theTerminalTableShowsEveryCommitmentWithItsUnits() {
    for language in Language.allCases {
      let text = RunSummaryText(ExampleReport.planned, language: language).text
      // Long titles are broken over lines: the first line holds their beginning.
      for target in ExampleReport.planned.scenario.targets {
        #expect(text.contains(target.title(language).prefix(20)), "\(target.id)")
      }
      #expect(text.contains(Label.notOfficial[language]))
      #expect(!text.contains("\u{1B}"))
    }
  }
}
