import Analysis
import District
import ExampleScenarios
import Foundation
import Optimization
import Projection
import Scenarios
import Testing

@Suite struct AllocationTests {
  private let gdp = ExplainedOutcome.indicator("gdp_real", year: 2025)
  private let district = ExampleScenarios.hongsibao

  private func limits(_ text: String) throws -> AllocationLimits {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("limits-\(UUID().uuidString).yaml").path
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try AllocationLimits(file: file, district: district, horizon: 2025)
  }

  /// Limits under which every project has one payer: 50 amounts.
  private func onePayer() throws -> AllocationRules {
    let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return AllocationRules(
      limits: try AllocationLimits(
        file: "\(top)/scenarios/limits/one-payer.yaml", district: district, horizon: 2025))
  }

  /// The planned scenario with the money of two projects from one source in two years only.
  private func twoProjects(members: Int) -> ResolvedScenario {
    var scenario = ExampleScenarios.planned(members: members)
    for p in 0..<scenario.plan.projects {
      for f in 0..<scenario.plan.sources {
        for t in 0..<scenario.plan.years { scenario.plan[t, p, f] = 0 }
      }
    }
    for (project, amount) in [("agriculture", 3.0), ("tourism", 1.5)] {
      let p = district.projects.firstIndex { $0.id == project }!
      let f = district.sources.firstIndex { $0.id == "enterprise" }!
      for t in 0..<2 { scenario.plan[t, p, f] = amount }
    }
    return scenario
  }

  @Test(arguments: [ExplainedOutcome.indicator("gdp_real", year: 2025), .target("gdp_100_yi")])
  func derivativesAreThoseOfTheValue(_ outcome: ExplainedOutcome) throws {
    let scenario = ExampleScenarios.planned(members: 256)
    let run = AllocationRun(scenario, outcome: outcome, rules: AllocationRules())
    let objective = try run.objective(AllocationGoal(outcome))
    let amounts = objective.cells.amounts(scenario.plan)
    let value = try objective.value(amounts, wantsGradient: true)
    #expect(value.worth == (try objective.value(amounts).worth))
    for index in stride(from: 0, to: amounts.count, by: amounts.count / 7) {
      let step = 1e-3
      var (up, down) = (amounts, amounts)
      up[index] += step
      down[index] -= step
      let slope = (try objective.value(up).worth - objective.value(down).worth) / (2 * step)
      let size = max(slope.magnitude, value.gradient.map(\.magnitude).max()! * 1e-3)
      #expect(abs(value.gradient[index] - slope) < 2e-3 * size, "cell \(index)")
    }
  }

