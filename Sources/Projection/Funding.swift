import District
import ElementaryFunctions
import LinearAlgebra

/// Step 1: money arrives.
struct FundingCoefficients: Sendable {
  let arrivalCap: Double
  /// sigma_f by source.
  let sigma: [Double]
  /// M_pf,t exp(-investment_price t) by year: nominal plan at 2020 prices.
  let plan: [SparseTileProduct]

  init(_ experiment: Experiment) {
    let district = experiment.district
    arrivalCap = district.constants.arrivalCap
    sigma = district.sources.map(\.arrivalSigma)
    plan = (1...experiment.years).map { t in
      let price = district.constants.worksDeflator(year: t)
      var matrix = Matrix(rows: district.projects.count, columns: district.sources.count)
      for p in district.projects.indices {
        for f in district.sources.indices { matrix[p, f] = experiment.scenario.plan[t - 1, p, f] * price }
      }
      return SparseTileProduct(matrix)
    }
  }
}

/// Money that arrives for one project in one year in every member, beyond what the plan brings.
public struct ExtraMoney: Sendable, Equatable {
  /// Year t = 1, 2, ...
  public let year: Int
  /// Index of the project.
  public let project: Int
  /// 亿元 at 2020 prices.
  public let amount: Double

  /// Makes an amount.
  public init(year: Int, project: Int, amount: Double) {
    self.year = year
    self.project = project
    self.amount = amount
  }
}

extension TileModel {
  /// Step 1: phi_f = min(arrival_cap, arrival_f exp(sigma_f e_f - sigma_f^2/2)); A_p = sum_f M_pf phi_f at 2020 prices.
  func moneyArrives(_ t: Int) {
    let w = workspace
    let cap = Vector(repeating: funding.arrivalCap)
    for f in funding.sigma.indices {
      let sigma = funding.sigma[f]
      let arrival = w.parameters[experiment.parameters.arrival[f]]
      let e = w.shocks[experiment.shocks.arrival[f]]
      let phi = w.arrivals[f]
      for i in 0..<w.arrivals.vectors { phi[i] = sigma * e[i] - 0.5 * sigma * sigma }
      exponentials(of: phi, into: phi, count: w.arrivals.vectors)
      for i in 0..<w.arrivals.vectors { phi[i] = minimum(cap, arrival[i] * phi[i]) }
    }
    let arrived = w.series[experiment.catalogue.arrived..<experiment.catalogue.executed]
    if participation != .all {
      for f in funding.sigma.indices where !participation.includes(source: f) { w.arrivals[f..<f + 1].fill(0) }
    }
    funding.plan[t - 1].multiply(w.arrivals.numbers, into: arrived.numbers, members: w.members)
    if participation != .all {
      for p in 0..<arrived.count where !participation.includes(project: p) { arrived[p..<p + 1].fill(0) }
    }
    if let extra = extraMoney, extra.year == t {
      let row = arrived[extra.project]
      for i in 0..<arrived.vectors { row[i] += extra.amount }
    }
  }
}
