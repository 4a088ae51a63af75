import District
import Projection
import Scenarios

/// Makes a model run with a coalition of the players of an axis, on the memory of one worker.
///
/// Projects and sources bring money: one model serves all coalitions. Channels bring links: a coalition is a district
/// without the links of the others, so that the model itself knows nothing of coalitions.
struct CoalitionModels {
  private let axis: AttributionAxis
  private let experiment: Experiment
  private let workspace: TileWorkspace
  private let whole: TileModel
  /// Player of every link.
  private let owners: [Int]
  private var made: [[Bool]: TileModel] = [:]

  init(_ experiment: Experiment, axis: AttributionAxis, workspace: TileWorkspace) throws {
    self.axis = axis
    self.experiment = experiment
    self.workspace = workspace
    whole = try TileModel(experiment, workspace: workspace)
    let district = experiment.district
    let cells = AttributionCell.all(of: district)
    owners = district.links.map { link in
      axis == .channel
        ? ProjectLink.Kind.allCases.firstIndex(of: link.kind)!
        : cells.firstIndex(of: AttributionCell(kind: link.kind, target: link.target))!
    }
  }

  /// The model, set to a coalition: true for each player in it.
  mutating func model(_ coalition: [Bool]) throws -> TileModel {
    guard axis.switchesLinks else {
      let bits = coalition.enumerated().reduce(UInt64(0)) { $1.element ? $0 | 1 << UInt64($1.offset) : $0 }
      whole.participation =
        axis == .project
        ? Participation(projects: bits, sources: .max) : Participation(projects: .max, sources: bits)
      return whole
    }
    if let model = made[coalition] { return model }
    var scenario = experiment.scenario
    scenario.district.links = zip(scenario.district.links, owners).filter { coalition[$0.1] }.map(\.0)
    let model = try TileModel(
      Experiment(scenario, baseLevelFactor: experiment.baseLevelFactor), workspace: workspace)
    made[coalition] = model
    return model
  }

  /// Forgets the models made so far.
  mutating func forget() { made.removeAll(keepingCapacity: true) }
}
