import District
import Sampling
import Scenarios

/// Scenarios made in code for tests of the model, so that these do not rest on the reading of files.
public enum ExampleScenarios {
  /// The built-in district.
  public static let hongsibao: District = {
    do { return try District.builtIn("hongsibao") } catch { fatalError("the built-in district: \(error)") }
  }()

  /// The planned funding to a horizon, or none.
  public static func planned(
    _ district: District = hongsibao, horizon: Int = 2025, members: Int = 1_024, sampler: SamplerKind = .sobol,
    seed: UInt64 = 7, funded: Bool = true
  ) -> ResolvedScenario {
    let years = horizon - district.baseYear
    var plan = FundingPlan(
      firstYear: district.baseYear + 1, years: years, projects: district.projects.count,
      sources: district.sources.count)
    if funded {
      for t in 0..<min(years, district.plan.years) {
        for p in district.projects.indices {
          for f in district.sources.indices { plan[t, p, f] = district.plan[t, p, f] }
        }
      }
    }
    let title = BilingualText(zh: "示例", en: "Example")
    return ResolvedScenario(
      id: "example", title: title, description: nil, chain: [], district: district, horizon: horizon,
      ensemble: Ensemble(members: members, sampler: sampler, seed: seed), planBeforeAdjustments: plan, plan: plan,
      fundingPastHorizon: [], events: [], parameters: district.parameters.map(\.distribution),
      targets: district.targets, values: [], warnings: [], standaloneYAML: "")
  }
}

extension District {
  /// A copy with some parts replaced.
  public func replacing(
    sectors: [Sector]? = nil, projects: [Project]? = nil, parameters: [UncertainParameter]? = nil,
    targets: [Target]? = nil, inputOutput: [[Double]]? = nil, links: [ProjectLink]? = nil,
    pillarElasticities: [PillarElasticity]? = nil, incomeElasticities: [IncomeElasticity]? = nil,
    samplingDimensions: [String: Int]? = nil
  ) -> District {
    District(
      id: id, name: name, region: region, baseYear: baseYear, fingerprint: fingerprint, location: location,
      sectors: sectors ?? self.sectors, projects: projects ?? self.projects, sources: sources, pillars: pillars,
      incomeLines: incomeLines, comparators: comparators, outcomes: outcomes, factors: factors, shocks: shocks,
      parameters: parameters ?? self.parameters, targets: targets ?? self.targets,
      inputOutput: inputOutput ?? self.inputOutput, links: links ?? self.links,
      pillarElasticities: pillarElasticities ?? self.pillarElasticities,
      incomeElasticities: incomeElasticities ?? self.incomeElasticities, plan: plan, constants: constants,
      samplingDimensions: samplingDimensions ?? self.samplingDimensions, inputs: inputs)
  }
}
