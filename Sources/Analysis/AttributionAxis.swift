import District
import Projection
import Scenarios

/// Among whom the effect of the funding is divided.
public enum AttributionAxis: String, CaseIterable, Sendable {
  /// The projects.
  case project
  /// The sources of funding.
  case source
  /// The channels through which projects act on the economy.
  case channel

  /// Ids of the players, in order.
  public func players(_ district: District) -> [String] {
    switch self {
    case .project: district.projects.map(\.id)
    case .source: district.sources.map(\.id)
    case .channel: ProjectLink.Kind.allCases.map(\.rawValue)
    }
  }
}

/// Makes a model run with a coalition of the players of an axis.
struct Coalitions {
  let axis: AttributionAxis
  let players: Int
  /// For channels: a model for each coalition, as the links differ. Otherwise one model for all.
  private let models: [TileModel]

  init(_ experiment: Experiment, axis: AttributionAxis, workspace: TileWorkspace) throws {
    self.axis = axis
    players = axis.players(experiment.district).count
    guard axis == .channel else {
      models = [try TileModel(experiment, workspace: workspace)]
      return
    }
    models = try (0..<1 << players).map { coalition in
      var scenario = experiment.scenario
      scenario.district.links.removeAll { link in
        let channel = ProjectLink.Kind.allCases.firstIndex(of: link.kind)!
        return coalition >> channel & 1 == 0
      }
      return try TileModel(Experiment(scenario), workspace: workspace)
    }
  }

  /// The model, set to a coalition.
  func model(_ coalition: Int) -> TileModel {
    switch axis {
    case .project:
      models[0].participation = Participation(projects: UInt64(coalition), sources: .max)
      return models[0]
    case .source:
      models[0].participation = Participation(projects: .max, sources: UInt64(coalition))
      return models[0]
    case .channel: return models[coalition]
    }
  }
}
