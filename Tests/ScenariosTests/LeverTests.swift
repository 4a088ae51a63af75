import District
import Foundation
import Scenarios
import Testing

@Suite struct LeverTests {
  private let district = try! District.builtIn("hongsibao")

  @Test(arguments: [
    "funding multiply", "project tourism multiply", "source enterprise multiply", "parameter efficacy.agriculture",
  ])
  func everyFormReadsBack(_ text: String) throws {
    #expect(try Lever(text, district: district, option: "--vary").text == text)
  }

  @Test(arguments: [
    ("project tourims multiply", "tourism"), ("source enterprize multiply", "enterprise"),
    ("parameter efficacy.agricultur", "efficacy.agriculture"), ("fundin multiply", "funding"),
  ])
  func aWrongNameHasTheNearestOne(_ text: String, _ near: String) throws {
    let error = #expect(throws: Diagnostic.self) { try Lever(text, district: district, option: "--vary") }
    #expect(error?.suggestion == near && error?.file == "--vary" && error?.message.contains(text) == true)
  }

  @Test(arguments: ["", "funding", "funding multiply 2", "project tourism", "parameter", "project tourism add"])
  func anythingElseIsRefused(_ text: String) {
    #expect(throws: Diagnostic.self) { try Lever(text, district: district, option: "--vary") }
  }

  @Test func variationsAreScenariosOfTheirOwnThatReadBack() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("levers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("own.yaml").path
    try """
    scenario: own
    title: {zh: 自, en: own}
    funding: {adjust: [{project: tourism, multiply: 0.5}]}
    parameters: {crowding_in: 0.2}
    """.write(toFile: file, atomically: true, encoding: .utf8)
    let variations = try ScenarioVariations(file: file)
    let own = variations.scenario
    let changed = try variations.scenario(
      setting: [
        LeverSetting(Lever(.funding), at: 1.25), LeverSetting(Lever(.source("enterprise")), at: 0.1),
        LeverSetting(Lever(.parameter("efficacy.tourism")), at: 1.1),
      ], name: ("other", BilingualText(zh: "别", en: "other")))
    let enterprise = own.district.sources.firstIndex { $0.id == "enterprise" }!
    for t in 0..<own.plan.years {
      for p in 0..<own.plan.projects {
        for f in 0..<own.plan.sources {
          let factor = f == enterprise ? 1.25 * 0.1 : 1.25
          #expect(abs(changed.plan[t, p, f] - own.plan[t, p, f] * factor) < 1e-12)
        }
      }
    }
    let row = own.district.parameters.firstIndex { $0.id == "efficacy.tourism" }!
    #expect(changed.parameters[row] == .fixed(value: 1.1) && changed.id == "other" && changed.title.en == "other")
    let again = folder.appendingPathComponent("again.yaml").path
    try changed.standaloneYAML.write(toFile: again, atomically: true, encoding: .utf8)
    let read = try ScenarioVariations(file: again).scenario
    #expect(read.plan == changed.plan && read.parameters == changed.parameters)

    var plan = own.plan
    for cell in plan.amounts.indices { plan.amounts[cell] = cell % 7 == 0 ? Double(cell) * 0.0123 : 0 }
    let spent = try variations.scenario(spending: plan, from: "its_plan.csv")
    #expect(spent.plan == plan && spent.standaloneYAML.contains("plan: \"its_plan.csv\""))
    #expect(!spent.standaloneYAML.contains("adjust") && spent.parameters == own.parameters)
    #expect(throws: Diagnostics.self) { try variations.scenario(setting: [LeverSetting(Lever(.funding), at: 1e9)]) }
  }
}
