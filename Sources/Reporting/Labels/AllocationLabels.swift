import District

extension LabelCatalogue {
  /// The words of the best division of a budget.
  static let allocation: [(Label, String, String)] = [
    (.allocationTitle, "{1}：资金怎样分配最好——{2}", "{1}: the best division of the money, '{2}'"),
    (
      .allocationGoal, "求“{1}”（{2}年）最大：{3} 亿元（现价），共 {4} 个可分配金额（{5} 个项目、{6} 个来源、{7}年）。",
      "Maximised: {1} ({2}). Divided: {3} ×10⁸ yuan (current prices) over {4} amounts ({5} projects, {6} sources, {7})."
    ),
    (
      .allocationGain, "在未参与寻优的新抽样上：按计划比例为 {1}，最优分配为 {2}，变化 {3}。",
      "On fresh draws, which the search has not seen: {1} with the plan scaled to the budget, {2} with the best division; "
        + "the change is {3}."
    ),
    (
      .allocationNoGain, "这一变化在模拟误差之内：无法说最优分配好于计划。",
      "That change is within the error of sampling: the best division cannot be told from the plan."
    ),
    (
      .allocationNever, "在限制之内，无论怎样分配都达不到：所给为离目标最近的分配。",
      "No division within the limits meets it: the one given comes nearest."
    ),
    (
      .allocationFitted, "寻优目标在自己的抽样上提高 {1}，在新抽样上提高 {2}；其差 {3} 为对偶然性的拟合。",
      "What is optimised gains {1} on the draws it was optimised on and {2} on fresh ones; {3} of it was fitted to chance."
    ),
    (
      .allocationGap, "以新抽样重新寻优，至多再提高 {1}：这是与真正最优之差的偏大估计。",
      "Optimised again on the fresh draws it gains {1} more: an estimate, biased upward, of how far it is from the best."
    ),
    (
      .allocationStarts, "{1} 个起点的结果相差 {2}；共评估 {3} 个分配方案。",
      "The {1} starts end within {2} of one another; {3} divisions were valued."
    ),
    (
      .allocationLosers, "代价（承诺的达标概率下降）：{1}。", "At the expense of other commitments: {1}."
    ),
    (
      .allocationPlaceholders, "其中 {1} 亿元（{2} %，原计划 {3} %）用于文件未列名的占位项目，其名称、成本与成效均为建模者所拟。",
      "{1} ×10⁸ yuan of it ({2} %; {3} % in the plan) pays for placeholder projects, which the policy document does not name: "
        + "their names, costs and effects are the modeller's."
    ),
    (
      .allocationAssumed, "各项目的成本、成效与资金计划均为假设：结果说明这些假设意味着什么，不是投资建议。",
      "Costs and effects of the projects, and the plan, are assumed: the result says what these assumptions imply, and is "
        + "not advice to invest."
    ),
    (
      .allocationBroken, "按计划比例的分配不满足所给限制（最多差 {1} 亿元），最优分配满足。",
      "The plan scaled to the budget does not keep the limits (by up to {1} ×10⁸ yuan); the best division does."
    ),
    (.allocationPlan, "按计划比例", "Plan, scaled"),
    (.allocationBest, "最优分配", "Best division"),
    (.allocationChange, "变化", "Change"),
    (.allocationMoney, "{1}（亿元，现价）", "{1} (×10⁸ yuan, current prices)"),
    (.allocationFindings, "一、结论", "1. Findings"),
    (.allocationByProject, "二、各项目资金", "2. Money by project"),
    (.allocationByYear, "三、各年资金", "3. Money by year"),
    (.allocationBySource, "四、各来源资金", "4. Money by source"),
    (.allocationOutcomes, "五、成效（新抽样）", "5. Outcomes (fresh draws)"),
    (.allocationFrontierMoney, "六、资金与达标概率", "6. Money and probability"),
    (.allocationFrontierAims, "七、同一预算下两个目标的取舍", "7. One budget, two aims"),
    (.allocationSource, "资金来源", "Source"),
    (.allocationYear, "年份", "Year"),
    (.allocationEfficient, "是否有效", "Efficient"),
    (.allocationChart, "各项目资金：按计划比例与最优分配", "Money by project: plan, scaled, and best division"),
    (.allocationChartNote, "求“{1}”（{2}年）最大", "maximised: {1} ({2})"),
    (.frontierMoneyChart, "资金与概率：{1}（{2}年）", "Money and probability: {1} ({2})"),
    (.frontierAimsChart, "同一预算（{1} 亿元）下的取舍", "One budget ({1} ×10⁸ yuan), two aims"),
    (.frontierBest, "该预算下的最优分配", "best division of that budget"),
    (.frontierFront, "最优分配", "best divisions"),
    (.frontierPlan, "按计划比例", "plan, scaled"),
    (.frontierNote, "新抽样上的取值；须线为两个标准误", "values on fresh draws; whiskers: two standard errors"),
    (.frontierFreshMeans, "均值，新抽样上的取值", "means, on fresh draws"),
    (.frontierPoint, "方案", "Point"),
    (.frontierOf, "{1}：{2}", "{1}: {2}"),
    (.frontierOfMoney, "资金与概率", "Money and probability"),
    (.frontierOfAims, "同一预算下两个目标的取舍", "One budget, two aims"),
    (.frontierBudget, "资金（亿元，现价）", "Money (×10⁸ yuan, current prices)"),
    (
      .allocationLimitsNote, "限制：各项目资金为计划的 {1} 至 {2} 倍，来源不超过计划的 {3} 倍，年度不超过 {4} 倍，项目单年不超过其吸纳能力的 {5} 倍（限制文件另有规定的除外）。",
      "Limits: a project gets {1} to {2} times its planned money, a source gives at most {3} times, a year has at most {4} "
        + "times, and a project at most {5} times what it can absorb in a year, unless the limits file says otherwise."
    ),
    (
      .allocationSmoothNote, "寻优时概率以平滑函数代替（每次模拟取 1/(1+e^(-差额/带宽))）；表中均为真实概率。",
      "While it is optimised, a probability is replaced by a smooth mean of 1/(1+e^(-margin/bandwidth)); tables have the "
        + "probability itself."
    ),
  ]
}
