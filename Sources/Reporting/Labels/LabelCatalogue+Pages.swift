/// The words of pictures and pages.
extension LabelCatalogue {
  static let pictures: [(Label, String, String)] = [
    (.unitIs, "单位：{1}", "unit: {1}"),
    (.fanBandsNote, "深色为50%区间，浅色为90%区间，线为中位数", "dark: 50 % range, light: 90 % range, line: median"),
    (.targetLine, "承诺（{1}年）：{2}", "commitment for {1}: {2}"),
    (
      .targetReached, "达标概率 {1}%（抽样标准误 {2} 个百分点）",
      "met with probability {1} % (sampling error {2} points)"
    ),
    (.targetReachedExactly, "达标概率 {1}%", "met with probability {1} %"),
    (
      .pictureNote, "模型推算，不是官方预测；{2} 项输入数据中有 {1} 项为假设。{3} 次模拟，情景：{4}。",
      "Model projection, not an official forecast; {1} of {2} inputs are assumed. {3} members, scenario: {4}."
    ),
    (.upperEnd, "95%分位 {1}", "95 %: {1}"),
    (.middle, "中位数 {1}", "median {1}"),
    (.lowerEnd, "5%分位 {1}", "5 %: {1}"),
    (.levelAssumed, "{1}年的水平也是假设值。", "The level of {1} is assumed, too."),
    (.probabilityPicture, "各项承诺的达标概率", "How likely each commitment is met"),
    (
      .probabilityRangeNote, "误差线为抽样误差（±2倍标准误），不含模型与假设的误差。",
      "Bars show the error of sampling (two standard errors), not that of the model and its assumptions."
    ),
    (.completionPicture, "示范项目完成率", "Completion of the demonstration projects"),
    (.completionNote, "占计划总投资的%；{1}", "% of planned cost; {1}"),
    (.moneyPicture, "资金从哪里来，用到哪里去", "Where the money comes from, and where it goes"),
    (.moneyPictureNote, "计划安排，{1}—{2}年合计，现价", "as planned, {1}-{2} together, current prices"),
    (.moneyAxis, "安排资金，{1}", "money planned, {1}"),
  ]

