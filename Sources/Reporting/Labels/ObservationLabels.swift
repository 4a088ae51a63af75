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
