import District

/// What the yearly shocks act on: the steps that use them, and words.
struct ShockWords {
  let steps: [Int]
  let meaning: BilingualText

  init(_ id: String, comparators: [String]) {
    let (steps, zh, en): ([Int], String, String) =
      switch true {
      case id.hasPrefix("tfp_"):
        ([7], "一个部门当年的生产率冲击，按持续系数逐年消退。", "Productivity shock of a sector, which fades with the persistence.")
      case id.hasPrefix("arrival_"):
        ([1], "一个来源当年资金到位的冲击。", "Shock to the money that arrives from a source in the year.")
      case id.hasPrefix("deflator_"):
        ([11], "一类产业当年价格的冲击，价格水平长期保留。", "Price shock of an industry; the price level keeps it.")
      case comparators.contains(id): ([11], "全区收入当年的冲击，收入水平长期保留。", "Shock to the region's income; its level keeps it.")
      case id == "outside_wage": ([12], "外出务工工资当年的冲击，工资水平长期保留。", "Shock to wages outside; their level keeps it.")
      case id == "water": ([8], "当年供水（正为多）的冲击。", "Shock to the water of the year; above 0 is more.")
      default: ([9], "区外需求当年的冲击，需求水平长期保留。", "Shock to demand from outside; its level keeps it.")
      }
    self.steps = steps
    meaning = BilingualText(
      zh: "\(zh)服从标准正态分布，同年各冲击相关；情景的 events 以标准差为单位加在它上面。",
      en:
        "\(en) Standard normal, correlated with the others of its year; `events` of a scenario are added to it, in standard "
        + "deviations.")
  }
}
