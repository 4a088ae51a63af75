import Analysis
import District

/// `targets.csv`: every commitment, and how likely it is met.
public struct TargetTable {
  /// The headings.
  public static let headings =
    ["scenario", "target", "reference", "indicator", "comparator", "threshold", "year", "probability"]
    + ["standard_error", "median", "threshold_median", "median_gap", "status", "unit"]

  private let report: RunReport

  /// Makes the table of a run.
  public init(_ report: RunReport) { self.report = report }

  /// The file: medians and gap in the indicator's unit, probability a share; a target past the horizon has no numbers.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for result in report.summary.targets {
      let target = result.target
      writer.text(report.scenario.id)
      writer.text(target.id)
      writer.text(target.reference)
      writer.text(target.indicator)
      writer.text(target.comparison.symbol)
      writer.text(Self.threshold(target))
      writer.text(target.yearText)
      writer.number(result.probability)
      writer.number(result.standardError)
      writer.number(result.median)
      writer.number(result.thresholdMedian)
      writer.number(result.medianMargin)
      writer.text(result.probability == nil ? "not_projected" : status(of: target))
      writer.text(report.catalogue[target.indicator]?.unit ?? "")
      writer.endRow()
    }
    return writer.bytes
  }

  /// `scenario` for a target an analyst wrote or changed, otherwise the status of the district's row.
  private func status(of target: Target) -> String {
    guard report.district.targets.contains(target) else { return "scenario" }
    let record = report.district.inputs.first {
      $0.file == "targets.csv" && $0.name.split(separator: ".").contains(Substring(target.id))
    }
    return (record?.status ?? .sourced).rawValue
  }

  /// The threshold with its factor: `100`, `ningxia_income_all` or `0.95*ningxia_income_rural`.
  static func threshold(_ target: Target) -> String {
    switch target.threshold {
    case .number(let value): NumberText.shortest(value * target.factor)
    case .series(let name): target.factor == 1 ? name : "\(NumberText.shortest(target.factor))*\(name)"
    }
  }
}
