import Analysis
import District

/// What an attribution found, ready to be written and printed.
public struct AttributionReport: Sendable {
  /// What was found.
  let attribution: Attribution
  /// Language of what leaders read.
  let language: Language
  /// The players in words.
  let players: [PlayerWords]

  /// Puts a report together.
  public init(_ attribution: Attribution, language: Language) {
    self.attribution = attribution
    self.language = language
    players = PlayerWords.all(attribution.axis, attribution.scenario.district)
  }

  /// Names of the files, in the order they are written.
  public static func fileNames(_ outcomes: [ExplainedOutcome]) -> [String] {
    ["attribution.csv", "attribution_leadership.csv"]
      + outcomes.map { $0.fileName("attribution") } + [OutputFolder.manifestName]
  }

  /// The files.
  ///
  /// - Parameter record: how it was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let results =
      [
        OutputFile(name: "attribution.csv", bytes: AttributionTable(self).csv()),
        OutputFile(name: "attribution_leadership.csv", bytes: AttributionLeadershipTable(self).csv()),
      ] + AttributionCharts(self).files
    let manifest = AnalysisManifest(
      kind: "attribution", scenarios: [attribution.scenario], record: record, files: results
    ) { writer in
      writer.member("axis", attribution.axis.rawValue)
      writer.member("shares", attribution.isExact ? "every coalition" : "sampled orders")
      writer.key("outcomes")
      writer.value(attribution.outcomes.map(\.outcome.id))
    }
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// `2021-2025; 10 players; every coalition; 4,096 members`, in a language.
  func facts(_ language: Language) -> String {
    let ensemble = attribution.scenario.ensemble
    let parts = [
      attribution.axis.label[language],
      Label.members.text(language, NumberText.grouped(ensemble.members)),
      Label.seed.text(language, String(ensemble.seed)), Label.notOfficial[language],
    ]
    return parts.joined(separator: language == .zh ? "；" : "; ")
  }

  /// How the shares were made, in a sentence.
  func method(_ language: Language) -> String {
    attribution.isExact
      ? Label.shapleyExact.text(language, NumberText.grouped(1 << players.count)) : Label.shapleySampled[language]
  }

  /// An effect in the unit people read.
  ///
  /// A change of probability is never known better than to one member of all.
  func estimate(_ effect: AttributedEffect, _ words: OutcomeWords) -> Estimate {
    let least = words.isTarget ? 1 / Double(attribution.scenario.ensemble.members) : 0
    return Estimate(
      effect.mean, error: effect.standardError.map { max($0, least) }, unit: words.difference,
      moreDecimals: words.isTarget ? 0 : 1)
  }

  /// Positions of the players, the largest share first.
  func ranking(_ outcome: AttributedOutcome) -> [Int] {
    players.indices.sorted {
      (outcome.shares[$1].mean.magnitude, $0) < (outcome.shares[$0].mean.magnitude, $1)
    }
  }
}

extension AttributionAxis {
  /// Among whom the effect is divided, in words.
  var label: Label {
    switch self {
    case .project: .byProject
    case .source: .bySource
    case .channel: .byChannel
    case .sectorChannel: .bySectorChannel
    }
  }
}
