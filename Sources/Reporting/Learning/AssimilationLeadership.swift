import Analysis
import District

/// `leadership.csv` of an assimilation: commitments before and after, the figures used, and what to keep in mind.
struct AssimilationLeadership {
  private let report: AssimilationReport
  private let language: Language
  private let width = 9

  init(_ report: AssimilationReport) {
    self.report = report
    language = report.language
  }

  private var assimilation: Assimilation { report.assimilation }

  func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let scenario = assimilation.scenario
    writer.row(
      [Label.assimilationTitle.text(language, scenario.district.name[language], scenario.title[language])], width: width
    )
    writer.row([Label.notOfficialLong[language]], width: width)
    writer.endRow(width: width)
    writeTargets(&writer)
    writeFigures(&writer)
    writeNotes(&writer)
    return writer.bytes
  }

  private func words(_ labels: Label...) -> [String] { labels.map { $0[language] } }

  private func writeTargets(_ writer: inout CSVWriter) {
    writer.row([Label.commitmentsBeforeAfter[language]], width: width)
    writer.row(
      words(.commitment, .target, .targetYear, .probabilityBefore, .standardError, .probabilityAfter, .standardError),
      width: width)
    for (before, after) in zip(assimilation.before.targets, assimilation.after.targets) {
      writer.text(before.target.title(language))
      writer.text(before.target.requirement(assimilation.before.plan.catalogue, language))
      writer.text(before.target.yearText)
      write(before, members: assimilation.before.members, &writer)
      write(after, members: assimilation.after.members, &writer)
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  private func write(_ target: TargetSummary, members: Int, _ writer: inout CSVWriter) {
    guard let probability = target.probability else {
      writer.text(Label.notProjected[language])
      writer.empty()
      return
    }
    let estimate = Estimate.probability(probability, error: target.standardError, members: members)
    writer.number(estimate.value, estimate.digits)
    let error = target.standardError.map { Estimate($0, error: nil, unit: UnitLabel(code: "percentage_points")) }
    writer.number(error?.value, error?.digits ?? estimate.digits)
  }

  private func writeFigures(_ writer: inout CSVWriter) {
    writer.row([Label.figureSection[language]], width: width)
    writer.row(
      words(.indicator, .year, .unit, .observed, .errorSD, .saidBefore, .saidAfter, .status, .origin), width: width)
    for fit in assimilation.fits {
      let figure = fit.figure
      let unit = UnitLabel(code: figure.unit)
      writer.text(assimilation.before.plan.catalogue[figure.indicator ?? ""]?.name[language] ?? "")
      writer.text(figure.yearText)
      writer.text(unit.name[language])
      writer.number((figure.value * unit.scale * 1e9).rounded() / 1e9)
      for value in [figure.error, fit.prior.quantiles[2], fit.posterior.quantiles[2]] {
        let estimate = Estimate(value, error: value == figure.error ? nil : figure.error / 10, unit: unit)
        writer.number(estimate.value, estimate.digits)
      }
      writer.text(figure.status.label[language])
      writer.text(figure.source)
      writer.endRow(width: width)
    }
    writer.endRow(width: width)
  }

  private func writeNotes(_ writer: inout CSVWriter) {
    writer.row([Label.notesSection[language]], width: width)
    let sentences = ObservationSentences(
      figures: assimilation.figures, conflicts: assimilation.conflicts, language: language)
    for line in sentences.lines + [
      Label.standardErrorNote[language], InputSentences.counts(of: assimilation.experiment.district, language),
    ] {
      writer.row([line], width: width)
    }
  }
}

extension InputSentences {
  /// How many inputs of a district are sourced, derived, recalled and assumed.
  static func counts(of district: District, _ language: Language) -> String {
    let counts = InputCounts(district.inputs)
    return Label.inputCounts.text(
      language, String(counts.total), String(counts[.sourced]), String(counts[.derived]), String(counts[.recalled]),
      String(counts[.assumed]), NumberText.fixed(counts.percent(.assumed), decimals: 0))
  }
}
