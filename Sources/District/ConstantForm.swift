/// A constant of `aggregates.csv`: its name, unit and the values it may take.
public struct ConstantForm: Sendable, Equatable {
  /// Id, for example `water_quota_growth`.
  public let id: String
  /// Unit.
  public let unit: String
  /// Values the model can work with.
  public let bounds: NumberBounds

  /// Every constant, in the order of `Constants.fields`.
  public static let all: [ConstantForm] = [
    ConstantForm(id: "population_2020", unit: "wan_persons", bounds: NumberBounds(0, 1e6, excludingLow: true)),
    ConstantForm(id: "population_growth", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "urban_share_2020", unit: "share", bounds: .share),
    ConstantForm(id: "urban_share_2025", unit: "share", bounds: NumberBounds(0, 0.85)),
    ConstantForm(id: "deflator_primary", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "deflator_secondary", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "deflator_tertiary", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "deflator_sigma_primary", unit: "log", bounds: .sigma),
    ConstantForm(id: "deflator_sigma_secondary", unit: "log", bounds: .sigma),
    ConstantForm(id: "deflator_sigma_tertiary", unit: "log", bounds: .sigma),
    ConstantForm(id: "consumer_price", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "investment_price", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "government_growth", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "tfp_persistence", unit: "share", bounds: .share),
    ConstantForm(id: "water_tightness_2020", unit: "ratio", bounds: NumberBounds(0, 5, excludingLow: true)),
    ConstantForm(id: "water_quota_growth", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "water_sigma", unit: "log", bounds: .sigma),
    ConstantForm(id: "outside_wage_sigma", unit: "log", bounds: .sigma),
    ConstantForm(id: "export_sigma", unit: "log", bounds: .sigma),
    ConstantForm(id: "arrival_cap", unit: "factor", bounds: NumberBounds(0, 10)),
    ConstantForm(id: "employment_feedback", unit: "share", bounds: .share),
    ConstantForm(id: "base_investment_growth", unit: "log_per_year", bounds: .rate),
    ConstantForm(id: "baseline_capital_growth", unit: "per_year", bounds: .rate),
    ConstantForm(id: "completion_cap", unit: "share", bounds: NumberBounds(1, 10)),
    ConstantForm(id: "regional_link", unit: "elasticity", bounds: NumberBounds(-5, 5)),
  ]
}
