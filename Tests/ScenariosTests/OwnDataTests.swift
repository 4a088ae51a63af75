import District
import Foundation
import Scenarios
import Testing

@Suite("A district folder and a plan of one's own")
struct OwnDataTests {
  @Test("are found from the file that names them, and the standalone file finds them from anywhere")
  func paths() throws {
    let folder = try ScenarioFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/data", withIntermediateDirectories: true)
    try District.export(builtIn: "hongsibao", to: folder.path + "/data/mine")
    try folder.write(
      "project,source,year,amount_yi\ntourism,enterprise,2021,1.25\ntourism,min_ning,2027,0.5\n", as: "plans/small.csv")
    try folder.write(
      """
      scenario: parent
      title: {zh: 上级, en: Parent}
      district: ../data/mine
      funding: {plan: small.csv}
      """, as: "plans/parent.yaml")
    let child = try folder.write(
      "scenario: child\nextends: plans/parent.yaml\nfunding: {adjust: [{delay: 1}]}\nhorizon: 2027\n", as: "child.yaml")
    let readings = readScenarios(files: [child])
    #expect(readings.diagnostics.messages.errors.isEmpty, "\(readings.diagnostics)")
    let scenario = try #require(readings.scenarios.first)
    #expect(scenario.planBeforeAdjustments.total == 1.75)
    #expect(scenario.plan.total == 1.25)
    #expect(scenario.fundingPastHorizon.map(\.year) == [2028])
    #expect(scenario.values.contains { $0.path == "funding.total.2022" && $0.value == "1.25" })
    let elsewhere = try folder.write(scenario.standaloneYAML, as: "far/away/again.yaml")
    let again = try #require(readScenarios(files: [elsewhere]).scenarios.first)
    #expect(again.plan == scenario.plan && again.planBeforeAdjustments == scenario.planBeforeAdjustments)
    #expect(again.fundingPastHorizon == scenario.fundingPastHorizon)
    #expect(again.district.fingerprint == scenario.district.fingerprint)
    #expect(again.standaloneYAML == scenario.standaloneYAML)
  }

  @Test("faults of a plan are told with the plan's own lines, faults of the name with the scenario's")
  func faults() throws {
    let folder = try ScenarioFolder()
    try folder.write(
      "project,source,year,amount_yi\nturism,enterprise,2021,1\ntourism,enterprise,2022,-1\n", as: "plan.csv")
    let head = "scenario: test\ntitle: {zh: 测试, en: Test}\n"
    let file = try folder.write(head + "funding: {plan: plan.csv}\nhorizn: 1\n")
    let errors = readScenarios(files: [file]).diagnostics.messages.errors
    #expect(errors.count == 3)
    #expect(errors.first?.line == 4)
    #expect(errors.filter { $0.file.hasSuffix("plan.csv") }.compactMap(\.line) == [2, 3])
    for name in ["hongsibau", "./nowhere", "nowhere"] {
      let other = try folder.write(head + "district: \(name)\n", as: "other.yaml")
      let readings = readScenarios(files: [other])
      #expect(readings.inaccessible.isEmpty)
      #expect(readings.diagnostics.messages.first?.line == 3, "\(readings.diagnostics)")
      #expect(readings.diagnostics.messages.count == 1)
    }
  }
}
