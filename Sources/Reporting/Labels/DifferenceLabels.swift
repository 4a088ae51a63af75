extension LabelCatalogue {
  /// The words of differences between results.
  static let differences: [(Label, String, String)] = [
    (.diffTitle, "变动：{1} → {2}", "Differences: {1} -> {2}"),
    (.diffSame, "输入相同", "same inputs"),
    (.diffInputs, "输入变动：{1}", "changed inputs: {1}"),
    (.diffPaired, "随机数相同：超过舍入误差即为变动", "same draws: any difference beyond rounding counts"),
    (.diffIndependent, "随机数不同：超过数倍标准误才算变动", "other draws: only differences of several standard errors count"),
    (.diffAdded, "新增情景：{1}", "scenario added: {1}"),
    (.diffRemoved, "减少情景：{1}", "scenario removed: {1}"),
    (.diffOld, "旧", "Old"),
    (.diffNew, "新", "New"),
    (.diffDifference, "差", "Difference"),
    (.diffMeasure, "统计量", "Statistic"),
    (.diffZ, "差/标准误", "z"),
    (.diffShift, "差/标准差", "Shift (sd)"),
    (.diffRowsMoved, "变动数", "Rows"),
    (.diffScenarioSummary, "{1}：{3} 个数中 {2} 处变动（{4}；{5}）", "{1}: {2} differences among {3} numbers ({4}; {5})"),
    (.diffMore, "另有 {1} 个指标变动。", "{1} more indicators moved."),
    (
      .diffChartNote, "每个指标变动最大的一处，以该量的标准差计；随机数相同时抽样误差已抵消。",
      "The largest movement of each indicator, in standard deviations of the quantity; on the same draws sampling error cancels."
    ),
    (.diffNothing, "无变动。", "Nothing moved."),
  ]
}
