import District
import Foundation
import Scenarios
import Testing

/// The scenarios shipped, read together.
private enum Library {
  static let readings = readScenarios(files: Repository.scenarios)
  static let byId = Dictionary(uniqueKeysWithValues: readings.scenarios.map { ($0.id, $0) })
  static let district = try! District.builtIn("hongsibao")
  /// Scenarios that ask where the money goes, or when, not how much there is.
  static let allocations = [
    "front-loaded", "back-loaded", "industry-first", "infrastructure-first", "people-first", "clean-energy-led",
    "even-split",
  ]

  static func scenario(_ id: String) throws -> ResolvedScenario { try #require(byId[id], "\(id)") }
}

@Suite("The scenario library")
struct LibraryTests {
  private let planned: FundingPlan
  private let total: Double

  init() throws {
    planned = try Library.scenario("baseline").plan
    total = planned.total
  }

  @Test("has every scenario that leaders asked about, one a file of its name")
  func members() throws {
    #expect(Library.readings.areSound, "\(Library.readings.diagnostics)")
    let sources = Library.district.sources.map { "without-\($0.id.replacingOccurrences(of: "_", with: "-"))" }
    let stresses = ["drought", "farm-prices", "service-slump", "works-inflation", "slow-absorption", "weak-efficacy"]
    let wanted =
      ["baseline", "no-funding", "funding-cut-10", "funding-cut", "funding-cut-50", "enterprise-half"]
      + ["rights-trading-fails", "delayed-start", "outlook-2030", "second-plan-2030", "long-horizon-2035"]
      + Library.allocations + sources + stresses.map { "stress-\($0)" }
    for id in wanted { #expect(Library.byId[id] != nil, "\(id)") }
    #expect(Library.byId.keys.count { $0.hasPrefix("combined-") } >= 4)
    for file in Repository.scenarios {
      let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      #expect(Library.byId[name]?.chain.first == file)
    }
  }

  @Test("each asks a question of its own, in both languages, and names the document")
  func words() {
    var questions: Set<String> = []
    for scenario in Library.readings.scenarios {
      guard let question = scenario.question, let reference = scenario.reference else {
        Issue.record("\(scenario.id) has no question or no reference")
        continue
      }
      #expect(question.zh.hasSuffix("？") || question.zh.contains("？"), "\(scenario.id): \(question.zh)")
      #expect(question.en.contains("?") || scenario.id == "combined-all-stresses", "\(scenario.id): \(question.en)")
      #expect(questions.insert(question.zh).inserted && questions.insert(question.en).inserted, "\(scenario.id)")
      #expect(reference.zh.contains("宁党办〔2021〕30号"), "\(scenario.id): \(reference.zh)")
      #expect(reference.en.contains("宁党办〔2021〕30号"), "\(scenario.id): \(reference.en)")
      #expect(scenario.title.zh != scenario.title.en && scenario.description != nil)
      // What no document says is called an assumption.
      #expect(
        reference.zh.contains("假设") && reference.en.contains("assum") || scenario.events.isEmpty, "\(scenario.id)")
    }
  }

