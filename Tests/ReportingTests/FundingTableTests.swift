import Analysis
import ExampleScenarios
import Projection
import Reporting
import Scenarios
import Testing

@Suite struct FundingTableTests {
  private static let table = rows(
    ofCSV: FundingTable(ExampleReport.planned.scenario, accounts: ExampleReport.planned.accounts!).csv())
  private static let column = Dictionary(uniqueKeysWithValues: table[0].enumerated().map { ($1, $0) })

  /// The cell of a row in whole yuan; it must not have less than that.
  private func yuan(_ row: [String], _ name: String) throws -> Int {
    let text = row[Self.column[name]!]
    let value = try #require(Double(text), "\(name): '\(text)'")
    #expect(text.split(separator: ".").dropFirst().first.map { $0.count <= 8 } ?? true, "\(name): \(text)")
    return Int((value * 1e8).rounded())
  }

  @Test func everyRowBalancesToTheYuan() throws {
    #expect(Self.table[0] == FundingTable.headings && Self.table.count > 100)
    var unspent: [String: Int] = [:]
    for row in Self.table.dropFirst() {
      let cell = "\(row[1])/\(row[4])"
      let carried = try yuan(row, "carried_in_yi_2020")
      #expect(carried == unspent[cell] ?? 0, "\(row)")
      let (arrived, executed) = (try yuan(row, "arrived_yi_2020"), try yuan(row, "executed_yi_2020"))
      let left = try yuan(row, "unspent_yi_2020")
      #expect(carried + arrived == executed + left, "\(row)")
      #expect(try yuan(row, "adjusted_yi_2020") == arrived + yuan(row, "not_arrived_yi_2020"))
      #expect(arrived >= 0 && executed >= 0 && left >= 0)
      unspent[cell] = left
    }
  }

  @Test func totalsAreThoseOfThePlanAndOfTheProjects() throws {
    let report = ExampleReport.planned
    let planned = Self.table.dropFirst().compactMap { Double($0[Self.column["planned_yi"]!]) }
    #expect(abs(planned.reduce(0, +) - report.scenario.planBeforeAdjustments.total) < 1e-9)
    let adjusted = Self.table.dropFirst().compactMap { Double($0[Self.column["adjusted_yi"]!]) }
    #expect(abs(adjusted.reduce(0, +) - report.scenario.plan.total) < 1e-9)
    for project in report.district.projects {
      for t in 1...5 {
        let rows = Self.table.filter { $0[4] == project.id && $0[8] == String(2020 + t) }
        for series in ["arrived", "executed", "unspent"] {
          let sum = try rows.reduce(0) { $0 + (try yuan($1, "\(series)_yi_2020")) }
          let mean = try #require(report.summary["\(series).\(project.id)", year: t]).moments.mean
          #expect(abs(Double(sum) - mean * 1e8) <= Double(rows.count) + 0.5, "\(series) \(project.id) \(2020 + t)")
        }
      }
    }
  }

  @Test func moneyPastTheHorizonIsAColumnOfItsOwn() throws {
    var scenario = ExampleScenarios.planned(members: 64)
    scenario.fundingAfterHorizon = FundingAfterHorizon(
      before: [FundingPastHorizon(project: 2, source: 1, year: 2026, amount: 0.5)],
      after: [
        FundingPastHorizon(project: 2, source: 1, year: 2026, amount: 0.75),
        FundingPastHorizon(project: 0, source: 0, year: 2027, amount: 1.25),
      ])
    let accounts = try FundingAccounts(Experiment(scenario))
    let table = rows(ofCSV: FundingTable(scenario, accounts: accounts).csv())
    let late = table.filter { $0[8] > "2025" && $0[8] < "a" }
    #expect(late.map { $0[8] + $0[4] }.sorted() == ["2026tourism", "2027agriculture"])
    for row in late {
      #expect(row[10] == row[11] && row[12...].allSatisfy(\.isEmpty), "\(row)")
      #expect(row[9] == (row[8] == "2026" ? "0.5" : "0"))
    }
    // What follows in the file begins with nothing carried in.
    for row in table where row[8] == "2021" { #expect(row[Self.column["carried_in_yi_2020"]!] == "0") }
  }
}
