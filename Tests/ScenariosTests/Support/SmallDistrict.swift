import District
import Sampling
import Scenarios

/// A district small enough to reckon by hand, with some of the names of the built-in one.
///
/// Its plan has 1 亿元 for every project and source in 2021, 2 in 2022 … 5 in 2025; `idle` has no cost and no plan.
enum SmallDistrict {
  static let projects = ["agriculture", "clean_energy", "tourism", "infrastructure", "employment", "idle"]
  static let costs = [4.0, 36, 3.5, 15, 3, 0]
  static let sources = ["central_fiscal", "min_ning", "enterprise"]

  static let district: District = {
    func text(_ id: String) -> BilingualText { BilingualText(zh: id, en: id) }
    var plan = FundingPlan(firstYear: 2021, years: 5, projects: projects.count, sources: sources.count)
    for year in 0..<5 {
      for project in 0..<5 { for source in 0..<3 { plan[year, project, source] = Double(year + 1) } }
    }
    var constants = Constants()
    constants.waterQuotaGrowth = 0.015
    constants.arrivalCap = 1.3
    return District(
      id: "small", name: text("small"), region: text("region"), baseYear: 2020, fingerprint: "", location: "built-in",
      sectors: [
        Sector(
          id: "crops", name: text("crops"), industry: .primary, trendGroup: .primary, valueAdded: 7.6,
          capitalOutputRatio: 2.2, capitalElasticity: 0.3, depreciation: 0.06, productivityTrend: 0.02,
          tradability: 0.85, jobs: 2.6, employmentElasticity: 0.05, exportTrend: 0.04, productivitySigma: 0.03,
          valueAddedRatio: 0.6, localShare: 0.4, householdDemand: 1, governmentDemand: 0, investmentDemand: 0,
          exportDemand: 7)
      ],
      projects: zip(projects, costs).map {
        Project(id: $0, name: text($0), reference: "", isPlaceholder: false, plannedCost: $1, curvature: 0.5)
      },
      sources: sources.map { FundingSource(id: $0, name: text($0), reference: "", arrivalSigma: 0.1) },
      pillars: [Pillar(id: "infrastructure", name: text("infrastructure"), base: 82, drift: 0.5)],
      incomeLines: Household.allCases.flatMap { household in
        IncomeComponent.allCases.map { IncomeLine(household: household, component: $0, base: 1000, trend: 0.01) }
      },
      comparators: ["ningxia_income_all", "ningxia_income_rural"].map {
        Comparator(id: $0, name: text($0), base: 20000, growth: 0.07, sigma: 0.01)
      },
      outcomes: [], factors: ["macro"],
      shocks: ["tfp_hospitality", "export"].map { Shock(id: $0, name: text($0), loadings: [0.5]) },
      parameters: [
        UncertainParameter(
          id: "efficacy.tourism", distribution: .pert(low: 0.5, mode: 1, high: 1.3), unit: "factor"),
        UncertainParameter(id: "crowding_in", distribution: .pert(low: -0.2, mode: 0.1, high: 0.4), unit: "share"),
        UncertainParameter(
          id: "export_trend_shift", distribution: .normal(mean: 0, standardDeviation: 0.01), unit: "log"),
      ],
      targets: [
        Target(
          id: "gdp_100_yi", indicator: "gdp_nominal", comparison: .moreThan, threshold: .number(100), factor: 1,
          years: 2025...2025, statement: text("GDP > 100"), reference: "item 20")
      ],
      inputOutput: [[0.1]], links: [], pillarElasticities: [], incomeElasticities: [], plan: plan,
      constants: constants, samplingDimensions: [:], inputs: [])
  }()

  static var library: ScenarioLibrary {
    ScenarioLibrary(
      district: { name, _ in
        guard name == "hongsibao" else { throw FileAccessError(.read, path: name, reason: "no such file") }
        return district
      },
      plan: { file, _ in
        _ = try ScenarioText.read(path: file)
        return district.plan
      })
  }
}
