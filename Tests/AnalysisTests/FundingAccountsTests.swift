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
      let spending = try #require(line.spending)
      let (arrived, executed, unspent) = (spending.arrived.value, spending.executed.value, spending.unspent.value)
      #expect(abs(carried + arrived - executed - unspent) < 1e-12, "\(key) \(line.year)")
      #expect(executed >= 0 && unspent >= -1e-15 && line.pastHorizon == 0)
      #expect(abs(spending.adjusted - arrived - spending.shortfall) < 1e-15)
      #expect(spending.arrived.standardError! >= 0)
      before[key] = unspent
    }
  }

  @Test func theErrorOfASourceThatIsAlwaysOnOneProjectIsThatOfTheProject() throws {
    // With one source a project's money is its money: the errors are those of the run's summary.
    var scenario = ExampleScenarios.planned(members: 1_500)
    for year in 0..<scenario.plan.years {
      for project in 0..<scenario.plan.projects {
        for source in 1..<scenario.plan.sources { scenario.plan[year, project, source] = 0 }
      }
    }
    scenario.planBeforeAdjustments = scenario.plan
    let experiment = Experiment(scenario)
    let summary = try EnsembleRun(experiment).summarise()
    for line in try FundingAccounts(experiment).lines {
      let spending = try #require(line.spending)
      let project = scenario.district.projects[line.project].id
      let executed = try #require(summary["executed.\(project)", year: line.year - 2020])
      #expect(abs(spending.executed.value - executed.moments.mean) < 1e-10)
      #expect(abs(spending.executed.standardError! - executed.meanError!) < 1e-9)
    }
  }

  @Test func threadsDoNotMatter() throws {
    let experiment = Experiment(ExampleScenarios.planned(members: 700))
    let one = try FundingAccounts(experiment, threads: 1).lines
    #expect(try FundingAccounts(experiment, threads: 5).lines == one)
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
          ("arrived", lines.reduce(0) { $0 + $1.spending!.arrived.value }),
          ("executed", lines.reduce(0) { $0 + $1.spending!.executed.value }),
          ("unspent", lines.reduce(0) { $0 + $1.spending!.unspent.value }),
        ] {
          let mean = try #require(summary["\(series).\(project.id)", year: t]).moments.mean
          #expect(abs(value - mean) < 1e-10, "\(series) \(project.id) \(2020 + t)")
        }
      }
    }
  }
}
