import District
import Scenarios

/// A finished run with the scenario it ran: what pictures, pages and exports are made from.
///
/// The numbers are those of the folder; the scenario is the folder's own `scenario.yaml`, resolved again, so that names,
/// units, references and marks of placeholders are those of the district that was used.
public struct ReportedRun: Sendable {
  /// The results.
  public let stored: StoredResults
  /// The scenario that was run.
  public let scenario: ResolvedScenario
  private let projections: [String: [Int: StoredProjection]]

  /// Reads a folder that `hsb run` wrote.
  ///
  /// - Throws: as `StoredResults`; `Diagnostics` also when the scenario cannot be resolved, or the district is no longer
  ///   the one of the run, so that its names and statuses would be another's.
  public init(folder: String) throws {
    let stored = try StoredResults(folder: folder)
    let file = "\(stored.folder)/scenario.yaml"
    guard let scenario = try resolveScenarios(files: [file]).first, scenario.id == stored.manifest.scenario.id else {
      throw Diagnostic(
        file: file, message: "not the scenario '\(stored.manifest.scenario.id)' of the manifest beside it")
    }
    guard scenario.district.fingerprint == stored.manifest.district.fingerprint else {
      throw Diagnostic(
        file: "\(stored.folder)/\(OutputFolder.manifestName)",
        message: "the district '\(scenario.district.id)' is not the one of this run any more; run the scenario again")
    }
    self.stored = stored
    self.scenario = scenario
    projections = Dictionary(grouping: stored.projections, by: \.indicator).mapValues { rows in
      Dictionary(rows.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The result for an indicator in a calendar year, or nil when the run has none.
  public subscript(indicator: String, year: Int) -> StoredProjection? { projections[indicator]?[year] }

  /// The results for an indicator in all its years, to the last of the run, or nil when one is missing.
  ///
  /// Growth rates begin in the year after the base year.
  public func series(_ indicator: String) -> [StoredProjection]? {
    let results = years.compactMap { self[indicator, $0] }
    guard let first = results.first, results.count == years.upperBound - first.year + 1 else { return nil }
    return results
  }

  /// The stored commitments with the words and references of the scenario, in the order of the file.
  public var commitments: [(target: Target, result: StoredTarget)] {
    stored.targets.compactMap { result in
      scenario.targets.first { $0.id == result.id }.map { ($0, result) }
    }
  }

  /// Calendar years of the run, the base year first.
  public var years: ClosedRange<Int> { scenario.district.baseYear...scenario.horizon }

  /// The catalogue of indicators.
  public var catalogue: IndicatorCatalogue { scenario.catalogue }

  /// The district of the run.
  public var district: District { scenario.district }

  /// Members drawn.
  public var members: Int { stored.manifest.ensemble.members }
}

extension StoredProjection {
  /// The median.
  public var median: Double { quantiles[2] }
  /// The middle half.
  public var inner: ClosedRange<Double> { quantiles[1]...quantiles[3] }
  /// The 90 % range.
  public var outer: ClosedRange<Double> { quantiles[0]...quantiles[4] }
  /// Standard error of the median; nil when unknown.
  public var medianError: Double? { quantileErrors?[2] }
}
