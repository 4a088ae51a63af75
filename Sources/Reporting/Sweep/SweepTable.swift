import Analysis
import District
import Scenarios

/// `sweep.csv`: one row a point, indicator or target, and year; tidy, with every digit and the errors.
///
/// Only the text grows with the number of points.
public struct SweepTable {
  private let sweep: Sweep
  private let baseYear: Int
  private var text: [UInt8]

  /// Starts the table of a sweep: the axes are columns after the point's number.
  public init(_ sweep: Sweep) {
    self.sweep = sweep
    baseYear = sweep.first.district.baseYear
    var writer = CSVWriter()
    writer.row(
      ["sweep", "point"] + sweep.axes.map(\.name) + ["kind", "id", "unit", "year", "mean", "sd", "p05", "p50", "p95"]
        + ["mean_se", "p05_se", "p50_se", "p95_se", "probability", "probability_se"])
    text = writer.bytes
  }

  /// The file so far.
  public var bytes: [UInt8] { text }

  /// Adds the rows of a point.
  mutating func add(rows: String) { text += Array(rows.utf8) }

  /// The rows of a point: every indicator by year, then every target.
  func rows(_ point: SweepPoint, _ summary: EnsembleSummary) -> String {
    var writer = CSVWriter()
    for (index, indicator) in summary.plan.indicators.enumerated() {
      for t in 0...summary.plan.years {
        guard let found = summary[indicator: index, year: t] else { continue }
        begin(&writer, point, kind: "indicator", id: indicator.id, unit: indicator.unit, year: String(baseYear + t))
        write(&writer, found)
        writer.endRow()
      }
    }
    for result in summary.targets {
      let unit = summary.plan.catalogue[result.target.indicator]?.unit ?? ""
      begin(&writer, point, kind: "target", id: result.target.id, unit: unit, year: result.target.yearText)
      for _ in 0..<Self.statistics { writer.empty() }
      writer.number(result.probability)
      writer.number(result.standardError)
      writer.endRow()
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static let shown = [0.05, 0.5, 0.95]
  private static let statistics = 2 + shown.count + 1 + shown.count

  private func begin(
    _ writer: inout CSVWriter, _ point: SweepPoint, kind: String, id: String, unit: String, year: String
  ) {
    writer.text(sweep.id)
    writer.number(point.number)
    for axis in sweep.axes.indices {
      let value = sweep.value(of: point, axis: axis)
      if let number = value.number { writer.number(number) } else { writer.text(value.text) }
    }
    for text in [kind, id, unit, year] { writer.text(text) }
  }

  private func write(_ writer: inout CSVWriter, _ summary: IndicatorSummary) {
    let positions = Self.shown.map { SummaryPlan.probabilities.firstIndex(of: $0)! }
    writer.number(summary.moments.mean)
    writer.number(summary.moments.standardDeviation)
    for position in positions { writer.number(summary.moments.quantiles[position]) }
    writer.number(summary.meanError)
    for position in positions { writer.number(summary.quantileErrors?[position]) }
    writer.empty()
    writer.empty()
  }
}
