import District
import Foundation
import Scenarios
import Testing

@Suite("Extending another scenario file")
struct InheritanceTests {
  private func resolve(_ folder: ScenarioFolder, _ name: String) throws -> (ResolvedScenario?, [Diagnostic]) {
    try Scenario(file: "\(folder.path)/\(name)").resolve(
      overrides: ScenarioOverrides(), library: SmallDistrict.library)
  }

  private let parent = """
    scenario: parent
    title: {zh: 上级, en: Parent}
    horizon: 2027
    ensemble: {members: 500, seed: 7}
    funding: {plan: none, adjust: [{project: tourism, source: min_ning, add: 1}]}
    events: [{year: 2022, shock: export, sd: -1}]
    parameters: {efficacy.tourism: 0.6, crowding_in: {pert: [0, 0.1, 0.2]}}
    constants: {water_quota_growth: -0.03}
    """

  @Test("merges maps, replaces lists, scalars and distributions")
  func merge() throws {
    let folder = try ScenarioFolder()
    try folder.write(parent, as: "base/parent.yaml")
    try folder.write(
      """
      scenario: child
      title: {en: Child}
      extends: base/parent.yaml
      ensemble: {members: 900}
      funding: {adjust: []}
      events: [{year: 2023, shock: export, sd: 2}, {year: 2024, shock: export, sd: 1}]
      parameters: {crowding_in: {normal: [0.1, 0.02]}}
      """, as: "child.yaml")
    let (scenario, messages) = try resolve(folder, "child.yaml")
    #expect(messages.isEmpty, "\(messages)")
    let child = try #require(scenario)
    #expect(child.id == "child")
    #expect(child.title == BilingualText(zh: "上级", en: "Child"))
    #expect(child.horizon == 2027)
    #expect(child.ensemble.members == 900 && child.ensemble.seed == 7)
    #expect(child.plan.total == 0)
    #expect(child.events.map(\.year) == [2023, 2024])
    #expect(child.parameters[0] == .fixed(value: 0.6))
    #expect(child.parameters[1] == .normal(mean: 0.1, standardDeviation: 0.02))
    #expect(child.district.constants.waterQuotaGrowth == -0.03)
    #expect(child.chain.map { URL(fileURLWithPath: $0).lastPathComponent } == ["child.yaml", "parent.yaml"])
    let members = try #require(child.values.first { $0.path == "ensemble.members" })
    #expect(members.origin.hasSuffix("child.yaml:4"))
    #expect(members.overrides?.contains("500 (") == true && members.overrides?.hasSuffix("parent.yaml:4)") == true)
    let seed = try #require(child.values.first { $0.path == "ensemble.seed" })
    #expect(seed.origin.hasSuffix("parent.yaml:4"))
  }

  @Test("faults of a parent are told with the parent's place, and together with the child's")
  func faults() throws {
    let folder = try ScenarioFolder()
    try folder.write(
      "scenario: parent\ntitle: {zh: 上级, en: Parent}\nhorizn: 2025\nevents: [{year: 2022}]", as: "parent.yaml")
    try folder.write("scenario: child\nextends: parent.yaml\nensemble: {member: 9}\nevents: []", as: "child.yaml")
    let (scenario, messages) = try resolve(folder, "child.yaml")
    #expect(scenario == nil)
    #expect(messages.errors.count == 4)
    #expect(messages.errors[0].file.hasSuffix("child.yaml"))
    #expect(messages.errors[1].description.contains("parent.yaml:3:1"))
  }

  @Test("a line that repeats the parent is a warning")
  func repetition() throws {
    let folder = try ScenarioFolder()
    try folder.write(parent, as: "parent.yaml")
    try folder.write(
      """
      scenario: child
      title: {zh: 下级, en: Child}
      extends: parent.yaml
      horizon: 2027
      events: [{sd: -1.0, shock: export, year: 2022}]
      """, as: "child.yaml")
    let warnings = try resolve(folder, "child.yaml").1.warnings
    #expect(warnings.map(\.line) == [4, 5])
    #expect(warnings.allSatisfy { $0.message.contains("changes nothing") })
  }

