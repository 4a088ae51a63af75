import Analysis
import District
import Projection

/// `leadership.csv`: what leaders read, as a spreadsheet opens it.
///
/// UTF-8 with a byte-order mark, every row of one width. An indicator has a row each for median, low and high, so that
/// the cells are numbers which sort, chart and subtract; the section on milestones has the three side by side. Numbers
/// have no more digits than the Monte Carlo error supports.
public struct LeadershipTable {
  private let report: RunReport
  private let language: Language
  private let milestones: [Milestone]
  private let width: Int

  /// Makes the table of a run, in the report's language.
  public init(_ report: RunReport) {
    self.report = report
    language = report.language
    milestones = Milestone.list(report)
    width = max(3 + report.years.count + 4, 7 + 3 * milestones.count, 12)
  }

  /// The file.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writeTitle(&writer)
    writeIndicators(&writer)
    writeMilestones(&writer)
    writeCommitments(&writer)
    writeBaseLevels(&writer)
    writeProjects(&writer)
    writeNotes(&writer)
    return writer.bytes
  }

  private func writeTitle(_ writer: inout CSVWriter) {
    let scenario = report.scenario
    writer.row(
      [Label.reportTitle.text(language, report.district.name[language], scenario.title[language])], width: width)
    let facts = [
      Label.scenarioNamed.text(language, scenario.id),
      Label.horizon.text(language, String(report.years.lowerBound), String(report.years.upperBound)),
      Label.members.text(language, NumberText.grouped(report.summary.members)), Label.notOfficial[language],
    ]
    writer.row([facts.joined(separator: language == .zh ? "；" : "; ")], width: width)
    writer.endRow(width: width)
  }

  private func writeSection(_ label: Label, _ headings: [String], _ writer: inout CSVWriter) {
    writer.row([label[language]], width: width)
    writer.row(headings, width: width)
  }

  // MARK: Indicators

  private func writeIndicators(_ writer: inout CSVWriter) {
    writeSection(
      .indicatorSection,
      words(.indicator, .unit, .statistic) + report.years.map(String.init)
        + words(.target, .targetYear, .probabilityUnit, .standardError), &writer)
    for indicator in LeadershipIndicators.list(report) { writeIndicator(indicator, &writer) }
    writeMoney(&writer)
    writer.endRow(width: width)
  }

  private func writeIndicator(_ indicator: Indicator, _ writer: inout CSVWriter) {
    let unit = indicator.unitLabel
    let ranges = (0..<report.years.count).map { t in
      report.summary[indicator.id, year: t].map { RangeEstimate($0, unit: unit) }
    }
    let rows: [(Label, KeyPath<RangeEstimate, Estimate>)] = [(.median, \.median), (.low, \.low), (.high, \.high)]
    for (label, part) in rows {
      writer.text(name(of: indicator))
      writer.text(unit.name[language])
      writer.text(label[language])
      for range in ranges { writer.estimate(range?[keyPath: part]) }
      if label == .median, let index = LeadershipIndicators.target(on: indicator, report) {
        let result = report.summary.targets[index]
        writer.text(result.target.requirement(report.catalogue, language))
        writer.text(result.target.yearText)
        writeProbability(result, &writer)
      }
      writer.endRow(width: width)
    }
  }

  /// Money planned is certain; of money executed the mean adds up over projects, the quantiles do not.
  private func writeMoney(_ writer: inout CSVWriter) {
    let planned = PlannedFunding(report.scenario)
    writer.text(Label.plannedTotal[language])
    writer.text(UnitLabel(code: "yi_yuan").name[language])
    writer.text(Label.planned[language])
    writer.empty()
    for t in 0..<report.scenario.years.count {
      writer.estimate(Estimate(planned.nominal.reduce(0) { $0 + $1[t] }, error: 0, unit: UnitLabel(code: "yi_yuan")))
    }
    writer.endRow(width: width)
    writer.text(Label.executedTotal[language])
    writer.text(UnitLabel(code: "yi_yuan_2020").name[language])
    writer.text(Label.mean[language])
    for t in 0..<report.years.count { writer.estimate(executed(report.district.projects.map(\.id), years: t...t)) }
    writer.endRow(width: width)
  }

  /// Mean of the money executed by some projects in some years; its error is at most the sum of the errors.
  private func executed(_ projects: [String], years: ClosedRange<Int>) -> Estimate {
    var value = 0.0
    var error: Double? = 0
    for project in projects {
      for t in years {
        guard let summary = report.summary["executed.\(project)", year: t] else { continue }
        value += summary.moments.mean
        error = error.flatMap { sum in summary.meanError.map { sum + $0 } }
      }
    }
    return Estimate(value, error: error, unit: UnitLabel(code: "yi_yuan_2020"))
  }

  // MARK: Milestones and commitments

  private func writeMilestones(_ writer: inout CSVWriter) {
    let headings = milestones.flatMap { milestone in
      words(.median, .low, .high).map { "\(milestone.name(language)) \($0)" }
    }
    writeSection(.milestoneSection, words(.indicator, .unit) + headings, &writer)
    for indicator in LeadershipIndicators.list(report) {
      writer.text(name(of: indicator))
      writer.text(indicator.unitLabel.name[language])
      for milestone in milestones {
        let range = report.summary[indicator.id, year: milestone.year - report.district.baseYear].map {
          RangeEstimate($0, unit: indicator.unitLabel)
        }
        writer.estimate(range?.median)
        writer.estimate(range?.low)
        writer.estimate(range?.high)
      }
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  private func writeCommitments(_ writer: inout CSVWriter) {
    writeSection(
      .commitmentSection,
      words(.milestone, .commitment, .reference, .indicator, .unit, .target, .targetYear, .median, .threshold)
        + words(.gap, .probabilityUnit, .standardError), &writer)
    let byYear = report.summary.targets.enumerated().sorted {
      ($0.element.target.years.upperBound, $0.offset) < ($1.element.target.years.upperBound, $1.offset)
    }
    for (_, result) in byYear { writeCommitment(result, &writer) }
    writer.endRow(width: width)
  }

  private func writeCommitment(_ result: TargetSummary, _ writer: inout CSVWriter) {
    let target = result.target
    let unit = UnitLabel(code: report.catalogue[target.indicator]?.unit ?? "")
    let due = milestones.first { target.years.upperBound <= $0.year }
    writer.text(due?.name(language) ?? Label.notProjected[language])
    writer.text(target.title(language))
    writer.text(ReferenceText.words(target.reference, language))
    writer.text(report.catalogue[target.indicator].map(name(of:)) ?? target.indicator)
    writer.text(unit.name[language])
    writer.text(target.requirement(report.catalogue, language))
    writer.text(target.yearText)
    let error = medianError(target)
    for value in [result.median, result.thresholdMedian, result.medianMargin] {
      writer.estimate(value.map { Estimate($0, error: error, unit: unit) })
    }
    writeProbability(result, &writer)
    writer.endRow(width: width)
  }

  /// The error of the median of a target's indicator in its last year.
  private func medianError(_ target: Target) -> Double? {
    report.summary[target.indicator, year: target.years.upperBound - report.district.baseYear]?
      .quantileErrors?[SummaryPlan.probabilities.firstIndex(of: 0.5)!]
  }

  private func writeProbability(_ result: TargetSummary, _ writer: inout CSVWriter) {
    guard let probability = result.probability else {
      writer.text(Label.notProjected[language])
      return
    }
    writer.estimate(Estimate.probability(probability, error: result.standardError, members: report.summary.members))
    writer.estimate(
      result.standardError.map { Estimate($0, error: nil, unit: UnitLabel(code: "percentage_points")) })
  }

  private func writeBaseLevels(_ writer: inout CSVWriter) {
    let targets = report.baseLevels.first?.targets.map(\.target) ?? []
    guard !targets.isEmpty else { return }
    let headings = targets.flatMap { target in
      [
        Label.probabilityOf.text(
          language,
          "\(report.catalogue[target.indicator]?.name[language] ?? target.indicator) "
            + "\(target.requirement(report.catalogue, language)) (\(target.yearText))"), Label.standardError[language],
      ]
    }
    writeSection(
      .baseLevelSection, [Label.baseLevel.text(language, String(report.district.baseYear))] + headings, &writer)
    for level in report.baseLevels {
      writer.estimate(Estimate(level.baseLevel, error: 0, unit: UnitLabel(code: "yi_yuan")))
      for result in level.targets {
        writeProbability(result, &writer)
        if result.probability == nil { writer.empty() }
      }
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  // MARK: Projects and notes

  private func writeProjects(_ writer: inout CSVWriter) {
    let completions = milestones.flatMap { milestone in
      words(.median, .low, .high).map { Label.completion.text(language, String(milestone.year), $0) }
    }
    writeSection(
      .projectSection, words(.project, .reference, .plannedCost, .plannedNominal, .executedMean) + completions, &writer)
    let planned = PlannedFunding(report.scenario)
    for (index, project) in report.district.projects.enumerated() {
      writer.text(project.markedName(language))
      writer.text(ReferenceText.words(project, language))
      writer.estimate(Estimate(project.plannedCost, error: 0, unit: UnitLabel(code: "yi_yuan_2020")))
      writer.estimate(Estimate(planned.nominal[index].reduce(0, +), error: 0, unit: UnitLabel(code: "yi_yuan")))
      writer.estimate(executed([project.id], years: 1...(report.years.count - 1)))
      for milestone in milestones {
        let range = report.summary["completion.\(project.id)", year: milestone.year - report.district.baseYear].map {
          RangeEstimate($0, unit: UnitLabel(code: "share"))
        }
        writer.estimate(range?.median)
        writer.estimate(range?.low)
        writer.estimate(range?.high)
      }
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  private func writeNotes(_ writer: inout CSVWriter) {
    writer.row([Label.notesSection[language]], width: width)
    var notes: [String] = []
    if report.district.projects.contains(where: \.isPlaceholder) { notes.append(Label.placeholderNote[language]) }
    notes += words(.rangeNote, .digitsNote, .standardErrorNote)
    notes += InputSentences(report).lines(language)
    notes.append(Label.notOfficialLong[language])
    for note in notes { writer.row([note], width: width) }
  }

  // MARK: Words

  private func words(_ labels: Label...) -> [String] { labels.map { $0[language] } }

  private func name(of indicator: Indicator) -> String {
    indicator.isPlaceholder
      ? Label.placeholderMark.text(language, indicator.name[language]) : indicator.name[language]
  }
}
