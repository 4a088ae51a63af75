import District

/// What the uncertain parameters mean: symbol, steps that use them, and words, by family (`efficacy` of
/// `efficacy.tourism`).
struct ParameterWords {
  let symbol: String
  let steps: [Int]
  let meaning: BilingualText

  private init(_ symbol: String, _ steps: [Int], _ zh: String, _ en: String) {
    self.symbol = symbol
    self.steps = steps
    meaning = BilingualText(zh: zh, en: en)
  }

  /// The words of a parameter or of its family; nil for one the model does not have.
  init?(_ id: String) {
    guard let words = Self.families[String(id.prefix { $0 != "." })] else { return nil }
    self = words
  }

  static let families: [String: ParameterWords] = [
    "value_added_scale": ParameterWords(
      "λ", [4, 10], "2020年增加值与资本的倍数：基期经济总量本身是假设，这里表示它可能偏多少。",
      "Multiplies value added and capital of 2020: the base-year level is itself assumed, and this is its doubt."),
    "tfp_trend_shift": ParameterWords(
      "ĝ", [7], "一组部门的生产率趋势每年高于或低于数据的幅度。",
      "By how much the productivity trend of a group of sectors lies above or below the data, each year."),
    "capital_elasticity_scale": ParameterWords(
      "α̂", [7], "资本对产出弹性的倍数，各部门相同。", "Multiplies the output elasticity of capital in all sectors."),
    "efficacy": ParameterWords(
      "η", [5, 7, 8, 12, 13, 14], "工程全部成熟后实际达到设计成效的比例：1为恰好达到，0.6为只有六成。",
      "How much of its intended effect a project reaches at full maturity: 1 is what was intended, 0.6 six tenths of it."
    ),
    "absorption": ParameterWords(
      "b̂", [2], "一项工程一年最多能执行的投资占计划总投资的比重；超过的资金结转下年。",
      "The most a project can execute in a year, as a share of its planned cost; money beyond it waits."),
    "maturation": ParameterWords(
      "m̂", [3], "已完成的工程每年向其最终成效靠近的比例；越大见效越快。",
      "Share of the way to its final effect that finished work goes in a year; larger is faster."),
    "arrival": ParameterWords(
      "φ̂", [1], "一个来源到位资金与计划资金之比，各年相同；当年另有到位冲击。",
      "Money that arrives from a source over money planned, the same in all years; a yearly shock comes on top."),
    "crowding_in": ParameterWords(
      "χ", [4], "每元工程资本带动（正）或挤出（负）的民间投资。",
      "Private investment drawn in (above 0) or displaced (below 0) by a yuan of capital the projects build."),
    "purchase_additionality": ParameterWords(
      "ζ", [9], "工程采购中属于新增需求的比例；其余替代原有项目。",
      "Share of the projects' purchases that is new demand; the rest replaces earlier programmes."),
    "pillar_elasticity_scale": ParameterWords(
      "Θ̂", [7], "一项支柱指数对产出作用的倍数：0为没有作用，1为假设值。",
      "Multiplies what a pillar does to output: 0 is nothing, 1 what is assumed."),
    "income_elasticity_scale": ParameterWords(
      "Λ̂", [12], "一类收入对产出与外出务工工资响应的倍数。",
      "Multiplies the response of a component of income to output and to wages outside."),
    "income_trend_shift": ParameterWords(
      "β̂", [12], "农村或城镇居民收入趋势每年高于或低于数据的幅度。",
      "By how much the income trend of rural or urban residents lies above or below the data, each year."),
    "comparator_growth_shift": ParameterWords(
      "ĝ_m", [11], "全区（全体或农村）居民收入增速每年高于或低于数据的幅度：达标的参照线也在移动。",
      "By how much the region's income grows faster or slower than in the data: the mark to reach moves as well."),
    "deflator_shift": ParameterWords(
      "p̂", [11], "一类产业价格趋势每年高于或低于数据的幅度。",
      "By how much prices of an industry rise faster or slower than in the data, each year."),
    "outside_wage_trend": ParameterWords(
      "ω̂", [12], "外出务工实际工资的年趋势。", "Real trend of the wage earned outside the district."),
    "water_elasticity": ParameterWords(
      "ψ", [8], "种植业产出每增长1%，需水增长的百分比。", "Per cent more water required for one per cent more output of crops."),
    "export_trend_shift": ParameterWords(
      "ε̂", [9], "销往区外的需求每年快于或慢于数据的幅度。",
      "By how much sales outside the district grow faster or slower than in the data, each year."),
    "consumption_scale": ParameterWords(
      "ĉ", [9], "居民消费对上年实际收入的响应。", "Response of household demand to last year's real income."),
    "income_base": ParameterWords(
      "ŷ", [12], "2020年农村或城镇居民收入的误差（对数）：数据由取整后的数字倒推。",
      "Error of the rural or urban income of 2020 (log): the data are taken back from rounded figures."),
    "pillar_base": ParameterWords(
      "Ĵ", [5], "2020年支柱指数的误差，指数点。", "Error of a pillar index of 2020, in points."),
    "stable_job_base": ParameterWords(
      "ŝ", [13], "2020年有劳动能力家庭稳定就业的比例。", "Share of able households with a stable job in 2020."),
  ]
}
