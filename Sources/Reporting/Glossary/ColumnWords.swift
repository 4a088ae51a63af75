import District

/// What a column of a result file means, and its unit code where it has one of its own.
///
/// A column means the same in every file unless a file has words of its own for it.
struct ColumnWords {
  let meaning: BilingualText
  let unit: String?

  init(_ zh: String, _ en: String, _ unit: String? = nil) {
    meaning = BilingualText(zh: zh, en: en)
    self.unit = unit
  }

  /// The words of a column of a file; nil when nobody wrote any.
  init?(_ column: String, in file: ResultFile) {
    let key = "\(file.command) \(file.name) \(column)"
    if let own = Self.own[key] ?? Self.choices[key] ?? Self.common[column] {
      self = own
    } else if column.hasSuffix("_se"), let of = ColumnWords(String(column.dropLast(3)), in: file) ?? Self.money(column)
    {
      self.init(
        "“\(column.dropLast(3))”的模拟抽样标准误。\(of.meaning.zh)",
        "Monte Carlo standard error of \(column.dropLast(3)): \(of.meaning.en)", of.unit)
    } else if let composed = Self.composed(column, in: file) {
      self = composed
    } else {
      return nil
    }
  }

  /// Columns made of two words: `prior_p50`, `executed_yi_2020_p95`, `last_growth_crps`.
  private static func composed(_ column: String, in file: ResultFile) -> ColumnWords? {
    for (prefix, zh, en) in [("prior_", "更新前的", "before the update: "), ("posterior_", "更新后的", "after the update: ")]
    where column.hasPrefix(prefix) {
      guard let of = common[String(column.dropFirst(prefix.count))] else { return nil }
      return ColumnWords("\(zh)\(of.meaning.zh)", "\(en)\(of.meaning.en)", of.unit)
    }
    for quantile in ["_p05", "_p50", "_p95"] where column.hasSuffix(quantile) {
      guard let of = common[String(column.dropLast(4))], let at = common[String(quantile.dropFirst())] else {
        return nil
      }
      return ColumnWords("\(of.meaning.zh)：\(at.meaning.zh)", "\(of.meaning.en): \(at.meaning.en)", of.unit)
    }
    for (naive, zh, en) in [
      ("last_growth", "“按已知最近增速外推”", "the forecast that carries on the last growth known"),
      ("region_growth", "“按全区增速外推”", "the forecast that grows with the region"),
    ] where column.hasPrefix(naive) {
      switch column.dropFirst(naive.count) {
      case "": return ColumnWords("朴素推算\(zh)的数值。", "Value of a naive forecast, \(en).")
      case "_rate": return ColumnWords("朴素推算\(zh)所用的年增速。", "Growth a year used by \(en).", "log_per_year")
      case "_crps":
        return ColumnWords("朴素推算\(zh)的误差（单点推算的CRPS即绝对误差）。", "Absolute error of \(en): the CRPS of a point forecast.")
      case "_count": return ColumnWords("可与\(zh)比较的数字个数。", "Figures that \(en) has a value for.", "number")
      case "_relative_crps":
        return ColumnWords("\(zh)的误差与观测值之比的均值。", "Mean error of \(en) over the observed value.", "ratio")
      case "_skill":
        return ColumnWords(
          "比\(zh)好多少：1 − 两者误差之比，大于0为更好。",
          "One less the ratio of the program's score to that of \(en); above 0 is better.", "ratio")
      default: return nil
      }
    }
    return nil
  }

  /// `arrived_se` is the error of `arrived_yi_2020`.
  private static func money(_ column: String) -> ColumnWords? { common["\(column.dropLast(3))_yi_2020"] }

