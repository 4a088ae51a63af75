import District
import Projection
import Scenarios

/// What an attribution or a sensitivity analysis explains: an indicator in a year, or whether a target is met.
public enum ExplainedOutcome: Sendable, Equatable, Hashable {
  /// An indicator in a calendar year, in its unit.
  case indicator(String, year: Int)
  /// 1 when the target is met and 0 when not: its mean is the probability.
  case target(String)

  /// True for a target.
  public var isTarget: Bool { if case .target = self { true } else { false } }

  /// Name in files: `gdp_nominal.2025`, or the id of the target.
  public var id: String {
    switch self {
    case .indicator(let id, let year): "\(id).\(year)"
    case .target(let id): id
    }
  }

  /// GDP, the three incomes and every commitment within the horizon, in the last year that is projected.
  public static func usual(_ scenario: ResolvedScenario) -> [ExplainedOutcome] {
    let year = min(2025, scenario.horizon)
    let levels = ["gdp_nominal", "income_all", "income_rural", "income_urban"]
    let targets = scenario.targets.filter { $0.years.upperBound <= scenario.horizon }
    return levels.map { .indicator($0, year: year) } + targets.map { .target($0.id) }
  }
}

extension ExplainedOutcome {
  /// What went wrong in reading the name of an outcome.
  public struct NameError: Error, CustomStringConvertible {
    /// The message.
    public let description: String
  }

  /// Reads `INDICATOR.YEAR`, or the id of a target, for a scenario.
  ///
  /// - Throws: `NameError` with what was expected and the nearest valid name.
  public init(_ text: String, scenario: ResolvedScenario) throws {
    if let target = scenario.targets.first(where: { $0.id == text }) {
      guard target.years.upperBound <= scenario.horizon else {
        throw NameError(
          description: "the target '\(text)' ends in \(target.years.upperBound), past the last year \(scenario.horizon)"
        )
      }
      self = .target(text)
      return
    }
    let (ids, targets) = (scenario.catalogue.indicators.map(\.id), scenario.targets.map(\.id))
    guard let point = text.lastIndex(of: "."), let year = Int(text[text.index(after: point)...]) else {
      let hint = nearestName(to: text, among: targets + ids.map { "\($0).\(scenario.horizon)" })
      throw NameError(
        description: "'\(text)' is neither INDICATOR.YEAR nor a target"
          + (hint.map { " (did you mean '\($0)'?)" } ?? ""))
    }
    let id = String(text[..<point])
    guard scenario.catalogue.index[id] != nil else {
      let hint = nearestName(to: id, among: ids).map { " (did you mean '\($0)'?)" } ?? ""
      throw NameError(description: "no indicator is called '\(id)'\(hint)")
    }
    guard scenario.years.contains(year) else {
      throw NameError(
        description: "'\(text)': expected a year from \(scenario.years.lowerBound) to \(scenario.horizon)")
    }
    self = .indicator(id, year: year)
  }

  /// Reads like `init(_:scenario:)`; an indicator without a year is one in the last year of the run, 2025 at most.
  ///
  /// - Throws: `NameError`.
  public init(ofLastYear text: String, scenario: ResolvedScenario) throws {
    let isIndicator = scenario.catalogue.index[text] != nil && !scenario.targets.contains { $0.id == text }
    try self.init(isIndicator ? "\(text).\(min(2025, scenario.horizon))" : text, scenario: scenario)
  }

  /// Several outcomes by name, each once; the usual ones when there are no names.
  ///
  /// - Throws: `NameError`.
  public static func read(_ names: [String], scenario: ResolvedScenario) throws -> [ExplainedOutcome] {
    guard !names.isEmpty else { return usual(scenario) }
    var seen: Set<ExplainedOutcome> = []
    return try names.map { try ExplainedOutcome($0, scenario: scenario) }.filter { seen.insert($0).inserted }
  }
}
