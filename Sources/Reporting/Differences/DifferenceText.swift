import Analysis
import District

/// What moved, for the terminal: a line a scenario, then the largest movement of each indicator.
public struct DifferenceText {
  private let difference: ResultsDifference
  private let language: Language
  /// The most rows shown; the files hold all.
  private static let rows = 30

  /// Makes the text.
  public init(_ difference: ResultsDifference, language: Language) {
    self.difference = difference
    self.language = language
  }

  /// The text.
  public var text: String {
    var text = Label.diffTitle.text(language, difference.old.folder, difference.new.folder) + "\n"
    for id in difference.added { text += Label.diffAdded.text(language, id) + "\n" }
    for id in difference.removed { text += Label.diffRemoved.text(language, id) + "\n" }
    for scenario in difference.scenarios { text += line(scenario) + "\n" }
    text = text.split(separator: "\n").map { DisplayWidth.printable(String($0)) + "\n" }.joined()
    if difference.isEmpty { return text + Label.diffNothing[language] + "\n" }
    let summary = difference.summary
    guard !summary.isEmpty else { return text }
    text += "\n" + table(summary.prefix(Self.rows))
    if summary.count > Self.rows { text += Label.diffMore.text(language, String(summary.count - Self.rows)) + "\n" }
    return text
  }

  private func line(_ scenario: ScenarioDifference) -> String {
    let test = scenario.test == .paired ? Label.diffPaired[language] : Label.diffIndependent[language]
    let inputs =
      scenario.inputs.isEmpty
      ? Label.diffSame[language] : Label.diffInputs.text(language, scenario.inputs.joined(separator: ", "))
    return Label.diffScenarioSummary.text(
      language, scenario.scenario, NumberText.grouped(scenario.rows.count), NumberText.grouped(scenario.compared), test,
      inputs)
  }

  private func table(_ summary: ArraySlice<(row: DifferenceRow, count: Int)>) -> String {
    var table = TextTable([
      .words(Label.scenario[language]), .words(Label.indicator[language]), .words(Label.year[language]),
      .words(Label.diffMeasure[language]), .numbers(Label.diffOld[language]), .numbers(Label.diffNew[language]),
      .numbers(Label.diffDifference[language]), .words(Label.unit[language]), .numbers(Label.diffZ[language]),
      .numbers(Label.diffShift[language]), .numbers(Label.diffRowsMoved[language]),
    ])
    for (row, count) in summary {
      let unit = UnitLabel(code: row.unit)
      func number(_ value: Double?) -> String { value.map { Self.significant($0 * unit.scale) } ?? "" }
      let estimate = row.estimate
      table.row([
        row.scenario, row.id, row.year,
        row.change == .moved ? row.statistic : "\(row.change.rawValue) \(row.statistic)", number(estimate?.old),
        number(estimate?.new), number(estimate?.difference), unit.name[language],
        estimate?.z.map(Self.significant) ?? "", estimate.map { Self.significant($0.shift) } ?? "", String(count),
      ])
    }
    return table.text
  }

  /// A number with six significant digits; three and a power of ten below a millionth.
  static func significant(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return NumberText.shortest(value) }
    var (decimals, magnitude, power) = (5, value.magnitude, 0)
    while magnitude >= 10, decimals > 0 {
      magnitude /= 10
      decimals -= 1
    }
    while magnitude < 1 {
      magnitude *= 10
      power -= 1
    }
    guard power < -6 else { return NumberText.fixed(value, decimals: decimals - power) }
    return NumberText.fixed(value < 0 ? -magnitude : magnitude, decimals: 2) + "e\(power)"
  }
}
