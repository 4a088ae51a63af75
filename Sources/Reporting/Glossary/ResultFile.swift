import Analysis
import District

/// A CSV file that a command writes for machines: what it holds, and its columns.
public struct ResultFile: Sendable {
  /// The file's name.
  public let name: String
  /// The command that writes it, for example `hsb run`.
  public let command: String
  /// What it holds.
  public let content: BilingualText
  /// Its columns, in their order.
  public let columns: [String]

  private init(_ name: String, _ command: String, _ zh: String, _ en: String, _ columns: [String]) {
    self.name = name
    self.command = command
    content = BilingualText(zh: zh, en: en)
    self.columns = columns
  }

  private static let spread = ["mean", "sd", "p05", "p25", "p50", "p75", "p95"]
  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
  private static func with(_ prefix: String) -> [String] { spread.map { "\(prefix)_\($0)" } }

  /// Every file, the run's first.
  public static let all: [ResultFile] = run + comparisons + whys + sensitivities + choices + learning + exports

  private static let run = [
    ResultFile(
      "projections.csv", "hsb run", "每个指标、每一年的汇总", "every indicator and year, summarised", ProjectionTable.headings),
    ResultFile(
      "targets.csv", "hsb run", "每项承诺及其达标概率", "every commitment, and how likely it is met", TargetTable.headings),
    ResultFile(
      "projects.csv", "hsb run", "每项示范工程、每一年的资金与进度", "money and progress of each project and year",
      ProjectTable.headings),
    ResultFile(
      "funding.csv", "hsb run", "每个来源、每项工程、每一年的资金账", "accounts of each source, project and year", FundingTable.headings),
  ]

  private static let comparisons = [
    ResultFile(
      "comparison.csv", "hsb compare", "与参照情景逐次模拟相减的差", "differences from the reference within each member",
      ComparisonTables.differenceHeadings),
    ResultFile(
      "comparison_targets.csv", "hsb compare", "各项承诺达标概率的变化", "changes of the probability of each commitment",
      ComparisonTables.targetHeadings),
    ResultFile(
      "comparison_costs.csv", "hsb compare", "单位成效所需资金，是否被优超", "money for a unit of each outcome, dominance",
      ComparisonTables.costHeadings),
    ResultFile(
      "sweep.csv", "hsb sweep", "批量情景每个点的结果；每个轴另有一列",
      "results at every point of a sweep; each axis has a column of its name",
      words("sweep point kind id unit year mean sd p05 p50 p95 mean_se p05_se p50_se p95_se probability probability_se")
    ),
    ResultFile(
      "robustness.csv", "hsb robustness", "各情景在各种条件下的达标概率与遗憾",
      "probabilities and regrets of each scenario under each condition",
      RobustnessTables.payoffHeadings),
    ResultFile(
      "robustness_rules.csv", "hsb robustness", "各决策准则的评分与选择", "scores and choices of each decision rule",
      RobustnessTables.ruleHeadings),
  ]

  private static let whys = [
    ResultFile(
      "attribution.csv", "hsb attribute", "资金总效果的构成", "what makes up the effect of the funding",
      AttributionTable.headings),
    ResultFile(
      "solve.csv", "hsb solve", "可调项每个取值处的达标概率", "the probability at every value of a lever",
      words("scenario target lever unit value probability probability_se median_margin margin_unit")),
    ResultFile(
      "solve_answers.csv", "hsb solve", "每个可调项的结论", "the answer for each lever",
      words(
        "scenario target lever unit start lower upper wanted answer value value_se probability probability_se missing_at course"
      )),
    ResultFile(
      "solve_paths.csv", "hsb solve", "各增长路径上达到承诺的年份", "when the commitment is reached on each path of growth",
      words(
        "scenario target levers district_pace region_pace wanted year_reached year_median_reached last_year "
          + "probability_last_year probability_last_year_se")),
  ]

  private static let sensitivities = [
    ResultFile(
      "sensitivity.csv", "hsb sensitivity", "索博尔指数：不确定性由何而来", "Sobol' indices: what the uncertainty comes from",
      IndexTable.headings),
    ResultFile(
      "tornado.csv", "hsb sensitivity", "单个参数由低到高时结果的变化", "how the outcome swings with one parameter",
      SwingTable.headings),
    ResultFile(
      "morris.csv", "hsb sensitivity", "莫里斯筛选", "Morris screening", ScreeningTable.headings),
    ResultFile(
      "information.csv", "hsb sensitivity", "查清一个参数的价值", "what it is worth to know a parameter",
      InformationTable.headings),
  ]

