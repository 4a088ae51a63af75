import District

/// The keys below `targets`.
package enum TargetKeys {
  /// What an indicator may be held to.
  private static let threshold = NumberRange(Target.thresholds)
  /// What may multiply it.
  private static let factor = NumberRange(Target.factors)

  /// `targets[]`.
  static let target = KeySection(
    "targets[]",
    rules: [
      .exactlyOne([["at_least"], ["more_than"], ["at_most"], ["less_than"]]), .exactlyOne([["year"], ["years"]]),
    ],
    [
      ScenarioKey("id", .identifier(joiner: "_"), required: true, en: "Id of the target.", zh: "目标编号。"),
      ScenarioKey("indicator", .name(.indicator), required: true, en: "What is held to it.", zh: "所考核的指标。"),
      ScenarioKey(
        "at_least", .numberOrName(threshold, .indicator), en: "Indicator >= factor x this number or indicator.",
        zh: "指标 >= 系数 × 该数或该指标。"),
      ScenarioKey(
        "more_than", .numberOrName(threshold, .indicator), en: "Indicator > factor x this number or indicator.",
        zh: "指标 > 系数 × 该数或该指标。"),
      ScenarioKey(
        "at_most", .numberOrName(threshold, .indicator), en: "Indicator <= factor x this number or indicator.",
        zh: "指标 <= 系数 × 该数或该指标。"),
      ScenarioKey(
        "less_than", .numberOrName(threshold, .indicator), en: "Indicator < factor x this number or indicator.",
        zh: "指标 < 系数 × 该数或该指标。"),
      ScenarioKey(
        "year", .years(lists: false), en: "The year, or the range of years in every one of which it must hold.",
        zh: "年份；若为区间，则每一年都须达到。"),
      ScenarioKey("years", .years(lists: false), en: "The same as `year`.", zh: "同 `year`。"),
      ScenarioKey(
        "factor", .number(factor), default: "1", en: "Multiplies the number or indicator it is held to.",
        zh: "阈值的系数。"),
      ScenarioKey(
        "title", .section(title), en: "The target in words; made from the numbers where left out.",
        zh: "目标的文字表述；留空则自动生成。"),
    ])

  static let title = KeySection(
    "targets[].title",
    [
      ScenarioKey("zh", .text(lines: false, mayBeEmpty: true), en: "Chinese words.", zh: "中文表述。"),
      ScenarioKey("en", .text(lines: false, mayBeEmpty: true), en: "English words.", zh: "英文表述。"),
    ])
}
