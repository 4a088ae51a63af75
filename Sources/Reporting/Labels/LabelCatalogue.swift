import District

/// The words of every label.
enum LabelCatalogue {
  static let words: [Label: BilingualText] = Dictionary(
    uniqueKeysWithValues: groups.joined().map { ($0.0, BilingualText(zh: $0.1, en: $0.2)) })

  /// A line a group, so that additions do not meet.
  private static let groups: [[(Label, String, String)]] = [
    reports, columns, sections, marks, terminal, listings,
    observations,
    comparisons,
    robustness,
    attribution,
    levers,
    shards,
    sensitivity,
    discovery,
    differences,
    allocation,
    monitoring,
    pictures, pages,
    glossary,
  ]

  private static let reports: [(Label, String, String)] = [
    (.reportTitle, "{1}发展推演——{2}", "{1}: projection of '{2}'"),
    (.district, "地区", "District"),
    (.scenario, "情景", "Scenario"),
    (.members, "{1} 次模拟", "{1} members"),
    (.horizon, "{1}—{2} 年", "{1}-{2}"),
    (.seed, "种子 {1}", "seed {1}"),
    (.scenarioNamed, "情景：{1}", "Scenario: {1}"),
    (.notOfficial, "模型推算，不是官方预测", "model projection, not an official forecast"),
    (
      .notOfficialLong, "本表为模型推算，不是官方预测，不得作为官方数据引用。",
      "This table is a model projection, not an official forecast, and must not be quoted as official data."
    ),
    (
      .inputCounts, "本推算使用 {1} 项输入数据：有出处 {2} 项，由有出处数据推导 {3} 项，凭记忆待核 {4} 项，假设 {5} 项（占 {6} %）。",
      "The projection uses {1} input numbers: {2} sourced, {3} derived from sourced numbers, {4} recalled and to be "
        + "verified, {5} assumed ({6} %)."
    ),
    (.assumedInputs, "其中假设的输入：{1}。", "Assumed inputs, by kind: {1}."),
    (
      .scenarioInputs, "本情景另行设定 {1} 项（资金、事件、参数、常数、目标）。",
      "This scenario sets {1} values of its own (money, events, parameters, constants, targets)."
    ),
    (
      .standardErrorNote, "概率的标准误来自多次独立随机化，只反映模拟抽样误差，不反映模型与假设本身的误差。",
      "Standard errors come from independent randomisations; they show the error of sampling only, not that of the model and its assumptions."
    ),
    (
      .digitsNote, "数值只保留模拟误差所能支持的位数。",
      "Numbers show no more digits than the error of sampling supports."
    ),
    (
      .rangeNote, "“低”“高”为第5与第95百分位，二者之间为90%区间。",
      "'Low' and 'high' are the 5th and 95th percentiles: the 90 % range lies between them."
    ),
    (
      .precisionReached, "精度目标“{1}”：第 {4} 轮达到，共 {3} 次模拟，标准误 {2}。",
      "Precision '{1}': reached in round {4} with {3} members, standard error {2}."
    ),
    (
      .precisionMissed, "精度目标“{1}”：{4} 轮后仍未达到，共 {3} 次模拟，标准误 {2}。",
      "Precision '{1}': not reached after {4} rounds, {3} members, standard error {2}."
    ),
    (
      .precisionUnknown, "精度目标“{1}”：{2} 次模拟尚不足以估计标准误。",
      "Precision '{1}': {2} members are too few to tell the standard error."
    ),
    (
      .baseAssumed, "{1}年地区生产总值 {2} 亿元为假设值，未见公布数字。",
      "The GDP of {1}, {2} ×10⁸ yuan, is an assumption: no published figure was found."
    ),
  ]

  private static let columns: [(Label, String, String)] = [
    (.indicator, "指标", "Indicator"),
    (.unit, "单位", "Unit"),
    (.statistic, "统计量", "Statistic"),
    (.target, "目标", "Target"),
    (.targetYear, "目标年份", "Target year"),
    (.probability, "达标概率", "Probability"),
    (.probabilityUnit, "达标概率（%）", "Probability of meeting it (%)"),
    (.standardError, "标准误（个百分点）", "Standard error (percentage points)"),
    (.status, "状态", "Status"),
    (.median, "中位数", "Median"),
    (.low, "低（5%分位）", "Low (5th percentile)"),
    (.high, "高（95%分位）", "High (95th percentile)"),
    (.mean, "均值", "Mean"),
    (.planned, "计划", "Planned"),
    (.threshold, "目标值（中位数）", "Target value (median)"),
    (.gap, "差距（中位数，正为超过）", "Gap (median, positive when met)"),
    (.commitment, "承诺", "Commitment"),
    (.reference, "依据", "Reference"),
    (.milestone, "节点", "Milestone"),
    (.project, "示范项目", "Demonstration project"),
    (.plannedCost, "计划总投资（亿元，2020年价）", "Planned cost (×10⁸ yuan, 2020 prices)"),
    (.plannedNominal, "本情景安排资金（亿元，现价）", "Money in this scenario (×10⁸ yuan, current prices)"),
    (.executedMean, "累计完成投资均值（亿元，2020年价）", "Money executed, mean (×10⁸ yuan, 2020 prices)"),
    (.completion, "{1}年完成率（%）·{2}", "Completion {1} (%), {2}"),
    (.baseLevel, "假设{1}年地区生产总值（亿元）", "GDP assumed for {1} (×10⁸ yuan)"),
  ]

