import District

/// The projections in the form of the Integrated Assessment Modeling Consortium: a row a variable, a column a year.
///
/// Quantiles are variables of their own, `GDP Nominal|50.0th Percentile`, as in the database of the IPCC's sixth report.
/// `variable.yaml` and `region.yaml` beside it are code lists in the form of the nomenclature package.
public struct IAMCTable {
  private let runs: [ReportedRun]
  private static let percentiles = ["5.0th", "25.0th", "50.0th", "75.0th", "95.0th"]

  /// Makes the table of runs.
  public init(_ runs: [ReportedRun]) { self.runs = runs }

  /// The files: the table and its code lists.
  public func files() -> [OutputFile] {
    [
      OutputFile(name: "projections_iamc.csv", bytes: csv()), OutputFile(name: "variable.yaml", text: variables()),
      OutputFile(name: "region.yaml", text: "- \(Self.quoted(runs[0].district.region.en)):\n  - \(region)\n"),
    ]
  }

  private func csv() -> [UInt8] {
    let years = runs.map(\.years.lowerBound).min()!...runs.map(\.years.upperBound).max()!
    var writer = CSVWriter()
    writer.row(["Model", "Scenario", "Region", "Variable", "Unit"] + years.map(String.init))
    for run in runs {
      let program = run.stored.manifest.program
      for indicator in run.catalogue.indicators where run.series(indicator.id) != nil {
        for (position, percentile) in Self.percentiles.enumerated() {
          writer.text("\(program.name) \(program.version)")
          writer.text(run.scenario.id)
          writer.text(run.district.id)
          writer.text("\(Self.variable(indicator.id))|\(percentile) Percentile")
          writer.text(Self.unit(indicator.unit))
          for year in years { writer.number(run[indicator.id, year]?.quantiles[position]) }
          writer.endRow()
        }
      }
    }
    return writer.bytes
  }

  private func variables() -> String {
    runs[0].catalogue.indicators.map { indicator in
      Self.percentiles.map { percentile in
        """
        - \(Self.quoted("\(Self.variable(indicator.id))|\(percentile) Percentile")):
            description: \(Self.quoted(plain("\(indicator.name.en), \(percentile) percentile of the members")))
            unit: \(Self.quoted(Self.unit(indicator.unit)))

        """
      }.joined()
    }.joined()
  }

  /// nomenclature takes no colons and semicolons in descriptions.
  private func plain(_ words: String) -> String { String(words.map { ":;".contains($0) ? "," : $0 }) }

  private var region: String { Self.quoted(runs[0].district.id) }

  /// `value_added.crops` becomes `Value Added|Crops`: a name an id, and an id a name.
  static func variable(_ id: String) -> String {
    let acronyms = ["gdp": "GDP"]
    return id.split(separator: ".").map { level in
      level.split(separator: "_").map { word in
        acronyms[String(word)] ?? word.prefix(1).uppercased() + word.dropFirst()
      }.joined(separator: " ")
    }.joined(separator: "|")
  }

  /// The unit in plain ASCII words.
  static func unit(_ code: String) -> String {
    switch code {
    case "yi_yuan": "100 million CNY"
    case "yi_yuan_2020": "100 million CNY_2020"
    case "yuan_per_person": "CNY/person"
    case "wan_persons": "10000 persons"
    default: code
    }
  }

  private static func quoted(_ text: String) -> String {
    "\""
      + text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
  }
}
