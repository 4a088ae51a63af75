import District
import Sampling

/// Every key of a scenario file: the one source of truth for reading, for the JSON Schema and for the reference.
package enum ScenarioKeys {
  /// The first year money, events and targets may name.
  package static let firstYear = 2021
  /// The last year money, events and targets may name, and the last horizon.
  package static let lastYear = 2035
  /// The most entries a list may have.
  package static let longestList = 1000
  /// The default horizon.
  package static let defaultHorizon = 2025
  /// The default district.
  package static let defaultDistrict = "hongsibao"

  /// The file.
  package static let file = KeySection(
    "",
    [
      ScenarioKey(
        "scenario", .identifier(joiner: "-"), required: true,
        en: "Id of the scenario; names its results folder. Never inherited.", zh: "情景编号，也是结果文件夹的名称；不继承。"),
      ScenarioKey(
        "title", .section(title), en: "Title in both languages; required unless a parent file has it.",
        zh: "中英文标题；除非上级文件已有，否则必填。"),
      ScenarioKey(
        "description", .scalarOrMap(.text(lines: true, mayBeEmpty: false), .section(description)),
        en: "What the scenario supposes, as one text or in both languages.", zh: "情景说明，一段文字或中英文两段。"),
      ScenarioKey(
        "question", .scalarOrMap(.text(lines: true, mayBeEmpty: false), .section(question)),
        en: "The question the scenario asks, as one text or in both languages. Never inherited.",
        zh: "本情景要回答的问题，一段文字或中英文两段；不继承。"),
      ScenarioKey(
        "reference", .scalarOrMap(.text(lines: true, mayBeEmpty: false), .section(reference)),
        en: "The item of the policy document it comes from, or whose assumption it is. Never inherited.",
        zh: "情景所依据的政策文件条目，或说明系何人的假设；不继承。"),
      ScenarioKey(
        "extends", .path(expected: "the path of a scenario file"),
        en: "A scenario file to start from, relative to this file.", zh: "所继承的情景文件，路径相对于本文件。"),
      ScenarioKey(
        "district", .path(expected: "the name of a built-in district or the path of a folder"),
        default: defaultDistrict,
        en: "Name of a built-in district, or path of a district folder relative to this file.",
        zh: "内置地区名称，或地区数据文件夹的路径（相对于本文件）。"),
      ScenarioKey(
        "horizon", .integer(firstYear...lastYear), default: String(defaultHorizon),
        en: "Last year of the projection.", zh: "预测的最后一年。"),
      ScenarioKey("ensemble", .section(ensemble), en: "How many members are drawn, and how.", zh: "抽样的数量与方法。"),
      ScenarioKey(
        "funding", .section(FundingKeys.funding), en: "The money planned and what changes it.", zh: "资金计划及其调整。"),
      ScenarioKey(
        "events", .list(.section(event)), default: "[]",
        en: "Known events, added to the correlated shock of the year.", zh: "已知事件，叠加在当年相关冲击之上。"),
      ScenarioKey(
        "parameters",
        .byName(.parameter) { _ in .scalarOrMap(.number(.any), .section(distribution)) }, default: "{}",
        en: "Uncertain parameters fixed (a number) or given another distribution.", zh: "固定某个不确定参数（数值），或换一个分布。"),
      ScenarioKey(
        "constants", .byName(.constant) { .number(ConstantBounds.bounds(of: $0)) }, default: "{}",
        en: "Constants of the district (`aggregates.csv`) replaced.", zh: "替换地区常数（`aggregates.csv`）。"),
      ScenarioKey(
        "targets", .list(.section(TargetKeys.target)), default: "[]",
        en: "Targets added to the district's, or replacing the one of the same id.", zh: "新增目标，或替换同编号的地区目标。"),
      ScenarioKey(
        "sweep", .section(SweepKeys.sweep),
        en: "Makes the file a sweep, for `hsb sweep`: one scenario for each point of its axes. Never inherited.",
        zh: "使文件成为批量情景（`hsb sweep`）：轴上每个点一个情景；不继承。"),
    ])

  /// A title or statement in both languages.
  static let title = KeySection(
    "title", mayInherit: true,
    [
      ScenarioKey("zh", .text(lines: false, mayBeEmpty: false), required: true, en: "Chinese title.", zh: "中文标题。"),
      ScenarioKey("en", .text(lines: false, mayBeEmpty: false), required: true, en: "English title.", zh: "英文标题。"),
    ])

  static let axisTitle = KeySection(
    "sweep.axes.<name>.title",
    [
      ScenarioKey("zh", .text(lines: false, mayBeEmpty: false), required: true, en: "Chinese words.", zh: "中文名称。"),
      ScenarioKey("en", .text(lines: false, mayBeEmpty: false), required: true, en: "English words.", zh: "英文名称。"),
    ])

  static let description = KeySection(
    "description", mayInherit: true,
    [
      ScenarioKey("zh", .text(lines: true, mayBeEmpty: false), required: true, en: "Chinese text.", zh: "中文说明。"),
      ScenarioKey("en", .text(lines: true, mayBeEmpty: false), required: true, en: "English text.", zh: "英文说明。"),
    ])

  static let question = bothLanguages("question")
  static let reference = bothLanguages("reference")

  /// A text in both languages that no parent file can complete.
  private static func bothLanguages(_ path: String) -> KeySection {
    KeySection(
      path,
      [
        ScenarioKey("zh", .text(lines: true, mayBeEmpty: false), required: true, en: "Chinese text.", zh: "中文说明。"),
        ScenarioKey("en", .text(lines: true, mayBeEmpty: false), required: true, en: "English text.", zh: "英文说明。"),
      ])
  }

  static let ensemble = KeySection(
    "ensemble",
    [
      ScenarioKey(
        "members", .integer(1...1_000_000_000), default: "10000", en: "Number of members (draws).", zh: "成员（抽样）数。"),
      ScenarioKey(
        "sampler", .choice(SamplerKind.allCases.map(\.rawValue)), default: "sobol",
        en: "Sequence the draws come from.", zh: "抽样序列。"),
      ScenarioKey(
        "seed", .integer(0...Int.max), default: "20210410", en: "Seed of every draw.", zh: "随机种子。"),
    ])

  static let event = KeySection(
    "events[]",
    [
      ScenarioKey("year", .integer(firstYear...lastYear), required: true, en: "Year of the event.", zh: "事件年份。"),
      ScenarioKey("shock", .name(.shock), required: true, en: "Shock it is added to.", zh: "所叠加的冲击。"),
      ScenarioKey(
        "sd", .number(.within(-10...10)), required: true, en: "Size in standard deviations of that shock.",
        zh: "大小，以该冲击的标准差计。"),
    ])

  static let distribution = KeySection(
    "parameters.<id>", rules: [.exactlyOne([["pert"], ["normal"], ["uniform"], ["triangular"]])], isOneValue: true,
    [
      ScenarioKey(
        "pert", .numbers([("low", .any), ("mode", .any), ("high", .any)]), en: "PERT: low, mode, high.",
        zh: "PERT 分布：下限、众数、上限。"),
      ScenarioKey(
        "normal", .numbers([("mean", .any), ("sd", .above(0))]), en: "Normal: mean, standard deviation.",
        zh: "正态分布：均值、标准差。"),
      ScenarioKey("uniform", .numbers([("low", .any), ("high", .any)]), en: "Uniform: low, high.", zh: "均匀分布：下限、上限。"),
      ScenarioKey(
        "triangular", .numbers([("low", .any), ("mode", .any), ("high", .any)]), en: "Triangular: low, mode, high.",
        zh: "三角分布：下限、众数、上限。"),
    ])
}
