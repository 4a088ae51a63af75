import District

extension LabelCatalogue {
  /// The words of observations and of what is learnt from them.
  static let observations: [(Label, String, String)] = [
    (.observationsTitle, "观测数据：{1}", "Observations: {1}"),
    (.errorSD, "误差（标准差）", "Error (sd)"),
    (.mapping, "对应关系", "Mapping"),
    (.use, "用途", "Use"),
    (.conflictsTitle, "互相矛盾的数据（{1} 处；均予保留，按误差加权）", "Figures that disagree ({1}; all kept, weighted by their errors)"),
    (.conflictLine, "{1}：{2}；最大差距为其标准差的 {3} 倍", "{1}: {2}; largest difference {3} times its standard deviation"),
    (.noConflicts, "无互相矛盾的数据。", "No figures disagree."),
    (.useCompared, "用于比对", "compared"),
    (.useHistory, "基期及以前", "history"),
    (.useRecalled, "待核，未用", "recalled, not used"),
    (.useLater, "晚于所选时间，未用", "later than selected, not used"),
    (.useUnused, "无对应指标，未用", "no indicator, not used"),
    (.mappingSame, "口径相同", "same"),
    (.mappingProxy, "口径相近", "proxy"),
    (.mappingUnused, "不对应", "unused"),
    (.note, "备注", "Note"),
    (.year, "年份", "Year"),
    (.assimilationTitle, "{1}：按观测数据更新的推演——{2}", "{1}: '{2}' updated with observed figures"),
    (.commitmentsBeforeAfter, "各项承诺：更新前后的达标概率", "Commitments: probability before and after"),
    (.probabilityBefore, "更新前概率（%）", "Before (%)"),
    (.probabilityAfter, "更新后概率（%）", "After (%)"),
    (.figureSection, "所用观测数据与模型的符合程度", "Figures used, and how the model meets them"),
    (.observed, "观测值", "Observed"),
    (.saidBefore, "更新前中位数", "Median before"),
    (.saidAfter, "更新后中位数", "Median after"),
    (.residualBefore, "更新前偏差（标准差）", "Off before (sd)"),
    (.residualAfter, "更新后偏差（误差倍数）", "Off after (errors)"),
    (.takenAsGiven, "模型给定", "taken as given"),
    (.learntSection, "变动最大的参数与冲击（中位数与90%区间）", "What changed most (median and 90 % range)"),
    (.parameter, "参数或冲击", "Parameter or shock"),
    (.before, "更新前", "Before"),
    (.after, "更新后", "After"),
    (
      .updatedChart, "{1}；{2}；更新后的中位数、50% 与 90% 区间，更新前的中位数，观测值（±2倍误差）",
      "{1}; {2}; median, 50 and 90 % ranges after the figures, median before, figures with twice their error"
    ),
    (.shift, "移动（先验标准差）", "Shift (prior sd)"),
    (.spreadRatio, "离散度之比", "Spread ratio"),
    (
      .diagnosticsLine,
      "诊断：平均偏差平方 更新前 {1}、更新后 {2}（1 为与误差相称）；先验中与数据相符的有效成员 {3} / {4}；学得自由度 {5}（可用数据 {6} 项）；最小离散度之比 {7}。",
      "Diagnostics: mean squared residual {1} before, {2} after (1: as the errors let one expect); effective members of "
        + "the prior that agree with the figures {3} of {4}; degrees of freedom learnt {5} (informative figures {6}); "
        + "smallest spread ratio {7}."
    ),
    (
      .collapsed, "警告：集合离散度的损失超过数据所能解释，更新结果不可靠。",
      "WARNING: the ensemble lost more spread than the figures account for; do not rely on it."
    ),
    (.notCollapsed, "集合未塌缩。", "The ensemble has not collapsed."),
    (
      .figuresUsed, "使用观测数据 {1} 项，其中凭记忆待核 {2} 项；{3} 项在设定输入时已用过，与之相符不算检验。",
      "{1} observed figures were used, {2} of them only recalled; {3} were used when inputs were set, so that agreeing "
        + "with them is no test."
    ),
    (
      .figureErrorsAssumed, "数据误差未见公布，除四舍五入外均为假设值。",
      "No publisher states the errors of these figures: apart from rounding they are assumed."
    ),
    (
      .recalledWarning, "注意：含凭记忆的数据，未见出处，不得作为官方数据引用。",
      "Note: some figures are recalled, no page was seen; they must not be quoted as official."
    ),
    (
      .conflictKept, "{1} 有互相矛盾的数据：{2}（差距为标准差的 {3} 倍），均予保留并按误差加权。",
      "{1} has figures that disagree: {2} ({3} standard deviations apart); all are kept and weighted by their errors."
    ),
    (.backtestTitle, "{1}：以 {2} 年所知回测——{3}", "{1}: '{3}' as it would have been said with what was known in {2}"),
    (
      .backtestOrigin, "起点 {1} 年；起点及以前用于更新的数据 {2} 项；此后可检验的数据 {3} 项。",
      "Origin {1}; figures up to it used for updating: {2}; later figures scored: {3}."
    ),
    (
      .fewFigures, "可检验的数据只有 {1} 项，其中仅 {2} 项在设定输入时未用过：只够发现大错，不足以证明模型可靠。",
      "Only {1} figures can be scored, and only {2} of them were not used when inputs were set: enough to find gross "
        + "errors, not to show that the model is right."
    ),
    (.forecastMedian, "当时会说的中位数", "Would have said (median)"),
    (.range90, "90%区间", "90 % range"),
    (.crpsShort, "CRPS", "CRPS"),
    (.logScoreShort, "对数评分", "Log score"),
    (.naiveLastGrowth, "朴素：沿用上次增速", "Naive: last growth"),
    (.naiveRegionGrowth, "朴素：全区增速", "Naive: region's growth"),
    (.inRange50, "在50%区间内", "In 50 %"),
    (.inRange90, "在90%区间内", "In 90 %"),
    (.yes, "是", "yes"),
    (.no, "否", "no"),
    (.missMark, "否（偏离）", "NO"),
    (.scoreSection, "评分汇总", "Scores"),
    (.scoreAll, "全部数据", "all figures"),
    (.scoreIndependent, "设定输入时未用过的数据", "figures no input was set with"),
    (.cases, "项数", "Figures"),
    (.relativeScore, "平均 CRPS/数值（%）", "Mean CRPS over size (%)"),
    (.skill, "相对朴素预测的技巧", "Skill against"),
    (.coverage, "落入50%、90%区间", "In 50 %, 90 % ranges"),
    (.missesLine, "90%区间未包含的数据：{1}。", "Outside the 90 % range: {1}."),
    (.noMisses, "没有数据落在90%区间之外。", "No figure lies outside its 90 % range."),
    (.usedInInputs, "设定输入时用过", "Used in inputs"),
    (.independentFigure, "未用过", "independent"),
    (.assumptionScored, "模型给定，无分布", "assumption, no spread"),
    (
      .backtestNaiveNote, "朴素预测为单值，其 CRPS 即绝对误差；起点水平取模型基期值。技巧大于 0 表示模型更好。",
      "Naive forecasts are single values, so their CRPS is their absolute error; they start from the model's base. Skill "
        + "above 0: the model is better."
    ),
  ]
}

extension ObservationUse {
  /// The words for the use.
  public var label: Label {
    switch self {
    case .compared: .useCompared
    case .history: .useHistory
    case .recalled: .useRecalled
    case .later: .useLater
    case .unused: .useUnused
    }
  }
}

extension Observation.Mapping {
  /// The words for the mapping.
  public var label: Label {
    switch self {
    case .same: .mappingSame
    case .proxy: .mappingProxy
    case .unused: .mappingUnused
    }
  }
}
