import District

/// What the constants of `aggregates.csv` mean: symbol, steps that use them, and words.
struct ConstantWords {
  let symbol: String?
  let steps: [Int]
  let meaning: BilingualText

  private init(_ symbol: String?, _ steps: [Int], _ zh: String, _ en: String) {
    self.symbol = symbol
    self.steps = steps
    meaning = BilingualText(zh: zh, en: en)
  }

  static let all: [String: ConstantWords] = [
    "population_2020": ConstantWords(
      nil, [], "2020年末常住人口；没有方程使用它。", "Residents at the end of 2020; no equation uses it."),
    "population_growth": ConstantWords("n", [12], "常住人口的年增长。", "Growth of the population."),
    "urban_share_2020": ConstantWords("s_2020", [12], "2020年城镇人口比重。", "Urban share of the population in 2020."),
    "urban_share_2025": ConstantWords(
      "s_2025", [12], "2025年城镇人口比重；其间按直线变化，此后按同一斜率，最高0.85。",
      "Urban share in 2025; a straight line between, the same slope after, at most 0.85."),
    "deflator_primary": ConstantWords("p_k", [11], "第一产业价格的年趋势。", "Yearly trend of prices in the primary industry."),
    "deflator_secondary": ConstantWords(
      "p_k", [11], "第二产业价格的年趋势。", "Yearly trend of prices in the secondary industry."),
    "deflator_tertiary": ConstantWords("p_k", [11], "第三产业价格的年趋势。", "Yearly trend of prices in the tertiary industry."),
    "deflator_sigma_primary": ConstantWords(
      "σ_k", [11], "第一产业价格年度冲击的标准差。", "Standard deviation of the yearly price shock of the primary industry."),
    "deflator_sigma_secondary": ConstantWords(
      "σ_k", [11], "第二产业价格年度冲击的标准差。", "Standard deviation of the yearly price shock of the secondary industry."),
    "deflator_sigma_tertiary": ConstantWords(
      "σ_k", [11], "第三产业价格年度冲击的标准差。", "Standard deviation of the yearly price shock of the tertiary industry."),
    "consumer_price": ConstantWords("π_C", [12], "消费价格的年涨幅。", "Yearly rise of consumer prices."),
    "investment_price": ConstantWords(
      "π_I", [1], "工程造价的年涨幅：把现价资金折算为2020年价。",
      "Yearly rise of the price of works: it turns nominal money into 2020 prices."),
    "government_growth": ConstantWords("g_G", [9], "政府消费的实际年增长。", "Real growth of government demand."),
    "tfp_persistence": ConstantWords(
      "ρ", [7], "生产率冲击留到下一年的比例。", "Part of a productivity shock that is left a year later."),
    "water_tightness_2020": ConstantWords("w_0", [8], "2020年需水与配额之比。", "Water requirement over quota in 2020."),
    "water_quota_growth": ConstantWords(
      "g_Q", [8], "用水配额的年增长（已计用水效率）；负数为削减。", "Growth of the water quota, net of efficiency gains; below 0 it is cut."),
    "water_sigma": ConstantWords("σ_w", [8], "供需水年度冲击的标准差。", "Standard deviation of the yearly shock to water."),
    "outside_wage_sigma": ConstantWords(
      "σ_ω", [12], "外出务工工资年度冲击的标准差。", "Standard deviation of the yearly shock to wages outside."),
    "export_sigma": ConstantWords(
      "σ_ξ", [9], "区外需求年度冲击的标准差。", "Standard deviation of the yearly shock to sales outside."),
    "arrival_cap": ConstantWords(
      "φ_max", [1], "任一来源一年到位资金与计划之比的上限。", "The most a source can send in a year, over its plan."),
    "employment_feedback": ConstantWords(
      "ι", [6], "上年产出变化中转为今年劳动投入的比例。", "Part of last year's change of jobs that is labour this year."),
    "base_investment_growth": ConstantWords("g_I", [9], "常规投资需求的年增长。", "Growth of ordinary investment demand."),
    "baseline_capital_growth": ConstantWords(
      "g_K", [4], "没有计划资金时资本的年增长率。", "Growth of capital without the programme, a plain rate."),
    "completion_cap": ConstantWords(
      "q_max", [3], "计入成熟度的投资与计划总投资之比的上限。", "Money over planned cost up to which work still adds to maturity."),
    "regional_link": ConstantWords(
      "ϱ", [12], "全区收入意外变动传到本区收入的比例。", "Part of a surprise in the region's income that the district shares."),
  ]
}