  private static let common: [String: ColumnWords] = [
    // What a row is about
    "scenario": ColumnWords("情景代码。", "Id of the scenario."),
    "sweep": ColumnWords("批量情景的代码。", "Id of the sweep."),
    "point": ColumnWords("点的序号，从1起。", "Number of the point, from 1.", "number"),
    "indicator": ColumnWords("指标代码；含义见 hsb explain <代码>。", "Id of the indicator; hsb explain <id> says what it is."),
    "target": ColumnWords("承诺代码。", "Id of the commitment."),
    "project": ColumnWords("示范工程代码。", "Id of the demonstration project."),
    "source": ColumnWords("资金来源代码。", "Id of the funding source."),
    "year": ColumnWords(
      "年份；承诺须在各年都成立时为起止年。", "Calendar year, or the first and last when a commitment must hold in all of them.", "year"),
    "years": ColumnWords(
      "承诺的年份；须在各年都成立时为起止年。", "Year of the commitment, or the first and last of those it must hold in."),
    "unit": ColumnWords("本行数值的单位代码。", "Unit code of the numbers of the row."),
    "kind": ColumnWords("本行的种类。", "Kind of thing the row is about."),
    "id": ColumnWords("指标或承诺的代码。", "Id of the indicator or commitment."),
    "name_zh": ColumnWords("中文名称。", "Name in Chinese."), "name_en": ColumnWords("英文名称。", "Name in English."),
    "title_zh": ColumnWords("情景中文标题。", "Title of the scenario in Chinese."),
    "title_en": ColumnWords("情景英文标题。", "Title of the scenario in English."),
    "source_zh": ColumnWords("资金来源中文名称。", "Name of the source in Chinese."),
    "source_en": ColumnWords("资金来源英文名称。", "Name of the source in English."),
    "project_zh": ColumnWords("工程中文名称。", "Name of the project in Chinese."),
    "project_en": ColumnWords("工程英文名称。", "Name of the project in English."),
    "placeholder": ColumnWords(
      "yes 表示文件未列名、名称为建模者所拟的占位工程。",
      "yes when the policy document does not name the project: a placeholder of the modellers."),
    "status": ColumnWords(
      "数字的来历：sourced 有出处、derived 推导、recalled 待核、assumed 假设；scenario 为情景所设，not_projected 为超出推演期。",
      "Where the number comes from: sourced, derived, recalled, assumed; scenario when an analyst set it, not_projected past the horizon."
    ),
    // Summaries
    "mean": ColumnWords("各次模拟的均值。", "Mean over the members."),
    "sd": ColumnWords("各次模拟的标准差。", "Standard deviation over the members."),
    "p05": ColumnWords("5%分位数：90%区间的下端。", "5 % quantile over the members: the low end of the 90 % range."),
    "p25": ColumnWords("25%分位数。", "25 % quantile over the members."),
    "p50": ColumnWords("中位数。", "Median over the members."),
    "p75": ColumnWords("75%分位数。", "75 % quantile over the members."),
    "p95": ColumnWords("95%分位数：90%区间的上端。", "95 % quantile over the members: the high end of the 90 % range."),
    "probability": ColumnWords("达标概率：达到承诺的模拟次数占比。", "Share of the members that meet the commitment.", "share"),
    "standard_error": ColumnWords(
      "概率的模拟抽样标准误，来自16组独立随机化。", "Monte Carlo standard error of the probability, from 16 independent randomisations.",
      "share"),
    // Commitments
    "comparator": ColumnWords("比较方式：>、>=、<、<=。", "How the indicator is compared: >, >=, < or <=."),
    "threshold": ColumnWords(
      "目标值：数字，或另一指标（可带倍数）。", "What the indicator is held against: a number, or another indicator with its factor."),
    "median": ColumnWords("指标在目标年份的中位数。", "Median of the indicator in the target year."),
    "threshold_median": ColumnWords("目标值的中位数。", "Median of the threshold."),
    "median_gap": ColumnWords("差距的中位数，正为超过。", "Median of the gap, positive when the commitment is met."),
    // Money
    "planned_yi": ColumnWords("计划资金，现价。", "Money planned, current prices.", "yi_yuan"),
    "planned_yi_2020": ColumnWords("计划资金，2020年价。", "Money planned, 2020 prices.", "yi_yuan_2020"),
    "adjusted_yi": ColumnWords(
      "调整后的计划资金，现价。", "Money planned after the scenario's adjustments, current prices.", "yi_yuan"),
    "past_horizon_yi": ColumnWords(
      "其中落在推演期之外、任何运行都不使用的资金，现价。", "Part of it whose year is past the horizon: no run spends it; current prices.",
      "yi_yuan"),
    "adjusted_yi_2020": ColumnWords(
      "调整后的计划资金，2020年价。", "Money planned after the adjustments, 2020 prices.", "yi_yuan_2020"),
    "not_arrived_yi_2020": ColumnWords(
      "计划而未到位的资金（均值，负数为超计划到位）；调整后计划 = 到位 + 未到位。",
      "Planned and not arrived, mean; negative when more came. Adjusted = arrived + not arrived.", "yi_yuan_2020"),
    "carried_in_yi_2020": ColumnWords(
      "上年结转的资金（均值）；结转 + 到位 = 完成 + 年末结转。",
      "Unspent money of the year before, mean. Carried in + arrived = executed + unspent.", "yi_yuan_2020"),
    "arrived_yi_2020": ColumnWords("到位资金，2020年价。", "Money that arrives, 2020 prices.", "yi_yuan_2020"),
    "executed_yi_2020": ColumnWords("完成投资，2020年价。", "Money executed, 2020 prices.", "yi_yuan_2020"),
    "unspent_yi_2020": ColumnWords(
      "年末结转资金，2020年价。", "Money unspent at the end of the year, 2020 prices.", "yi_yuan_2020"),
    "completion_share": ColumnWords(
      "完成率：累计完成投资占计划总投资。", "Completion: money executed over planned cost, cumulated.", "share"),
    "maturity_share": ColumnWords("成熟度：成效已发挥的程度。", "Maturity: how far the works do what they were built for.", "share"),
    "outcomes": ColumnWords("实物成效：代码=中位数 [5%..95%] 单位。", "Physical outcomes: id=median [p05..p95] unit."),
    // Comparisons
    "reference": ColumnWords("参照情景代码。", "Id of the reference scenario."),
    "reference_mean": ColumnWords("参照情景的均值。", "Mean in the reference."),
    "scenario_mean": ColumnWords("本情景的均值。", "Mean in the scenario."),
    "probability_higher": ColumnWords(
      "高于参照情景的模拟次数占比。", "Share of the members in which it is higher than in the reference.", "share"),
    "probability_lower": ColumnWords(
      "低于参照情景的模拟次数占比。", "Share of the members in which it is lower than in the reference.", "share"),
    "reference_probability": ColumnWords("参照情景的达标概率。", "Probability in the reference.", "share"),
    "change": ColumnWords("变化：本情景减参照。", "Change: the scenario less the reference."),
    "outcome": ColumnWords("成效：指标或承诺的代码。", "Outcome: id of an indicator or commitment."),
    "outcome_unit": ColumnWords("成效的单位代码。", "Unit code of the outcome."),
    "extra_executed_yi_2020": ColumnWords(
      "期内多完成的投资（均值），2020年价。", "Extra money executed to the last year, mean, 2020 prices.", "yi_yuan_2020"),
    "step": ColumnWords("单位成效的大小。", "Size of a unit of the outcome."),
    "cost_yi_2020_per_step": ColumnWords("单位成效所需资金。", "Money for a unit of the outcome.", "yi_yuan_2020"),
    "cost": ColumnWords("单位成效所需资金。", "Money for a unit of the outcome.", "yi_yuan_2020"),
    "verdict": ColumnWords(
      "trade_off 资金与成效同向；better、worse 不同向；undecided 在误差之内。",
      "trade_off: money and outcome move together; better, worse: they do not; undecided: within error."),
    "dominated_by": ColumnWords("优超本情景的情景，没有则空。", "The first scenario that dominates this one; empty when none does."),
    // Robustness
    "payoff": ColumnWords(
      "承诺代码，或 commitments_met（期望达标比例）。", "Id of a commitment, or commitments_met, the expected share of them."),
    "stress": ColumnWords("压力代码；none 为没有压力。", "Id of the stress; none without one."),
    "regret": ColumnWords(
      "同一条件下与最好情景之差。", "What is forgone against the best scenario under the same condition.", "share"),
    "rule": ColumnWords("决策准则。", "Decision rule."),
    "score": ColumnWords("准则的评分。", "Score of the rule."),
    "chosen": ColumnWords("1 为该准则所选。", "1 when the rule chooses it."),
    "near_tie": ColumnWords("1 为与所选相差不到两倍标准误。", "1 when within two standard errors of the chosen one."),
    // Attribution
    "axis": ColumnWords(
      "按什么划分：project、source、channel、sector-channel。",
      "What the effect is divided by: project, source, channel or sector-channel."),
    "part": ColumnWords(
      "base 无资金，total 总效果，share 沙普利值，solo 单独效果，last 最后加入的效果，interaction 相互作用。",
      "base: without funding; total; share: Shapley value; solo: alone; last: added last; interaction."),
    "player": ColumnWords("主体代码。", "Id of the contributor."),
    "is_placeholder": ColumnWords("1 或 yes 为占位工程。", "Whether the project is a placeholder."),
    "share_of_total": ColumnWords("占总效果的比例。", "The part over the total effect.", "share"),
    // Sensitivity
    "input": ColumnWords("输入：参数、冲击年份或成组的输入。", "The input: a parameter, the shocks of a year, or a block of them."),
    "parameter": ColumnWords("参数代码。", "Id of the parameter."),
    "parameter_unit": ColumnWords("参数的单位代码。", "Unit code of the parameter."),
    "first": ColumnWords("一阶指数：单独解释的方差比例。", "First-order index: share of the variance it explains by itself.", "share"),
    "first_low": ColumnWords("一阶指数95%区间的下端。", "Low end of the 95 % interval of the first-order index.", "share"),
    "first_high": ColumnWords("一阶指数95%区间的上端。", "High end of the 95 % interval of the first-order index.", "share"),
    "total": ColumnWords("总指数：连同相互作用的方差比例。", "Total index: its share of the variance with all interactions.", "share"),
    "total_low": ColumnWords("总指数95%区间的下端。", "Low end of the 95 % interval of the total index.", "share"),
    "total_high": ColumnWords("总指数95%区间的上端。", "High end of the 95 % interval of the total index.", "share"),
    "p10": ColumnWords("参数的10%分位数。", "10 % quantile of the parameter."),
    "p90": ColumnWords("参数的90%分位数。", "90 % quantile of the parameter."),
    "at_p10": ColumnWords("参数取10%分位数时的结果均值。", "Mean of the outcome with the parameter at its 10 % quantile."),
    "at_p90": ColumnWords("参数取90%分位数时的结果均值。", "Mean of the outcome with the parameter at its 90 % quantile."),
    "swing": ColumnWords("两者之差：结果的摆幅。", "The difference of the two: the swing of the outcome."),
    "mu": ColumnWords("基本效应的均值。", "Mean of the elementary effects."),
    "mu_star": ColumnWords("基本效应绝对值的均值：影响的大小。", "Mean of their absolute values: how much it matters."),
    "sigma": ColumnWords("基本效应的标准差：非线性或相互作用。", "Their standard deviation: curvature or interaction."),
    "expected_shift": ColumnWords(
      "查清该参数后结果预期移动的幅度。", "How far the outcome is expected to move once the parameter is known."),
    "most": ColumnWords("一切都查清时的移动幅度（仅承诺）。", "The shift if everything were known; for commitments."),
    "decision_value": ColumnWords(
      "查清后判断正确率的提高（仅承诺）。", "What knowing it adds to being right about a commitment.", "share"),
    "degree": ColumnWords("估计所用多项式的次数。", "Degree of the polynomial the estimate uses.", "number"),
    // Levers
    "lever": ColumnWords("可调项。", "The lever."),
    "levers": ColumnWords("as_planned 按现状，best 取最有利值。", "as_planned, or best: all levers at their best ends."),
    "value": ColumnWords("取值。", "The value."),
    "start": ColumnWords("现状的取值。", "Where the lever stands."),
    "lower": ColumnWords("范围下端。", "Low end of its range."), "upper": ColumnWords("范围上端。", "High end of its range."),
    "wanted": ColumnWords("要求的概率。", "The probability asked for.", "share"),
    "answer": ColumnWords(
      "met_at、already_met、out_of_reach 或 end_of_combination。",
      "met_at, already_met, out_of_reach or end_of_combination."),
    "missing_at": ColumnWords("解处中位情形尚差多少。", "What the median member still misses at the answer."),
    "course": ColumnWords("概率随可调项变化的走势。", "How the probability goes along the lever."),
    "median_margin": ColumnWords("差距的中位数，正为超过。", "Median of the gap, positive when met."),
    "margin_unit": ColumnWords("差距的单位代码。", "Unit code of the gap."),
    "district_pace": ColumnWords(
      "本区增长：slow、middle、fast 或 uncertain。", "Growth of the district: slow, middle, fast or uncertain."),
    "region_pace": ColumnWords(
      "全区收入增长：slow、middle、fast 或 uncertain。", "Growth of the region's income: slow, middle, fast or uncertain."),
    "year_reached": ColumnWords(
      "概率达到要求的年份；空为推演期内达不到。", "Year in which it has the probability; empty when not by the last year.", "year"),
    "year_median_reached": ColumnWords("中位情形达标的年份。", "Year in which the median member meets it.", "year"),
    "last_year": ColumnWords("推演的末年。", "Last year projected.", "year"),
    "probability_last_year": ColumnWords("末年的达标概率。", "Probability in the last year.", "share"),
    // Learning
    "name": ColumnWords("参数或冲击的名称。", "Name of the parameter or shock."),
    "shift_sd": ColumnWords(
      "均值移动了更新前几个标准差。", "Move of the mean in standard deviations before the update.", "standard_deviations"),
    "spread_ratio": ColumnWords(
      "更新后与更新前标准差之比；1为没有学到。", "Standard deviation after over before; 1 is nothing learnt.", "ratio"),
    "error": ColumnWords("观测数字的误差（标准差）。", "Standard error of the observed figure."),
    "mapping": ColumnWords(
      "观测口径与指标是否一致：same、proxy、unused。", "Whether the figure is the indicator's: same, proxy or unused."),
    "in_inputs": ColumnWords("yes 为已用于设定输入的数字。", "yes when an input was set with the figure."),
    "informative": ColumnWords("yes 为推算对它有不确定性、可以学习。", "yes when the projection has a spread at it and can learn."),
    "prior_residual": ColumnWords(
      "更新前：观测减推算均值，以总误差计。", "Before: observed less mean, in units of the whole error.", "standard_deviations"),
    "posterior_residual": ColumnWords(
      "更新后：观测减推算均值，以总误差计。", "After: observed less mean, in units of the whole error.", "standard_deviations"),
    "conflict": ColumnWords("yes 为与另一数字矛盾。", "yes when another figure contradicts it."),
    "stage": ColumnWords("before 更新前，after 更新后。", "before or after the update."),
    "probability_before": ColumnWords("更新前的达标概率。", "Probability before the update.", "share"),
    "probability_after": ColumnWords("更新后的达标概率。", "Probability after the update.", "share"),
    "se_before": ColumnWords("更新前概率的标准误。", "Standard error of the probability before.", "share"),
    "se_after": ColumnWords("更新后概率的标准误。", "Standard error of the probability after.", "share"),
    "median_before": ColumnWords("更新前的中位数。", "Median before the update."),
    "median_after": ColumnWords("更新后的中位数。", "Median after the update."),
    "item": ColumnWords("项目。", "What the row is about."),
    "as_of": ColumnWords("检查的年月。", "Month of the check."),
    "state": ColumnWords("状态：met、on_track、at_risk、out_of_reach。", "State: met, on_track, at_risk or out_of_reach."),
    "origin": ColumnWords("站在哪一年末推算。", "Year at whose end the forecast stands.", "year"),
    "observed": ColumnWords("后来观测到的数字。", "The figure observed later."),
    "has_spread": ColumnWords("yes 为推算有范围，可以评分。", "yes when the forecast has a range and can be scored."),
    "crps": ColumnWords(
      "连续分级概率评分，越小越好，单位同指标。", "Continuous ranked probability score, smaller is better, in the unit of the indicator."),
    "log_score": ColumnWords("对数评分，越小越好。", "Logarithmic score, smaller is better."),
    "pit": ColumnWords("观测值在推算分布中的位置，0至1。", "Where the figure lies in the forecast, 0 to 1.", "share"),
    "in_50": ColumnWords("是否落在50%区间内；汇总时为比例。", "Whether it lies in the 50 % range; in scores the share that does."),
    "in_90": ColumnWords("是否落在90%区间内；汇总时为比例。", "Whether it lies in the 90 % range; in scores the share that does."),
    "figures": ColumnWords(
      "all 全部数字，independent 未用于设定输入的数字。", "all figures, or independent: those no input was set with."),
    "count": ColumnWords("数字的个数。", "Number of figures.", "number"),
    "relative_crps": ColumnWords("CRPS与观测值之比的均值。", "Mean of the CRPS over the observed value.", "ratio"),
    // Exports
    "members": ColumnWords("模拟次数。", "Members drawn.", "number"),
    "sampler": ColumnWords("抽样方法。", "How they were drawn."),
    "seed": ColumnWords("随机种子。", "Seed of the draws.", "number"),
    "horizon": ColumnWords("推演末年。", "Last year.", "year"),
    "funding_total_yi": ColumnWords(
      "推演期内调整后的计划资金，现价。", "Money planned within the horizon after adjustments, current prices.", "yi_yuan"),
    "program_version": ColumnWords("程序版本。", "Version of the program."),
    "program_commit": ColumnWords("程序的提交编号。", "Commit of the program."),
    "district_fingerprint": ColumnWords("地区数据各文件的SHA-256。", "SHA-256 over the files of the district."),
    "file": ColumnWords("数据文件。", "File of the district."), "line": ColumnWords("文件中的行。", "Line in it.", "number"),
    "Model": ColumnWords("模型名称与版本。", "Name and version of the model."),
    "Scenario": ColumnWords("情景代码。", "Id of the scenario."), "Region": ColumnWords("地区。", "The district."),
    "Variable": ColumnWords("指标的英文名称与统计量。", "Name of the indicator, and the statistic."),
    "Unit": ColumnWords("单位。", "Unit."),
  ]

