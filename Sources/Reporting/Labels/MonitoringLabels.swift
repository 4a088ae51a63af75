extension LabelCatalogue {
  /// The words of half-yearly checks.
  static let monitoring: [(Label, String, String)] = [
    (.stateMet, "已实现", "met"),
    (.stateOnTrack, "正常推进", "on track"),
    (.stateAtRisk, "存在风险", "at risk"),
    (.stateOutOfReach, "难以实现", "out of reach"),
    (.worksDone, "完成计划工程量的90%（完成率 ≥ {1}%）", "nine tenths of the planned works done (completion at least {1} %)"),
    (.withoutFigures, "首次检查（与未用数据的推算相比）", "first check (against the projection without figures)"),
    (.noOfficialFigure, "无公布数据，为模型推算", "no published figure; model estimate"),
    (.movedBy, "{1}的数据使预期{2} {3} {4}", "figure {1}: {2} by {3} {4}"),
    (.movedUp, "上移", "up"),
    (.movedDown, "下移", "down"),
    (.hangsOn, "取决于{1}（相关 {2}）", "hangs on {1} (correlation {2})"),
    (.neededGrowth, "此后年均需增长 {1}%（推算 {2}%）", "needs {1} % a year from here (projected {2} %)"),
    (.neededMoney, "后续年度资金增至 {1} 倍可回到正常", "on track with {1} times the money of later years"),
    (.notByMoney, "仅靠资金（至 {1} 倍）不能回到正常", "not by money alone (up to {1} times)"),
    (.timeIsOver, "期限已过", "time is over"),
    (.ledgerTitle, "{1}承诺与示范项目半年检查台账（截至 {2}）", "{1}: half-yearly ledger of commitments and projects, as of {2}"),
    (.ledgerNumber, "序号", "No."),
    (.ledgerKind, "类别", "Kind"),
    (.ledgerItem, "事项", "Item"),
    (.ledgerRequirement, "要求", "Required"),
    (.ledgerState, "状态", "State"),
    (.changePoints, "变化（个百分点）", "Change (points)"),
    (.changeSince, "与何时相比", "Since"),
    (.lastState, "上次状态", "State then"),
    (.projectedMedian, "到期推算值（中位数）", "Projected when due (median)"),
    (.requiredValue, "要求值", "Value required"),
    (.officialFigure, "公布数据", "Published figure"),
    (.whatDrives, "主要影响", "What drives it"),
    (.whatIsNeeded, "恢复所需", "What is needed"),
    (
      .bandsNote, "状态按概率划分：期限已过且概率不低于 {1}% 为“已实现”；期限未过且不低于 {2}% 为“正常推进”；低于 {3}% 为“难以实现”；其余为“存在风险”。",
      "States go by probability: met from {1} % once time is over; on track from {2} % before; out of reach below {3} %; at "
        + "risk otherwise."
    ),
    (
      .moneyNote, "“资金倍数”指检查年以后各年全部安排资金同乘一数，按模型推算使概率达到正常推进的最小值（步长 1/16）；未考虑能否筹得。",
      "The multiple of money is the least, in sixteenths, by which all money planned for years after that of the check "
        + "would have to be multiplied for the item to be on track in the model; whether it could be raised is not asked."
    ),
    (
      .driversNote, "“主要影响”中数据的作用按一次线性更新估算；相关系数为更新后参数与达标差距之间的相关，不等于因果。",
      "What drives an item: the effect of figures is that of one linear update; correlations are those of parameters with "
        + "the margin after the figures, and no proof of cause."
    ),
  ]
}
