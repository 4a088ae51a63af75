import District

/// What a file of a district folder holds, in words.
public struct InputFileLabel: Sendable, Equatable {
  /// The words; the file's own name when it is not in the catalogue.
  public let name: BilingualText

  /// The label of a file such as `sectors.csv`.
  public init(file: String) {
    name = Self.names[file] ?? BilingualText(zh: file, en: file)
  }

  private static let names: [String: BilingualText] = [
    "sectors.csv": BilingualText(zh: "各部门基期值与参数", en: "sectors"),
    "io_coefficients.csv": BilingualText(zh: "投入系数", en: "input coefficients"),
    "demand_base.csv": BilingualText(zh: "基期需求", en: "base-year demand"),
    "projects.csv": BilingualText(zh: "示范项目投资与参数", en: "projects"),
    "funding_sources.csv": BilingualText(zh: "资金来源", en: "funding sources"),
    "funding_plan.csv": BilingualText(zh: "资金安排", en: "funding plan"),
    "project_links.csv": BilingualText(zh: "项目作用系数", en: "effects of projects"),
    "project_outcomes.csv": BilingualText(zh: "项目实物成果", en: "outcomes of projects"),
    "pillars.csv": BilingualText(zh: "支柱指数", en: "pillar indices"),
    "pillar_elasticities.csv": BilingualText(zh: "支柱弹性", en: "pillar elasticities"),
    "incomes.csv": BilingualText(zh: "居民收入", en: "incomes"),
    "income_elasticities.csv": BilingualText(zh: "收入弹性", en: "income elasticities"),
    "comparators.csv": BilingualText(zh: "全区对照收入", en: "regional incomes"),
    "aggregates.csv": BilingualText(zh: "总量常数", en: "constants"),
    "shock_loadings.csv": BilingualText(zh: "冲击载荷", en: "shock loadings"),
    "uncertain_parameters.csv": BilingualText(zh: "不确定参数", en: "uncertain parameters"),
    "targets.csv": BilingualText(zh: "承诺目标", en: "commitments"),
  ]
}
