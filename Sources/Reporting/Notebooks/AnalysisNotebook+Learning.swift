import Analysis
import District

extension AnalysisNotebook {
  /// What would have been said of each figure, and the scores.
  func backtest() -> Content {
    let catalogue = analysis.scenario.catalogue
    let indicators = catalogue.indicators.map { ($0.id, $0.name[language]) }
    let units = Set(catalogue.indicators.map(\.unit)).sorted().map { ($0, UnitLabel(code: $0).name[language]) }
    let answers = [("yes", Label.yes[language]), ("no", Label.no[language])]
    let statuses = InputStatus.allCases.map { ($0.rawValue, $0.label[language]) }
    let figures = NotebookPart(
      id: "figures", heading: Label.figuresScored[language], note: Label.backtestNaiveNote[language],
      file: "backtest.csv", headings: BacktestReport.caseHeadings,
      columns: [
        column("indicator", .indicator, names: indicators), column("year", .year),
        column("unit", .unit, names: units), column("observed", .observed, digits: 2),
        column("p50", .forecastMedian, digits: 2), column("p05", .low, digits: 2), column("p95", .high, digits: 2),
        column("in_90", .inRange90, names: answers), column("in_inputs", .usedInInputs, names: answers),
        column("status", .status, names: statuses),
      ])
    let sets = [("all", Label.scoreAll[language]), ("independent", Label.scoreIndependent[language])]
    let scores = NotebookPart(
      id: "scores", heading: Label.scoreSection[language], note: "", file: "scores.csv",
      headings: BacktestReport.scoreHeadings,
      columns: [
        column("figures", .scoreSection, names: sets), column("count", .cases),
        column("relative_crps", .relativeScore, digits: 4), column("in_50", .inRange50),
        column("in_90", .inRange90),
        column("last_growth_skill", .skill, Label.naiveLastGrowth[language], digits: 2),
        column("region_growth_skill", .skill, Label.naiveRegionGrowth[language], digits: 2),
      ])
    let origin = analysis.details.options?.origin ?? String(analysis.scenario.district.baseYear)
    let title = Label.backtestTitle.text(
      language, analysis.scenario.district.name[language], origin, analysis.scenario.title[language])
    return (
      title, "hsb backtest scenarios/\(analysis.scenario.id).yaml --origin \(origin)\(members)", [figures, scores]
    )
  }

  /// The state of every commitment and project at each check.
  func monitoring() -> Content {
    let scenario = analysis.scenario
    let items =
      scenario.targets.map { ($0.id, "\($0.title(language)) (\($0.yearText))") }
      + scenario.district.projects.map { ("project.\($0.id)", $0.markedName(language)) }
    let states = MonitoringState.allCases.map { ($0.rawValue, $0.label[language]) }
    let asOf = analysis.details.options?.asOf ?? ""
    var note = Label.standardErrorNote[language]
    if scenario.district.projects.contains(where: \.isPlaceholder) { note += "\n\n\(Label.placeholderNote[language])" }
    let title = Label.ledgerTitle.text(language, scenario.district.name[language], asOf)
    let part = NotebookPart(
      id: "states", heading: Label.ledgerState[language], note: note, file: MonitoringHistory.fileName,
      headings: MonitoringHistory.headings, filters: [("as_of", asOf)],
      columns: [
        column("item", .ledgerItem, names: items), column("state", .ledgerState, names: states),
        column("probability", .probabilityUnit, digits: 1, scale: 100),
        column("standard_error", .standardError, digits: 2, scale: 100),
      ])
    return (title, "hsb monitor scenarios/\(scenario.id).yaml --as-of \(asOf)\(members)", [part])
  }
}
