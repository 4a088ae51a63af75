import District
import Scenarios
import Testing

/// The money of one year, project and source; years from 2021.
private func cell(_ scenario: ResolvedScenario?, _ year: Int, _ project: String, _ source: String) -> Double {
  let p = SmallDistrict.projects.firstIndex(of: project)!
  let f = SmallDistrict.sources.firstIndex(of: source)!
  return scenario?.plan[year - 2021, p, f] ?? .nan
}

/// All the money past the horizon.
private func pastHorizon(_ scenario: ResolvedScenario?) -> Double {
  scenario?.fundingPastHorizon.reduce(0) { $0 + $1.amount } ?? .nan
}

@Suite("Adjusting the funding plan")
struct FundingAdjustmentTests {
  private func adjust(_ lines: String, horizon: Int = 2025) throws -> (
    scenario: ResolvedScenario?, messages: [Diagnostic]
  ) {
    try ScenarioFolder().resolve("horizon: \(horizon)\nfunding:\n  adjust:\n" + lines)
  }

  @Test("multiplies only what a line names")
  func multiply() throws {
    let (scenario, messages) = try adjust(
      "    - {project: [tourism, employment], source: enterprise, years: 2023-2024, multiply: 0.5}")
    #expect(messages.isEmpty)
    #expect(cell(scenario, 2023, "tourism", "enterprise") == 1.5)
    #expect(cell(scenario, 2024, "employment", "enterprise") == 2)
    #expect(cell(scenario, 2022, "tourism", "enterprise") == 2)
    #expect(cell(scenario, 2023, "tourism", "min_ning") == 3)
    #expect(cell(scenario, 2023, "agriculture", "enterprise") == 3)
    #expect(scenario?.planBeforeAdjustments == SmallDistrict.district.plan)
  }

  @Test("applies lines in the order of the file")
  func order() throws {
    let first = try adjust("    - {project: tourism, source: enterprise, year: 2021, add: 1}\n    - {multiply: 3}")
    let second = try adjust("    - {multiply: 3}\n    - {project: tourism, source: enterprise, year: 2021, add: 1}")
    #expect(cell(first.scenario, 2021, "tourism", "enterprise") == 6)
    #expect(cell(second.scenario, 2021, "tourism", "enterprise") == 4)
  }

  @Test("adds to each project, source and year named, every year of the horizon when none is")
  func add() throws {
    let named = try adjust(
      "    - {project: [tourism, employment], source: [enterprise, min_ning], years: [2021, 2023], add: 0.5}")
    #expect(named.scenario!.plan.total == SmallDistrict.district.plan.total + 4)
    let all = try adjust("    - {project: tourism, source: enterprise, add: 0.5}", horizon: 2027)
    #expect(all.scenario!.plan.total == SmallDistrict.district.plan.total + 3.5)
    #expect(cell(all.scenario, 2027, "tourism", "enterprise") == 0.5)
  }

