import District
import Projection
import Scenarios

/// Scenarios under stresses, run on the same draws.
public struct RobustnessResult: Sendable {
  /// Ids of the scenarios.
  public let scenarios: [String]
  /// Ids of the stresses.
  public let stresses: [String]
  /// Targets that every run has a probability of, those of the first scenario.
  public let targets: [Target]
  /// Members of each run.
  public let members: Int
  /// Summaries by scenario and stress: the targets only.
  private let summaries: [[EnsembleSummary]]

  fileprivate init(_ grid: [[ResolvedScenario]], stresses: [String], summaries: [[EnsembleSummary]]) {
    scenarios = grid.map { $0[0].id }
    self.stresses = stresses
    self.summaries = summaries
    members = summaries[0][0].members
    targets = grid[0][0].targets.filter { target in
      summaries.allSatisfy { $0.allSatisfy { $0.quantity(.target(target.id)) != nil } }
    }
  }

  /// The table of a target: its probability under each stress.
  public func table(of target: Target, satisfactoryLevel: Double) -> RobustnessTable {
    table(satisfactoryLevel) { [$0.quantity(.target(target.id))!] }
  }

  /// The table of all targets together: the expected share of them that is met, which is the mean of their
  /// probabilities.
  public func tableOfAll(satisfactoryLevel: Double) -> RobustnessTable {
    table(satisfactoryLevel) { summary in targets.map { summary.quantity(.target($0.id))! } }
  }

  /// The first scenario and stress whose values are not finite numbers, if any.
  public var firstNonFinite: (scenario: String, stress: String, indicator: String, year: Int)? {
    for (scenario, row) in zip(scenarios, summaries) {
      for (stress, summary) in zip(stresses, row) {
        if let broken = summary.firstNonFinite { return (scenario, stress, broken.indicator, broken.year) }
      }
    }
    return nil
  }

  private func table(_ level: Double, _ parts: (EnsembleSummary) -> [ReplicatedQuantity]) -> RobustnessTable {
    let cells = summaries.map { $0.map(parts) }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    return RobustnessTable(
      scenarios: scenarios, stresses: stresses, payoffs: cells.map { $0.map { mean($0.map(\.value)) } },
      satisfactoryLevel: level,
      byReplicate: cells.map { row in
        row.map { parts in parts[0].members.indices.map { replicate in mean(parts.map { $0.byReplicate[replicate] }) } }
      }, members: cells[0][0][0].members)
  }
}

/// Runs scenarios under stresses as one job.
public struct RobustnessRun: Sendable {
  private let grid: [[ResolvedScenario]]
  private let stresses: [String]
  private let sweep: SweepRun

  /// Plans the run.
  ///
  /// - Parameters:
  ///   - grid: scenarios by scenario and stress, every row of the same length.
  ///   - stresses: ids of the stresses.
  ///   - threads: workers; nil for one a core.
  /// - Throws: `ComparisonError` when the scenarios do not share their draws.
  public init(_ grid: [[ResolvedScenario]], stresses: [String], threads: Int? = nil) throws {
    precondition(grid.allSatisfy { $0.count == stresses.count })
    self.grid = grid
    self.stresses = stresses
    let catalogue = grid[0][0].catalogue
    // GDP is summarised to notice values that are not finite; the targets are summarised always.
    sweep = try SweepRun(
      grid.flatMap { $0 }, indicators: ["gdp_nominal"].compactMap { catalogue[$0] }, threads: threads)
  }

  /// Members of all the runs together.
  public var members: Int { sweep.scenarios.count * sweep.scenarios[0].ensemble.members }

  /// Runs everything.
  ///
  /// - Parameter progress: called from the workers with the scenario-members done so far.
  /// - Returns: what was found; nil when no target has a probability in every run.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public func run(progress: (@Sendable (Int) -> Void)? = nil) throws -> RobustnessResult? {
    let summaries = try sweep.summarise(progress: progress)
    let rows = grid.indices.map { row in
      Array(summaries[(row * stresses.count)..<((row + 1) * stresses.count)])
    }
    let result = RobustnessResult(grid, stresses: stresses, summaries: rows)
    return result.targets.isEmpty ? nil : result
  }
}
