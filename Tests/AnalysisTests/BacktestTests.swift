import Analysis
import District
import ExampleScenarios
import Foundation
import Projection
import Testing

@Suite struct BacktestTests {
  private let experiment = Experiment(ExampleScenarios.planned(members: 4_096))

  @Test func figuresMadeByTheModelItselfAreCoveredAsOftenAsTheRangesSay() throws {
    // 40 members of another seed play the truth, one after another: 40 x 4 figures, correlated within a member.
    let truth = try Trace(Experiment(ExampleScenarios.planned(members: 64, seed: 5)), members: 40)
    let ids = ["gdp_nominal", "ningxia_income_all", "pillar.environment", "outcome.cattle_raised"]
    let units = ["yi_yuan", "yuan_per_person", "index", "wan_head"]
    var rows: [String] = []
    for member in 0..<40 {
      for (id, unit) in zip(ids, units) {
        let value = truth.series[experiment.catalogue.index[id]!][3][member]
        rows.append("\(id),2023,,\(value),\(unit),\(value * 1e-4),,derived,truth \(member)")
      }
    }
    let found = try BacktestRun(experiment, observations: ExampleObservations.read(rows), origin: 2020).score()
    #expect(found.cases.count == 160)
    // Binomial with 40 independent truths at the least: 90 % within 4 standard deviations of 0.047, 50 % of 0.079.
    #expect(abs(Double(found.all.inNinety) / 160 - 0.9) < 0.19)
    #expect(abs(Double(found.all.inHalf) / 160 - 0.5) < 0.32)
    let mean = found.cases.map(\.integralTransform).reduce(0, +) / 160
    #expect(abs(mean - 0.5) < 4 * 0.289 / 40.0.squareRoot())
    #expect(found.misses.count == 160 - found.all.inNinety)
  }

  @Test func naiveForecastsCarryOnTheLastGrowthAndTheRegions() throws {
    let set = try ExampleObservations.read([
      "ningxia_income_rural,2017,,10000,yuan_per_person,50,,sourced,a",
      "ningxia_income_rural,2018,,11000,yuan_per_person,50,,sourced,b",
      "income_rural,2018,,8000,yuan_per_person,50,,sourced,c", "income_rural,2019,,9000,yuan_per_person,50,,sourced,d",
      ",2020,,4.0,percent,,,sourced,e,ningxia,gdp_growth_real,of the region|",
      "income_rural,2022,,12500,yuan_per_person,100,,sourced,f", "outcome.cattle_raised,2022,,13,wan_head,1,,sourced,g",
      "ningxia_income_rural_growth,2022,,0.07,share,0.003,,sourced,h",
    ])
    let found = try BacktestRun(experiment, observations: set, origin: 2020).score()
    #expect(found.cases.map(\.figure.source) == ["f", "g", "h"])
    func naive(_ index: Int, _ kind: NaiveForecast.Kind) -> Double? {
      found.cases[index].naive.first { $0.kind == kind }?.value
    }
    // From the model's base of 11,000 in 2020.
    #expect(abs(try #require(naive(0, .lastGrowth)) - 11_000 * pow(9_000 / 8_000.0, 2)) < 1e-6)
    #expect(abs(try #require(naive(0, .regionGrowth)) - 11_000 * 1.1 * 1.1) < 1e-6)
    #expect(naive(1, .lastGrowth) == nil)
    #expect(abs(try #require(naive(1, .regionGrowth)) - 11.2 * 1.04 * 1.04) < 1e-9)
    #expect(abs(try #require(naive(2, .lastGrowth)) - 0.1) < 1e-12)
    #expect(abs(try #require(found.cases[0].score(.regionGrowth)) - abs(11_000 * 1.21 - 12_500)) < 1e-6)
  }

  @Test func aLaterOriginKnowsTheFiguresUpToIt() throws {
    let set = try ExampleObservations.read([
      "ningxia_income_all,2021,,30000,yuan_per_person,50,,sourced,far above",
      "ningxia_income_all,2022,,32000,yuan_per_person,50,,sourced,next",
    ])
    let early = try BacktestRun(experiment, observations: set, origin: 2020).score()
    let late = try BacktestRun(experiment, observations: set, origin: 2021).score()
    #expect(early.known.isEmpty && early.cases.count == 2)
    #expect(late.known.count == 1 && late.cases.count == 1)
    #expect(late.cases[0].forecast.mean > early.cases[1].forecast.mean + 1_500)
    #expect(early.misses.contains { $0.figure.source == "far above" })
  }
}
