/// The scalar constants of `aggregates.csv`.
public struct Constants: Sendable, Equatable {
  /// Resident population of the base year, 万人 (used by no equation).
  public var population2020 = 0.0
  /// Growth of the population, log a year.
  public var populationGrowth = 0.0
  /// Urban share of residents in 2020.
  public var urbanShare2020 = 0.0
  /// Urban share of residents in 2025.
  public var urbanShare2025 = 0.0
  /// Trend of the deflators of the three industries, log a year.
  public var deflator = [0.0, 0.0, 0.0]
  /// Standard deviation of the deflator shocks, log.
  public var deflatorSigma = [0.0, 0.0, 0.0]
  /// Consumer prices, log a year.
  public var consumerPrice = 0.0
  /// Prices of works, log a year.
  public var investmentPrice = 0.0
  /// Growth of government demand, log a year.
  public var governmentGrowth = 0.0
  /// Persistence rho of productivity.
  public var productivityPersistence = 0.0
  /// Water requirement over quota in 2020.
  public var waterTightness2020 = 0.0
  /// Growth of the quota net of efficiency, log a year.
  public var waterQuotaGrowth = 0.0
  /// Standard deviation of the water shock, log.
  public var waterSigma = 0.0
  /// Standard deviation of the outside wage, log.
  public var outsideWageSigma = 0.0
  /// Standard deviation of the export walk, log.
  public var exportSigma = 0.0
  /// Largest arrival factor.
  public var arrivalCap = 0.0
  /// Feedback of last year's output on labour, share.
  public var employmentFeedback = 0.0
  /// Growth of base investment, log a year.
  public var baseInvestmentGrowth = 0.0
  /// Growth of capital on the baseline path, plain rate.
  public var baselineCapitalGrowth = 0.0
  /// Largest completion that still adds maturity, share.
  public var completionCap = 0.0
  /// Response of local incomes to the regional income, elasticity.
  public var regionalLink = 0.0

  /// Constants of zero.
  public init() {}

  /// Every constant by its id in `aggregates.csv`, in the order of the file. The one place where ids meet fields.
  /// A key path alone would do for all but the deflators, which are arrays over the industries.
  public nonisolated(unsafe) static let fields: [(id: String, field: WritableKeyPath<Constants, Double>)] = [
    ("population_2020", \.population2020), ("population_growth", \.populationGrowth),
    ("urban_share_2020", \.urbanShare2020), ("urban_share_2025", \.urbanShare2025),
    ("deflator_primary", \.deflator[0]), ("deflator_secondary", \.deflator[1]),
    ("deflator_tertiary", \.deflator[2]), ("deflator_sigma_primary", \.deflatorSigma[0]),
    ("deflator_sigma_secondary", \.deflatorSigma[1]), ("deflator_sigma_tertiary", \.deflatorSigma[2]),
    ("consumer_price", \.consumerPrice), ("investment_price", \.investmentPrice),
    ("government_growth", \.governmentGrowth), ("tfp_persistence", \.productivityPersistence),
    ("water_tightness_2020", \.waterTightness2020), ("water_quota_growth", \.waterQuotaGrowth),
    ("water_sigma", \.waterSigma), ("outside_wage_sigma", \.outsideWageSigma),
    ("export_sigma", \.exportSigma), ("arrival_cap", \.arrivalCap),
    ("employment_feedback", \.employmentFeedback), ("base_investment_growth", \.baseInvestmentGrowth),
    ("baseline_capital_growth", \.baselineCapitalGrowth), ("completion_cap", \.completionCap),
    ("regional_link", \.regionalLink),
  ]
}
