import District
import Foundation
import Scenarios
import Testing

@Suite struct AllocationLimitsTests {
  private let district = try! District.builtIn("hongsibao")

  private func read(_ text: String) throws -> AllocationLimits {
    let folder = try ScenarioFolder()
    return try AllocationLimits(file: folder.write(text, as: "limits.yaml"), district: district, horizon: 2025)
  }

  @Test func aHundredMessagesAreGivenAtMost() throws {
    let text = (1...250).map { "unknown_\($0): 1\n" }.joined()
    let faults = try #require(throws: Diagnostics.self) { try read(text) }
    #expect(faults.messages.count == 101)
    #expect(faults.messages.last?.message == "and 150 messages more")
  }

  @Test func everyKeyIsRead() throws {
    let limits = try read(
      """
      project_range: [0.2, 3]
      source_ceiling: 1.1
      year_ceiling: 2
      absorption: 0.8
      projects: {tourism: {minimum: 1, maximum: 5, yearly: 2.5}}
      sources: {enterprise: {maximum: 40, pays: [clean_energy, agriculture]}, min_ning: {pays: tourism}}
      years: [{year: 2022, maximum: 20}]
      """)
    let tourism = district.projects.firstIndex { $0.id == "tourism" }!
    let enterprise = district.sources.firstIndex { $0.id == "enterprise" }!
    #expect(limits.projectRange == 0.2...3 && limits.sourceCeiling == 1.1 && limits.yearCeiling == 2)
    #expect(limits.absorption == 0.8 && limits.projectMinimum == [tourism: 1] && limits.projectMaximum == [tourism: 5])
    #expect(limits.projectYearly == [tourism: 2.5] && limits.sourceMaximum == [enterprise: 40])
    #expect(limits.payees[enterprise]?.count == 2 && limits.payees.count == 2 && limits.yearMaximum == [2022: 20])
    #expect(limits != AllocationLimits())
  }

  @Test(arguments: [
    ("projcts: {}", 1, 1, "projects"), ("projects: {tourim: {minimum: 1}}", 1, 12, "tourism"),
    ("sources: {enterprise: {pays: [tourims]}}", 1, 31, "tourism"),
    ("projects: {tourism: {minimum: -1}}", 1, 31, "at least 0"),
    ("projects: {tourism: {minimum: 5, maximum: 4}}", 1, 31, "above the maximum"),
    ("project_range: [2, 1]", 1, 16, "above the most"), ("project_range: 2", 1, 16, "[least, most]"),
    ("source_ceiling: .nan", 1, 17, "expected a number"),
    ("years:\n  - {year: 2022, maximum: 1}\n  - {year: 2022, maximum: 2}", 3, 12, "written twice"),
    ("years: [{year: 2026, maximum: 1}]", 1, 16, "past the horizon"), ("years: [{year: 2022}]", 1, 9, "missing"),
    ("source_ceiling: 1\nsource_ceiling: 2", 2, 1, "twice"), ("- 1", 1, 1, "expected a map"),
  ])
  func aFaultHasItsPlaceAndWhatWasExpected(_ text: String, _ line: Int, _ column: Int, _ word: String) throws {
    let error = #expect(throws: Diagnostics.self) { try read(text) }
    let message = try #require(error?.messages.first { $0.severity == .error })
    #expect(message.line == line && message.column == column, "\(message)")
    #expect(message.description.contains(word), "\(message)")
  }

  @Test func aFileThatIsNotThereIsSaidToBeMissing() {
    #expect(throws: FileAccessError.self) {
      try AllocationLimits(file: "/nowhere/limits.yaml", district: district, horizon: 2025)
    }
  }
}
