import Analysis
import District
import Scenarios

/// What a sensitivity analysis found, ready to be written and printed.
public struct SensitivityReport {
  /// What was found.
  let sensitivity: Sensitivity
  /// Language of what leaders read.
  let language: Language
  /// The inputs in words, the parameters first.
  let inputs: [InputWords]

  /// Puts a report together.
  public init(_ sensitivity: Sensitivity, language: Language) {
    self.sensitivity = sensitivity
    self.language = language
    inputs = sensitivity.inputs.map { InputWords($0, sensitivity.scenario) }
  }

  private static let tables = [
    "sensitivity.csv", "tornado.csv", "information.csv", "morris.csv", "sensitivity_leadership.csv",
  ]

  /// Names of the files, in the order they are written.
  public static func fileNames(_ outcomes: [ExplainedOutcome]) -> [String] {
    tables + outcomes.map { $0.fileName("tornado") } + [OutputFolder.manifestName]
  }

  /// The files.
  ///
  /// - Parameter record: how it was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let contents = [
      IndexTable(self).csv(), SwingTable(self).csv(), InformationTable(self).csv(), ScreeningTable(self).csv(),
      SensitivityLeadershipTable(self).csv(),
    ]
    let results =
      zip(Self.tables, contents).map { OutputFile(name: $0, bytes: $1) }
      + pictures.map { picture in
        OutputFile(
          name: picture.outcome.fileName("tornado"), text: picture.chart(language).svg()
        )
      }
    let manifest = AnalysisManifest(
      kind: "sensitivity", scenarios: [sensitivity.scenario], record: record, files: results
    ) { writer in
      writer.member("first_order", "Saltelli et al. 2010, table 2 (b)")
      writer.member("total", "Jansen 1999")
      writer.member("information", "regression on Legendre polynomials, shrunk by the variance of its coefficients")
      writer.key("bootstrap_resamples")
      writer.value(sensitivity.resamples)
      writer.key("information_members")
      writer.value(sensitivity.informationMembers)
      writer.key("outcomes")
      writer.value(sensitivity.outcomes.map(\.outcome.id))
    }
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// The members, the seed and what it is, in a language.
  func facts(_ language: Language) -> String {
    Self.facts(sensitivity.scenario, parameters: sensitivity.parameters.count, language)
  }

  /// The same for a scenario of which so many parameters are uncertain.
  static func facts(_ scenario: ResolvedScenario, parameters: Int, _ language: Language) -> String {
    let parts = [
      Label.uncertainParameters.text(language, String(parameters)),
      Label.members.text(language, NumberText.grouped(scenario.ensemble.members)),
      Label.seed.text(language, String(scenario.ensemble.seed)), Label.notOfficial[language],
    ]
    return parts.joined(separator: language == .zh ? "；" : "; ")
  }

  /// A share of the variance in percent, or nil for an outcome that does not vary; none is known better than to a tenth.
  func share(_ value: Double, error: Double?, _ outcome: OutcomeSensitivity) -> Estimate? {
    outcome.indices.variance > 0
      ? Estimate(value, error: error.map { max($0, 1e-3) }, unit: UnitLabel(code: "share")) : nil
  }

  /// How far an outcome moves, in the unit people read.
  ///
  /// A change of probability is never known better than to one member of all.
  func move(_ value: Double, error: Double?, _ words: OutcomeWords) -> Estimate {
    let least = words.isTarget ? 1 / Double(sensitivity.scenario.ensemble.members) : 0
    return Estimate(
      value, error: error.map { max($0, least) }, unit: words.difference, moreDecimals: words.isTarget ? 0 : 1)
  }

  /// The mean of an outcome, or the probability of a commitment.
  func mean(_ outcome: OutcomeSensitivity, _ words: OutcomeWords) -> Estimate {
    words.isTarget
      ? .probability(outcome.mean, error: outcome.meanError, members: sensitivity.scenario.ensemble.members)
      : Estimate(outcome.mean, error: outcome.meanError, unit: words.unit)
  }

  /// Positions of the parameters: for a commitment that whose knowledge moves the probability most first, for an
  /// indicator that with the largest total index.
  func ranking(_ outcome: OutcomeSensitivity) -> [Int] {
    let isTarget = outcome.outcome.isTarget
    let weight = sensitivity.parameters.indices.map {
      isTarget ? outcome.information[$0].expectedShift : outcome.indices.total[$0]
    }
    return weight.indices.sorted { (weight[$1], $0) < (weight[$0], $1) }
  }

  /// Positions of all parameters together and of all shocks together.
  var wholes: [Int] { inputs.indices.filter { inputs[$0].kind == .all } }
}
