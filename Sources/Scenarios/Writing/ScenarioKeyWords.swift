import District

/// What a key of scenario files means and takes, for people who ask.
public struct ScenarioKeyWords: Sendable {
  /// Its path, for example `funding.adjust.multiply`.
  public let path: String
  /// What it means.
  public let summary: BilingualText
  /// What stands there, in words.
  public let value: String

  /// Every key, in the order of the reference.
  public static let all: [ScenarioKeyWords] = keys(of: ScenarioKeys.file, below: "")

  private static func keys(of section: KeySection, below path: String) -> [ScenarioKeyWords] {
    section.keys.flatMap { key -> [ScenarioKeyWords] in
      let own = path.isEmpty ? key.name : "\(path).\(key.name)"
      let entry = ScenarioKeyWords(path: own, summary: key.summary, value: key.shape.expectation)
      switch key.shape {
      case .section(let inner), .list(.section(let inner)), .scalarOrMap(_, .section(let inner)):
        return [entry] + keys(of: inner, below: own)
      default: return [entry]
      }
    }
  }
}
