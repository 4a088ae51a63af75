import District
import Foundation
import Testing

@Suite("Plans of scenarios")
struct FundingPlanFileTests {
  private let home = try! TemporaryDistrict()

  private func read(_ text: String) throws -> (plan: FundingPlan, lines: [Int]) {
    try home.write("../plan.csv", Array(text.utf8))
    return try FundingPlan.read(
      file: home.home + "/plan.csv", named: "plan.csv", district: District.builtIn("hongsibao"))
  }

  private func faults(_ text: String) throws -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.messages.map(\.description)
    }
  }

  @Test("give amounts with their lines, to the last year that has rows")
  func reads() throws {
    let district = try District.builtIn("hongsibao")
    let (plan, lines) = try read(
      "year,project,source,amount_yi\n2023,tourism,enterprise,0.5\n2021,agriculture,central_fiscal,1\n")
    #expect(plan.firstYear == 2021 && plan.years == 3 && plan.projects == 10 && plan.sources == 8)
    let enterprise = try #require(district.sources.firstIndex { $0.id == "enterprise" })
    let tourism = try #require(district.projects.firstIndex { $0.id == "tourism" })
    #expect(plan[2, tourism, enterprise] == 0.5 && plan[0, 0, 0] == 1 && plan.total == 1.5)
    #expect(lines[0] == 3 && lines[(2 * 10 + tourism) * 8 + enterprise] == 2)
    #expect(lines.filter { $0 != 0 }.count == 2 && lines.count == plan.amounts.count)
  }

  @Test("without rows plan nothing")
  func empty() throws {
    let (plan, lines) = try read("project,source,year,amount_yi\n")
    #expect(plan.years == 0 && plan.amounts.isEmpty && lines.isEmpty)
  }

  @Test(
    "are refused with the place",
    arguments: [
      ("project,source,year\n", "plan.csv:1: error: the column 'amount_yi' is missing"),
      ("project,source,year,amount_yi,status\n", "plan.csv:1:31: error: unknown column 'status'"),
      (
        "project,source,year,amount_yi\ntourisme,enterprise,2021,1\n", "plan.csv:2:1: error: unknown project 'tourisme'"
      ),
      (
        "project,source,year,amount_yi\ntourism,enterprises,2021,1\n",
        "plan.csv:2:9: error: unknown funding source 'enterprises'"
      ),
      ("project,source,year,amount_yi\ntourism,enterprise,2036,1\n", "plan.csv:2:20: error: year 2036 is out of range"),
      (
        "project,source,year,amount_yi\ntourism,enterprise,2021,-1\n",
        "plan.csv:2:25: error: -1 in 'amount_yi' is out of bounds"
      ),
      (
        "project,source,year,amount_yi\ntourism,enterprise,2021,\n",
        "plan.csv:2:25: error: '' in 'amount_yi'; expected a number"
      ),
      (
        "project,source,year,amount_yi\ntourism,enterprise,2021,1\ntourism,enterprise,2021,2\n",
        "plan.csv:3:20: error: 'tourism.enterprise.2021' stands twice; it was first written on line 2"
      ),
    ])
  func refused(_ text: String, _ words: String) throws {
    let faults = try faults(text)
    #expect(faults.count == 1 && faults.first?.hasPrefix(words) == true, "\(faults)")
  }

  @Test("that cannot be read are told apart from broken ones")
  func missing() throws {
    let district = try District.builtIn("hongsibao")
    #expect(throws: FileAccessError.self) { try FundingPlan.read(file: "/nowhere/plan.csv", district: district) }
    #expect(throws: FileAccessError.self) { try FundingPlan.read(file: "/dev/zero", district: district) }
    #expect(throws: FileAccessError.self) { try FundingPlan.read(file: home.folder, district: district) }
  }
}
