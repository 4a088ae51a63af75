import Analysis
import District
import ExampleScenarios
import Foundation
import Reporting
import Testing

@Suite struct RunFilesTests {
  private let report = ExampleReport.planned

  @Test func projectionsHaveTheColumnsOfTheContractAndEveryIndicatorAndYear() {
    let table = rows(ofCSV: ProjectionTable(report).csv())
    #expect(
      Array(table[0].prefix(11)) == [
        "scenario", "indicator", "unit", "year", "mean", "sd", "p05", "p25", "p50", "p75", "p95",
      ])
    #expect(table.allSatisfy { $0.count == 17 })
    let indicators = report.catalogue.indicators
    let growth = indicators.count { if case .growth = $0.kind { true } else { false } }
    #expect(table.count - 1 == indicators.count * report.years.count - growth)
    for row in table.dropFirst() {
      let numbers = row[4...].compactMap(Double.init)
      #expect(numbers.count == 13)
      // Quantiles in order.
      #expect(numbers[2...6].elementsEqual(numbers[2...6].sorted()), "\(row)")
    }
  }

  @Test func projectionsHoldTheSummaryToTheLastBit() throws {
    let table = rows(ofCSV: ProjectionTable(report).csv())
    let row = try #require(table.first { $0[1] == "gdp_nominal" && $0[3] == "2025" })
    let summary = try #require(report.summary["gdp_nominal", year: 5])
    #expect(Double(row[4]) == summary.moments.mean)
    #expect(row[6...10].map { Double($0)! } == summary.moments.quantiles)
    #expect(Double(row[11]) == summary.meanError)
  }

  @Test func targetsKeepTheirOrderAndThoseBeyondTheHorizonHaveNoNumbers() throws {
    var scenario = ExampleScenarios.planned(horizon: 2023, members: 128)
    scenario.targets.append(
      Target(
        id: "own", indicator: "jobs", comparison: .atLeast, threshold: .number(10), factor: 1, years: 2022...2022,
        statement: BilingualText(zh: "", en: ""), reference: "=HYPERLINK(\"x\")"))
    let short = ExampleReport.make(scenario)
    let table = rows(ofCSV: TargetTable(short).csv())
    #expect(
      Array(table[0].prefix(13)) == [
        "scenario", "target", "reference", "indicator", "comparator", "threshold", "year", "probability",
        "standard_error", "median", "threshold_median", "median_gap", "status",
      ])
    #expect(table.dropFirst().map { $0[1] } == scenario.targets.map(\.id))
    let late = try #require(table.first { $0[1] == "gdp_100_yi" })
    #expect(late[7...11].allSatisfy(\.isEmpty) && late[12] == "not_projected")
    let own = try #require(table.first { $0[1] == "own" })
    #expect(own[12] == "scenario" && own[2].hasPrefix("'=") && Double(own[7]) != nil)
    let basic = try #require(table.first { $0[1] == "income_rural_basic" })
    #expect(basic[5] == "0.95*ningxia_income_rural")
  }

  @Test func projectsMarkPlaceholdersAndPlannedMoneyIsCertain() throws {
    let table = rows(ofCSV: ProjectTable(report).csv())
    #expect(table[0] == ProjectTable.headings)
    #expect(table.count == 1 + report.district.projects.count * (report.scenario.years.count + 1))
    let column = Dictionary(uniqueKeysWithValues: table[0].enumerated().map { ($1, $0) })
    for row in table.dropFirst() {
      let project = try #require(report.district.projects.first { $0.id == row[1] })
      #expect(row[4] == (project.isPlaceholder ? "yes" : "no"))
      for quantity in ["arrived_yi_2020", "executed_yi_2020", "unspent_yi_2020", "completion_share", "maturity_share"] {
        let range = try ["p05", "p50", "p95"].map { try #require(Double(row[column["\(quantity)_\($0)"]!])) }
        #expect(range[0] <= range[1] && range[1] <= range[2])
      }
      for outcome in report.district.outcomes where report.district.projects[outcome.project].id == project.id {
        #expect(row[column["outcomes"]!].contains("\(outcome.id)="))
      }
    }
    let planned = table.dropFirst().compactMap { Double($0[column["planned_yi"]!]) }.reduce(0, +)
    #expect(abs(planned - report.scenario.plan.total) < 1e-9)
  }

  @Test func theManifestTellsTheRunAndTheFilesByTheirDigests() throws {
    let files = report.files(ExampleReport.record)
    #expect(files.map(\.name) == RunReport.fileNames)
    let bytes = try #require(files.last).bytes
    let manifest = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(manifest["schema"] as? String == "hsb/manifest/1")
    let listed = try #require(manifest["files"] as? [[String: Any]])
    #expect(listed.map { $0["name"] as? String } == RunReport.fileNames.dropLast())
    #expect(listed.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    let ensemble = try #require(manifest["ensemble"] as? [String: Any])
    #expect(ensemble["members"] as? Int == 2_048 && ensemble["sampler"] as? String == "sobol")
    let run = try #require(manifest["run"] as? [String: Any])
    #expect(run["wall_seconds"] as? Double == 0.75 && run["members_per_second"] as? Double == 4_096)
    let inputs = try #require((manifest["district"] as? [String: Any])?["inputs"] as? [String: Int])
    #expect(inputs["total"] == report.district.inputs.count)
  }

  @Test func everythingButTheRunIsTheSameForEqualRuns() throws {
    var other = ExampleReport.record
    other.threads = 7
    other.ensembleSeconds = 9
    func stable(_ record: RunRecord) throws -> NSDictionary {
      let bytes = try #require(report.files(record).last).bytes
      var manifest = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      manifest["run"] = nil
      return manifest as NSDictionary
    }
    #expect(try stable(ExampleReport.record) == stable(other))
  }

  @Test func writingTheFilesTakesMilliseconds() {
    let clock = ContinuousClock()
    let times = (0..<5).map { _ in clock.measure { _ = ProjectionTable(report).csv() } }
    #expect(times.min()! < .milliseconds(30), "\(times)")
  }
}
