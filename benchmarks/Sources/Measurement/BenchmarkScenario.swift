import Analysis
import District
import Projection
import Sampling
import Scenarios

/// The experiment that is measured: the built-in district with its planned funding, 2021-2025.
public enum BenchmarkScenario {
  /// Seed of the draws.
  public static let seed: UInt64 = 20_210_410

  /// The planned funding with a number of members.
  ///
  /// - Throws: what the district's reader throws.
  public static func planned(
    members: Int, sampler: SamplerKind = .sobol, seed: UInt64 = seed, horizon: Int = 2025
  ) throws -> Experiment {
    let district = try District.builtIn("hongsibao")
    let years = horizon - district.baseYear
    var plan = FundingPlan(
      firstYear: district.baseYear + 1, years: years, projects: district.projects.count,
      sources: district.sources.count)
    for t in 0..<min(years, district.plan.years) {
      for p in district.projects.indices {
        for f in district.sources.indices { plan[t, p, f] = district.plan[t, p, f] }
      }
    }
    let title = BilingualText(zh: "基准", en: "Benchmark")
    return Experiment(
      ResolvedScenario(
        id: "benchmark", title: title, description: nil, chain: [], district: district, horizon: horizon,
        ensemble: Ensemble(members: members, sampler: sampler, seed: seed), planBeforeAdjustments: plan, plan: plan,
        fundingPastHorizon: [], events: [], parameters: district.parameters.map(\.distribution),
        targets: district.targets, values: [], warnings: [], standaloneYAML: ""))
  }
}
