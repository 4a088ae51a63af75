/// The form of a district folder: its files, their columns, units and bounds.
public enum DistrictForm {
  /// The first and last year a plan, a target or a shock may name.
  public static let years = 2021...2035
  /// The base year of the form.
  public static let baseYear = 2020
  /// The name of the one file that may stand beside the data without being read.
  public static let readme = "README.md"
  /// Fields of `district.csv`.
  public static let districtFields = ["id", "name_zh", "name_en", "region_zh", "region_en", "base_year"]

  /// Every file, in the order of messages.
  public static let files: [FileForm] = [
    district, columns, sectors, inputOutput, demandBase, projects, fundingSources, fundingPlan, projectLinks,
    projectOutcomes, pillars, pillarElasticities, incomes, incomeElasticities, comparators, aggregates, shockLoadings,
    uncertainParameters, samplingDimensions, targets,
  ]

  static let district = FileForm(
    "district.csv", key: ["field"], [.choice("field", districtFields), .text("value")], hasOrigins: false)

  static let columns = FileForm(
    "columns.csv", key: ["file", "column"],
    [.text("file"), .text("column"), .text("unit"), .text("meaning_zh"), .text("meaning_en")], hasOrigins: false)

  static let sectors = FileForm(
    "sectors.csv", key: ["id"],
    [
      .id("id"), .text("name_zh"), .text("name_en"), .choice("industry", Industry.allCases.map(\.rawValue)),
      .choice("group", TrendGroup.allCases.map(\.rawValue)),
      .number("value_added_2020_yi", "yi_yuan", NumberBounds(0, 1e6, excludingLow: true)),
      .number("capital_output_ratio", "years", NumberBounds(0, 50, excludingLow: true)),
      .number("capital_elasticity", "share", .share),
      .number("depreciation", "share_per_year", NumberBounds(0, 1, excludingHigh: true)),
      .number("tfp_trend", "log_per_year", .rate), .number("tradability", "share", .share),
      .number("jobs_2020_wan", "wan_persons", NumberBounds(0, 1e6)),
      .number("employment_elasticity", "elasticity", NumberBounds(0, 5)),
      .number("export_trend", "log_per_year", .rate), .number("tfp_sigma", "log", .sigma),
    ])

  static let inputOutput = FileForm(
    "io_coefficients.csv", key: ["input"], [.id("input")],
    further: .sectors(.number(.fixed("share"), NumberBounds(0, 1, excludingHigh: true))))

  static let demandBase = FileForm(
    "demand_base.csv", key: ["sector"],
    [
      .id("sector"), .number("value_added_ratio", "share", NumberBounds(0, 1, excludingLow: true)),
      .number("local_share", "share", .share), .number("household_yi", "yi_yuan", NumberBounds(0, 1e6)),
      .number("government_yi", "yi_yuan", NumberBounds(0, 1e6)),
      .number("investment_yi", "yi_yuan", NumberBounds(0, 1e6)), .number("export_yi", "yi_yuan", NumberBounds(0, 1e6)),
    ])

  static let projects = FileForm(
    "projects.csv", key: ["id"],
    [
      .id("id"), .text("name_zh"), .text("name_en"), .choice("placeholder", ["yes", "no"]), .text("named_in"),
      .number("planned_cost_yi", "yi_yuan_2020", NumberBounds(0, 1e6)),
      .number("curvature", "factor", NumberBounds(0, 50)),
    ]
      + ranges(of: "maturation", "share_per_year") + ranges(of: "absorption", "share_per_year")
      + ranges(of: "efficacy", "factor"),
    repeated: rangeNames(of: ["maturation", "absorption", "efficacy"]))

  static let fundingSources = FileForm(
    "funding_sources.csv", key: ["id"],
    [.id("id"), .text("name_zh"), .text("name_en"), .text("named_in")] + ranges(of: "arrival", "factor")
      + [.number("arrival_sigma", "log", .sigma)],
    repeated: rangeNames(of: ["arrival"]))

  static let fundingPlan = FileForm(
    "funding_plan.csv", key: ["project", "source", "year"], fundingPlanColumns, sourceHeading: "origin")

  static let fundingPlanColumns: [ColumnForm] = [
    .id("project"), .id("source"), ColumnForm(name: "year", content: .whole(.fixed("year"), years)),
    .number("amount_yi", "yi_yuan", NumberBounds(0, 1e6)),
  ]

