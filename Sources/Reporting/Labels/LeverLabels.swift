import District

extension LabelCatalogue {
  /// The words of what it would take.
  static let levers: [(Label, String, String)] = [
    (.solveTitle, "{1}：怎样才能做到——{2}", "{1}: what it would take, '{2}'"),
    (.leverFunding, "全部资金", "all the money"),
    (.leverProject, "资金：{1}", "money of {1}"),
    (.leverSource, "资金来源：{1}", "money from {1}"),
    (.leverParameter, "{1}", "{1}"),
    (
      .solvePresent, "现状：“{1}”（{2}年）的达标概率为 {3}，要求 {4}。",
      "As it stands: '{1}' ({2}) is met with probability {3}; {4} is asked for."
    ),
    (
      .solveMet, "{1}：由 {2} 调到 {3} 即可，届时达标概率 {4}。",
      "{1}: from {2} to {3} is enough; the probability is then {4}."
    ),
    (
      .solveAlready, "{1}：在 {2} 已达到要求；调到 {3} 仍能达到（概率 {4}），再过则不能。",
      "{1}: at {2} it is enough already; it can go to {3} before the probability ({4} there) falls below what is asked."
    ),
    (
      .solveAlways, "{1}：在 {2} 至 {3} 的全部范围内均达到要求。",
      "{1}: enough over the whole range from {2} to {3}."
    ),
    (
      .solveOutOfReach, "{1}：在 {2} 至 {3} 的范围内，无论取何值都达不到；最好的取值为 {4}，达标概率 {5}。",
      "{1}: not by any value from {2} to {3}. The best is {4}, with probability {5}."
    ),
    (
      .solveMoneyOutOfReach, "{1}：按计划的 {2} 至 {3} 倍安排，多少资金都达不到；最好为 {4} 倍，达标概率 {5}。",
      "{1}: not by any funding from {2} to {3} times the plan. The best is {4} times, with probability {5}."
    ),
    (.solveMissesBy, "此时中位情形仍差 {1}。", " The median member still misses it by {1}."),
    (
      .solveMixed, "注意：概率随该项先升后降或先降后升，并非单向变化；所给为离现状最近的解。",
      "Mind: the probability does not go one way along this lever; the answer is the one nearest to where it stands."
    ),
    (
      .solveFlat, "注意：概率随该项的变化在模拟误差之内。",
      "Mind: the probability does not move along this lever by more than the error of sampling."
    ),
    (
      .solveTogether, "单独一项不够；{1} 项同时向各自最有利的一端走 {2} % 的路程即可，达标概率 {3}。",
      "No lever is enough alone. All {1} together are, when each goes {2} % of the way to its best end: probability {3}."
    ),
    (
      .solveNotTogether, "单独一项不够；{1} 项同时取到最有利的一端也不够，达标概率最高 {2}。",
      "No lever is enough alone, nor are all {1} together at their best ends: the most that can be had is {2}."
    ),
    (.solveFindings, "一、结论", "1. Findings"),
    (.solveLevers, "二、逐项", "2. One lever at a time"),
    (.combinationSection, "三、多项并举", "3. All levers together"),
    (.pathSection, "四、何时能够达到：按增长路径", "4. When it is reached, by path of growth"),
    (.lever, "可调项", "Lever"),
    (.leverStart, "现状", "Now"),
    (.leverRange, "可调范围", "Range"),
    (.leverAnswer, "结论", "Answer"),
    (.leverValue, "取值", "Value"),
    (.leverError, "取值的标准误", "Standard error of the value"),
    (.leverTogether, "多项并举时的取值", "Value together"),
    (.answerMet, "可以达到", "enough at"),
    (.answerAlready, "现已达到", "already enough, until"),
    (.answerOutOfReach, "范围内达不到，最好为", "out of reach, best at"),
    (.pathLevers, "方案", "Levers"),
    (.pathPlanned, "按现状", "as they stand"),
    (.pathBest, "取最有利值", "at their best"),
    (.pathDistrict, "本区增长", "District grows"),
    (.pathRegion, "全区收入增长", "Region grows"),
    (.pathReached, "达标概率达到 {1} 的年份", "Year it has probability {1}"),
    (.pathMedian, "中位情形达标的年份", "Year the median meets it"),
    (.pathLast, "{1}年达标概率", "Probability in {1}"),
    (.paceUncertain, "不确定", "uncertain"),
    (.paceSlow, "慢", "slowly"),
    (.paceMiddle, "中", "middling"),
    (.paceFast, "快", "fast"),
    (.notBy, "{1}年前达不到", "not by {1}"),
    (.solveChart, "“{1}”（{2}年）：达标概率随可调项的变化", "'{1}' ({2}): probability along each lever"),
    (.solveChartNote, "要求的概率为 {1}；须线为两个标准误", "asked for: {1}; whiskers: two standard errors"),
    (.shareOfRange, "占可调范围的比例（%）", "Share of the range of the lever (%)"),
    (
      .solveNote, "各取值使用同一组随机抽样；先以等距网格看清走势，再在最近的区间内逐级细分。取值的标准误 = 概率的标准误 ÷ 曲线斜率。",
      "All values run on the same draws: an even grid shows the course, then the nearest interval is divided further. The "
        + "standard error of a value is that of the probability over the slope of the curve."
    ),
    (
      .solveParameterNote, "参数类可调项在各次模拟中固定为所列值，“现状”为其分布的均值；参数范围为假设，能否办到不由模型回答。",
      "A parameter is fixed at the value in every member; 'now' is the mean of its distribution. Its range is assumed, and "
        + "whether it can be brought about is not for the model to say."
    ),
    (
      .pathNote, "增长路径：“慢”“中”“快”指本区增长趋势、全区收入增速的假设分布的第10、50、90百分位；2025年后不再安排资金。",
      "Paths: slow, middling and fast hold the trends of the district and the growth of the region's income at the 10th, "
        + "50th and 90th percentile of their assumed distributions. No money is planned after the years of the plan."
    ),
  ]
}