  @Test("says what an addition lacks, and what would become negative")
  func addErrors() throws {
    let lacking = try adjust("    - {project: tourism, add: 1}").messages.errors
    #expect(lacking.count == 1)
    #expect(lacking[0].message.contains("`add` needs `source`"))
    let negative = try adjust("    - {project: tourism, source: min_ning, year: 2022, add: -2.5}").messages.errors
    #expect(negative.count == 1)
    for word in ["tourism", "min_ning", "2022", "negative", "-0.5"] { #expect(negative[0].message.contains(word)) }
  }

  @Test("rounding does not make an amount negative")
  func addToZero() throws {
    let (scenario, messages) = try adjust(
      "    - {project: tourism, source: min_ning, year: 2022, multiply: 0.1}\n"
        + "    - {project: tourism, source: min_ning, year: 2022, add: -0.20000000000000004}")
    #expect(messages.isEmpty)
    #expect(cell(scenario, 2022, "tourism", "min_ning") == 0)
  }

  @Test("delays money and reports what passes the horizon")
  func delay() throws {
    let (scenario, messages) = try adjust("    - {project: clean_energy, delay: 2}")
    #expect(cell(scenario, 2021, "clean_energy", "min_ning") == 0)
    #expect(cell(scenario, 2023, "clean_energy", "min_ning") == 1)
    #expect(cell(scenario, 2025, "clean_energy", "min_ning") == 3)
    #expect(pastHorizon(scenario) == 27)
    #expect(Set(scenario!.fundingPastHorizon.map(\.year)) == [2026, 2027])
    #expect(messages.count == 1)
    #expect(messages[0].message.contains("27 亿元 past the horizon 2025"))
  }

  @Test("delays only the years named, on top of what is there")
  func delayYears() throws {
    let (scenario, _) = try adjust("    - {project: tourism, source: min_ning, year: 2022, delay: 1}")
    #expect(cell(scenario, 2022, "tourism", "min_ning") == 0)
    #expect(cell(scenario, 2023, "tourism", "min_ning") == 5)
    #expect(cell(scenario, 2024, "tourism", "min_ning") == 4)
    #expect(scenario?.fundingPastHorizon.isEmpty == true)
  }

  @Test("money past the horizon follows later lines, and money planned past it is not reported")
  func delayThenMultiply() throws {
    let (scenario, _) = try adjust("    - {delay: 1}\n    - {multiply: 0.5}", horizon: 2023)
    #expect(cell(scenario, 2023, "tourism", "min_ning") == 1)
    #expect(pastHorizon(scenario) == 22.5)
    #expect(Set(scenario!.fundingPastHorizon.map(\.year)) == [2024])
  }

  @Test("delays beyond 2035 lose nothing")
  func delayFar() throws {
    let (scenario, _) = try adjust("    - {delay: 14}\n    - {delay: 14}", horizon: 2035)
    #expect(scenario?.plan.total == 0)
    #expect(pastHorizon(scenario) == SmallDistrict.district.plan.total)
    #expect(scenario?.fundingPastHorizon.map(\.year).max() == 2053)
  }

  @Test("moves a share of each source and year in proportion to planned cost, to the yuan")
  func move() throws {
    let (scenario, messages) = try adjust(
      "    - {from: clean_energy, to: [employment, agriculture], share: 0.1, years: 2023}")
    #expect(messages.isEmpty)
    #expect(abs(cell(scenario, 2023, "clean_energy", "min_ning") - 2.7) < 1e-15)
    #expect(abs(cell(scenario, 2023, "employment", "min_ning") - (3 + 0.3 * 3 / 7)) < 1e-15)
    #expect(abs(cell(scenario, 2023, "agriculture", "min_ning") - (3 + 0.3 * 4 / 7)) < 1e-15)
    #expect(cell(scenario, 2022, "clean_energy", "min_ning") == 2)
    #expect(abs(scenario!.plan.total - SmallDistrict.district.plan.total) < 1e-12)
    let whole = try adjust("    - {from: tourism, to: employment, share: 1}").scenario
    #expect(cell(whole, 2025, "tourism", "enterprise") == 0)
    #expect(cell(whole, 2025, "employment", "enterprise") == 10)
  }

  @Test("a line that alters no money within the horizon is a warning")
  func unchanged() throws {
    for line in [
      "{multiply: 1}", "{project: idle, multiply: 0}", "{from: tourism, to: employment, share: 0}",
      "{project: tourism, source: min_ning, add: 0}", "{project: idle, delay: 1}",
    ] {
      let messages = try adjust("    - \(line)").messages
      #expect(messages.count == 1, "\(line)")
      #expect(messages.first?.severity == .warning)
      #expect(messages.first?.message.contains("changes nothing") == true)
    }
  }

  @Test("money for a project without a cost is an error")
  func idleProject() throws {
    let added = try adjust("    - {project: idle, source: min_ning, year: 2021, add: 1}").messages.errors
    #expect(added.count == 1)
    #expect(added[0].message.contains("planned cost is 0"))
    let moved = try adjust("    - {from: tourism, to: idle, share: 0.5}").messages.errors
    #expect(moved.count == 1)
    #expect(moved[0].message.contains("planned cost of 0"))
  }

  @Test("years past the horizon: an error alone, a warning among others, a warning when the command line shortens it")
  func years() throws {
    #expect(try adjust("    - {year: 2027, multiply: 0}").messages.errors.count == 1)
    let partly = try adjust("    - {years: 2025-2027, multiply: 0}").messages
    #expect(partly.count == 1 && partly[0].severity == .warning)
    let shortened = try ScenarioFolder().resolve(
      "funding:\n  adjust:\n    - {year: 2025, multiply: 0}", overrides: ScenarioOverrides(horizon: 2024))
    #expect(shortened.messages.errors.isEmpty)
    #expect(shortened.messages.warnings.count == 1)
    #expect(shortened.scenario?.plan.years == 4)
  }

  @Test("no funding is a plan of zeros; a line over it changes nothing")
  func none() throws {
    let (scenario, messages) = try ScenarioFolder().resolve("funding:\n  plan: none\n  adjust:\n    - {multiply: 2}")
    #expect(scenario?.plan.total == 0)
    #expect(scenario?.planBeforeAdjustments.years == 5)
    #expect(messages.count == 1)
  }
}
