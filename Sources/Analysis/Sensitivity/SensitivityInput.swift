import District
import Sampling
import Scenarios

/// An uncertain input, or several taken together, whose influence is measured.
public struct SensitivityInput: Sendable, Equatable {
  /// What an input holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// One uncertain parameter.
    case parameter
    /// The parameters of a block of the equations: those whose ids share the part before the point.
    case block
    /// The shocks of one year.
    case year
    /// All parameters, or all shocks.
    case all
  }

  /// `efficacy.tourism`, `efficacy`, `shocks.2021`, `parameters`, `shocks`.
  public let id: String
  /// What it holds.
  public let kind: Kind
  /// Positions of its parameters in the district.
  public let parameters: [Int]
  /// Years t = 1, 2, ... whose shocks it holds.
  public let years: [Int]

  /// The inputs of a scenario: each parameter that has a distribution, blocks of two or more, the shocks of each
  /// year, all parameters, all shocks.
  public static func all(of scenario: ResolvedScenario) -> [SensitivityInput] {
    let district = scenario.district
    let uncertain = district.parameters.indices.filter { parameter in
      if case .fixed = scenario.parameters[parameter] { false } else { true }
    }
    let families = uncertain.map { family(district.parameters[$0].id) }
    var blocks: [SensitivityInput] = []
    for (position, name) in families.enumerated() where families.firstIndex(of: name) == position {
      let members = uncertain.indices.filter { families[$0] == name }.map { uncertain[$0] }
      if members.count > 1 { blocks.append(SensitivityInput(id: name, kind: .block, parameters: members, years: [])) }
    }
    let years = Array(1...scenario.years.count)
    return uncertain.map {
      SensitivityInput(id: district.parameters[$0].id, kind: .parameter, parameters: [$0], years: [])
    } + blocks
      + years.map {
        SensitivityInput(id: "shocks.\(district.baseYear + $0)", kind: .year, parameters: [], years: [$0])
      } + [
        SensitivityInput(id: "parameters", kind: .all, parameters: uncertain, years: []),
        SensitivityInput(id: "shocks", kind: .all, parameters: [], years: years),
      ]
  }

  private static func family(_ id: String) -> String { String(id.prefix { $0 != "." }) }
}
