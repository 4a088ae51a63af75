import District

/// What the columns of words of a district folder mean; those of numbers are described by its own `columns.csv`.
enum DistrictColumnWords {
  static let all: [(name: String, meaning: BilingualText)] = [
    ("id", "本行的代码：小写字母、数字和下划线。", "Id of the row: small letters, digits, underscores."),
    ("name_zh", "中文名称。", "Name in Chinese."), ("name_en", "英文名称。", "Name in English."),
    ("statement_zh", "承诺的中文表述。", "The commitment in Chinese."),
    ("statement_en", "承诺的英文表述。", "The commitment in English."),
    ("unit", "本行数值的单位代码。", "Unit code of the numbers of the row."),
    (
      "status", "数字的来历：sourced 有出处、derived 推导、recalled 待核、assumed 假设。",
      "Where the numbers come from: sourced, derived, recalled or assumed."
    ),
    ("source", "出处、推算过程，或假设的理由。", "The document, the arithmetic, or the reasoning behind an assumption."),
    (
      "origin", "计划金额的出处；source 一列在该文件中为资金来源代码。",
      "Where a planned amount comes from; `source` is the funding source in that file."
    ),
    ("industry", "产业：primary、secondary、tertiary。", "Industry: primary, secondary or tertiary."),
    ("group", "共用一个趋势偏差的部门组。", "Group of sectors that share a shift of their trend."),
    ("sector", "部门代码。", "Id of the sector."), ("pillar", "支柱代码。", "Id of the pillar."),
    ("input", "被使用的部门（投入）。", "The sector whose product is used."),
    ("project", "工程代码。", "Id of the project."), ("shock", "冲击代码。", "Id of the shock."),
    ("household", "居民类别：rural 农村，urban 城镇。", "Household: rural or urban."),
    ("component", "收入项：wage、business、property、transfer。", "Component of income: wage, business, property or transfer."),
    ("driver", "收入所响应的部门，或 outside_wage。", "What the income responds to: a sector, or outside_wage."),
    ("kind", "工程起作用的渠道。", "The channel through which a project acts."),
    ("target", "工程所作用的部门、支柱或收入项。", "The sector, pillar or income line a project acts on."),
    ("placeholder", "yes 表示文件未列名的占位工程。", "yes for a project the policy document does not name."),
    ("named_in", "文件中列名的条目。", "Where the policy document names it."),
    ("indicator", "承诺所检验的指标。", "The indicator a commitment is tested on."),
    ("comparator", "比较方式：>、>=、<、<=。", "How it is compared: >, >=, < or <=."),
    ("reference", "承诺的依据。", "Where the commitment stands."),
    (
      "distribution", "分布：pert、normal、uniform、triangular、fixed。",
      "Distribution: pert, normal, uniform, triangular or fixed."
    ),
    ("name", "抽样维度的名称：参数，或 冲击@年份。", "What is sampled: a parameter, or shock@year."),
    ("field", "地区的一项基本信息。", "A field of the district's identity."), ("value", "该项信息的内容。", "Its content."),
    ("file", "数据文件。", "File of the folder."), ("column", "文件中的列。", "Column of it."),
    ("meaning_zh", "列的中文含义。", "What the column means, in Chinese."),
    ("meaning_en", "列的英文含义。", "What the column means, in English."),
  ].map { ($0.0, BilingualText(zh: $0.1, en: $0.2)) }
}
