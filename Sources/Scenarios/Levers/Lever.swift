import District
import Sampling

/// Something that can be set to another value: money by a factor, or an uncertain parameter to a number.
public struct Lever: Sendable, Equatable, Hashable {
  /// What is moved.
  public enum Subject: Sendable, Equatable, Hashable {
    /// All the money of the plan.
    case funding
    /// The money of a project, by id.
    case project(String)
    /// The money of a source, by id.
    case source(String)
    /// An uncertain parameter, by id: fixed at the value in every member.
    case parameter(String)
  }

  /// What is moved.
  public let subject: Subject

  /// Makes a lever.
  public init(_ subject: Subject) { self.subject = subject }

  /// The forms a lever is written in.
  public static let forms = "'funding multiply', 'project ID multiply', 'source ID multiply' or 'parameter ID'"

  /// Reads a lever as written on the command line.
  ///
  /// - Parameters:
  ///   - text: one of the `forms`.
  ///   - district: whose names are valid.
  ///   - option: where the text stands, named in messages.
  /// - Throws: `Diagnostic` with what was expected and the nearest valid name.
  public init(_ text: String, district: District, option: String) throws {
    let words = text.split(separator: " ").map(String.init)
    func named(_ list: [String], _ kind: NameKind) throws -> String {
      if list.contains(words[1]) { return words[1] }
      let near = nearestName(to: words[1], among: list)
      throw Diagnostic(
        file: option,
        message: "'\(clipped(text))': no \(kind.word) '\(clipped(words[1]))'"
          + (near == nil ? "; expected one of " + list.joined(separator: ", ") : ""), suggestion: near)
    }
    switch (words.first, words.count, words.last) {
    case ("funding", 2, "multiply"): subject = .funding
    case ("project", 3, "multiply"): subject = .project(try named(district.projects.map(\.id), .project))
    case ("source", 3, "multiply"): subject = .source(try named(district.sources.map(\.id), .source))
    case ("parameter", 2, _): subject = .parameter(try named(district.parameters.map(\.id), .parameter))
    default:
      let near = words.first.flatMap { nearestName(to: $0, among: ["funding", "project", "source", "parameter"]) }
      throw Diagnostic(
        file: option, message: "found '\(clipped(text))', expected \(Self.forms)",
        suggestion: near == words.first ? nil : near)
    }
  }

  /// The lever as it is written.
  public var text: String {
    switch subject {
    case .funding: "funding multiply"
    case .project(let id): "project \(id) multiply"
    case .source(let id): "source \(id) multiply"
    case .parameter(let id): "parameter \(id)"
    }
  }

  /// The unit of its values: `factor` for money, that of the parameter otherwise.
  public func unit(in district: District) -> String {
    guard case .parameter(let id) = subject else { return "factor" }
    return district.parameters.first { $0.id == id }?.unit ?? ""
  }

  /// Where it stands before anything is changed: a factor of 1, or the mean of the parameter's distribution.
  public func start(in scenario: ResolvedScenario) -> Double { distribution(in: scenario)?.mean ?? 1 }

  /// How far it is moved unless somebody says otherwise: money from none to threefold, a parameter over the range of
  /// the district, three standard deviations either side for a normal one.
  public func usualBounds(in scenario: ResolvedScenario) -> ClosedRange<Double> {
    guard case .parameter(let id) = subject else { return 0...3 }
    guard let own = scenario.district.parameters.first(where: { $0.id == id })?.distribution else { return 0...3 }
    if case .normal(let mean, let deviation) = own { return (mean - 3 * deviation)...(mean + 3 * deviation) }
    return own.support.low...own.support.high
  }

  private func distribution(in scenario: ResolvedScenario) -> Distribution? {
    guard case .parameter(let id) = subject else { return nil }
    return scenario.district.parameters.firstIndex { $0.id == id }.map { scenario.parameters[$0] }
  }
}

/// A lever at a value.
public struct LeverSetting: Sendable, Equatable {
  /// The lever.
  public let lever: Lever
  /// Its value, in its unit.
  public let value: Double

  /// Makes a setting.
  public init(_ lever: Lever, at value: Double) {
    self.lever = lever
    self.value = value
  }
}
