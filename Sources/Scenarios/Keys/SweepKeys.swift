/// The keys below `sweep`.
package enum SweepKeys {
  /// The most points a sweep may have.
  package static let mostPoints = 10_000
  /// The most axes.
  package static let mostAxes = 8
  /// Keys of a file whose values all points share, so that no axis may stand in them.
  package static let shared: Set<String> = [
    "scenario", "title", "description", "extends", "district", "horizon", "ensemble", "sweep",
  ]
  /// Columns of the table of a sweep, which no axis may be called.
  package static let columns = [
    "sweep", "point", "kind", "id", "unit", "year", "mean", "sd", "p05", "p50", "p95", "mean_se", "p05_se", "p50_se",
    "p95_se", "probability", "probability_se",
  ]

  /// `sweep`.
  static let sweep = KeySection(
    "sweep",
    [
      ScenarioKey(
        "axes", .named(.scalarOrMap(.list(.scalar), .section(axis))), required: true,
        en: "The axes by name: a list of values, or a map. `$name` in place of a value elsewhere in the file takes the "
          + "value of the axis.",
        zh: "按名称列出各轴：取值列表或一个映射。文件其他位置写 `$名称` 即取该轴的值。"),
      ScenarioKey(
        "combine", .choice(["grid", "paired"]), default: "grid",
        en: "`grid`: every value of an axis with every value of the others; `paired`: the first values together, then "
          + "the second ones, ….",
        zh: "`grid`：各轴取值的全部组合；`paired`：各轴第一个值为一组，第二个值为一组，依此类推。"),
      ScenarioKey(
        "indicators", .oneOrMore(.name(.indicator)), default: "headline figures",
        en: "Indicators in the table, besides the targets.", zh: "结果表中的指标（目标总在表中）。"),
    ])

  /// `sweep.axes.<name>`.
  static let axis = KeySection(
    "sweep.axes.<name>", rules: [.exactlyOne([["values"], ["from", "to", "by"]])],
    [
      ScenarioKey("values", .list(.scalar), en: "The values, in this order.", zh: "取值，按此顺序。"),
      ScenarioKey("from", .number(.any), en: "The first value; with `to` and `by`.", zh: "首个取值；与 `to`、`by` 连用。"),
      ScenarioKey("to", .number(.any), en: "The last value.", zh: "末个取值。"),
      ScenarioKey(
        "by", .number(.any), en: "The step; a whole number of them leads from `from` to `to`.",
        zh: "步长；须恰好从 `from` 走到 `to`。"),
      ScenarioKey(
        "title", .section(ScenarioKeys.axisTitle), en: "The axis in words.", zh: "该轴的文字名称。"),
    ])
}
