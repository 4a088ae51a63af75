import Analysis
import District
import Scenarios

extension MonitoringState {
  /// The words for the state.
  public var label: Label {
    switch self {
    case .met: .stateMet
    case .onTrack: .stateOnTrack
    case .atRisk: .stateAtRisk
    case .outOfReach: .stateOutOfReach
    }
  }
}

/// The cells of one item of a check, in words.
struct MonitoringWords {
  let item: MonitoringItem
  let scenario: ResolvedScenario
  let catalogue: IndicatorCatalogue
  let history: MonitoringHistory
  let asOf: YearMonth
  let language: Language

  private var unit: UnitLabel { UnitLabel(code: catalogue[item.target.indicator]?.unit ?? "") }
  private var separator: String { language == .zh ? "；" : "; " }

  /// What is checked; a placeholder project is marked as one.
  var subject: String {
    switch item.subject {
    case .commitment: item.target.title(language)
    case .project(let project): scenario.district.projects[project].markedName(language)
    }
  }

  var kind: String {
    switch item.subject {
    case .commitment: Label.commitment[language]
    case .project: Label.project[language]
    }
  }

  var requirement: String {
    switch item.subject {
    case .commitment: item.target.requirement(catalogue, language)
    case .project: Label.worksDone.text(language, percent(item.threshold ?? 0))
    }
  }

  private func percent(_ share: Double) -> String { NumberText.fixed(100 * share, decimals: 0) }

  var probability: Estimate {
    Estimate.probability(item.probability, error: item.standardError, members: scenario.ensemble.members)
  }

  var error: Estimate? {
    item.standardError.map { Estimate($0, error: nil, unit: UnitLabel(code: "percentage_points")) }
  }

  /// The last check, or none.
  var last: MonitoringHistory.Entry? { history.last(item.id, before: asOf) }

  /// Change of the probability since the last check, in points, or since the projection without figures.
  var change: Estimate {
    let before = last?.probability ?? item.probabilityBefore
    let one = item.standardError ?? 0
    let two = last?.standardError ?? one
    return Estimate(
      item.probability - before, error: max((one * one + two * two).squareRoot(), 0.001),
      unit: UnitLabel(code: "share"))
  }

  var since: String { last.map { $0.asOf.description } ?? Label.withoutFigures[language] }

  /// The median of the indicator in its last year.
  var median: String { amount(item.median) }
  var threshold: String { amount(item.threshold) }
  var unitName: String { unit.name[language] }
  /// The unit of a difference: of percent, percentage points.
  private var changeUnit: String {
    ["share", "percent"].contains(unit.code) ? UnitLabel(code: "percentage_points").name[language] : unitName
  }

  private func amount(_ value: Double?) -> String {
    value.map { Estimate($0, error: abs($0) / 500, unit: unit).text } ?? ""
  }

  /// Published figures of the item itself; what is only recalled or assumed is never shown as one.
  var basis: String {
    let published = item.figures.filter { $0.status == .sourced || $0.status == .derived }
    guard !published.isEmpty else { return Label.noOfficialFigure[language] }
    return published.map { figure in
      let value = NumberText.shortest((figure.value * unit.scale * 1e9).rounded() / 1e9)
      return "\(figure.yearText): \(value) (\(figure.status.label[language]))"
    }.joined(separator: separator)
  }

  /// Figures that moved it, and what it hangs on.
  var drivers: String {
    let moved = item.movedBy.map { driver in
      let (name, year) = split(driver.name)
      let words = catalogue[name]?.name[language] ?? name
      let size = Estimate(abs(driver.size), error: nil, unit: unit).text
      let direction = (driver.size < 0 ? Label.movedDown : Label.movedUp)[language]
      return Label.movedBy.text(language, "\(words) \(year)", direction, size, changeUnit)
    }
    let hangs = item.hangsOn.map { driver in
      let name = UncertaintyLabel(driver.name, district: scenario.district).name[language]
      return Label.hangsOn.text(language, name, NumberText.fixed(driver.size, decimals: 2))
    }
    return (moved + hangs).joined(separator: separator)
  }

  private func split(_ key: String) -> (String, String) {
    guard let at = key.lastIndex(of: "@") else { return (key, "") }
    return (String(key[..<at]), String(key[key.index(after: at)...]))
  }

  /// What it would take to be on track again.
  var recovery: String {
    var parts: [String] = []
    if let growth = item.growth {
      parts.append(
        Label.neededGrowth.text(
          language, NumberText.fixed(100 * growth.needed, decimals: 1),
          NumberText.fixed(100 * growth.projected, decimals: 1)
        ))
    }
    switch item.money {
    case .notAsked: if item.isOver { parts.append(Label.timeIsOver[language]) }
    case .multiplier(let multiple):
      parts.append(Label.neededMoney.text(language, NumberText.fixed(multiple, decimals: 2)))
    case .notByMoney(let tried): parts.append(Label.notByMoney.text(language, NumberText.fixed(tried, decimals: 0)))
    }
    return parts.joined(separator: separator)
  }
}