  private static let choices = [
    ResultFile(
      "allocation.csv", "hsb optimize", "每项工程、来源、年份：计划与最优分配", "each project, source and year, as planned and at best",
      AllocationTables.divisionHeadings),
    ResultFile(
      "allocation_outcomes.csv", "hsb optimize", "计划与最优分配下的成效", "outcomes of the plan and of the best division",
      AllocationTables.outcomeHeadings),
    ResultFile(
      "allocation_plan.csv", "hsb optimize", "最优分配的资金计划，情景文件可用", "the best division as a plan that a scenario takes",
      AllocationTables.planHeadings),
    ResultFile(
      "frontier.csv", "hsb optimize", "资金与概率、两项目标之间的取舍", "what money buys at best, and one aim against another",
      FrontierRow.headings),
    ResultFile(
      "discovery.csv", "hsb discover", "承诺不能实现的条件（PRIM盒）", "boxes of conditions under which a commitment is missed",
      DiscoveryTable.headings),
    ResultFile(
      "members.csv", "hsb discover", "所用的每次模拟；每个参数另有一列",
      "the members looked at; each parameter has a column of its name",
      words("member margin met")),
    ResultFile(
      "diff.csv", "hsb diff", "两个版本之间超出抽样误差的变动", "what moved between two versions beyond the error of sampling",
      ResultsDifference.headings),
    ResultFile(
      "diff_summary.csv", "hsb diff", "每个情景、指标变动最大的一行", "the largest difference of each scenario and indicator",
      ResultsDifference.headings + ["rows"]),
  ]

  private static let learning = [
    ResultFile(
      "parameters.csv", "hsb assimilate", "参数与往年冲击：更新前后", "parameters and past shocks, before and after",
      words("scenario name kind unit") + with("prior") + with("posterior") + words("shift_sd spread_ratio")),
    ResultFile(
      "observations.csv", "hsb assimilate", "观测数与推算：更新前后", "observed figures against the projection, before and after",
      words("scenario indicator year value error unit mapping in_inputs status informative") + with("prior")
        + with("posterior") + words("prior_residual posterior_residual conflict source")),
    ResultFile(
      "projections.csv", "hsb assimilate", "每个指标、每一年：更新前后", "every indicator and year, before and after",
      words("scenario stage indicator unit year") + spread + words("mean_se p05_se p25_se p50_se p75_se p95_se")),
    ResultFile(
      "targets.csv", "hsb assimilate", "每项承诺的达标概率：更新前后", "probability of every commitment, before and after",
      words(
        "scenario target indicator comparator threshold year probability_before se_before probability_after "
          + "se_after change median_before median_after unit")),
    ResultFile(
      "diagnostics.csv", "hsb assimilate", "更新是否可信", "whether the update can be trusted", words("item value unit")),
    ResultFile(
      "backtest.csv", "hsb backtest", "每个数字：当时会怎样推算，得分如何",
      "every figure, what would have been said of it, and its scores",
      BacktestReport.caseHeadings),
    ResultFile(
      "scores.csv", "hsb backtest", "得分汇总", "the scores together",
      BacktestReport.scoreHeadings),
    ResultFile(
      "history.csv", "hsb monitor", "历次检查的结论", "what each check found",
      MonitoringHistory.headings),
  ]

  private static let exports = [
    ResultFile(
      "scenarios.csv", "hsb export", "导出的各次运行", "the runs of an export",
      words(
        "scenario title_zh title_en members sampler seed horizon funding_total_yi program_version program_commit "
          + "district_fingerprint")),
    ResultFile(
      "indicators.csv", "hsb export", "指标清单", "the indicators of an export",
      words("indicator name_zh name_en unit placeholder")),
    ResultFile(
      "targets.csv", "hsb export", "每项承诺及其达标概率", "every commitment, and how likely it is met",
      words(
        "scenario target reference indicator comparator threshold years probability standard_error median "
          + "threshold_median median_gap status unit")),
    ResultFile(
      "inputs.csv", "hsb export", "全部输入数据及其出处", "every input with its source",
      words("file line input value unit status source")),
    ResultFile(
      "projections_iamc.csv", "hsb export", "国际综合评估模型联盟格式的结果，每年一列", "results in the form of the IAMC, a column a year",
      words("Model Scenario Region Variable Unit")),
  ]
}
