import Sampling

/// An uncertain parameter the model needs: its name, unit and the values it may take.
public struct ParameterForm: Sendable, Equatable {
  /// Id, for example `efficacy.tourism`.
  public let id: String
  /// Unit.
  public let unit: String
  /// Values the model can work with.
  public let bounds: NumberBounds

  /// Why a distribution does not suit the parameter, or nil when it does.
  ///
  /// A normal distribution has no ends; it is held against the bounds over six standard deviations.
  public func problem(with distribution: Distribution) -> String? {
    let (shapeProblem, low, high) = Self.support(of: distribution)
    if let shapeProblem { return shapeProblem }
    guard bounds.contains(low), bounds.contains(high) else {
      return "it ranges from \(low.plain) to \(high.plain); expected values of \(bounds)"
    }
    return nil
  }

  private static func support(of distribution: Distribution) -> (String?, Double, Double) {
    switch distribution {
    case .pert(let low, let mode, let high), .triangular(let low, let mode, let high):
      guard [low, mode, high].allSatisfy(\.isFinite), low <= mode, mode <= high, low < high else {
        return (
          "expected low <= mode <= high and low < high, found \(low.plain), \(mode.plain), \(high.plain)", low, high
        )
      }
      return (nil, low, high)
    case .uniform(let low, let high):
      guard low.isFinite, high.isFinite, low < high else {
        return ("expected low < high, found \(low.plain), \(high.plain)", low, high)
      }
      return (nil, low, high)
    case .normal(let mean, let deviation):
      guard mean.isFinite, deviation.isFinite, deviation > 0 else {
        return ("expected a standard deviation above 0, found \(deviation.plain)", mean, mean)
      }
      return (nil, mean - 6 * deviation, mean + 6 * deviation)
    case .fixed(let value):
      return (value.isFinite ? nil : "expected a finite number", value, value)
    }
  }
}

extension ParameterForm {
  /// Exactly the parameters the model needs for these names, in the order of the notation.
  static func needed(projects: [String], sources: [String], pillars: [String]) -> [ParameterForm] {
    let factor = NumberBounds(0, 10)
    let shift = NumberBounds(-0.5, 0.5)
    func each(_ name: String, _ ids: [String], _ unit: String, _ bounds: NumberBounds) -> [ParameterForm] {
      ids.map { ParameterForm(id: "\(name).\($0)", unit: unit, bounds: bounds) }
    }
    func one(_ id: String, _ unit: String, _ bounds: NumberBounds) -> ParameterForm {
      ParameterForm(id: id, unit: unit, bounds: bounds)
    }
    let households = Household.allCases.map(\.rawValue)
    return [one("value_added_scale", "factor", NumberBounds(0, 10, excludingLow: true))]
      + each("tfp_trend_shift", TrendGroup.allCases.map(\.rawValue), "log_per_year", shift)
      + [one("capital_elasticity_scale", "factor", factor)] + each("efficacy", projects, "factor", factor)
      + each("absorption", projects, "share_per_year", NumberBounds(0, 10, excludingLow: true))
      + each("maturation", projects, "share_per_year", .share) + each("arrival", sources, "factor", factor)
      + [one("crowding_in", "share", NumberBounds(-1, 10)), one("purchase_additionality", "share", factor)]
      + each("pillar_elasticity_scale", pillars, "factor", factor)
      + each("income_elasticity_scale", IncomeComponent.allCases.map(\.rawValue), "factor", factor)
      + each("income_trend_shift", households, "log_per_year", shift)
      + each("comparator_growth_shift", ["all", "rural"], "log_per_year", shift)
      + each("deflator_shift", Industry.allCases.map(\.rawValue), "log_per_year", shift)
      + [
        one("outside_wage_trend", "log_per_year", shift),
        one("water_elasticity", "elasticity", NumberBounds(0, 10, excludingLow: true)),
        one("export_trend_shift", "log_per_year", shift), one("consumption_scale", "factor", factor),
      ] + each("income_base", households, "log", NumberBounds(-2, 2))
      + each("pillar_base", pillars, "index_points", NumberBounds(-1000, 1000))
      + [one("stable_job_base", "share", .share)]
  }
}

extension District {
  /// The form of one of the district's parameters.
  public func form(of parameter: UncertainParameter) -> ParameterForm? {
    ParameterForm.needed(
      projects: projects.map(\.id), sources: sources.map(\.id), pillars: pillars.map(\.id)
    ).first { $0.id == parameter.id }
  }
}
