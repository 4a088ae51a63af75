extension LabelCatalogue {
  /// The words of comparisons.
  static let comparisons: [(Label, String, String)] = [
    (.comparisonTitle, "{1}：情景比较，以“{2}”为参照", "{1}: scenarios compared with '{2}'"),
    (
      .comparisonFacts, "{1} 次模拟，各情景使用同一组随机抽样（{2}，种子 {3}），逐次配对相减",
      "{1} members, the same draws in every scenario ({2}, seed {3}), differences taken member by member"
    ),
    (.overviewSection, "一、各情景概览", "1. The scenarios"),
    (.differenceSection, "二、与参照情景之差", "2. Differences from the reference"),
    (.changeSection, "三、各项承诺达标概率的变化", "3. Changes of the probability of each commitment"),
    (.costSection, "四、单位成效所需资金", "4. Money for a unit of each outcome"),
    (.referenceScenario, "参照", "reference"),
    (.difference, "差值", "Difference"),
    (.probabilityHigher, "高于参照的概率（%）", "Probability that it is higher (%)"),
    (.probabilityIn, "达标概率（%）：{1}", "Probability (%): {1}"),
    (.probabilityChange, "变化（个百分点）", "Change (percentage points)"),
    (.extraMoney, "多完成的投资（亿元，2020年价）", "Extra money executed (×10⁸ yuan, 2020 prices)"),
    (.outcome, "成效", "Outcome"),
    (.step, "单位成效", "Unit of outcome"),
    (.costPerStep, "单位成效所需资金（亿元，2020年价）", "Money for a unit (×10⁸ yuan, 2020 prices)"),
    (.sameUnitError, "标准误（同单位）", "Standard error (same unit)"),
    (.verdict, "判断", "Verdict"),
    (.verdictTradeOff, "资金与成效同向变化", "money and outcome move together"),
    (.verdictBetter, "不多花钱而成效更好", "a better outcome for no more money"),
    (.verdictWorse, "不少花钱而成效更差", "a worse outcome for no less money"),
    (.verdictUndecided, "差异在模拟误差之内", "no difference beyond the error of sampling"),
    (.dominance, "是否被优超", "Dominated"),
    (.dominatedBy, "被“{1}”优超", "dominated by '{1}'"),
    (.notDominated, "否", "no"),
    (
      .pairedNote, "差值按同一次模拟逐一相减后统计，故各情景共有的误差相互抵消；“高”“低”为差值的第95与第5百分位。",
      "Differences are taken within the same member, so that errors common to both scenarios cancel; 'high' and 'low' "
        + "are the 95th and 5th percentiles of the difference."
    ),
    (
      .costNote, "单位成效所需资金 = 期内多完成投资的均值 ÷ 末年成效变化的均值；只在二者同向变化且超出模拟误差时给出。",
      "Money for a unit is the mean extra money executed to the last year over the mean change of the outcome in that "
        + "year; it is given only where both move the same way by more than the error of sampling."
    ),
    (
      .dominanceNote, "“被优超”指另有情景完成投资不多、各项成效均不差，且至少一项明显更好。",
      "A scenario is dominated when another executes no more money, is worse in no outcome, and is clearly better in one."
    ),
    (
      .sweepFacts, "{1} 个点，每点 {2} 次模拟，使用同一组随机抽样（{3}，种子 {4}）",
      "{1} points of {2} members, the same draws at every point ({3}, seed {4})"
    ),
    (.axis, "轴", "Axis"),
    (.axisValues, "取值", "Values"),
    (.axisAt, "所在点", "At"),
    (.lowestProbability, "最低概率（%）", "Lowest (%)"),
    (.highestProbability, "最高概率（%）", "Highest (%)"),
    (.stepOneYi, "每亿元", "per 10⁸ yuan"),
    (.stepHundredYuan, "每百元/人", "per 100 yuan a head"),
    (.stepOnePoint, "每个百分点", "per percentage point"),
    (.lastYearMedian, "{1}（{2}年，中位数，{3}）", "{1} ({2}, median, {3})"),
    (.costShort, "{1}{2}", "{1}, {2}"),
    (.comparisonChart, "{2}年与“{1}”之差：{3}", "Difference from '{1}' in {2}: {3}"),
    (
      .comparisonChartRange, "条为中位数，须线为90%区间；差值按同一次模拟逐一相减",
      "bars: medians; whiskers: 90 % ranges; differences within members"
    ),
    (
      .comparisonChartRest, "另有 {1} 个情景未画出，见 comparison_targets.csv", "{1} more scenarios are in comparison_targets.csv"
    ),
    (.comparisonChartCommitments, "各项承诺达标概率与“{1}”之差", "Probability of each commitment: difference from '{1}'"),
    (.axisEverywhere, "各点相同", "everywhere"),
  ]

  /// The words of robustness tables.
  static let robustness: [(Label, String, String)] = [
    (.robustnessTitle, "{1}：情景在不利条件下的稳健性", "{1}: scenarios under stress"),
    (
      .robustnessFacts, "{1} 个情景 × {2} 种条件（含无不利条件），每种 {3} 次模拟，使用同一组随机抽样（{4}，种子 {5}）",
      "{1} scenarios x {2} conditions (that without stress among them), {3} members each, the same draws ({4}, seed {5})"
    ),
    (.ruleSection, "一、各决策准则的选择", "1. What each rule chooses"),
    (.payoffSection, "二、各种条件下的达标概率（%）", "2. Probability under each condition (%)"),
    (.worstCase, "最坏情形（%）", "Worst case (%)"),
    (.largestRegret, "最大遗憾（个百分点）", "Largest regret (percentage points)"),
    (.noStress, "无不利条件", "no stress"),
    (.allAlike, "各情景相同", "all alike"),
    (.allCommitments, "全部承诺（期望达标比例）", "All commitments (expected share met)"),
    (.shareMet, "期望达标的承诺比例（%）", "Expected share of commitments met (%)"),
    (
      .shareMetNote, "期望达标比例为各项承诺达标概率的平均，各项同等看待。",
      "The expected share of commitments met is the mean of their probabilities, each counted alike."
    ),
    (
      .nearTieNote, "“=”表示并列；“≈”表示与所选情景之差不超过两倍标准误，换一组随机抽样可能另选。",
      "'=' marks ties; '≈' marks scenarios within two standard errors of the chosen one: other draws might choose them."
    ),
    (.robustnessChart, "各情景期望达标的承诺比例", "Expected share of commitments met"),
    (.robustnessChartRange, "条为 {1} 种条件的均值，须线为最坏至最好", "bars: mean over {1} conditions; whiskers: worst to best"),
    (.ruleExpected, "期望值", "Expected value"),
    (.ruleMaximin, "最大最小", "Maximin"),
    (.ruleRegret, "最小最大遗憾", "Minimax regret"),
    (.ruleSatisficing, "满意", "Satisficing"),
    (.ruleExpectedNote, "各种条件同等可能，选平均概率最高的情景。", "all conditions equally likely, the highest mean probability."),
    (.ruleMaximinNote, "选最坏情形下概率最高的情景。", "the highest probability in the worst case."),
    (
      .ruleRegretNote, "遗憾为同一条件下与最好情景之差，选最大遗憾最小的情景。",
      "regret is the difference from the best scenario under the same condition; the smallest largest regret."
    ),
    (
      .ruleSatisficingNote, "选概率达到 {1}% 的条件数最多的情景。",
      "the most conditions under which the probability reaches {1} %."
    ),
  ]
}
