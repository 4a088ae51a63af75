import District
import ExampleScenarios
import Foundation
import Testing

/// A reproducible normal-like number for tests: not random, not zero.
private func wave(_ t: Int, _ shock: Int, _ member: Int) -> Double {
  2 * sin(Double(1 + t) * 12.9898 + Double(shock) * 78.233 + Double(member) * 37.719)
}

@Test func moneyIsConservedByProjectAndYear() throws {
  var run = try GivenDraws(ExampleScenarios.planned(horizon: 2035))
  run.run(normals: wave)
  for project in run.experiment.district.projects {
    for member in [0, 17, 63] {
      let arrived = run.values("arrived.\(project.id)", member: member)
      let executed = run.values("executed.\(project.id)", member: member)
      let unspent = run.values("unspent.\(project.id)", member: member)
      var sum = 0.0
      for t in 1...15 {
        sum += arrived[t] - executed[t]
        #expect(abs(sum - unspent[t]) < 1e-12 * max(1, project.plannedCost), "\(project.id) \(2020 + t)")
        #expect(executed[t] >= 0 && unspent[t] >= -1e-15)
      }
    }
  }
}

@Test func withoutFundingNothingIsExecuted() throws {
  var run = try GivenDraws(ExampleScenarios.planned(funded: false))
  run.run(normals: wave)
  for project in run.experiment.district.projects {
    for series in ["arrived", "executed", "unspent", "completion", "maturity"] {
      #expect(run.values("\(series).\(project.id)", member: 9).allSatisfy { $0 == 0 })
    }
  }
}

