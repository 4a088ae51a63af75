import Analysis

/// `discovery.csv`: every box of every trajectory, a row a restricted parameter or axis (one row for a box without any).
///
/// Limits and the sample's range in its unit, shares as shares; quasi-p-values empty where a side is open.
public struct DiscoveryTable {
  /// The headings.
  public static let headings =
    ["scenario", "target", "interest", "box", "step", "phase", "chosen", "members", "cases", "coverage", "coverage_se"]
    + ["density", "density_se", "mass", "restricted", "parameter", "unit", "lower", "upper", "sample_lower"]
    + ["sample_upper", "quasi_p_lower", "quasi_p_upper"]

  private let report: DiscoveryReport

  /// Makes the table of a report.
  public init(_ report: DiscoveryReport) { self.report = report }

  /// The file.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for (number, finding) in report.discovery.findings.enumerated() {
      for (step, box) in finding.trajectory.enumerated() {
        for restriction in box.restrictions.isEmpty ? [nil] : box.restrictions.map(Optional.some) {
          writeBox(finding, number + 1, step, to: &writer)
          if let restriction { write(restriction, of: box, to: &writer) }
          writer.endRow(width: Self.headings.count)
        }
      }
    }
    return writer.bytes
  }

  private func writeBox(
    _ finding: ScenarioDiscovery.Finding, _ number: Int, _ step: Int, to writer: inout CSVWriter
  ) {
    let (box, measure) = (finding.trajectory[step], finding.measures[step])
    writer.text(report.scenario.id)
    writer.text(report.sample.target.id)
    writer.text(report.discovery.interest.rawValue)
    writer.number(number)
    writer.number(step)
    writer.text(box.phase.rawValue)
    writer.text(step == finding.chosen ? "yes" : "no")
    writer.number(box.members)
    writer.number(box.cases)
    writer.number(box.coverage)
    writer.number(measure.coverageError)
    writer.number(box.density)
    writer.number(measure.densityError)
    writer.number(box.mass)
    writer.number(box.restrictions.count)
  }

  private func write(_ restriction: InductionBox.Restriction, of box: InductionBox, to writer: inout CSVWriter) {
    let index = restriction.parameter
    let quantity = report.sample.quantities[index]
    let column = report.sample.values[index]
    writer.text(quantity.id)
    writer.text(quantity.unit)
    writer.number(box.lower[index])
    writer.number(box.upper[index])
    writer.number(column.min())
    writer.number(column.max())
    writer.number(restriction.lowerQuasiP)
    writer.number(restriction.upperQuasiP)
  }
}
