import Analysis
import District
import Scenarios

/// What one scenario's run found, and what is needed to write it down.
public struct RunReport: Sendable {
  /// The scenario.
  public let scenario: ResolvedScenario
  /// Every indicator in every year, and every target.
  public let summary: EnsembleSummary
  /// The targets on GDP at other assumptions of the base-year level; empty when no target is on GDP.
  public let baseLevels: [BaseLevelResult]
  /// Where the money goes, by source, project and year; without it the run has no `funding.csv`.
  public let accounts: FundingAccounts?
  /// Language of what leaders read.
  public let language: Language
  /// How a run that was to be precise went; nil for one with a fixed number of members.
  public let precision: PrecisionOutcome?

  /// Puts a report together.
  public init(
    scenario: ResolvedScenario, summary: EnsembleSummary, baseLevels: [BaseLevelResult],
    accounts: FundingAccounts? = nil, language: Language, precision: PrecisionOutcome? = nil
  ) {
    self.scenario = scenario
    self.summary = summary
    self.baseLevels = baseLevels
    self.accounts = accounts
    self.language = language
    self.precision = precision
  }

  /// Names of the files of a run, in the order they are written.
  public static let fileNames = [
    "projections.csv", "targets.csv", "projects.csv", "funding.csv", "leadership.csv", "scenario.yaml",
    OutputFolder.manifestName,
  ]

  /// The files of the run.
  ///
  /// - Parameter record: how the run was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let funding = accounts.map { OutputFile(name: "funding.csv", bytes: FundingTable(scenario, accounts: $0).csv()) }
    let results = [
      OutputFile(name: "projections.csv", bytes: ProjectionTable(self).csv()),
      OutputFile(name: "targets.csv", bytes: TargetTable(self).csv()),
      OutputFile(name: "projects.csv", bytes: ProjectTable(self).csv()), funding,
      OutputFile(name: "leadership.csv", bytes: LeadershipTable(self).csv()),
      OutputFile(name: "scenario.yaml", text: scenario.standaloneYAML),
    ].compactMap(\.self)
    let manifest = RunManifest(report: self, record: record, files: results)
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// The district of the run.
  public var district: District { scenario.district }
  /// The catalogue of indicators.
  public var catalogue: IndicatorCatalogue { summary.plan.catalogue }
  /// Calendar years of the run, the base year first.
  public var years: ClosedRange<Int> { district.baseYear...scenario.horizon }
  /// Counts of the district's inputs.
  public var inputs: InputCounts { InputCounts(district.inputs) }
}
