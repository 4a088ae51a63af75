import Analysis
import District
import Scenarios

/// A half-yearly check, as files and as a table for the terminal.
public struct MonitoringReport {
  private let monitoring: Monitoring
  private let scenario: ResolvedScenario
  private let observations: String
  private let history: MonitoringHistory

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - monitoring: what was found.
  ///   - scenario: what was checked.
  ///   - observations: the file of the figures, as the user named it.
  ///   - history: earlier checks.
  public init(_ monitoring: Monitoring, scenario: ResolvedScenario, observations: String, history: MonitoringHistory) {
    self.monitoring = monitoring
    self.scenario = scenario
    self.observations = observations
    self.history = history
  }

  /// Names of the files, in the order they are written.
  public static let fileNames = [
    "monitor.csv", MonitoringHistory.fileName, "monitor.svg", OutputFolder.manifestName,
  ]

  /// The files.
  ///
  /// - Parameters:
  ///   - program: what wrote them.
  ///   - seconds: how long the check took.
  ///   - language: of the ledger and the picture.
  public func files(_ program: ProgramIdentity, seconds: Double, language: Language) -> [OutputFile] {
    let results = [
      OutputFile(name: "monitor.csv", bytes: ledger(language)),
      OutputFile(name: MonitoringHistory.fileName, bytes: history.adding(monitoring).csv(scenario: scenario.id)),
      OutputFile(name: "monitor.svg", text: picture(language)),
    ]
    let manifest = LearningManifest(
      command: "monitor", scenario: scenario, observations: observations, figures: monitoring.figures,
      options: [(name: "as_of", value: monitoring.asOf.description)], program: program, seconds: seconds, files: results
    )
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  private func words(_ item: MonitoringItem, _ language: Language) -> MonitoringWords {
    MonitoringWords(
      item: item, scenario: scenario, catalogue: scenario.catalogue, history: history, asOf: monitoring.asOf,
      language: language)
  }

  // MARK: The ledger

  private static let columns: [Label] = [
    .ledgerNumber, .ledgerKind, .ledgerItem, .ledgerRequirement, .targetYear, .ledgerState, .probabilityUnit,
    .standardError, .changePoints, .changeSince, .lastState, .projectedMedian, .requiredValue, .unit, .officialFigure,
    .whatDrives, .whatIsNeeded, .reference,
  ]

  /// `monitor.csv`: a ledger of all items, one a row.
  func ledger(_ language: Language) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let width = Self.columns.count
    writer.row(
      [Label.ledgerTitle.text(language, scenario.district.name[language], monitoring.asOf.description)], width: width)
    writer.row([Label.scenarioNamed.text(language, scenario.title[language])], width: width)
    writer.row([Label.notOfficialLong[language]], width: width)
    writer.row(Self.columns.map { $0[language] })
    for (number, item) in monitoring.items.enumerated() {
      let words = words(item, language)
      writer.number(number + 1)
      writer.text(words.kind)
      writer.text(words.subject)
      writer.text(words.requirement)
      writer.text(item.target.yearText)
      writer.text(item.state.label[language])
      writer.number(words.probability.value, words.probability.digits)
      writer.number(words.error?.value, words.error?.digits ?? words.probability.digits)
      writer.number(words.change.value, words.change.digits)
      writer.text(words.since)
      writer.text(words.last.map { $0.state.label[language] } ?? "")
      writer.text(words.median)
      writer.text(words.threshold)
      writer.text(words.unitName)
      writer.text(words.basis)
      writer.text(words.drivers)
      writer.text(words.recovery)
      switch item.subject {
      case .commitment: writer.text(ReferenceText.words(item.target.reference, language))
      case .project(let project): writer.text(ReferenceText.words(scenario.district.projects[project], language))
      }
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
    for line in notes(language) { writer.row([line], width: width) }
    return writer.bytes
  }

  private func notes(_ language: Language) -> [String] {
    let bands = Label.bandsNote.text(
      language, NumberText.fixed(100 * MonitoringState.metFrom, decimals: 0),
      NumberText.fixed(100 * MonitoringState.onTrackFrom, decimals: 0),
      NumberText.fixed(100 * MonitoringState.outOfReachBelow, decimals: 0))
    let sentences = ObservationSentences(
      figures: monitoring.figures, conflicts: monitoring.conflicts, language: language)
    let warning = monitoring.diagnostics.isCollapsed ? [Label.collapsed[language]] : []
    return [Label.notesSection[language], bands, Label.moneyNote[language], Label.driversNote[language]] + warning
      + sentences.lines
      + [
        Label.placeholderNote[language], Label.standardErrorNote[language],
        InputSentences.counts(of: scenario.district, language),
      ]
  }

  /// Probabilities of all items, as bars.
  func picture(_ language: Language) -> String {
    let rows = monitoring.items.map { item in
      let words = words(item, language)
      var isPlaceholder = false
      if case .project(let project) = item.subject { isPlaceholder = scenario.district.projects[project].isPlaceholder }
      return BarChart.Row(
        label: "\(words.subject) \(item.target.yearText)", value: 100 * item.probability,
        text: "\(words.probability.text) % \(item.state.label[language])", isPlaceholder: isPlaceholder)
    }
    let heading = ChartHeading(
      title: Label.ledgerTitle.text(language, scenario.district.name[language], monitoring.asOf.description),
      subtitle: Label.notOfficial[language])
    return BarChart(heading: heading, axis: Label.probabilityUnit[language], rows: rows, decimals: 0).svg()
  }

  // MARK: The terminal

  /// The table printed.
  public func text(_ language: Language) -> String {
    var table = TextTable([
      .words(Label.ledgerItem[language]), .words(Label.targetYear[language]), .words(Label.ledgerState[language]),
      .numbers(Label.probabilityUnit[language]), .numbers(Label.changePoints[language]),
      .words(Label.changeSince[language]), .words(Label.whatIsNeeded[language]),
    ])
    for item in monitoring.items {
      let words = words(item, language)
      let error = words.error.map { item.probability > 0 && item.probability < 1 ? " ± \($0.text)" : "" } ?? ""
      table.row([
        words.subject, item.target.yearText, item.state.label[language], words.probability.text + error,
        words.change.text, words.since, words.recovery,
      ])
    }
    let title = Label.ledgerTitle.text(language, scenario.district.name[language], monitoring.asOf.description)
    return ([title, Label.notOfficial[language], "", table.text] + notes(language)).joined(separator: "\n") + "\n"
  }
}
