import District

/// The row of every uncertain parameter, by its role in the equations.
///
/// A checked district holds exactly the parameters named here, so each look-up succeeds.
public struct ParameterRows: Sendable {
  /// `value_added_scale`.
  public let valueAddedScale: Int
  /// `tfp_trend_shift` by group, in the order of `TrendGroup.allCases`.
  public let trendShift: [Int]
  /// `capital_elasticity_scale`.
  public let capitalElasticityScale: Int
  /// `efficacy` by project.
  public let efficacy: [Int]
  /// `absorption` by project.
  public let absorption: [Int]
  /// `maturation` by project.
  public let maturation: [Int]
  /// `arrival` by source.
  public let arrival: [Int]
  /// `crowding_in`.
  public let crowdingIn: Int
  /// `purchase_additionality`.
  public let purchaseAdditionality: Int
  /// `pillar_elasticity_scale` by pillar.
  public let pillarElasticityScale: [Int]
  /// `income_elasticity_scale` by component, in the order of `IncomeComponent.allCases`.
  public let incomeElasticityScale: [Int]
  /// `income_trend_shift` by household, in the order of `Household.allCases`.
  public let incomeTrendShift: [Int]
  /// `comparator_growth_shift`: all residents, rural residents.
  public let comparatorGrowthShift: [Int]
  /// `deflator_shift` by industry, in the order of `Industry.allCases`.
  public let deflatorShift: [Int]
  /// `outside_wage_trend`.
  public let outsideWageTrend: Int
  /// `water_elasticity`.
  public let waterElasticity: Int
  /// `export_trend_shift`.
  public let exportTrendShift: Int
  /// `consumption_scale`.
  public let consumptionScale: Int
  /// `income_base` by household.
  public let incomeBase: [Int]
  /// `pillar_base` by pillar.
  public let pillarBase: [Int]
  /// `stable_job_base`.
  public let stableJobBase: Int

  /// Finds the rows of a checked district.
  public init(_ district: District) {
    let rows = Dictionary(uniqueKeysWithValues: district.parameters.enumerated().map { ($1.id, $0) })
    func row(_ id: String) -> Int {
      guard let row = rows[id] else { preconditionFailure("a checked district has the parameter \(id)") }
      return row
    }
    func family(_ name: String, _ members: [String]) -> [Int] { members.map { row("\(name).\($0)") } }
    let projects = district.projects.map(\.id)
    let pillars = district.pillars.map(\.id)
    let households = Household.allCases.map(\.rawValue)
    valueAddedScale = row("value_added_scale")
    trendShift = family("tfp_trend_shift", TrendGroup.allCases.map(\.rawValue))
    capitalElasticityScale = row("capital_elasticity_scale")
    efficacy = family("efficacy", projects)
    absorption = family("absorption", projects)
    maturation = family("maturation", projects)
    arrival = family("arrival", district.sources.map(\.id))
    crowdingIn = row("crowding_in")
    purchaseAdditionality = row("purchase_additionality")
    pillarElasticityScale = family("pillar_elasticity_scale", pillars)
    incomeElasticityScale = family("income_elasticity_scale", IncomeComponent.allCases.map(\.rawValue))
    incomeTrendShift = family("income_trend_shift", households)
    comparatorGrowthShift = family("comparator_growth_shift", ["all", "rural"])
    deflatorShift = family("deflator_shift", Industry.allCases.map(\.rawValue))
    outsideWageTrend = row("outside_wage_trend")
    waterElasticity = row("water_elasticity")
    exportTrendShift = row("export_trend_shift")
    consumptionScale = row("consumption_scale")
    incomeBase = family("income_base", households)
    pillarBase = family("pillar_base", pillars)
    stableJobBase = row("stable_job_base")
  }
}