  @Test("chains of sixteen files are read, longer ones refused, cycles named")
  func chains() throws {
    let folder = try ScenarioFolder()
    for index in 0..<18 {
      let next = index < 17 ? "extends: f\(index + 1).yaml\n" : ""
      try folder.write("scenario: f\(index)\ntitle: {zh: 题, en: T}\n" + next, as: "f\(index).yaml")
    }
    #expect(try resolve(folder, "f2.yaml").1.errors.isEmpty)
    let tooLong = try resolve(folder, "f0.yaml").1.errors
    #expect(tooLong.count == 1)
    #expect(tooLong[0].message.contains("more than 16 files"))
    try folder.write("scenario: a\ntitle: {zh: 题, en: T}\nextends: sub/../a.yaml", as: "a.yaml")
    try FileManager.default.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: true)
    let cycle = try resolve(folder, "a.yaml").1.errors
    #expect(cycle.count == 1)
    #expect(cycle[0].message.contains("cycle"))
  }

  @Test("loops of symbolic links are an error, not a hang")
  func links() throws {
    let folder = try ScenarioFolder()
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/one.yaml", withDestinationPath: "two.yaml")
    try manager.createSymbolicLink(atPath: folder.path + "/two.yaml", withDestinationPath: "one.yaml")
    #expect(throws: FileAccessError.self) { try Scenario(file: folder.path + "/one.yaml") }
    try folder.write("scenario: a\ntitle: {zh: 题, en: T}\nextends: one.yaml", as: "a.yaml")
    let errors = try resolve(folder, "a.yaml").1.errors
    #expect(errors.count == 1)
    #expect(errors[0].message.contains("symbolic links form a loop"))
    try folder.write("scenario: self\ntitle: {zh: 题, en: T}\nextends: again.yaml", as: "self.yaml")
    try manager.createSymbolicLink(atPath: folder.path + "/again.yaml", withDestinationPath: "self.yaml")
    #expect(try resolve(folder, "self.yaml").1.errors.first?.message.contains("cycle") == true)
  }

  @Test("what a symbolic link leads out of the folder to is not read, unless the path says so")
  func linksOut() throws {
    let folder = try ScenarioFolder()
    let elsewhere = try ScenarioFolder()
    let head = "scenario: a\ntitle: {zh: 题, en: T}\n"
    try elsewhere.write("project,source,year,amount_yi\n", as: "plan.csv")
    try elsewhere.write(head, as: "parent.yaml")
    try folder.write("project,source,year,amount_yi\n", as: "inside.csv")
    let manager = FileManager.default
    for (name, target) in [
      ("out.csv", elsewhere.path + "/plan.csv"), ("out.yaml", elsewhere.path + "/parent.yaml"), ("out", elsewhere.path),
      ("in.csv", "inside.csv"),
    ] {
      try manager.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    let real = try #require(ScenarioPath.real(elsewhere.path))
    for (body, key, place) in [
      ("funding: {plan: out.csv}", "`funding.plan`", "/plan.csv"), ("extends: out.yaml", "`extends`", "/parent.yaml"),
      ("funding: {plan: out/plan.csv}", "`funding.plan`", "/plan.csv"), ("district: ./out", "`district`", ""),
    ] {
      try folder.write(head + body, as: "refused.yaml")
      let messages = try resolve(folder, "refused.yaml").1
      #expect(messages.errors.count == 1, "\(messages)")
      let message = messages.errors.first?.message ?? ""
      #expect(
        message.contains(key) && message.contains("symbolic link") && message.contains(real + place), "\(message)")
    }
    try folder.write(head + "funding: {plan: in.csv}", as: "in.yaml")
    #expect(try resolve(folder, "in.yaml").1.isEmpty)
    let name = elsewhere.path.split(separator: "/").last!
    try folder.write(head + "funding: {plan: ../\(name)/plan.csv}", as: "plain.yaml")
    #expect(try resolve(folder, "plain.yaml").1.isEmpty)
    try folder.write(head + "funding: {plan: \(folder.path)/out.csv}", as: "root.yaml")
    let messages = try resolve(folder, "root.yaml").1
    #expect(messages.errors.isEmpty && messages.warnings.count == 1)
    #expect(messages.warnings.first?.message.contains(real + "/plan.csv") == true)
  }
}