  static let pages: [(Label, String, String)] = [
    (.headlineSection, "结论", "In short"),
    (.courseSection, "经济与收入", "GDP and incomes"),
    (.pageProjects, "示范项目", "Demonstration projects"),
    (.pageFunding, "资金来源", "Where the money comes from"),
    (.pageComparison, "情景比较", "The scenarios compared"),
    (.pageLedger, "数据与假设台账", "Ledger of inputs and assumptions"),
    (.pageMethod, "方法简述", "Method in brief"),
    (.pageReproduce, "如何复现", "How to reproduce this"),
    (.skipToContent, "跳到正文", "Skip to the content"),
    (.contents, "目录", "Contents"),
    (
      .verdictCount, "{1} 项承诺中：{2} 项可能达到（概率不低于66%），{3} 项难有把握（33%至66%），{4} 项不大可能达到（低于33%）。",
      "Of {1} commitments, {2} are likely met (66 % or more), {3} are about as likely met as not (33 to 66 %), and {4} "
        + "are unlikely met (below 33 %)."
    ),
    (.verdictLine, "{1}：{2}，概率 {3}", "{1}: {2}, probability {3}"),
    (
      .moneySentence, "代价：{1}—{2}年共安排资金 {3} 亿元（现价）。",
      "The cost: {3} ×10⁸ yuan planned for {1}-{2} (current prices)."
    ),
    (
      .executedSentence, "其中预计完成投资 {1} 亿元（均值，2020年价）。",
      "Of it, {1} ×10⁸ yuan are expected to be executed (mean, 2020 prices)."
    ),
    (
      .perUnitSentence, "到{1}年地区生产总值中位数为 {2} 亿元，90%区间 {3}—{4}。",
      "GDP of {1}: median {2} ×10⁸ yuan, 90 % range {3} to {4}."
    ),
    (
      .verdictNote, "用语按概率：几乎确定（≥99%）、很可能（≥90%）、可能（≥66%）、可能与否各半（33%—66%）、不大可能（<33%）、很不可能（<10%）、几乎不可能（<1%）。",
      "Words stand for probabilities: virtually certain (99 % or more), very likely (90 %), likely (66 %), about as likely "
        + "as not (33 to 66 %), unlikely (below 33 %), very unlikely (10 %), exceptionally unlikely (1 %)."
    ),
    (.virtuallyCertain, "几乎确定", "virtually certain"),
    (.veryLikely, "很可能", "very likely"),
    (.likely, "可能", "likely"),
    (.evenOdds, "可能与否各半", "about as likely as not"),
    (.unlikely, "不大可能", "unlikely"),
    (.veryUnlikely, "很不可能", "very unlikely"),
    (.nearlyImpossible, "几乎不可能", "exceptionally unlikely"),
    (.yearColumn, "年份", "Year"),
    (.medianAndRange, "中位数（90%区间）", "Median (90 % range)"),
    (.moneyPlannedColumn, "安排资金（亿元，现价）", "Money planned (×10⁸ yuan, current prices)"),
    (.executedColumn, "完成投资均值（亿元，2020年价）", "Executed, mean (×10⁸ yuan, 2020 prices)"),
    (.completionColumn, "{1}年完成率（%）", "Completion {1} (%)"),
    (.outcomesColumn, "{1}年实物成果", "Outcomes {1}"),
    (.sourceColumn, "资金来源", "Source"),
    (
      .moneyArriving, "资金到位与使用（亿元，2020年价，模拟均值，{1}—{2}年合计）",
      "Money arriving and spent (×10⁸ yuan at 2020 prices, means over members, {1} to {2} together)"
    ),
    (.moneyAdjusted, "安排", "Planned"),
    (.moneyNotArrived, "未到位", "Not arrived"),
    (.moneyArrived, "到位", "Arrived"),
    (.moneyExecuted, "完成投资", "Executed"),
    (.moneyUnspent, "{1}年末结余", "Unspent at the end of {1}"),
    (
      .moneyArrivingNote, "到位率与吸纳率均为假设（见“数据与假设台账”）：本表为按这些假设推算的结果，并非拨款记录。安排＝到位＋未到位，到位＝完成投资＋结余。",
      "How much arrives and how fast it is spent are assumptions (see the ledger): the table says what they imply and is no "
        + "record of payments. Planned = arrived + not arrived; arrived = executed + unspent."
    ),
    (
      .moneyPastHorizon, "另有 {1} 亿元（现价）安排在{2}年之后，不在推算期内。",
      "A further {1} ×10⁸ yuan (current prices) is planned past {2}, where the projection does not reach."
    ),
    (
      .ledgerIntro, "推算所用的每一项数字及其出处。按状态分组，点开查看。",
      "Every number the projection uses, with its origin. Grouped by status; open a group to read it."
    ),
    (.ledgerOfStatus, "{1}：{2} 项", "{1}: {2} inputs"),
    (.scenarioLedger, "本情景自行设定：{1} 项", "Set by this scenario itself: {1} values"),
    (.numbersOfPicture, "图中数字", "The numbers of the picture"),
    (
      .methodDraws, "模型把区内经济分为 {1} 个部门，逐年计算：资金到位、项目建设、资本与生产率、产出、用水、价格、收入、就业与实物成果。",
      "The model has {1} sectors and computes year by year: money arriving, projects built, capital and productivity, "
        + "output, water, prices, incomes, jobs and physical results."
    ),
    (
      .methodSteps, "{1} 个参数与逐年冲击不确定；从其分布中抽取 {2} 组，每组推演到{3}年。各情景使用同样的抽样，差别因此可信。",
      "{1} parameters and the shocks of each year are uncertain; {2} sets of them are drawn and each is followed to {3}. "
        + "All scenarios use the same draws, so that differences between them can be trusted."
    ),
    (
      .methodProbability, "概率是达到承诺的组数所占份额；区间是这些结果的分位数。标准误来自16次独立随机化。",
      "A probability is the share of sets in which the commitment is met; ranges are quantiles over the sets. Standard "
        + "errors come from 16 independent randomisations."
    ),
    (
      .methodLimits, "结果只在假设成立的范围内有效；差别比水平可靠。",
      "The results hold as far as the assumptions do; differences are more reliable than levels."
    ),
    (.reproduceText, "用同一版本的程序运行下列命令，得到同样的数字：", "The same version of the program gives the same numbers:"),
    (.madeBy, "程序 {1} {2}（{3}）", "Program {1} {2} ({3})"),
    (.fingerprintIs, "数据指纹（SHA-256）：{1}", "Fingerprint of the district (SHA-256): {1}"),
    (
      .notOfficialPage, "本页为模型推算，不是官方预测，不得作为官方数据引用。多数输入为假设，见台账。",
      "This page is a model projection, not an official forecast, and must not be quoted as official data. Most inputs are "
        + "assumptions: see the ledger."
    ),
    (
      .notOfficialNotebook, "**模型推算，不是官方预测，不得作为官方数据引用。** 多数输入为假设。",
      "**A model projection, not an official forecast: not to be quoted as official data.** Most inputs are assumptions."
    ),
    (
      .notebookRerun, "重新运行前先生成结果：`bin/hsb run {1}`。所需 Python 包：pandas（图另需 vl-convert-python）。",
      "Before running this again, make the results: `bin/hsb run {1}`. Needed: pandas (and vl-convert-python for drawings)."
    ),
    (
      .notebookInputs, "每项输入的数值、单位、状态与出处：`bin/hsb district sources`。",
      "Value, unit, status and source of every input: `bin/hsb district sources`."
    ),
    (.notComputed, "—", "-"),
    (
      .differenceNote, "各情景使用同样的抽样。下表为中位数之差，不是差的中位数；逐组比较请用 hsb compare。",
      "All scenarios use the same draws. The table shows differences of medians, not medians of differences; for paired "
        + "differences use hsb compare."
    ),
    (
      .analysisRerun, "重新运行前先生成结果：`bin/{1}`。所需 Python 包：pandas（图另需 vl-convert-python）。",
      "Before running it again make the results: `bin/{1}`. It needs the Python package pandas (and vl-convert-python for "
        + "the drawings)."
    ),
    (.figuresScored, "逐项检验", "Figure by figure"),
    (.pageWhy, "成效从何而来、取决于什么", "What brings it about, and what it hangs on"),
    (.pageAttribution, "资金成效的构成（{1}）", "What makes up the effect of the funding, {1}"),
    (.morePictures, "其余 {1} 张图", "{1} more pictures"),
  ]
}
