import District

/// The words for an uncertain parameter (`efficacy.tourism`) or a shock of a year (`water@2022`).
struct UncertaintyLabel {
  let name: BilingualText

  init(_ id: String, district: District) {
    if let at = id.lastIndex(of: "@") {
      let (shock, year) = (String(id[..<at]), String(id[id.index(after: at)...]))
      let words = district.shocks.first { $0.id == shock }?.name ?? BilingualText(zh: shock, en: shock)
      name = BilingualText(zh: "\(year)年\(words.zh)", en: "\(words.en), \(year)")
      return
    }
    let parts = id.split(separator: ".", maxSplits: 1).map(String.init)
    let family = Self.families[parts[0]] ?? BilingualText(zh: parts[0], en: parts[0])
    guard parts.count == 2 else {
      name = family
      return
    }
    let member = Self.member(parts[1], of: parts[0], district)
    name = BilingualText(zh: "\(family.zh)·\(member.zh)", en: "\(family.en), \(member.en)")
  }

  private static func member(_ id: String, of family: String, _ district: District) -> BilingualText {
    // Some projects and pillars share an id.
    if family.hasPrefix("pillar"), let pillar = district.pillars.first(where: { $0.id == id }) { return pillar.name }
    if let project = district.projects.first(where: { $0.id == id }) {
      return BilingualText(zh: project.markedName(.zh), en: project.markedName(.en))
    }
    return district.sources.first { $0.id == id }?.name ?? parts[id]
      ?? BilingualText(zh: id, en: id)
  }

  private static func words(_ list: [(String, String, String)]) -> [String: BilingualText] {
    Dictionary(uniqueKeysWithValues: list.map { ($0.0, BilingualText(zh: $0.1, en: $0.2)) })
  }

  private static let families = words([
    ("value_added_scale", "基期经济总量", "base-year output"), ("tfp_trend_shift", "增长趋势", "growth trend"),
    ("capital_elasticity_scale", "资本弹性", "capital elasticity"), ("efficacy", "实施效果", "efficacy"),
    ("absorption", "执行能力", "absorption"), ("maturation", "见效速度", "maturation"),
    ("arrival", "资金到位率", "arrival of money"), ("crowding_in", "带动投资", "crowding in"),
    ("purchase_additionality", "采购新增比例", "additionality of purchases"),
    ("pillar_elasticity_scale", "支柱对产出的作用", "effect of a pillar"),
    ("income_elasticity_scale", "收入对产出的响应", "response of income"),
    ("income_trend_shift", "收入趋势", "income trend"), ("comparator_growth_shift", "全区收入增速", "regional income growth"),
    ("deflator_shift", "价格趋势", "price trend"), ("outside_wage_trend", "外出务工工资趋势", "trend of wages outside"),
    ("water_elasticity", "用水弹性", "water elasticity"), ("export_trend_shift", "外销趋势", "trend of outside sales"),
    ("consumption_scale", "消费响应", "response of consumption"), ("income_base", "基期收入", "base-year income"),
    ("pillar_base", "基期支柱指数", "base-year pillar"), ("stable_job_base", "基期稳定就业", "base-year stable jobs"),
  ])

  private static let parts = words([
    ("primary", "第一产业", "primary"), ("secondary", "第二产业", "secondary"), ("tertiary", "第三产业", "tertiary"),
    ("industry", "工业", "industry"), ("construction", "建筑业", "construction"), ("services", "服务业", "services"),
    ("wage", "工资", "wages"), ("business", "经营", "business"), ("property", "财产", "property"),
    ("transfer", "转移", "transfers"), ("rural", "农村", "rural"), ("urban", "城镇", "urban"), ("all", "全体", "all"),
  ])
}
