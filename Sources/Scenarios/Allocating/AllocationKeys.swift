import District

/// The keys of a limits file, for `hsb optimize --limits`.
enum AllocationKeys {
  /// The file.
  static let file = KeySection(
    "limits",
    [
      ScenarioKey(
        "project_range", .numbers([("least", .atLeast(0)), ("most", .atLeast(0))]), default: "[0.5, 1.5]",
        en: "Least and most money of a project over its planned money.", zh: "各项目资金与计划之比的下限和上限。"),
      ScenarioKey(
        "source_ceiling", .number(.above(0)), default: "1", en: "Most money of a source over its planned money.",
        zh: "各来源资金与计划之比的上限。"),
      ScenarioKey(
        "year_ceiling", .number(.above(0)), default: "1.25", en: "Most money of a year over its planned money.",
        zh: "各年资金与计划之比的上限。"),
      ScenarioKey(
        "absorption", .number(.above(0)), default: "1",
        en:
          "Most money of a project in one year over what it can absorb in a year (mean absorption times planned cost).",
        zh: "项目单年资金与其年度吸纳能力（平均吸纳率×计划投资额）之比的上限。"),
      ScenarioKey(
        "projects", .byName(.project) { _ in .section(project) }, default: "{}",
        en: "Limits of single projects, in place of the above.", zh: "个别项目的上下限，取代以上比例。"),
      ScenarioKey(
        "sources", .byName(.source) { _ in .section(source) }, default: "{}",
        en: "What single sources give, and for what.", zh: "个别来源的上限与适用项目。"),
      ScenarioKey(
        "years", .list(.section(year)), default: "[]", en: "Ceilings of single years.", zh: "个别年份资金的上限。"),
    ])

  /// `projects.<id>`.
  private static let project = KeySection(
    "projects.<id>",
    [
      ScenarioKey("minimum", .number(.atLeast(0)), en: "Least money, nominal 亿元.", zh: "最少资金（现价亿元）。"),
      ScenarioKey("maximum", .number(.atLeast(0)), en: "Most money, nominal 亿元.", zh: "最多资金（现价亿元）。"),
      ScenarioKey(
        "yearly", .number(.atLeast(0)), en: "Most money in any one year, nominal 亿元.", zh: "单年最多资金（现价亿元）。"),
    ])

  /// `sources.<id>`.
  private static let source = KeySection(
    "sources.<id>",
    [
      ScenarioKey("maximum", .number(.atLeast(0)), en: "Most money, nominal 亿元.", zh: "最多资金（现价亿元）。"),
      ScenarioKey(
        "pays", .oneOrMore(.name(.project)), default: "what it pays in the plan", en: "Projects it may pay for.",
        zh: "可用于哪些项目。"),
    ])

  /// `years[]`.
  private static let year = KeySection(
    "years[]",
    [
      ScenarioKey(
        "year", .integer(ScenarioKeys.firstYear...ScenarioKeys.lastYear), required: true, en: "The year.", zh: "年份。"),
      ScenarioKey(
        "maximum", .number(.atLeast(0)), required: true, en: "Most money, nominal 亿元.", zh: "最多资金（现价亿元）。"),
    ])
}
