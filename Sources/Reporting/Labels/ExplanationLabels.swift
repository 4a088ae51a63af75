import District

extension LabelCatalogue {
  /// The words of attributions.
  static let attribution: [(Label, String, String)] = [
    (.attributionTitle, "{1}：资金成效由何而来——{2}", "{1}: what brings the effect of the funding, '{2}'"),
    (.byProject, "按示范项目", "by project"),
    (.bySource, "按资金来源", "by source"),
    (.byChannel, "按作用渠道", "by channel"),
    (.bySectorChannel, "按作用渠道与部门", "by channel and sector"),
    (.contributor, "主体", "Contributor"),
    (.contribution, "贡献（均值）", "Contribution (mean)"),
    (.contributionShare, "占总效果（%）", "Share of the total (%)"),
    (.largestContributors, "主要贡献（个百分点）", "Largest contributors (percentage points)"),
    (.aloneEffect, "单独存在时的效果", "Effect alone"),
    (.lastEffect, "最后加入时的效果", "Effect when added last"),
    (.interaction, "相互作用（合计减去各自单独效果之和）", "Interaction (total less the sum of effects alone)"),
    (.otherContributors, "其余 {1} 项", "{1} others"),
    (.probabilityFor, "达标概率：{1}", "Probability: {1}"),
    (.attributionChart, "{1}（{2}年）：资金总效果的构成", "{1}, {2}: what makes up the effect of the funding"),
    (.attributionChartRange, "条为均值，须线为90%区间（逐次模拟）", "bars: means; whiskers: 90 % ranges over members"),
    (
      .shapleyExact, "各主体的贡献为沙普利值，由全部 {1} 种组合在同一组抽样上算出。",
      "Contributions are Shapley values over all {1} coalitions on the same draws."
    ),
    (
      .shapleySampled, "各主体的贡献为沙普利值的抽样估计：随机排定加入次序，同一组抽样上逐一加入；标准误含次序抽样的误差。",
      "Contributions are estimates of Shapley values from random orders of joining on the same draws; their standard "
        + "errors include that of the orders."
    ),
    (
      .contributionNote, "贡献之和等于有资金与无资金之差；“单独”“最后”为只有该主体、或其余主体都在时它带来的变化。",
      "Contributions add up to the difference from no funding; 'alone' and 'last' are what the contributor changes with "
        + "nobody else, or with everybody else."
    ),
    (
      .interactionNote, "相互作用为正表示各主体同时存在时效果更好，为负表示效果部分重叠。",
      "A positive interaction means that contributors do more together than alone; a negative one that they overlap."
    ),
    (
      .channelNote, "渠道指项目作用于经济的方式；“节水”作用于用水约束，“稳定就业”只作用于稳定就业比例，各自单列。工程完成进度由资金本身决定，不经任何渠道，相关承诺在此为零。",
      "A channel is a way in which projects act on the economy; water saving (which eases rationing) and stable jobs "
        + "(which move their own indicator only) stand by themselves. "
        + "Construction progress follows the money itself and no channel: commitments on it show zero here."
    ),
    (.channelCapital, "资本形成", "capital"),
    (.channelPurchase, "采购需求", "demand (purchases)"),
    (.channelProductivity, "生产率", "productivity"),
    (.channelPillar, "支柱指数", "pillars"),
    (.channelIncome, "直接收入", "income"),
    (.channelWater, "节水", "water saving"),
    (.channelStableJob, "稳定就业", "stable jobs"),
  ]
}
