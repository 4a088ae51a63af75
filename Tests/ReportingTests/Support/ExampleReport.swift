import Analysis
import District
import ExampleScenarios
import Projection
import Reporting
import Scenarios

/// Reports of small runs of scenarios made in code.
enum ExampleReport {
  /// The planned funding, 2,048 members.
  static let planned: RunReport = make(ExampleScenarios.planned(members: 2_048))

  /// Runs a scenario and reports it.
  static func make(_ scenario: ResolvedScenario, language: Language = .zh) -> RunReport {
    do {
      let experiment = Experiment(scenario)
      let summary = try EnsembleRun(experiment).summarise()
      return RunReport(
        scenario: scenario, summary: summary, baseLevels: try BaseLevels.run(experiment, summary: summary),
        accounts: try FundingAccounts(experiment), language: language)
    } catch { fatalError("the example scenario: \(error)") }
  }

  /// A record of a run that took no time.
  static let record = RunRecord(
    program: "hsb", version: "0.0.0", commit: "test", threads: 1, tileMembers: 256, linearAlgebra: "none",
    linearAlgebraOptions: "none", readSeconds: 0, ensembleSeconds: 0.5, baseLevelSeconds: 0.25)
}
