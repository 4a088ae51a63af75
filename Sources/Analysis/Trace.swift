import District
import ElementaryFunctions
import Projection
import Scenarios

/// What some members did, at full precision, for checking by other programs.
public struct Trace: Sendable {
  /// Members traced, from member 0.
  public let members: Int
  /// Uncertain parameters: [parameter][member].
  public let parameters: [[Double]]
  /// Independent normals z: [year from the first projected][shock][member].
  public let shocks: [[[Double]]]
  /// Events added to the correlated shocks: [year][shock].
  public let events: [[Double]]
  /// Series: [series][year from the base year][member].
  public let series: [[[Double]]]

  /// Runs the first members of an experiment and keeps everything.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(_ experiment: Experiment, members: Int) throws {
    var scenario = experiment.scenario
    scenario.ensemble.members = max(members, scenario.ensemble.members)
    let whole = Experiment(scenario, baseLevelFactor: experiment.baseLevelFactor)
    var recorder = TraceRecorder(whole, members: members)
    let engine = try Engine(whole, draws: try EnsembleDraws(whole))
    let blocks = (members + EnsembleDraws.blockMembers - 1) / EnsembleDraws.blockMembers
    engine.project(blocks: Array(0..<blocks), into: &recorder)
    self.members = members
    parameters = recorder.parameters
    shocks = recorder.shocks
    series = recorder.series
    let district = experiment.district
    var events = Array(
      repeating: Array(repeating: 0.0, count: district.shocks.count), count: experiment.years)
    for event in scenario.events where event.year <= scenario.horizon {
      events[event.year - district.baseYear - 1][event.shock] += event.standardDeviations
    }
    self.events = events
  }
}

/// Keeps every number of the first members.
private struct TraceRecorder: TileRecorder {
  let members: Int
  var parameters: [[Double]]
  var shocks: [[[Double]]]
  var series: [[[Double]]]

  init(_ experiment: Experiment, members: Int) {
    self.members = members
    let district = experiment.district
    parameters = Array(repeating: [], count: district.parameters.count)
    shocks = Array(repeating: Array(repeating: [], count: district.shocks.count), count: experiment.years)
    series = Array(
      repeating: Array(repeating: [], count: experiment.years + 1), count: experiment.catalogue.seriesCount)
  }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    func append(_ rows: TileRows, _ row: Int, to list: inout [Double]) {
      let columns = min(members - list.count, tile.blocks.count * EnsembleDraws.blockMembers)
      let numbers = rows[row..<row + 1].numbers
      list.append(contentsOf: UnsafeBufferPointer(start: numbers, count: max(0, columns)))
    }
    if t == 0 {
      for row in parameters.indices { append(workspace.parameters, row, to: &parameters[row]) }
    } else {
      for row in shocks[t - 1].indices { append(workspace.normals, row, to: &shocks[t - 1][row]) }
    }
    for row in series.indices { append(workspace.series, row, to: &series[row][t]) }
  }
}
