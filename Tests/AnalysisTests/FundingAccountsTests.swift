import Analysis
import District
import ExampleScenarios
import Projection
import Testing

@Suite struct FundingAccountsTests {
  @Test func accountsBalanceForEverySourceProjectAndYear() throws {
    let scenario = ExampleScenarios.planned(members: 1_500)
    let accounts = try FundingAccounts(Experiment(scenario))
    #expect(!accounts.lines.isEmpty)
    var before: [String: Double] = [:]
    for line in accounts.lines.sorted(by: { $0.year < $1.year }) {
      let key = "\(line.project)/\(line.source)"
      let carried = before[key] ?? 0
      #expect(abs(carried + line.arrived - line.executed - line.unspent) < 1e-12, "\(key) \(line.year)")
      #expect(line.executed >= 0 && line.unspent >= -1e-15)
      #expect(abs(line.adjustedReal - line.arrived - line.shortfall) < 1e-15)
      before[key] = line.unspent
    }
  }

  @Test func sourcesAddUpToTheProjectsOfTheModel() throws {
    let scenario = ExampleScenarios.planned(members: 1_500)
    let experiment = Experiment(scenario)
    let accounts = try FundingAccounts(experiment)
    let summary = try EnsembleRun(experiment).summarise()
    for (p, project) in scenario.district.projects.enumerated() {
      for t in 1...5 {
        let lines = accounts.lines.filter { $0.project == p && $0.year == 2020 + t }
        for (series, value) in [
          ("arrived", lines.reduce(0) { $0 + $1.arrived }), ("executed", lines.reduce(0) { $0 + $1.executed }),
          ("unspent", lines.reduce(0) { $0 + $1.unspent }),
        ] {
          let mean = try #require(summary["\(series).\(project.id)", year: t]).moments.mean
          #expect(abs(value - mean) < 1e-10, "\(series) \(project.id) \(2020 + t)")
        }
      }
    }
  }
}
