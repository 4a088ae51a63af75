/// One sector of the district's economy (index s in the equations).
public struct Sector: Sendable, Equatable {
  /// Stable id, for example `crops`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// The industry whose deflator prices it.
  public let industry: Industry
  /// The group whose trend shift it shares.
  public let trendGroup: TrendGroup
  /// Value added of the base year V(2020), 亿元.
  public let valueAdded: Double
  /// Capital-output ratio kv, years.
  public let capitalOutputRatio: Double
  /// Output elasticity of capital alpha, share.
  public let capitalElasticity: Double
  /// Depreciation delta, share a year.
  public let depreciation: Double
  /// Trend of total factor productivity g, log a year.
  public let productivityTrend: Double
  /// Tradability tau: the weight of supply against demand in the closure, share.
  public let tradability: Double
  /// Jobs of the base year, 万人.
  public let jobs: Double
  /// Employment elasticity nu.
  public let employmentElasticity: Double
  /// Trend of sales outside the district, log a year.
  public let exportTrend: Double
  /// Standard deviation of the yearly productivity shock sigma, log.
  public let productivitySigma: Double
  /// Value added over gross output of the base year, share.
  public let valueAddedRatio: Double
  /// Share of inputs and purchases bought inside the district.
  public let localShare: Double
  /// Household demand C0, 亿元.
  public let householdDemand: Double
  /// Government demand G0, 亿元.
  public let governmentDemand: Double
  /// Investment demand I0, 亿元.
  public let investmentDemand: Double
  /// Sales outside the district X0, 亿元.
  public let exportDemand: Double

  /// Gross output of the base year x0, 亿元.
  public var grossOutput: Double { valueAdded / valueAddedRatio }

  /// Makes a sector from its two rows (`sectors.csv` and `demand_base.csv`).
  public init(
    id: String, name: BilingualText, industry: Industry, trendGroup: TrendGroup, valueAdded: Double,
    capitalOutputRatio: Double, capitalElasticity: Double, depreciation: Double, productivityTrend: Double,
    tradability: Double, jobs: Double, employmentElasticity: Double, exportTrend: Double,
    productivitySigma: Double, valueAddedRatio: Double, localShare: Double, householdDemand: Double,
    governmentDemand: Double, investmentDemand: Double, exportDemand: Double
  ) {
    self.id = id
    self.name = name
    self.industry = industry
    self.trendGroup = trendGroup
    self.valueAdded = valueAdded
    self.capitalOutputRatio = capitalOutputRatio
    self.capitalElasticity = capitalElasticity
    self.depreciation = depreciation
    self.productivityTrend = productivityTrend
    self.tradability = tradability
    self.jobs = jobs
    self.employmentElasticity = employmentElasticity
    self.exportTrend = exportTrend
    self.productivitySigma = productivitySigma
    self.valueAddedRatio = valueAddedRatio
    self.localShare = localShare
    self.householdDemand = householdDemand
    self.governmentDemand = governmentDemand
    self.investmentDemand = investmentDemand
    self.exportDemand = exportDemand
  }
}

/// The three industries of the national accounts, each with its own deflator.
public enum Industry: String, CaseIterable, Sendable, Codable {
  /// Agriculture, forestry, animal husbandry and fishery.
  case primary
  /// Industry and construction.
  case secondary
  /// Services.
  case tertiary
}

/// The groups of sectors that share one uncertain shift of the productivity trend.
public enum TrendGroup: String, CaseIterable, Sendable, Codable {
  /// Crops and livestock.
  case primary
  /// Manufacturing and power.
  case industry
  /// Construction.
  case construction
  /// Services.
  case services
}