  static let projectLinks = FileForm(
    "project_links.csv", key: ["project", "kind", "target"],
    [
      .id("project"), .choice("kind", ProjectLink.Kind.allCases.map(\.rawValue)), .id("target"),
      .number("value", by: .kind, NumberBounds(-1000, 1000)),
    ])

  static let projectOutcomes = FileForm(
    "project_outcomes.csv", key: ["id"],
    [
      .id("id"), .text("name_zh"), .text("name_en"), .text("unit"), .id("project"),
      .number("base_2020", by: .row, NumberBounds(0, 1e9)), .number("trend", "log_per_year", .rate),
      .number("gain_at_completion", by: .row, NumberBounds(-1e9, 1e9)),
    ])

  static let pillars = FileForm(
    "pillars.csv", key: ["id"],
    [
      .id("id"), .text("name_zh"), .text("name_en"),
      .number("base_2020", "index_points", NumberBounds(0, 1000, excludingLow: true)),
      .number("drift_per_year", "index_points_per_year", NumberBounds(-50, 50)),
    ])

  static let pillarElasticities = FileForm(
    "pillar_elasticities.csv", key: ["sector", "pillar"],
    [.id("sector"), .id("pillar"), .number("log_output_per_100_points", "log_per_100_points", NumberBounds(-5, 5))])

  static let incomes = FileForm(
    "incomes.csv", key: ["household", "component"],
    [
      .choice("household", Household.allCases.map(\.rawValue)),
      .choice("component", IncomeComponent.allCases.map(\.rawValue)),
      .number("base_2020_yuan", "yuan_per_person", NumberBounds(0, 1e7, excludingLow: true)),
      .number("trend", "log_per_year", .rate),
    ])

  static let incomeElasticities = FileForm(
    "income_elasticities.csv", key: ["household", "component", "driver"],
    [
      .choice("household", Household.allCases.map(\.rawValue)),
      .choice("component", IncomeComponent.allCases.map(\.rawValue)), .id("driver"),
      .number("elasticity", "elasticity", NumberBounds(-5, 5)),
    ])

  static let comparators = FileForm(
    "comparators.csv", key: ["id"],
    [
      .id("id"), .text("name_zh"), .text("name_en"),
      .number("base_2020_yuan", "yuan_per_person", NumberBounds(0, 1e7, excludingLow: true)),
      .number("growth", "per_year", .rate), .number("sigma", "log", .sigma),
    ])

  static let aggregates = FileForm(
    "aggregates.csv", key: ["id"], [.id("id"), .number("value", by: .row, NumberBounds(-1e9, 1e9)), .text("unit")])

  static let shockLoadings = FileForm(
    "shock_loadings.csv", key: ["shock"], [.id("shock"), .text("name_zh"), .text("name_en")],
    further: .declared(.number(.fixed("loading"), NumberBounds(-1, 1, excludingLow: true, excludingHigh: true))))

  static let uncertainParameters = FileForm(
    "uncertain_parameters.csv", key: ["id"],
    [
      .id("id", marks: "."), .choice("distribution", ["pert", "normal", "uniform", "triangular", "fixed"]),
      .number("a", by: .row, NumberBounds(-1e9, 1e9)),
      ColumnForm(name: "b", content: .optionalNumber(.row, NumberBounds(-1e9, 1e9))),
      ColumnForm(name: "c", content: .optionalNumber(.row, NumberBounds(-1e9, 1e9))), .text("unit"),
    ])

  static let samplingDimensions = FileForm(
    "sampling_dimensions.csv", key: ["name"],
    [
      .id("name", marks: ".@"),
      ColumnForm(name: "dimension", content: .whole(.fixed("number"), 1...District.samplingDimensionsAtMost)),
    ],
    hasOrigins: false)

  static let targets = FileForm(
    "targets.csv", key: ["id"],
    [
      .id("id"), .id("indicator", marks: "."), .choice("comparator", Target.Comparison.allCases.map(\.symbol)),
      ColumnForm(name: "threshold", content: .numberOrName(.indicator, Target.thresholds)),
      .number("factor", "factor", Target.factors), .text("year"), .text("statement_zh"),
      .text("statement_en"), .text("reference"),
    ])

  private static func ranges(of name: String, _ unit: String) -> [ColumnForm] {
    ["low", "mode", "high"].map { .number("\(name)_\($0)", unit, NumberBounds(0, 100)) }
  }

  private static func rangeNames(of names: [String]) -> Set<String> {
    Set(names.flatMap { name in ["low", "mode", "high"].map { "\(name)_\($0)" } })
  }
}
