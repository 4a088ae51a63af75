import District
import ElementaryFunctions
import LinearAlgebra

/// Steps 6, 7 and 10: labour, potential output and the closure.
struct ProductionCoefficients: Sendable {
  /// [GV | Theta]: log output by sector from effective maturities and scaled pillar gains.
  let gains: SparseTileProduct
  /// g_s.
  let trend: [Double]
  /// Position of the sector's group in `TrendGroup.allCases`.
  let group: [Int]
  /// capital_elasticity_s.
  let elasticity: [Double]
  /// rho and sigma_s of the productivity process.
  let persistence: Double
  let sigma: [Double]
  /// employment_feedback x nu_s.
  let labourFeedback: [Double]
  /// tau_s.
  let tradability: [Double]
  /// V_s(2020), 亿元.
  let valueAdded: [Double]
  /// Position of the sector's industry in `Industry.allCases`.
  let industry: [Int]

  init(_ experiment: Experiment) {
    let district = experiment.district
    let sectors = district.sectors
    let projectCount = district.projects.count
    var matrix = Matrix(rows: sectors.count, columns: projectCount + district.pillars.count)
    for link in district.links where link.kind == .productivity { matrix[link.target, link.project] += link.value }
    for entry in district.pillarElasticities { matrix[entry.sector, projectCount + entry.pillar] += entry.value }
    gains = SparseTileProduct(matrix)
    trend = sectors.map(\.productivityTrend)
    group = sectors.map { TrendGroup.allCases.firstIndex(of: $0.trendGroup)! }
    elasticity = sectors.map(\.capitalElasticity)
    persistence = district.constants.productivityPersistence
    sigma = sectors.map(\.productivitySigma)
    labourFeedback = sectors.map { district.constants.employmentFeedback * $0.employmentElasticity }
    tradability = sectors.map(\.tradability)
    valueAdded = sectors.map(\.valueAdded)
    industry = sectors.map { Industry.allCases.firstIndex(of: $0.industry)! }
  }
}

extension TileModel {
  /// Steps 6 and 7: l = employment_feedback nu v_t-1; a <- rho a + sigma e;
  /// v* = (g + shift) t + a + alpha k + (1 - alpha) l + Theta gains + GV gains, alpha clamped to 0.05...0.95.
  func produce(_ t: Int) {
    let w = workspace
    let scale = w.parameters[experiment.parameters.capitalElasticityScale]
    let low = Vector(repeating: 0.05)
    let high = Vector(repeating: 0.95)
    let years = Double(t)
    for s in production.trend.indices {
      let elasticity = production.elasticity[s]
      let sigma = production.sigma[s]
      let trend = production.trend[s]
      let labourFeedback = production.labourFeedback[s]
      let rho = production.persistence
      let shift = w.parameters[experiment.parameters.trendShift[production.group[s]]]
      let e = w.shocks[experiment.shocks.productivity[s]]
      let a = w.productivity[s]
      let v = w.drivers[s]
      // `potential` holds k_s on entry and v*_s on return.
      let potential = w.potential[s]
      for i in 0..<w.potential.vectors {
        a[i] = rho * a[i] + sigma * e[i]
        let alpha = maximum(low, minimum(high, elasticity * scale[i]))
        let l = labourFeedback * v[i]
        potential[i] = (trend + shift[i]) * years + a[i] + l + alpha * (potential[i] - l)
      }
    }
    production.gains.multiplyAdd(w.factors.numbers, into: w.potential.numbers, members: w.members)
  }

  /// The value added of the base year, with v = 0.
  func beginOutput() {
    let w = workspace
    let scale = w.parameters[experiment.parameters.valueAddedScale]
    w.industryOutput.fill(0)
    for s in production.valueAdded.indices {
      let base = production.valueAdded[s] * experiment.baseLevelFactor
      let V = w.series[experiment.catalogue.valueAdded + s]
      let industry = w.industryOutput[production.industry[s]]
      for i in 0..<w.series.vectors {
        V[i] = base * scale[i]
        industry[i] += V[i]
      }
    }
    sumIndustries()
    let nominal = w.series[experiment.catalogue.gdpNominal]
    let real = w.series[experiment.catalogue.gdpReal]
    for i in 0..<w.series.vectors { nominal[i] = real[i] }
  }

  /// Step 10: v = tau v* + (1 - tau) v^d; V = V_0 exp(v); real GDP is their sum.
  /// On entry `drivers` holds v^d (written by step 9). V_s = V_s(2020) value_added_scale exp(v_s).
  func close(_ t: Int) {
    let w = workspace
    let scale = w.parameters[experiment.parameters.valueAddedScale]
    w.industryOutput.fill(0)
    for s in production.tradability.indices {
      let tau = production.tradability[s]
      let base = production.valueAdded[s] * experiment.baseLevelFactor
      let v = w.drivers[s]
      let potential = w.potential[s]
      let activity = w.activity[s]
      let V = w.series[experiment.catalogue.valueAdded + s]
      let industry = w.industryOutput[production.industry[s]]
      for i in 0..<w.drivers.vectors { v[i] += tau * (potential[i] - v[i]) }
      exponentials(of: v, into: activity, count: w.drivers.vectors)
      for i in 0..<w.drivers.vectors {
        let output = base * scale[i] * activity[i]
        V[i] = output
        industry[i] += output
      }
    }
    sumIndustries()
  }

  private func sumIndustries() {
    let w = workspace
    let real = w.series[experiment.catalogue.gdpReal]
    let (primary, secondary, tertiary) = (w.industryOutput[0], w.industryOutput[1], w.industryOutput[2])
    for i in 0..<w.series.vectors { real[i] = primary[i] + secondary[i] + tertiary[i] }
  }
}
