import Analysis
import District
import Projection

/// `comparison_leadership.csv`: the comparison as a spreadsheet opens it, for leaders.
///
/// UTF-8 with a byte-order mark, every row of one width; numbers have no more digits than the error of sampling
/// supports.
public struct ComparisonLeadershipTable {
  private let report: ComparisonReport
  private let language: Language
  private let milestones: [Milestone]
  private let width: Int
  private static let headlines = ["gdp_nominal", "income_all", "income_rural"]

  /// Makes the table of a comparison, in its language.
  public init(_ report: ComparisonReport) {
    self.report = report
    language = report.language
    milestones = Milestone.list(report.reference)
    width = max(4 + milestones.count * 4, 4 + 3 * report.alternatives.count, 9)
  }

  /// The file.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writeTitle(&writer)
    writeOverview(&writer)
    writeDifferences(&writer)
    writeCommitments(&writer)
    writeCosts(&writer)
    writeNotes(&writer)
    return writer.bytes
  }

  private func writeTitle(_ writer: inout CSVWriter) {
    let reference = report.reference
    let ensemble = reference.scenario.ensemble
    writer.row(
      [Label.comparisonTitle.text(language, reference.district.name[language], reference.scenario.title[language])],
      width: width)
    let facts = [
      Label.comparisonFacts.text(
        language, NumberText.grouped(reference.summary.members), ensemble.sampler.rawValue, String(ensemble.seed)),
      Label.notOfficial[language],
    ]
    writer.row([facts.joined(separator: language == .zh ? "；" : "; ")], width: width)
    writer.endRow(width: width)
  }

  private func writeSection(_ label: Label, _ headings: [String], _ writer: inout CSVWriter) {
    writer.row([label[language]], width: width)
    writer.row(headings, width: width)
  }

  private func writeOverview(_ writer: inout CSVWriter) {
    let reference = report.reference
    let year = reference.scenario.horizon
    let headlines = Self.headlines.compactMap { reference.catalogue[$0] }
    let medians = headlines.map {
      Label.lastYearMedian.text(language, $0.name[language], String(year), $0.unitLabel.name[language])
    }
    writeSection(
      .overviewSection, words(.scenario, .name, .plannedNominal, .executedMean) + medians + words(.dominance), &writer)
    for (index, alternative) in report.reports.enumerated() {
      writer.text(alternative.scenario.id)
      let title = alternative.scenario.title[language]
      let mark = Label.referenceScenario[language]
      writer.text(index > 0 ? title : language == .zh ? "\(title)（\(mark)）" : "\(title) (\(mark))")
      writer.estimate(Estimate(alternative.scenario.plan.total, error: 0, unit: UnitLabel(code: "yi_yuan")))
      writer.estimate(
        Estimate(report.comparison.executed(scenario: index), error: 0, unit: UnitLabel(code: "yi_yuan_2020")))
      for indicator in headlines {
        let range = alternative.summary[indicator.id, year: year - reference.district.baseYear].map {
          RangeEstimate($0, unit: indicator.unitLabel)
        }
        writer.estimate(range?.median)
      }
      writer.text(report.dominanceText(scenario: index, language))
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  private func writeDifferences(_ writer: inout CSVWriter) {
    let headings = milestones.flatMap { milestone in
      words(.median, .low, .high, .probabilityHigher).map { "\(milestone.name(language)) \($0)" }
    }
    writeSection(.differenceSection, words(.scenario, .indicator, .unit) + headings, &writer)
    for (position, alternative) in report.alternatives.enumerated() {
      for indicator in LeadershipIndicators.list(report.reference) {
        guard let index = report.reference.catalogue.index[indicator.id] else { continue }
        writer.text(alternative.scenario.title[language])
        writer.text(indicator.markedName(language))
        writer.text(indicator.differenceLabel.name[language])
        for milestone in milestones {
          let t = milestone.year - report.reference.district.baseYear
          write(report.comparison[position, indicator: index, year: t], of: indicator, &writer)
        }
        writer.endRow(width: width)
      }
    }
    writer.endRow(width: width)
  }

  private func write(_ difference: DifferenceSummary?, of indicator: Indicator, _ writer: inout CSVWriter) {
    let range = difference.map { DifferenceEstimate($0, of: indicator) }
    writer.estimate(range?.median)
    writer.estimate(range?.low)
    writer.estimate(range?.high)
    writer.estimate(
      difference.map {
        Estimate.probability(
          $0.probabilityHigher, error: $0.probabilityHigherError, members: report.reference.summary.members)
      })
  }

  private func writeCommitments(_ writer: inout CSVWriter) {
    let alternatives = report.alternatives.flatMap { alternative in
      [Label.probabilityIn.text(language, alternative.scenario.title[language])]
        + words(.probabilityChange, .standardError)
    }
    writeSection(
      .changeSection,
      words(.commitment, .target, .targetYear)
        + [Label.probabilityIn.text(language, report.reference.scenario.title[language])] + alternatives, &writer)
    for result in report.reference.summary.targets {
      writer.text(result.target.title(language))
      writer.text(result.target.requirement(report.reference.catalogue, language))
      writer.text(result.target.yearText)
      writeProbability(result, &writer)
      for (position, alternative) in report.alternatives.enumerated() {
        let own = alternative.summary.targets.first { $0.target.id == result.target.id }
        writeProbability(own, &writer)
        let change = report.comparison.alternatives[position].targets.first { $0.target == result.target.id }
        let points = UnitLabel(code: "percentage_points")
        writer.estimate(
          change.flatMap { part in part.change.map { Estimate($0, error: part.standardError, unit: points) } })
        writer.estimate(change?.standardError.map { Estimate($0, error: nil, unit: points) })
      }
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  private func writeProbability(_ result: TargetSummary?, _ writer: inout CSVWriter) {
    guard let probability = result?.probability else { return writer.text(Label.notProjected[language]) }
    writer.estimate(
      Estimate.probability(
        probability, error: result?.standardError, members: report.reference.summary.members))
  }

  private func writeCosts(_ writer: inout CSVWriter) {
    writeSection(
      .costSection,
      words(.scenario, .extraMoney, .outcome, .step, .costPerStep, .sameUnitError, .verdict), &writer)
    let money = UnitLabel(code: "yi_yuan_2020")
    for (position, alternative) in report.alternatives.enumerated() {
      for cost in report.comparison.costs(alternative: position) {
        let (name, step) = report.words(cost.outcome, language)
        writer.text(alternative.scenario.title[language])
        writer.estimate(Estimate(cost.money.value, error: cost.money.standardError, unit: money, moreDecimals: 1))
        writer.text(name)
        writer.text(step)
        writer.estimate(cost.cost.map { Estimate($0.value, error: $0.standardError, unit: money, moreDecimals: 2) })
        writer.estimate(
          cost.cost?.standardError.map { Estimate($0, error: nil, unit: money, moreDecimals: 3) })
        writer.text(cost.verdict.label[language])
        writer.endRow(width: width)
      }
    }
    writer.endRow(width: width)
  }

  private func writeNotes(_ writer: inout CSVWriter) {
    writer.row([Label.notesSection[language]], width: width)
    var notes: [String] = []
    if report.reference.district.projects.contains(where: \.isPlaceholder) {
      notes.append(Label.placeholderNote[language])
    }
    notes += words(.pairedNote, .costNote, .dominanceNote, .digitsNote, .standardErrorNote)
    notes += InputSentences(report.reference).lines(language)
    notes.append(Label.notOfficialLong[language])
    for note in notes { writer.row([note], width: width) }
  }

  private func words(_ labels: Label...) -> [String] { labels.map { $0[language] } }
}

/// The three numbers people see of a paired difference.
struct DifferenceEstimate {
  let median: Estimate
  let low: Estimate
  let high: Estimate

  init(_ difference: DifferenceSummary, of indicator: Indicator) {
    func quantile(_ probability: Double) -> Estimate {
      let position = SummaryPlan.probabilities.firstIndex(of: probability)!
      return Estimate(
        difference.moments.quantiles[position], error: difference.quantileErrors?[position],
        unit: indicator.differenceLabel, moreDecimals: 1)
    }
    median = quantile(0.5)
    low = quantile(0.05)
    high = quantile(0.95)
  }

  /// `-3.1 (-4.4 to -2.0)`: a range with signs is not written with a dash.
  func text(_ language: Language) -> String {
    if low.text == median.text, high.text == median.text { return median.text }
    return language == .zh
      ? "\(median.text)（\(low.text)～\(high.text)）" : "\(median.text) (\(low.text) to \(high.text))"
  }
}

extension Indicator {
  /// The name, marked when it belongs to a project the policy document does not name.
  func markedName(_ language: Language) -> String {
    isPlaceholder ? Label.placeholderMark.text(language, name[language]) : name[language]
  }
}
