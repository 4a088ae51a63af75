import District

extension LabelCatalogue {
  /// The words of scenario discovery.
  static let discovery: [(Label, String, String)] = [
    (.discoveryTitle, "{1}：情景发现——{2}", "{1}: scenario discovery for '{2}'"),
    (.discoveryMissed, "未达标", "missed"),
    (.discoveryMet, "达标", "met"),
    (
      .discoveryBaseRate, "承诺“{1}”（{2}，{3} 年）：{4} 次模拟中 {5} 次{6}（{7} %）。",
      "Commitment '{1}' ({2}, {3}): {6} in {5} of {4} members ({7} %)."
    ),
    (
      .discoveryNothing, "全部成员结果相同，无从区分条件。",
      "All members agree: no condition tells them apart."
    ),
    (
      .discoveryAlways, "无须任何条件，{1}的比例已达到所要求的 {2} %；可改用 --when 查看相反情形的条件。",
      "Without any condition the share {1} is already as high as the {2} % asked for; --when shows the conditions of the opposite."
    ),
    (
      .discoveryBox, "情形 {1}：{2}时，该承诺在 {3} % 的模拟中{4}；{4}的模拟有 {5} % 属于这一情形（占全部模拟的 {6} %）。",
      "Case {1}: where {2}, the commitment is {4} in {3} % of the members. {5} % of all members that have it {4} lie here, and {6} % of all members."
    ),
    (
      .discoveryUnsupported, "没有数据支持的条件：{1}的比例达不到所要求的 {2} %，所找到的条件都可能出于偶然。",
      "No condition is supported by the data: none brings the share {1} to the {2} % asked for but by chance."
    ),
    (.discoveryAnd, "，且", " and "),
    (.discoveryCase, "{1}{2}{3}", "{1} is {2}{3}"),
    (.discoveryUnit, "（{1}）", " ({1})"),
    (
      .discoveryThin, "没有条件组合能达到所要求的 {1} %；以下为最密集的一个。",
      "No set of conditions reaches the {1} % asked for; this is the densest."
    ),
    (.discoveryFresh, "换一组随机数检验：{1} %，覆盖 {2} %。", "On members drawn afresh: {1} %, covering {2} %."),
    (
      .discoveryFewer, "证据不足的条件（准 p 值大于 0.05）已去掉。",
      "Conditions that the data do not support (quasi-p above 0.05) were dropped."
    ),
    (
      .discoverySweep, "批量推演的 {1} 个组合均匀分给各次模拟；可选择的条件：{2}。",
      "The members are dealt evenly to the {1} points of the sweep; conditions that can be chosen: {2}."
    ),
    (.discoveryDropped, "去掉弱条件", "weak limits dropped"),
    (.discoveryMembers, "成员数", "Members"),
    (.discoveryRestricted, "条件数", "Conditions"),
    (.discoveryTime, "找框用时 {1} 秒", "boxes found in {1} s"),
    (.discoveryBelow, "低于 {1}", "below {1}"),
    (.discoveryAbove, "高于 {1}", "above {1}"),
    (.discoveryBetween, "{1} 至 {2}", "{1} to {2}"),
    (.discoveryCondition, "条件", "Condition"),
    (.discoveryRange, "模拟取值范围", "Range in the sample"),
    (.discoveryQuasiP, "准 p 值", "Quasi-p"),
    (.discoveryDensity, "密度（框内{1}的比例，%）", "Density (share {1} in the box, %)"),
    (.discoveryCoverage, "覆盖率（%）", "Coverage (%)"),
    (.discoveryPeeled, "剥除", "peeled"),
    (.discoveryPasted, "补回", "pasted"),
    (.discoveryChosen, "选定", "chosen"),
    (
      .discoveryAssumed, "参数的分布均为假设或推算；条件是模型内的条件，不是预测。",
      "The distributions of the parameters are assumed: these are conditions within the model, not a forecast."
    ),
    (
      .discoveryMeaning, "密度：框内属于该情形的比例；覆盖率：该情形落入框内的比例；准 p 值：去掉该条件后，框内密度仅凭偶然达到的概率。± 为抽样标准误。",
      "Density: share of the box that is of interest; coverage: share of those of interest in the box; quasi-p: probability that "
        + "the density comes about by chance without the condition. ± is the standard error of sampling."
    ),
  ]
}
