import District
import ExampleScenarios
import Foundation
import Testing

// The places that neither known answer reaches, each against its equation by hand.

@Test func capitalElasticityIsClampedAtBothEnds() throws {
  // With the largest alpha (clean power, 0.75) scaled far up and all others far down, v* moves with 0.95 k and 0.05 k.
  var high = try GivenDraws(ExampleScenarios.planned())
  high.set("capital_elasticity_scale", 2.0)
  high.run()
  var higher = try GivenDraws(ExampleScenarios.planned())
  higher.set("capital_elasticity_scale", 1.9)
  higher.run()
  // 0.75 x 1.9 and 0.75 x 2.0 both exceed 0.95: clean power's own potential cannot tell them apart; crops' can (0.57, 0.6).
  let first = high.values("value_added.clean_power")[1]
  let second = higher.values("value_added.clean_power")[1]
  // In the first year clean power differs only by demand's 5 % weight, which the year-before values do not move.
  #expect(abs(first - second) < 1e-12)
  #expect(abs(high.values("value_added.crops")[1] - higher.values("value_added.crops")[1]) > 1e-6)

  var low = try GivenDraws(ExampleScenarios.planned())
  low.set("capital_elasticity_scale", 0.05)
  low.run()
  var lower = try GivenDraws(ExampleScenarios.planned())
  lower.set("capital_elasticity_scale", 0.01)
  lower.run()
  for sector in low.experiment.district.sectors {
    #expect(low.values("value_added.\(sector.id)") == lower.values("value_added.\(sector.id)"), "\(sector.id)")
  }
}

@Test func waterSavingCountsNoMoreThanSixTenths() throws {
  let district = ExampleScenarios.hongsibao
  func links(_ saving: Double) -> District {
    district.replacing(
      links: district.links.map {
        $0.kind == .water ? ProjectLink(project: $0.project, kind: .water, target: 0, value: saving) : $0
      })
  }
  var large = try GivenDraws(ExampleScenarios.planned(links(30)))
  large.run()
  var larger = try GivenDraws(ExampleScenarios.planned(links(60)))
  larger.run()
  #expect(large.values("water_tightness")[5] == larger.values("water_tightness")[5])
  // ln w falls by ln(1 - 0.6) against no saving before rationing feeds back: in year 1 nothing feeds back yet.
  var none = try GivenDraws(ExampleScenarios.planned(links(0)))
  none.run()
  let ratio = large.values("water_tightness")[1] / none.values("water_tightness")[1]
  #expect(abs(ratio - 0.4) < 1e-12)
}

@Test func completionCountsForMaturityOnlyUpToTheCap() throws {
  // Twenty times the money: q passes 1.2, and maturity goes to pi(1.2) > 1.
  var scenario = ExampleScenarios.planned()
  for index in scenario.plan.amounts.indices { scenario.plan.amounts[index] *= 20 }
  var run = try GivenDraws(scenario)
  for project in run.experiment.district.projects {
    run.set("absorption.\(project.id)", 3)
    run.set("maturation.\(project.id)", 1)
  }
  run.run()
  let project = run.experiment.district.projects.first { $0.id == "governance" }!
  let c = project.curvature
  let expected = (1 - exp(-c * 1.2)) / (1 - exp(-c))
  #expect(run.values("completion.governance")[5] == 1)
  #expect(abs(run.values("maturity.governance")[5] - expected) < 1e-12)
}

@Test func projectWithoutPlannedCostExecutesNothing() throws {
  let district = ExampleScenarios.hongsibao
  let projects = district.projects.map {
    $0.id == "tourism"
      ? Project(
        id: $0.id, name: $0.name, reference: $0.reference, isPlaceholder: $0.isPlaceholder, plannedCost: 0,
        curvature: $0.curvature) : $0
  }
  var scenario = ExampleScenarios.planned(district.replacing(projects: projects))
  let p = projects.firstIndex { $0.id == "tourism" }!
  for t in 0..<5 { for f in district.sources.indices { scenario.plan[t, p, f] = 0 } }
  var run = try GivenDraws(scenario)
  run.run()
  for series in ["executed", "unspent", "completion", "maturity", "arrived"] {
    #expect(run.values("\(series).tourism").allSatisfy { $0 == 0 })
  }
  #expect(run.values("gdp_nominal").allSatisfy { $0.isFinite })
}

@Test func zeroCurvatureMakesMaturityLinearInCompletion() throws {
  let district = ExampleScenarios.hongsibao
  func curved(_ curvature: Double) -> District {
    district.replacing(
      projects: district.projects.map {
        Project(
          id: $0.id, name: $0.name, reference: $0.reference, isPlaceholder: $0.isPlaceholder,
          plannedCost: $0.plannedCost, curvature: curvature)
      })
  }
  var linear = try GivenDraws(ExampleScenarios.planned(curved(0)))
  for project in district.projects { linear.set("maturation.\(project.id)", 1) }
  linear.run()
  for project in district.projects {
    let completion = linear.values("completion.\(project.id)")
    let maturity = linear.values("maturity.\(project.id)")
    for t in 0...5 where completion[t] < 1 { #expect(abs(maturity[t] - completion[t]) < 1e-12) }
  }
  // The limit of small curvature.
  var small = try GivenDraws(ExampleScenarios.planned(curved(1e-6)))
  for project in district.projects { small.set("maturation.\(project.id)", 1) }
  small.run()
  #expect(abs(small.values("gdp_real")[5] - linear.values("gdp_real")[5]) < 1e-4)
}

@Test func urbanShareStopsAtEightyFivePercent() throws {
  var district = ExampleScenarios.hongsibao
  district.constants.urbanShare2025 = 0.9
  var run = try GivenDraws(ExampleScenarios.planned(district, horizon: 2026))
  run.run()
  for (t, share) in [(4, 0.401 + 0.499 * 0.8), (5, 0.85), (6, 0.85)] {
    let mixed = share * run.values("income_urban")[t] + (1 - share) * run.values("income_rural")[t]
    #expect(abs(run.values("income_all")[t] - mixed) < 1e-9 * mixed)
  }
}