@Test func doublingAllPricesScalesNominalValuesOnly() throws {
  var district = ExampleScenarios.hongsibao
  var plain = try GivenDraws(ExampleScenarios.planned(district))
  plain.run(normals: wave)
  for k in district.constants.deflator.indices { district.constants.deflator[k] += log(2.0) }
  var doubled = try GivenDraws(ExampleScenarios.planned(district))
  doubled.run(normals: wave)
  for indicator in plain.experiment.catalogue.indicators.prefix(plain.experiment.catalogue.seriesCount) {
    let before = plain.values(indicator.id, member: 5)
    let after = doubled.values(indicator.id, member: 5)
    if indicator.id == "gdp_nominal" {
      for t in 0...5 { #expect(abs(after[t] / before[t] - pow(2, Double(t))) < 1e-10 * pow(2, Double(t))) }
    } else {
      #expect(after == before, "\(indicator.id)")
    }
  }
}

@Test func symmetricSectorsStaySymmetric() throws {
  // Transport is made a twin of trade: the same numbers, the same inputs and uses, the same links.
  let district = ExampleScenarios.hongsibao
  let a = district.sectors.firstIndex { $0.id == "trade" }!
  let b = district.sectors.firstIndex { $0.id == "transport" }!
  let trade = district.sectors[a]
  var sectors = district.sectors
  sectors[b] = Sector(
    id: "transport", name: sectors[b].name, industry: trade.industry, trendGroup: trade.trendGroup,
    valueAdded: trade.valueAdded, capitalOutputRatio: trade.capitalOutputRatio,
    capitalElasticity: trade.capitalElasticity, depreciation: trade.depreciation,
    productivityTrend: trade.productivityTrend, tradability: trade.tradability, jobs: trade.jobs,
    employmentElasticity: trade.employmentElasticity, exportTrend: trade.exportTrend,
    productivitySigma: trade.productivitySigma, valueAddedRatio: trade.valueAddedRatio, localShare: trade.localShare,
    householdDemand: trade.householdDemand, governmentDemand: trade.governmentDemand,
    investmentDemand: trade.investmentDemand, exportDemand: trade.exportDemand)
  var table = district.inputOutput
  for i in table.indices {
    table[b][i] = table[a][i]
  }
  for i in table.indices { table[i][b] = table[i][a] }
  table[b][b] = table[a][a]
  table[a][b] = table[b][a]
  func twins<Element>(_ list: [Element], target: (Element) -> Int, make: (Element, Int) -> Element) -> [Element] {
    list.filter { target($0) != b } + list.filter { target($0) == a }.map { make($0, b) }
  }
  let links =
    district.links.filter { ![.capital, .purchase, .productivity].contains($0.kind) }
    + twins(
      district.links.filter { [.capital, .purchase, .productivity].contains($0.kind) }, target: \.target,
      make: { ProjectLink(project: $0.project, kind: $0.kind, target: $1, value: $0.value) })
  let twin = district.replacing(
    sectors: sectors, inputOutput: table, links: links,
    pillarElasticities: twins(
      district.pillarElasticities, target: \.sector,
      make: { PillarElasticity(sector: $1, pillar: $0.pillar, value: $0.value) }))
  var run = try GivenDraws(ExampleScenarios.planned(twin, horizon: 2030))
  run.run()
  let first = run.values("value_added.trade")
  let second = run.values("value_added.transport")
  for t in 0...10 { #expect(abs(first[t] - second[t]) <= 1e-13 * first[t]) }
  #expect(first[5] != first[0])
}

/// A parameter, and series that no equation lets it reach.
private let unreached: [(parameter: String, series: [String])] = [
  ("deflator_shift.secondary", ["gdp_real", "income_all", "jobs", "water_tightness", "pillar.environment"]),
  ("efficacy.governance", ["pillar.environment", "outcome.cattle_raised", "executed.governance"]),
  ("efficacy.tourism", ["pillar.governance", "outcome.sheep_raised", "maturity.tourism"]),
  ("absorption.tourism", ["executed.agriculture", "pillar.skills"]),
  ("comparator_growth_shift.all", ["ningxia_income_rural", "executed.agriculture", "pillar.skills"]),
  ("income_base.urban", ["ningxia_income_all", "ningxia_income_rural", "pillar.skills"]),
  ("stable_job_base", ["gdp_nominal", "income_all", "jobs"]),
  ("pillar_base.skills", ["gdp_nominal", "income_all", "pillar.governance"]),
  ("arrival.enterprise", ["arrived.infrastructure", "pillar.governance"]),
]

@Test(arguments: unreached.indices)
func parameterMovesNoSeriesItsEquationsDoNotReach(_ index: Int) throws {
  let (parameter, series) = unreached[index]
  var before = try GivenDraws(ExampleScenarios.planned())
  before.run(normals: wave)
  var after = try GivenDraws(ExampleScenarios.planned())
  let row = after.experiment.district.parameters.first { $0.id == parameter }!
  after.set(parameter, row.distribution.quantile(0.9))
  after.run(normals: wave)
  for id in series { #expect(after.values(id, member: 3) == before.values(id, member: 3), "\(parameter) -> \(id)") }
  // And it does move something.
  #expect(after.series != before.series, "\(parameter)")
}

@Test func moreMoneyNeverLowersOutputOrIncomeInTheCentralRun() throws {
  var last = (gdp: 0.0, income: 0.0)
  for factor in [0.0, 0.25, 0.5, 1, 1.5, 2] {
    var scenario = ExampleScenarios.planned()
    for index in scenario.plan.amounts.indices { scenario.plan.amounts[index] *= factor }
    var run = try GivenDraws(scenario)
    run.run()
    let now = (gdp: run.values("gdp_real")[5], income: run.values("income_all")[5])
    #expect(now.gdp > last.gdp && now.income > last.income)
    last = now
  }
}

@Test func eventsAreAddedToTheCorrelatedShocks() throws {
  // An event of -2 sd on hospitality equals the same change of e, which moves that sector's productivity by -2 sigma.
  var scenario = ExampleScenarios.planned()
  let shock = scenario.district.shocks.firstIndex { $0.id == "tfp_hospitality" }!
  scenario.events = [.init(year: 2022, shock: shock, standardDeviations: -2)]
  var hit = try GivenDraws(scenario)
  hit.run()
  var plain = try GivenDraws(ExampleScenarios.planned())
  plain.run()
  let sector = scenario.district.sectors.first { $0.id == "hospitality" }!
  let change = log(hit.values("value_added.hospitality")[2] / plain.values("value_added.hospitality")[2])
  #expect(abs(change + 2 * sector.productivitySigma * sector.tradability) < 1e-12)
  #expect(hit.values("value_added.hospitality")[1] == plain.values("value_added.hospitality")[1])
}
