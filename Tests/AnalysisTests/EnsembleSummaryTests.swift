import Analysis
import District
import ExampleScenarios
import Projection
import Sampling
import Scenarios
import Testing

/// Quantile of type 7 of values in memory: the definition itself.
private func exactQuantile(_ sorted: [Double], _ p: Double) -> Double {
  let h = p * Double(sorted.count - 1)
  let k = Int(h)
  return k + 1 < sorted.count ? sorted[k] + (h - Double(k)) * (sorted[k + 1] - sorted[k]) : sorted[k]
}

private func summary(
  _ scenario: ResolvedScenario, threads: Int = 2, tileMembers: Int = 256
) throws -> EnsembleSummary {
  try EnsembleRun(Experiment(scenario), threads: threads, tileMembers: tileMembers).summarise()
}

/// Everything a summary holds, for comparison to the last bit.
private func everything(_ summary: EnsembleSummary) -> [IndicatorSummary?] {
  (0...summary.plan.years).flatMap { t in
    summary.plan.indicators.indices.map { summary[indicator: $0, year: t] }
  }
}

@Suite struct EnsembleSummaryTests {
  @Test(arguments: [256, 1_000, 5_000, 20_000])
  func summariesAgreeWithSortingEveryValue(members: Int) throws {
    let scenario = ExampleScenarios.planned(members: members)
    let result = try summary(scenario)
    let trace = try Trace(Experiment(scenario), members: members)
    for (row, indicator) in result.plan.indicators.prefix(trace.series.count).enumerated() {
      for t in 0...5 {
        let values = trace.series[row][t]
        let sorted = values.sorted()
        let found = try #require(result[indicator: row, year: t]).moments
        let mean = values.reduce(0, +) / Double(members)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(members - 1)).squareRoot()
        let scale = max(indicator.resolution, sorted.map(abs).max()!)
        #expect(abs(found.mean - mean) <= 1e-12 * scale, "\(indicator.id)")
        #expect(abs(found.standardDeviation - deviation) <= 1e-7 * scale, "\(indicator.id) sd")
        #expect(found.minimum == sorted.first && found.maximum == sorted.last)
        for (p, quantile) in zip(SummaryPlan.probabilities, found.quantiles) {
          let exact = exactQuantile(sorted, p)
          #expect(
            abs(quantile - exact) <= 1e-3 * (abs(exact) + indicator.resolution),
            "\(indicator.id) year \(t) p\(p): \(quantile) for \(exact)")
        }
      }
    }
  }

  @Test func probabilitiesCountTheMembersThatMeetATarget() throws {
    let members = 3_000
    let scenario = ExampleScenarios.planned(members: members)
    let result = try summary(scenario)
    let trace = try Trace(Experiment(scenario), members: members)
    let catalogue = scenario.catalogue
    let rural = trace.series[catalogue.incomeRural]
    let ningxia = trace.series[catalogue.comparators + 1]
    func growth(_ series: [[Double]], _ t: Int, _ member: Int) -> Double {
      series[t][member] / series[t - 1][member] - 1
    }
    var always = 0
    for member in 0..<members
    where (1...5).allSatisfy({ t in growth(rural, t, member) > growth(ningxia, t, member) }) { always += 1 }
    let growing = try #require(result.targets.first { $0.target.id == "income_growth_premium" })
    #expect(growing.probability == Double(always) / Double(members))
    let hundred = trace.series[catalogue.gdpNominal][5].filter { $0 > 100 }.count
    let gdp = try #require(result.targets.first { $0.target.id == "gdp_100_yi" })
    #expect(gdp.probability == Double(hundred) / Double(members))
    #expect(abs(gdp.medianMargin! - (gdp.median! - 100)) < 0.05)
  }

  @Test(arguments: [200, 10_001, 20_001, 200_001])
  func resultsDoNotDependOnThreadsOrTiles(members: Int) throws {
    let scenario = ExampleScenarios.planned(members: members)
    let reference = try summary(scenario, threads: 1, tileMembers: 64)
    for (threads, tile) in [(1, 256), (2, 64), (2, 512), (7, 192), (16, 1_024)] {
      let other = try summary(scenario, threads: threads, tileMembers: tile)
      #expect(everything(other) == everything(reference), "\(threads) threads, tiles of \(tile)")
      #expect(other.targets == reference.targets)
    }
  }

  @Test func scenarioThatChangesNothingHasExactlyZeroEffect() throws {
    let plain = ExampleScenarios.planned(members: 2_000)
    var renamed = plain
    renamed.id = "renamed"
    renamed.targets.append(
      Target(
        id: "extra", indicator: "jobs", comparison: .atLeast, threshold: .number(10), factor: 1, years: 2023...2025,
        statement: BilingualText(zh: "就业", en: "Jobs"), reference: "test"))
    let first = try summary(plain)
    let second = try summary(renamed)
    #expect(everything(first) == everything(second))
    #expect(second.targets.dropLast().elementsEqual(first.targets))
  }

  @Test func targetsPastTheHorizonHaveNoProbability() throws {
    let result = try summary(ExampleScenarios.planned(horizon: 2023))
    for target in result.targets {
      #expect((target.probability == nil) == (target.target.years.upperBound > 2023), "\(target.target.id)")
    }
  }

  @Test(arguments: SamplerKind.allCases)
  func standardErrorsMatchTheSpreadOverSeeds(sampler: SamplerKind) throws {
    var found = [[Double]](repeating: [], count: SummaryPlan.probabilities.count)
    var claimed = found
    for seed in 1...24 {
      let result = try summary(ExampleScenarios.planned(members: 2_048, sampler: sampler, seed: UInt64(seed)))
      let gdp = try #require(result["gdp_nominal", year: 5])
      let errors = try #require(gdp.quantileErrors)
      for index in found.indices {
        found[index].append(gdp.moments.quantiles[index])
        claimed[index].append(errors[index])
      }
    }
    for (probability, (found, claimed)) in zip(SummaryPlan.probabilities, zip(found, claimed)) {
      let mean = found.reduce(0, +) / 24
      let spread = (found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 23).squareRoot()
      let typical = (claimed.reduce(0) { $0 + $1 * $1 } / 24).squareRoot()
      // A standard deviation from 24 values is known to about 15 %: three of its errors on either side.
      #expect(typical > spread / 1.6 && typical < spread * 1.6, "p\(probability): claimed \(typical), seen \(spread)")
    }
  }

  @Test func otherBaseLevelsScaleTheBaseYearAndNothingElse() throws {
    let scenario = ExampleScenarios.planned(members: 1_024)
    let plain = try Trace(Experiment(scenario), members: 64)
    let high = try Trace(Experiment(scenario, baseLevelFactor: 80.0 / 72), members: 64)
    let gdp = scenario.catalogue.gdpReal
    for member in 0..<64 {
      #expect(abs(high.series[gdp][0][member] / plain.series[gdp][0][member] - 80.0 / 72) < 1e-12)
    }
    #expect(high.parameters == plain.parameters && high.shocks == plain.shocks)
    #expect(high.series[scenario.catalogue.arrived] == plain.series[scenario.catalogue.arrived])
    let experiment = Experiment(scenario)
    let levels = try BaseLevels.run(experiment, summary: try EnsembleRun(experiment).summarise())
    let bases = levels.map { ($0.baseLevel * 1e9).rounded() * 1e-9 }
    #expect(bases == [65, 72, 80])
    let probabilities = levels.compactMap { $0.targets.first { $0.target.id == "gdp_100_yi" }?.probability }
    #expect(probabilities.count == 3 && probabilities[0] < probabilities[1] && probabilities[1] < probabilities[2])
  }
}