  @Test("every number a scenario sets is said to be assumed, on its line or on the line above it")
  func assumptionsAreCalledSo() throws {
    for file in Repository.scenarios where !file.hasSuffix("/baseline.yaml") {
      let lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
      guard
        let start = lines.firstIndex(where: {
          ["funding:", "events:", "parameters:", "constants:"].contains($0.components(separatedBy: " ")[0])
        })
      else { continue }
      let head = lines.prefix { $0.hasPrefix("#") }.joined()
      var isCovered =
        head.contains("All numbers are assumed") || head.contains("is assumed") || head.contains("The half is assumed")
      for line in lines[start...] {
        let content = line.prefix { $0 != "#" }
        let hasNumber = content.contains(where: \.isNumber) && content.contains(":")
        if line.lowercased().contains("# assumed") { isCovered = true }
        if hasNumber { #expect(isCovered, "\(file): \(line)") }
      }
    }
  }

  @Test("questions of allocation leave the total as planned", arguments: Library.allocations)
  func allocation(_ id: String) throws {
    let scenario = try Library.scenario(id)
    #expect(abs(scenario.plan.total - total) < 1e-9, "\(scenario.plan.total) against \(total)")
    #expect(scenario.fundingPastHorizon.isEmpty && scenario.plan != planned)
  }

  @Test("priorities move the money of no source and no year")
  func marginals() throws {
    for id in ["industry-first", "infrastructure-first", "people-first", "clean-energy-led", "even-split"] {
      let plan = try Library.scenario(id).plan
      for year in 0..<plan.years {
        for source in 0..<plan.sources {
          func sum(_ plan: FundingPlan) -> Double { (0..<plan.projects).reduce(0) { $0 + plan[year, $1, source] } }
          #expect(abs(sum(plan) - sum(planned)) < 1e-9, "\(id) \(2021 + year) \(source)")
        }
      }
    }
  }

  @Test("the plans in files are what they are said to be, amount by amount")
  func plans() throws {
    let (front, back) = (try Library.scenario("front-loaded").plan, try Library.scenario("back-loaded").plan)
    let (even, second) = (try Library.scenario("even-split").plan, try Library.scenario("second-plan-2030").plan)
    #expect(second.years == 10)
    for source in 0..<planned.sources {
      for year in 0..<5 {
        let tenth = (0..<planned.projects).reduce(0) { $0 + planned[year, $1, source] } / 10
        for project in 0..<planned.projects {
          let (own, half) = (planned[year, project, source], planned[year, project, source] / 2)
          let next = year < 4 ? planned[year + 1, project, source] / 2 : 0
          let before = year > 0 ? planned[year - 1, project, source] / 2 : 0
          #expect(abs(front[year, project, source] - ((year == 0 ? own : half) + next)) < 1e-9)
          #expect(abs(back[year, project, source] - ((year == 4 ? own : half) + before)) < 1e-9)
          #expect(abs(even[year, project, source] - tenth) < 1e-9)
          #expect(second[year, project, source] == own && abs(second[year + 5, project, source] - half) < 1e-9)
        }
      }
    }
  }

  @Test("cuts, withdrawals and the delay are exactly that")
  func amounts() throws {
    for (id, share) in [
      ("funding-cut-10", 0.9), ("funding-cut", 0.7), ("funding-cut-50", 0.5), ("combined-cut-people-first", 0.7),
    ] {
      #expect(abs(try Library.scenario(id).plan.total - share * total) < 1e-9, "\(id)")
    }
    for (index, source) in Library.district.sources.enumerated() {
      let plan = try Library.scenario("without-\(source.id.replacingOccurrences(of: "_", with: "-"))").plan
      for year in 0..<5 {
        for project in 0..<plan.projects {
          for other in 0..<plan.sources {
            #expect(plan[year, project, other] == (other == index ? 0 : planned[year, project, other]))
          }
        }
      }
    }
    let delayed = try Library.scenario("delayed-start")
    let past = delayed.fundingPastHorizon.reduce(0) { $0 + $1.amount }
    #expect(past > 0 && abs(delayed.plan.total + past - total) < 1e-9)
    #expect(try Library.scenario("no-funding").plan.total == 0)
    for id in ["outlook-2030", "long-horizon-2035"] { #expect(abs(try Library.scenario(id).plan.total - total) < 1e-9) }
  }

  @Test("the stresses leave the plan alone and can be laid over other scenarios")
  func stresses() throws {
    let files = Repository.scenarios.filter { $0.contains("/stress-") }
    #expect(files.count == 6)
    for file in files {
      let id = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      #expect(try Library.scenario(id).plan == planned, "\(id)")
    }
    let base = [try Library.scenario("baseline").chain[0], try Library.scenario("funding-cut-10").chain[0]]
    let (stressed, diagnostics) = try readStressedScenarios(files: base, stresses: files)
    #expect(stressed?.stresses.count == 6, "\(diagnostics)")
  }

  @Test("warns only of money past the horizon and of an arrival no range allows for")
  func warnings() {
    let warnings = Library.readings.diagnostics.messages
    #expect(warnings.count == 3)
    #expect(warnings.count { $0.message.contains("past the horizon 2025") } == 2)
    #expect(warnings.count { $0.message.contains("arrival.rights_trading") } == 1)
  }

  @Test("question and reference belong to one file, and survive being written out")
  func ownWords() throws {
    let folder = try ScenarioFolder()
    try folder.write(
      "scenario: a\ntitle: {zh: 甲, en: A}\nquestion: {zh: 问？, en: \"Why: \\\"so\\\"?\"}\nreference: item 20\n",
      as: "a.yaml")
    let child = try folder.write("scenario: b\ntitle: {zh: 乙, en: B}\nextends: a.yaml\n", as: "b.yaml")
    let readings = readScenarios(files: ["\(folder.path)/a.yaml", child])
    #expect(readings.areSound, "\(readings.diagnostics)")
    let parent = try #require(readings.scenarios.first)
    #expect(parent.question == BilingualText(zh: "问？", en: "Why: \"so\"?"))
    #expect(parent.reference == BilingualText(zh: "item 20", en: "item 20"))
    #expect(readings.scenarios.last?.question == nil && readings.scenarios.last?.reference == nil)
    let again = readScenarios(files: [try folder.write(parent.standaloneYAML, as: "again.yaml")])
    #expect(again.scenarios.first?.question == parent.question)
    #expect(again.scenarios.first?.reference == parent.reference)
    let broken = readScenarios(files: [
      try folder.write("scenario: c\ntitle: {zh: 丙, en: C}\nquestion: {zh: 问？}\n", as: "c.yaml")
    ])
    #expect(broken.diagnostics.messages.first?.message.contains("`question.en` is missing") == true)
  }

  @Test("money past the horizon is known, planned there or moved there")
  func afterHorizon() throws {
    let file = try Library.scenario("delayed-start").chain[0]
    let short = try #require(
      readScenarios(files: [file], overrides: ScenarioOverrides(horizon: 2023)).scenarios.first)
    let after = short.fundingAfterHorizon
    func sum(_ list: [FundingPastHorizon]) -> Double { list.reduce(0) { $0 + $1.amount } }
    #expect(abs(short.planBeforeAdjustments.total + sum(after.before) - total) < 1e-9)
    #expect(abs(short.plan.total + sum(after.after) - total) < 1e-9)
    #expect(sum(after.after) > sum(after.before) && after.after.map(\.year).max() == 2026)
  }
}
