import District
import Foundation
import Scenarios
import Testing

@Suite("Stresses laid over scenarios")
struct StressTests {
  private static let head = "title: {zh: 测试, en: Test}\n"

  private func read(_ files: [String: String], _ scenarios: [String], _ stresses: [String]) throws -> (
    result: StressedScenarios?, messages: [Diagnostic]
  ) {
    let folder = try ScenarioFolder()
    for (name, text) in files { try folder.write(text, as: "\(name).yaml") }
    let (result, diagnostics) = try readStressedScenarios(
      files: scenarios.map { "\(folder.path)/\($0).yaml" }, stresses: stresses.map { "\(folder.path)/\($0).yaml" },
      overrides: ScenarioOverrides(), library: SmallDistrict.library)
    return (result, diagnostics.messages)
  }

  private var base: String { "scenario: base\n\(Self.head)funding: {adjust: [{source: enterprise, multiply: 0.5}]}\n" }

  @Test("events and money are added behind the scenario's own, parameters and constants replaced")
  func overlay() throws {
    let (found, messages) = try read(
      [
        "base": base,
        "other": "scenario: other\n\(Self.head)events: [{year: 2021, shock: tfp_hospitality, sd: -1}]\n",
        "bad": """
        scenario: bad
        extends: base.yaml
        title: {zh: 坏, en: Bad}
        events: [{year: 2022, shock: tfp_hospitality, sd: -2}]
        funding: {adjust: [{source: min_ning, multiply: 0}]}
        """,
      ], ["base", "other"], ["bad"])
    let result = try #require(found, "\(messages)")
    #expect(result.stresses.map(\.id) == ["bad"] && result.stresses[0].title.en == "Bad")
    let (plain, stressed) = (result.grid[1][0], result.grid[1][1])
    #expect(plain.events.count == 1 && stressed.events.count == 2 && stressed.id == "other")
    // Enterprise capital halved is the world the stress starts from, not the stress: it is not laid over 'other'.
    let (enterprise, minNing) = (2, 1)
    #expect(stressed.plan[0, 0, enterprise] == plain.plan[0, 0, enterprise])
    #expect(stressed.plan[0, 0, minNing] == 0 && plain.plan[0, 0, minNing] > 0)
    // Over 'base', which has a list of its own, the line comes behind it.
    #expect(result.grid[0][1].plan[0, 0, enterprise] == result.grid[0][0].plan[0, 0, enterprise])
    #expect(result.grid[0][1].plan[0, 0, minNing] == 0)
  }

  @Test("what a stress replaces in a scenario is told with both places")
  func conflicts() throws {
    let constant = SmallDistrict.district.constants.waterQuotaGrowth
    let (found, messages) = try read(
      [
        "base": "scenario: base\n\(Self.head)constants: {water_quota_growth: 0.01}\n",
        "dry": "scenario: dry\n\(Self.head)constants: {water_quota_growth: -0.03}\n",
      ], ["base"], ["dry"])
    let result = try #require(found, "\(messages)")
    #expect(constant != -0.03 && result.grid[0][1].district.constants.waterQuotaGrowth == -0.03)
    let warning = try #require(messages.first { $0.message.contains("under the stress 'dry'") })
    #expect(warning.severity == .warning && warning.line == 3 && warning.file.hasSuffix("dry.yaml"))
    #expect(warning.message.contains("`constants.water_quota_growth`") && warning.message.contains("base.yaml:3"))
    let origin = try #require(result.grid[0][1].values.first { $0.path == "constants.water_quota_growth" })
    #expect(origin.origin.hasSuffix("dry.yaml:3") && origin.overrides?.contains("base.yaml:3") == true)
  }

  @Test(
    "what belongs to a scenario is refused in a stress, and so is a stress that says nothing",
    arguments: [
      ("horizon: 2030", ":3:1: error", "`horizon` belongs to the scenario"),
      ("funding: {plan: none}", ":3:11: error", "by `funding.adjust` only"),
      ("targets: []", ":3:1: error", "`targets` belongs to the scenario"),
      ("description: nothing", "error", "the stress says nothing"),
      ("events: [{year: 2022, shock: tfp_hospitalty, sd: -2}]", ":3:30: error", "did you mean 'tfp_hospitality'?"),
      ("events: [{year: 2030, shock: tfp_hospitality, sd: -2}]", ":3:10: error", "lies past the horizon 2025"),
    ])
  func refusals(_ body: String, _ place: String, _ words: String) throws {
    let (result, messages) = try read(
      ["base": base, "bad": "scenario: bad\n\(Self.head)\(body)\n"], ["base"], ["bad"])
    #expect(result == nil && messages.errors.count == 1, "\(messages)")
    let message = messages.errors.first?.description ?? ""
    #expect(message.contains(place) && message.contains(words), "\(message)")
  }
}