  /// Columns whose words differ from file to file.
  private static let own: [String: ColumnWords] = [
    "hsb run targets.csv reference": ColumnWords("承诺的依据：文件条目。", "Where the commitment stands in the policy document."),
    "hsb run funding.csv planned_yi": ColumnWords(
      "调整前的计划资金，现价。", "Money planned before the scenario's adjustments, current prices.", "yi_yuan"),
    "hsb compare comparison.csv mean": ColumnWords("差的均值：本情景减参照。", "Mean of the difference from the reference."),
    "hsb compare comparison.csv sd": ColumnWords("差的标准差。", "Standard deviation of the difference."),
    "hsb sweep sweep.csv kind": ColumnWords("indicator 指标，target 承诺。", "indicator or target."),
    "hsb robustness robustness.csv year": ColumnWords("承诺的年份。", "Year of the commitment.", "year"),
    "hsb attribute attribution.csv mean": ColumnWords("该部分的均值，单位见 unit。", "Mean of the part, in the unit of the row."),
    "hsb sensitivity sensitivity.csv kind": ColumnWords(
      "parameter 参数，block 一组，year 一年的冲击，all 全部。", "parameter, block, year (its shocks) or all."),
    "hsb sensitivity tornado.csv mean": ColumnWords(
      "参数照常不确定时结果的均值。", "Mean of the outcome with the parameter as uncertain as it is."),
    "hsb solve solve.csv value": ColumnWords("可调项的取值，单位见 unit。", "Value of the lever, in the unit of the row."),
    "hsb assimilate parameters.csv kind": ColumnWords("parameter 参数，shock 往年冲击。", "parameter or shock."),
    "hsb assimilate observations.csv value": ColumnWords("观测的数字。", "The figure observed."),
    "hsb assimilate observations.csv source": ColumnWords("观测数字的出处。", "Where the figure was published."),
    "hsb backtest backtest.csv source": ColumnWords("观测数字的出处。", "Where the figure was published."),
    "hsb assimilate diagnostics.csv value": ColumnWords("数值，单位见 unit。", "The number, in the unit of the row."),
    "hsb monitor history.csv item": ColumnWords("承诺或工程的代码。", "Id of the commitment or project."),
    "hsb export targets.csv reference": ColumnWords(
      "承诺的依据：文件条目。", "Where the commitment stands in the policy document."),
    "hsb export inputs.csv source": ColumnWords("数字的出处，或假设的理由。", "Where the number comes from, or why it is assumed."),
    "hsb export inputs.csv input": ColumnWords("输入的名称。", "Dotted name of the input."),
    "hsb export inputs.csv value": ColumnWords("数值，单位见 unit。", "The number, in its unit."),
  ]
}
