import District
import ExampleScenarios
import Projection
import Scenarios

/// Runs the model on draws given by a test, 64 members at a time.
struct GivenDraws {
  let experiment: Experiment
  let model: TileModel
  /// [series][year][member]
  private(set) var series: [[[Double]]] = []

  init(_ scenario: ResolvedScenario) throws {
    experiment = Experiment(scenario)
    model = try TileModel(experiment, members: 64)
    for (row, distribution) in scenario.parameters.enumerated() {
      model.workspace.parameters[row..<row + 1].fill(distribution.mode)
    }
    model.workspace.normals.fill(0)
  }

  /// Sets a parameter for all members, or for one.
  func set(_ parameter: String, _ value: Double, member: Int? = nil) {
    let row = experiment.district.parameters.firstIndex { $0.id == parameter }!
    let rows = model.workspace.parameters[row..<row + 1]
    if let member { rows.numbers[member] = value } else { rows.fill(value) }
  }

  /// Runs all years; `normals` gives z of a shock, in a year t, for a member.
  mutating func run(normals: ((_ t: Int, _ shock: Int, _ member: Int) -> Double)? = nil) {
    let workspace = model.workspace
    series = Array(
      repeating: Array(repeating: [], count: experiment.years + 1), count: experiment.catalogue.seriesCount)
    for t in 0...experiment.years {
      if t == 0 {
        model.begin()
      } else {
        if let normals {
          for shock in 0..<experiment.district.shocks.count {
            for member in 0..<64 { workspace.normals[shock..<shock + 1].numbers[member] = normals(t, shock, member) }
          }
        }
        model.step(t)
      }
      for row in series.indices {
        let numbers = workspace.series[row..<row + 1].numbers
        series[row][t] = (0..<64).map { numbers[$0] }
      }
    }
  }

  /// The values of a series by year, for a member.
  func values(_ id: String, member: Int = 0) -> [Double] {
    series[experiment.catalogue.index[id]!].map { $0[member] }
  }
}
