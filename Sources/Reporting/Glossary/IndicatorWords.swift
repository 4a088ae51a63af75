import District

/// What an indicator means, by its id or the family before the point.
struct IndicatorWords {
  let meaning: BilingualText

  init(_ indicator: Indicator, in catalogue: IndicatorCatalogue) {
    switch indicator.kind {
    case .growth(let row):
      let of = catalogue.indicators[row]
      meaning = BilingualText(
        zh: "比上年的增长率，逐次模拟计算后再汇总：\(of.id)（当年）÷ \(of.id)（上年）− 1；基期年没有。",
        en:
          "Growth on the year before, computed within each member: \(of.id) of the year over that of the year before, "
          + "less 1; none in the base year.")
    case .ratio(let above, let below):
      let (a, b) = (catalogue.indicators[above].id, catalogue.indicators[below].id)
      meaning = BilingualText(
        zh: "同一年 \(a) 与 \(b) 之比，逐次模拟计算后再汇总。", en: "\(a) over \(b) in the same year, computed within each member.")
    case .series:
      let family = String(indicator.id.prefix { $0 != "." })
      meaning =
        Self.families[family]
        ?? BilingualText(
          zh: "全区（对照）居民人均可支配收入，现价：各项“赶上全区”的承诺以此为线。",
          en: "Disposable income a head of the region, current prices: the mark of the commitments to catch up.")
    }
  }

  private static let families: [String: BilingualText] = [
    "gdp_nominal": BilingualText(
      zh: "各部门增加值按当年价格合计。“突破100亿元”的承诺以此衡量；2020年的水平是假设。",
      en:
        "Value added of all sectors at current prices. The commitment of 100 亿元 is read on it; its level of 2020 is assumed."
    ),
    "gdp_real": BilingualText(zh: "各部门增加值按2020年价格合计。", en: "Value added of all sectors at 2020 prices."),
    "income_all": BilingualText(
      zh: "全体居民人均可支配收入，现价：农村与城镇按人口比重加权。",
      en: "Disposable income a head of all residents, current prices: rural and urban weighted by population."),
    "income_rural": BilingualText(
      zh: "农村居民人均可支配收入，现价：四项收入之和；几乎都是搬迁群众。",
      en:
        "Disposable income a head of rural residents, current prices: the sum of four lines; nearly all were relocated."
    ),
    "income_urban": BilingualText(
      zh: "城镇居民人均可支配收入，现价：四项收入之和。",
      en: "Disposable income a head of urban residents, current prices: the sum of four lines."),
    "income": BilingualText(
      zh: "一类居民人均可支配收入的一项，现价。", en: "One line of disposable income a head of rural or urban residents, current prices."),
    "value_added": BilingualText(zh: "一个部门的增加值，2020年价。", en: "Value added of a sector, 2020 prices."),
    "pillar": BilingualText(
      zh: "一项民生支柱的指数，以宁夏平均水平为100；是建模者假设的指数，没有公布的同类数据。",
      en: "Index of a pillar of livelihood, Ningxia's average being 100; an index of the modellers, none is published."),
    "arrived": BilingualText(
      zh: "一项工程当年到位的资金，2020年价。", en: "Money that arrives for a project in the year, 2020 prices."),
    "executed": BilingualText(zh: "一项工程当年完成的投资，2020年价。", en: "Money a project executes in the year, 2020 prices."),
    "unspent": BilingualText(
      zh: "一项工程年末结转的资金，2020年价。", en: "Money of a project that is unspent at the end of the year, 2020 prices."),
    "completion": BilingualText(
      zh: "一项工程累计完成投资占计划总投资的比例，最高为1。", en: "Money a project has executed over its planned cost, at most 1."),
    "maturity": BilingualText(
      zh: "一项工程已发挥的成效占其最终成效的程度；进度先行，成效滞后。",
      en: "How far a project does what it was built for; it follows progress with a lag."),
    "outcome": BilingualText(
      zh: "一项工程的实物成效：基期值按趋势变化，加上完全成熟时的增量。",
      en: "Physical outcome of a project: the base-year value on its trend, and the gain at full maturity."),
    "jobs": BilingualText(zh: "区内就业人数。", en: "Jobs inside the district."),
    "stable_job_share": BilingualText(
      zh: "有劳动能力的家庭中至少一人稳定就业的比例。", en: "Share of the households able to work that have a stable job."),
    "water_tightness": BilingualText(
      zh: "限产之前的需水量与配额之比；大于1时种植业产出受限。",
      en: "Water required before rationing over the quota; above 1 the output of crops gives way."),
  ]
}
