/// The keys below `funding`.
package enum FundingKeys {
  /// `funding`.
  static let funding = KeySection(
    "funding",
    [
      ScenarioKey(
        "plan", .path(expected: "planned, none, or the path of a CSV file"), default: "planned",
        en: "`planned` (the district's plan), `none`, or a CSV file with columns project, source, year, amount_yi "
          + "(nominal 亿元), relative to this file.",
        zh: "`planned`（地区计划）、`none`（无资金），或 CSV 文件（列 project、source、year、amount_yi，现价亿元；路径相对于本文件）。"),
      ScenarioKey(
        "adjust", .list(.section(adjustment)), default: "[]", en: "Changes to the plan, applied in this order.",
        zh: "对计划的调整，按顺序执行。"),
    ])

  /// `funding.adjust[]`. The operation is one of four; the other keys narrow what it works on.
  static let adjustment = KeySection(
    "funding.adjust[]",
    rules: [
      .exactlyOne([["multiply"], ["add"], ["delay"], ["from", "to", "share"]]), .atMostOne(["year", "years"]),
      .needs("add", ["project", "source"]), .excludes("from", ["project"]),
    ],
    [
      ScenarioKey(
        "project", .oneOrMore(.name(.project)), default: "all", en: "Project or projects the line works on.",
        zh: "适用的项目。"),
      ScenarioKey(
        "source", .oneOrMore(.name(.source)), default: "all", en: "Funding source or sources the line works on.",
        zh: "适用的资金来源。"),
      ScenarioKey(
        "year", .integer(ScenarioKeys.firstYear...ScenarioKeys.lastYear), default: "all",
        en: "The one year it works on.",
        zh: "适用的单一年份。"),
      ScenarioKey(
        "years", .years(lists: true), default: "all", en: "The years it works on; instead of `year`.",
        zh: "适用的年份；与 `year` 二选一。"),
      ScenarioKey("multiply", .number(.atLeast(0)), en: "Multiplies the amounts.", zh: "金额乘以该数。"),
      ScenarioKey(
        "add", .number(.any), en: "亿元 added for each project, source and year named; needs `project` and `source`.",
        zh: "为所列每个项目、来源、年份增加的亿元数；须写明 `project` 与 `source`。"),
      ScenarioKey(
        "delay", .integer(1...14), en: "Years later the money comes; what passes the horizon is reported.",
        zh: "推迟的年数；超出预测期的资金会被报告。"),
      ScenarioKey(
        "from", .name(.project), en: "Project money is taken from; with `to` and `share`.",
        zh: "资金调出的项目；与 `to`、`share` 连用。"),
      ScenarioKey(
        "to", .oneOrMore(.name(.project)),
        en: "Projects that receive it, in proportion to planned cost.", zh: "资金调入的项目，按计划投资额比例分配。"),
      ScenarioKey(
        "share", .number(.within(0...1)), en: "Share of each source and year that moves.", zh: "每个来源、年份调出的比例。"),
    ])
}