  @Test(arguments: [ExplainedOutcome.indicator("gdp_real", year: 2025), .indicator("income_rural", year: 2024)])
  func twoProjectsAreDividedAsByABruteForceGrid(_ outcome: ExplainedOutcome) throws {
    let scenario = twoProjects(members: 128)
    let rules = AllocationRules(
      limits: try limits("{project_range: [0, 3], source_ceiling: 1, year_ceiling: 1.5, absorption: 10}"))
    let run = AllocationRun(scenario, outcome: outcome, rules: rules)
    let found = try run.divide(scenario.plan.total, starts: 3)
    let objective = try run.objective(AllocationGoal(outcome))
    let (cells, bounds) = (objective.cells, found.bounds)
    #expect(cells.cells.count == 4)
    // Amounts of three cells on a grid, the fourth is what is left of 9.
    let (steps, total) = (24, scenario.plan.total)
    var best = (worth: -Double.infinity, amounts: [Double]())
    for i in 0...steps {
      for j in 0...(steps - i) {
        for k in 0...(steps - i - j) {
          let amounts = [i, j, k, steps - i - j - k].map { Double($0) * total / Double(steps) }
          guard bounds.violation(of: amounts, cells) < 1e-9 else { continue }
          let worth = try objective.value(amounts).worth
          if worth > best.worth { best = (worth, amounts) }
        }
      }
    }
    let worth = try objective.value(cells.amounts(found.best.plan)).worth
    let plan = try objective.value(cells.amounts(scenario.plan)).worth
    // No point of the grid is better, and the nearest one is hardly worse.
    #expect(
      worth >= best.worth - 1e-4 * (best.worth - plan), "\(worth) against \(best) on the grid, \(plan) as planned")
    #expect(worth - best.worth < 0.05 * (worth - plan))
    for (amount, near) in zip(cells.amounts(found.best.plan), best.amounts) {
      #expect(abs(amount - near) <= 1.5 * total / Double(steps), "\(found.best.plan.amounts) against \(best)")
    }
  }

  @Test func theBestDivisionKeepsEveryBoundAndSpendsTheBudget() throws {
    let scenario = ExampleScenarios.planned(members: 256)
    let rules = AllocationRules(
      limits: try limits(
        """
        project_range: [0.6, 1.4]
        projects: {infrastructure: {minimum: 16}, tourism: {maximum: 3, yearly: 0.8}}
        sources: {enterprise: {maximum: 30, pays: [clean_energy, agriculture]}}
        years: [{year: 2021, maximum: 17}]
        source_ceiling: 1.3
        """))
    let run = AllocationRun(scenario, outcome: gdp, rules: rules)
    let result = try run.divide(90, starts: 2)
    let plan = result.best.plan
    #expect(abs(plan.total - 90) < 1e-9)
    #expect(result.bounds.violation(of: result.cells.amounts(plan), result.cells) < 1e-3)
    func index(_ id: String) -> Int { district.projects.firstIndex { $0.id == id }! }
    func sum(_ condition: (Int, Int, Int) -> Bool) -> Double {
      var sum = 0.0
      for t in 0..<plan.years {
        for p in 0..<plan.projects {
          for f in 0..<plan.sources where condition(t, p, f) { sum += plan[t, p, f] }
        }
      }
      return sum
    }
    let enterprise = district.sources.firstIndex { $0.id == "enterprise" }!
    #expect(sum { _, p, _ in p == index("infrastructure") } > 16 - 1e-3)
    #expect(sum { _, p, _ in p == index("tourism") } < 3 + 1e-3)
    for year in 0..<5 { #expect(sum { t, p, _ in t == year && p == index("tourism") } < 0.8 + 1e-3) }
    #expect(sum { t, _, _ in t == 0 } < 17 + 1e-3)
    #expect(sum { _, _, f in f == enterprise } < 30 + 1e-3)
    #expect(
      sum { _, p, f in f == enterprise && p != index("clean_energy") && p != index("agriculture") } == 0)
    #expect(result.ownGain.value > 0 && result.gap.value >= 0)
    // On its own draws a division is at least as good as what the search began from.
    #expect(result.starts.allSatisfy { $0 > 0 })
  }

  @Test func threadsChangeNothing() throws {
    let scenario = ExampleScenarios.planned(members: 256)
    let rules = try onePayer()
    let plans = try [1, 2].map { threads in
      let run = AllocationRun(scenario, outcome: .target("gdp_100_yi"), rules: rules, threads: threads)
      return try run.divide(scenario.plan.total, starts: 2).best.plan
    }
    #expect(plans[0] == plans[1])
  }

  @Test func moreMoneyReachesNoLessOnTheFrontierBeyondError() throws {
    let scenario = ExampleScenarios.planned(members: 512)
    let run = AllocationRun(scenario, outcome: gdp, rules: try onePayer())
    #expect(run.rules.cells(scenario).cells.count == 50)
    #expect(run.frontierTarget == "gdp_100_yi")
    let points = try run.frontierOfMoney(target: "gdp_100_yi", about: scenario.plan.total, from: scenario.plan)
    #expect(points.count == AllocationRun.frontierPoints && points.contains { $0.position == 1 })
    for point in points { #expect(abs(point.division.plan.total - point.budget) < 1e-9) }
    let values = points.map { $0.division.fresh.estimate(.target("gdp_100_yi"), baseYear: 2020)! }
    for (less, more) in zip(values, values.dropFirst()) {
      #expect(more.value > less.value - 3 * ((less.error ?? 0) + (more.error ?? 0)))
    }
    #expect(values.last!.value > values.first!.value + 0.1)
  }

  @Test(arguments: [
    ("{projects: {tourism: {minimum: 200}}}", "minima"),
    ("{years: [{year: 2021, maximum: 1}], year_ceiling: 0.5}", "years"),
    ("{source_ceiling: 0.5}", "sources"), ("{projects: {tourism: {yearly: 0}}, absorption: 0.01}", "yearly"),
  ])
  func boundsThatHoldNoDivisionAreRefused(_ text: String, _ word: String) throws {
    let scenario = ExampleScenarios.planned(members: 64)
    let run = AllocationRun(scenario, outcome: gdp, rules: AllocationRules(limits: try limits(text)))
    let error = #expect(throws: AllocationError.self) { try run.divide(scenario.plan.total, starts: 1) }
    #expect(error?.description.contains(word) == true || error?.description.contains("bounds together") == true)
  }

  @Test func aPointIsEfficientUnlessAnotherHasMoreOfOneAndNoLessOfTheOther() {
    let points = [(1.0, 3.0), (2.0, 2.0), (2.0, 1.0), (3.0, 2.0), (3.0, 2.0)]
    let marks = points.indices.map { AllocationRun.isEfficient($0, among: points) }
    #expect(marks == [true, false, false, true, true])
  }
}
