import Analysis
import District
import Scenarios

/// The tables of a search for machines: every digit, English ids.
struct LeverTables {
  private let report: LeverReport

  init(_ report: LeverReport) { self.report = report }

  /// Levers and curves, the combination last; its positions are shares of the way to the best ends.
  private var all: [(lever: String, unit: String, curve: LeverCurve)] {
    let district = report.scenario.district
    let single = zip(report.levers, report.result.curves).map {
      (lever: $0.lever.text, unit: $0.lever.unit(in: district), curve: $1)
    }
    return single + (report.result.combination.map { [(lever: "combination", unit: "share", curve: $0)] } ?? [])
  }

  /// `solve.csv`: every position looked at.
  func curves() -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "scenario", "target", "lever", "unit", "value", "probability", "probability_se", "median_margin", "margin_unit",
    ])
    let marginUnit = report.scenario.catalogue[report.target.indicator]?.unit ?? ""
    for (lever, unit, curve) in all {
      for point in curve.points {
        for text in [report.scenario.id, report.target.id, lever, unit] { writer.text(text) }
        writer.number(point.value)
        writer.number(point.probability)
        writer.number(point.standardError)
        writer.number(point.medianMargin)
        writer.text(marginUnit)
        writer.endRow()
      }
    }
    return writer.bytes
  }

  /// `solve_answers.csv`: a row a lever.
  func answers() -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "scenario", "target", "lever", "unit", "start", "lower", "upper", "wanted", "answer", "value", "value_se",
      "probability", "probability_se", "missing_at", "course",
    ])
    for (lever, unit, curve) in all {
      for text in [report.scenario.id, report.target.id, lever, unit] { writer.text(text) }
      for number in [curve.start, curve.bounds.lowerBound, curve.bounds.upperBound, curve.wanted] {
        writer.number(number)
      }
      let (word, crossing) = Self.words(curve.answer)
      let point = crossing?.point ?? (curve.answer == .outOfReach ? curve.best : nil)
      writer.text(word)
      writer.number(point?.value)
      writer.number(crossing?.standardError)
      writer.number(point?.probability)
      writer.number(point?.standardError)
      writer.number(crossing?.missing)
      writer.text(curve.course.rawValue)
      writer.endRow()
    }
    if report.result.combination != nil { writeEnds(&writer) }
    return writer.bytes
  }

  /// Where each lever of the combination is best by itself.
  private func writeEnds(_ writer: inout CSVWriter) {
    let district = report.scenario.district
    for (choice, end) in zip(report.result.combined, report.result.ends) {
      for text in [report.scenario.id, report.target.id, choice.lever.text, choice.lever.unit(in: district)] {
        writer.text(text)
      }
      for number in [choice.start, choice.bounds.lowerBound, choice.bounds.upperBound, report.wanted] {
        writer.number(number)
      }
      writer.text("end_of_combination")
      writer.number(end)
      writer.endRow(width: 15)
    }
  }

  /// `solve_paths.csv`: when the commitment is reached on each path of growth; only the heading when it is in reach.
  func paths() -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "scenario", "target", "levers", "district_pace", "region_pace", "wanted", "year_reached", "year_median_reached",
      "last_year", "probability_last_year", "probability_last_year_se",
    ])
    for outlook in report.outlooks {
      for text in [
        report.scenario.id, report.target.id, outlook.isBest ? "best" : "as_planned",
        outlook.district?.rawValue ?? "uncertain", outlook.region?.rawValue ?? "uncertain",
      ] { writer.text(text) }
      writer.number(report.wanted)
      for year in [outlook.reached, outlook.medianReached] { year.map { writer.number($0) } ?? writer.empty() }
      writer.number(outlook.lastYear)
      writer.number(outlook.lastProbability)
      writer.number(outlook.lastError)
      writer.endRow()
    }
    return writer.bytes
  }

  private static func words(_ answer: LeverCurve.Answer) -> (String, LeverCurve.Crossing?) {
    switch answer {
    case .met(let crossing): ("met_at", crossing)
    case .alreadyMet(let until): ("already_met", until)
    case .outOfReach: ("out_of_reach", nil)
    }
  }
}
