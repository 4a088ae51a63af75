import District

extension LabelCatalogue {
  /// The words of sensitivity analyses.
  static let sensitivity: [(Label, String, String)] = [
    (.sensitivityTitle, "{1}：结果取决于什么——{2}", "{1}: what the outcomes hang on, '{2}'"),
    (.uncertainParameters, "{1} 个不确定参数", "{1} uncertain parameters"),
    (.uncertainInput, "不确定因素", "Uncertain input"),
    (.everyParameterOf, "{1}（同组全部参数）", "{1}: every parameter of the block"),
    (.shocksOfYear, "{1}年全部冲击", "all shocks of {1}"),
    (.everyParameter, "全部参数", "all parameters"),
    (.everyShock, "各年全部冲击", "all shocks of all years"),
    (.setByScenario, "情景设定", "set by the scenario"),
    (.shareSection, "指标方差的来源：单独 / 连同相互作用", "Shares of the variance of indicators: alone / with others"),
    (
      .informationSection, "先弄清什么：参数一旦确知，达标概率预期变动",
      "What to find out first: expected change of the probability once known"
    ),
    (.findOutFirst, "最值得先弄清（个百分点）", "Most worth finding out (percentage points)"),
    (.shiftIfKnown, "一旦确知，预期变动", "Expected change once known"),
    (.shareAlone, "单独解释的方差（%）", "Variance explained alone (%)"),
    (.shareWithOthers, "连同相互作用的方差（%）", "Variance with interactions (%)"),
    (.atLowEnd, "取10%分位时", "At its 10 % quantile"),
    (.atHighEnd, "取90%分位时", "At its 90 % quantile"),
    (.swingSection, "结果取决于什么", "What the outcomes hang on"),
    (.tornadoTitle, "{1}（{2}年）：各参数取10%与90%分位时", "{1}, {2}: with a parameter at its 10 and 90 % quantiles"),
    (.tornadoSubtitle, "{2} 个参数中变动最大的 {1} 个；括号内为参数取值", "the {1} widest of {2} parameters; their values in brackets"),
    (
      .swingNote, "一个参数固定在其10%或90%分位，其余照旧变动，取结果的均值（承诺为达标概率）。",
      "One parameter is held at its 10 or 90 % quantile while all else varies as it does: mean outcome, or probability."
    ),
    (
      .shiftNote, "“预期变动”：参数一旦确知，预期值（承诺为达标概率）平均会移动多少；越大越值得先调查、先计量。",
      "Expected change once known: by how much the expectation (of a commitment, the probability) would move on average; "
        + "the larger, the sooner it is worth measuring."
    ),
    (
      .shareNote, "“单独”为一阶索博尔指数（Saltelli 2010），“连同相互作用”为总效应指数（Jansen 1999）；标准误由自助法得出。",
      "Alone: first-order Sobol' index (Saltelli 2010); with others: total index (Jansen 1999); errors by bootstrap."
    ),
    (
      .listedNote, "每项成效列出前 {1} 个参数，以及方差占比不小于 1% 的组；全部参数见 sensitivity.csv、information.csv、tornado.csv、morris.csv。",
      "The first {1} parameters of each outcome are listed, and groups with at least 1 % of its variance; every parameter is in sensitivity.csv, "
        + "information.csv, tornado.csv and morris.csv."
    ),
    (
      .distributionsNote, "结论取决于各参数的分布；“状态”为“假设”的，分布由建模者设定。",
      "All of it hangs on the distributions of the parameters; where the status is 'assumed' they are the modeller's."
    ),
  ]
}
