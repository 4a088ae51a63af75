import Analysis
import District

/// What scenario discovery found, for the terminal: sentences, conditions, and some boxes of the trajectory.
public struct DiscoveryText {
  private let report: DiscoveryReport
  private let language: Language
  /// The most rows of a trajectory shown, the chosen box among them.
  private static let rows = 12

  /// Makes the text of a report.
  public init(_ report: DiscoveryReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// The text.
  public var text: String {
    let words = DiscoverySentences(report, language: language)
    var text = words.opening.map { DisplayWidth.printable($0) + "\n" }.joined()
    for (number, finding) in report.discovery.findings.enumerated() {
      text += "\n" + words.sentences(finding, number: number + 1).map { $0 + "\n" }.joined() + "\n"
      if !finding.box.restrictions.isEmpty { text += conditions(finding.box, words) + "\n" }
      text += trajectory(finding, words)
    }
    return text + "\n" + words.closing.map { $0 + "\n" }.joined()
  }

  private func conditions(_ box: InductionBox, _ words: DiscoverySentences) -> String {
    var table = TextTable([
      .words(Label.discoveryCondition[language]), .words(""), .words(Label.unit[language]),
      .words(Label.discoveryRange[language]), .numbers(Label.discoveryQuasiP[language]),
    ])
    for condition in words.conditions(box) {
      table.row([condition.name, condition.limits, condition.unit, condition.range, condition.quasiP])
    }
    return table.text
  }

  private func trajectory(_ finding: ScenarioDiscovery.Finding, _ words: DiscoverySentences) -> String {
    var table = TextTable([
      .numbers("#"), .words(""), .numbers(Label.discoveryCoverage[language]),
      .numbers(Label.discoveryDensity.text(language, words.outcome)), .numbers(Label.discoveryMembers[language]),
      .numbers(Label.discoveryRestricted[language]),
    ])
    let last = finding.trajectory.count - 1
    let stride = max(1, (last + Self.rows - 1) / Self.rows)
    for (step, box) in finding.trajectory.enumerated()
    where step % stride == 0 || step == last || step == finding.chosen {
      let measure = finding.measures[step]
      let phase =
        switch box.phase {
        case .start: ""
        case .peel: Label.discoveryPeeled[language]
        case .paste: Label.discoveryPasted[language]
        case .drop: Label.discoveryDropped[language]
        }
      table.row([
        String(step), step == finding.chosen ? "\(phase) ← \(Label.discoveryChosen[language])" : phase,
        words.percent(measure.coverage, measure.coverageError), words.percent(measure.density, measure.densityError),
        NumberText.grouped(box.members), String(box.restrictions.count),
      ])
    }
    return table.text
  }
}