  private static let sections: [(Label, String, String)] = [
    (.indicatorSection, "一、主要指标", "1. Main indicators"),
    (.milestoneSection, "二、一年、三年、五年节点", "2. One-, three- and five-year milestones"),
    (.commitmentSection, "三、各项承诺的达标概率", "3. Probability of each commitment"),
    (
      .baseLevelSection, "四、基期地区生产总值假设不同时的达标概率",
      "4. Probability at other assumptions of the base-year GDP"
    ),
    (.projectSection, "五、示范项目", "5. Demonstration projects"),
    (.notesSection, "说明", "Notes"),
    (.oneYear, "一年期（{1}年）", "One year ({1})"),
    (.threeYears, "三年期（{1}年）", "Three years ({1})"),
    (.fiveYears, "五年期（{1}年）", "Five years ({1})"),
    (.later, "期末（{1}年）", "Last year ({1})"),
  ]

  private static let marks: [(Label, String, String)] = [
    (.placeholderMark, "{1}（占位）", "{1} (placeholder)"),
    (
      .placeholderNote, "标注“占位”的项目在文件中未列名，名称为建模者所拟。",
      "Projects marked 'placeholder' are not named in the policy document; their names are the modeller's."
    ),
    (.notProjected, "超出推演期", "past the horizon"),
    (.total, "合计", "Total"),
    (.plannedTotal, "安排资金合计（现价）", "Money planned, total (current prices)"),
    (.executedTotal, "完成投资合计", "Money executed, total"),
    (.probabilityOf, "达标概率（%）：{1}", "Probability (%): {1}"),
    (.sourced, "有出处", "sourced"),
    (.derived, "推导", "derived"),
    (.recalled, "待核", "recalled"),
    (.assumed, "假设", "assumed"),
  ]

  private static let terminal: [(Label, String, String)] = [
    (.gdpShort, "地区生产总值", "GDP"),
    (.gdpGrowthShort, "实际增速", "Real growth"),
    (.incomeAllShort, "全体居民收入", "Income, all"),
    (.incomeRuralShort, "农村居民收入", "Income, rural"),
    (.incomeUrbanShort, "城镇居民收入", "Income, urban"),
    (.incomeAllRatioShort, "全体收入与全区之比", "Income over Ningxia's, all"),
    (.incomeRuralRatioShort, "农村收入与全区之比", "Income over Ningxia's, rural"),
    (.benchHeading, "{1}，{2} 年；指令集 {3}，BLAS 内核 {4}", "{1}, {2}; vector code {3}, BLAS kernels {4}"),
    (.benchWhat, "项目", "What"),
    (.benchRate, "次模拟/秒", "members/s"),
    (.benchTime, "纳秒/次", "ns a member"),
    (.benchModel, "模型循环（单核，抽样已给定）", "model loop (one core, draws given)"),
    (.benchSampling, "抽样（单核，全部参数与冲击）", "draws (one core, all parameters and shocks)"),
    (.benchRun, "完整运行与汇总（{1} 线程）", "whole run with summaries ({1} threads)"),
    (.benchSize, "{1} 次模拟约需 {2} 秒", "{1} members take about {2} s"),
  ]

  private static let listings: [(Label, String, String)] = [
    (.sectorsTitle, "部门（{1} 个）", "Sectors ({1})"),
    (.projectsTitle, "示范项目（{1} 个）", "Demonstration projects ({1})"),
    (.sourcesTitle, "资金来源（{1} 个）", "Funding sources ({1})"),
    (.targetsTitle, "承诺目标（{1} 项）", "Commitments ({1})"),
    (.pillarsTitle, "支柱指数（{1} 个，假设的指数）", "Pillar indices ({1}, assumed indices)"),
    (.inputsTitle, "输入数据（{1} 项）", "Inputs ({1})"),
    (.id, "代码", "Id"),
    (.name, "名称", "Name"),
    (.value, "数值", "Value"),
    (.origin, "出处或理由", "Source or reason"),
    (.overrides, "取代", "Overrides"),
    (.path, "项目", "Item"),
    (.industry, "产业", "Industry"),
    (.primaryIndustry, "第一产业", "primary"),
    (.secondaryIndustry, "第二产业", "secondary"),
    (.tertiaryIndustry, "第三产业", "tertiary"),
    (.valueAdded, "增加值", "Value added"),
    (.jobs, "就业", "Jobs"),
    (.file, "文件", "File"),
    (.line, "行", "Line"),
    (.capitalOutputRatio, "资本产出比（年）", "Capital-output ratio (years)"),
    (.arrivalSigma, "到位波动（对数）", "Arrival shock sd (log)"),
    (.baseValue, "{1}年", "{1}"),
    (.count, "项数", "Count"),
    (.libraryTitle, "情景（{1} 个）", "Scenarios ({1})"),
    (.plannedMoney, "安排资金", "Money planned"),
    (.lastYear, "末年", "Last year"),
    (.title, "标题", "Title"),
    (.share, "占比（%）", "Share (%)"),
  ]
}
