extension ColumnWords {
  /// Columns of allocations, scenario discovery and differences between versions, by file.
  static let choices: [String: ColumnWords] = {
    let allocation: [(String, String, String, String?)] = [
      ("is_open", "1 为可由优化改变的格。", "1 for an amount that the search may change.", nil),
      ("best_yi", "最优分配的资金，现价。", "Money in the best division, current prices.", "yi_yuan"),
      ("change_yi", "最优分配减计划，现价。", "Best division less plan, current prices.", "yi_yuan"),
      ("amount_yi", "资金，现价。", "Money, current prices.", "yi_yuan"),
      ("draws", "fresh 为全新抽样，searched 为搜索所用抽样。", "fresh: draws of their own; searched: those of the search.", nil),
      ("planned", "计划之下的均值或达标概率。", "Mean or probability under the plan.", nil),
      ("best", "最优分配之下的均值或达标概率。", "Mean or probability under the best division.", nil),
      ("change", "最优分配减计划。", "Best division less plan.", nil),
      (
        "frontier", "money 为资金与概率，aims 为两项目标。", "money: budget against probability; aims: one aim against another.", nil
      ),
      (
        "position", "点在前沿上的位置：预算倍数，或第一目标的权重。",
        "Place on the frontier: multiple of the budget, or weight of the first aim.", nil
      ),
      ("budget_yi", "预算，现价。", "The budget, current prices.", "yi_yuan"),
      ("value", "搜索所用抽样上的值。", "Value on the draws of the search.", nil),
      ("fresh_value", "全新抽样上的值。", "Value on fresh draws.", nil),
      ("is_efficient", "1 为没有别的点更好。", "1 when no other point is better.", nil),
      ("placeholder_share", "给占位工程的资金比例。", "Share of the money that goes to placeholder projects.", "share"),
    ]
    let discovery: [(String, String, String, String?)] = [
      ("interest", "missed 未达标，met 达标。", "What is looked for: missed or met.", nil),
      ("box", "盒的序号。", "Number of the box.", "number"),
      ("step", "盒形成过程中的步。", "Step in the making of the box.", "number"),
      ("phase", "start、peel 剥离、paste 放回、drop 去掉不显著的条件。", "start, peel, paste or drop.", nil),
      ("chosen", "yes 为选定的盒。", "yes for the box chosen.", nil),
      ("members", "盒内的模拟次数。", "Members in the box.", "number"),
      ("cases", "盒内所找的模拟次数。", "Members of interest in the box.", "number"),
      ("coverage", "所找的模拟落在盒内的比例。", "Share of the members of interest that lie in the box.", "share"),
      ("density", "盒内所找模拟的比例。", "Share of the members in the box that are of interest.", "share"),
      ("mass", "盒内模拟占全部的比例。", "Share of all members that lie in the box.", "share"),
      ("restricted", "受限参数的个数。", "Parameters the box restricts.", "number"),
      ("parameter", "受限参数。", "A parameter the box restricts.", nil),
      ("sample_lower", "样本中该参数的最小值。", "Smallest value of the parameter in the sample.", nil),
      ("sample_upper", "样本中该参数的最大值。", "Largest value of the parameter in the sample.", nil),
      ("quasi_p_lower", "下限的准p值。", "Quasi-p-value of the lower limit.", nil),
      ("quasi_p_upper", "上限的准p值。", "Quasi-p-value of the upper limit.", nil),
      ("member", "模拟的序号，从0起。", "Number of the member, from 0.", "number"),
      ("margin", "离达标线的差距，不小于0为达标。", "Margin of the commitment: met from 0 on.", nil),
      ("met", "1 为达标。", "1 when the commitment is met.", nil),
    ]
    let difference: [(String, String, String, String?)] = [
      ("change", "moved 变动，added 新增，removed 消失，redefined 定义改变。", "moved, added, removed or redefined.", nil),
      ("table", "哪张表：projection、target 等。", "Which table: projection, target, ...", nil),
      ("id", "指标、承诺或工程代码。", "Id of the indicator, commitment or project.", nil),
      ("statistic", "哪个统计量。", "Which statistic.", nil),
      ("old", "旧值。", "The old value.", nil),
      ("new", "新值。", "The new value.", nil),
      ("difference", "新值减旧值。", "New less old.", nil),
      ("standard_error", "差的标准误。", "Standard error of the difference.", nil),
      ("z", "差与其标准误之比。", "The difference over its standard error.", nil),
      ("shift_sd", "差与旧标准差之比。", "The difference over the old standard deviation.", nil),
      ("test", "paired 同一组抽样，independent 不同抽样。", "paired: the same draws; independent: others.", nil),
      ("rows", "该情景、该指标变动的行数。", "Rows that moved for the scenario and indicator.", "number"),
    ]
    var all: [String: ColumnWords] = [:]
    for (files, columns) in [
      (
        [
          "optimize allocation.csv", "optimize allocation_outcomes.csv", "optimize allocation_plan.csv",
          "optimize frontier.csv",
        ], allocation
      ),
      (["discover discovery.csv", "discover members.csv"], discovery),
      (["diff diff.csv", "diff diff_summary.csv"], difference),
    ] {
      for file in files {
        for (column, zh, en, unit) in columns { all["hsb \(file) \(column)"] = ColumnWords(zh, en, unit) }
      }
    }
    return all
  }()
}
