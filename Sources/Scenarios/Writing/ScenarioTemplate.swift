import District

/// A scenario file to start from: it says nothing yet but what it extends, and shows in comments what it could say.
///
/// As it stands it runs like its parent. With the mark `# ` taken from every line that begins with it, it is a scenario
/// as well.
public struct ScenarioTemplate {
  private let id: String
  private let extends: String
  private let parent: ResolvedScenario
  private let language: Language

  /// - Parameters:
  ///   - id: the id of the new scenario.
  ///   - extends: the path of the parent as the new file writes it.
  ///   - parent: the parent, for the names of its district.
  ///   - language: of the comments.
  public init(id: String, extends: String, parent: ResolvedScenario, language: Language) {
    self.id = id
    self.extends = extends
    self.parent = parent
    self.language = language
  }

  /// Why a text cannot be the id of a scenario, or nil when it can.
  public static func problem(withId id: String) -> String? {
    let shape = ValueShape.identifier(joiner: "-")
    let letters = id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    return letters && !id.isEmpty && id.utf8.count <= 64 && id.first != "-" ? nil : "expected \(shape.expectation)"
  }

  /// The file.
  public var text: String {
    let district = parent.district
    let projects = district.projects.map(\.id)
    let (first, second) = (projects[0], projects.dropFirst().first ?? projects[0])
    let source = district.sources[0].id
    let year = parent.years.lowerBound
    let (shock, parameter) = (district.shocks[0].id, "efficacy.\(first)")
    var lines = [
      "## " + said("未写的内容与 {1} 相同。", "What is not said here is as in {1}.", extends),
      "## " + said("去掉一行开头的“# ”即生效；以“##”开头的是说明。", "Take '# ' from the start of a line to use it; '##' marks notes."),
      "## "
        + said(
          "检查：hsb validate {1}.yaml；运行：hsb run {1}.yaml", "Check: hsb validate {1}.yaml   Run: hsb run {1}.yaml", id),
      "scenario: \(YAMLText.quoted(id))",
      "extends: \(YAMLText.quoted(extends))",
      "title: {zh: \(YAMLText.quoted(id)), en: \(YAMLText.quoted(id))}" + note("中英文标题", "in both languages"),
      "",
      "## " + said("本情景要回答什么问题，依据文件哪一条。", "The question it asks, and the item of the policy document it comes from."),
      "# question: {zh: \"……？\", en: \"...?\"}",
      "# reference: {zh: \"……；数值为假设\", en: \"...; the numbers are assumed\"}",
      "# description: {zh: \"……\", en: \"...\"}",
      "",
      "# horizon: \(parent.horizon)" + note("最后一年，至多2035", "the last year, 2035 at most"),
      "",
      "## "
        + said(
          "资金：按顺序逐行执行；不写 project、source、year 即为全部。",
          "Money: line by line, in this order; without project, source or year a line means all."),
      "## " + said("工程：{1}", "Projects: {1}", projects.joined(separator: ", ")),
      "## " + said("来源：{1}", "Sources: {1}", district.sources.map(\.id).joined(separator: ", ")),
      "# funding:",
      "#   plan: planned" + note("planned、none 或 CSV 文件", "planned, none, or a CSV file"),
      "#   adjust:",
      "#     - {source: \(source), multiply: 0.9}",
    ]
    if district.sources.count > 1 {
      lines += [
        "#     - {project: \(first), source: \(source), year: \(year), add: 0.1}"
          + note("亿元，现价", "10^8 yuan, current prices"),
        "#     - {project: \(second), years: \(year)-\(parent.horizon), delay: 1}",
      ]
    }
    if first != second { lines.append("#     - {from: \(second), to: \(first), share: 0.1}") }
    lines += [
      "",
      "## "
        + said(
          "已知事件：以该冲击的标准差计。冲击：{1}", "Known events, in standard deviations of the shock. Shocks: {1}",
          district.shocks.map(\.id).joined(separator: ", ")),
      "# events:",
      "#   - {year: \(year), shock: \(shock), sd: -1}",
      "",
      "## "
        + said(
          "参数：一个数即固定，也可换一个分布。含义：hsb explain {1}",
          "Parameters: a number fixes it, or another distribution. Meaning: hsb explain {1}", parameter),
      "# parameters:",
      "#   \(parameter): {pert: [0.6, 0.8, 1]}",
      "",
      "## " + said("另加的目标。", "Targets of your own."),
      "# targets:",
      "#   - {id: own_goal, indicator: gdp_nominal, at_least: 110, year: \(parent.horizon)}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func said(_ zh: String, _ en: String, _ part: String = "") -> String {
    (language == .zh ? zh : en).split(separator: "{1}", omittingEmptySubsequences: false).joined(separator: part)
  }

  private func note(_ zh: String, _ en: String) -> String { "    # " + said(zh, en) }
}
