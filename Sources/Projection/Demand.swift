import District
import ElementaryFunctions
import Foundation
import LinearAlgebra

/// Step 9: demand through the Leontief inverse.
///
/// Final demand is linear in four member-wise factors, so the inverse is applied to its fixed parts once:
/// v^d_s = ln(exp(consumption) C_s + (G + I)_s,t + exp(export) X_s,t + additionality sum_p N_sp x_p), with every part
/// (I - diag(local) A)^-1 (.) / x0.
struct DemandCoefficients: Sendable {
  /// Household demand.
  let household: [Double]
  /// Government and base investment demand by year.
  let fixed: [[Double]]
  /// Sales outside by year.
  let export: [[Double]]
  /// N: requirements of the projects' purchases.
  let purchases: SparseTileProduct
  let exportSigma: Double
  let consumerPrice: Double
  let populationGrowth: Double

  init(_ experiment: Experiment) throws {
    let district = experiment.district
    let sectors = district.sectors
    let n = sectors.count
    var leontief = Matrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n {
        leontief[i, j] = (i == j ? 1 : 0) - sectors[i].localShare * district.inputOutput[i][j]
      }
    }
    let factorization = try LUFactorization(of: leontief)
    func requirements(_ finalDemand: [Double]) throws -> [Double] {
      zip(try factorization.solve(finalDemand), sectors).map { $0 / $1.grossOutput }
    }
    household = try requirements(sectors.map(\.householdDemand))
    let constants = district.constants
    fixed = try (1...experiment.years).map { t in
      let government = Foundation.exp(constants.governmentGrowth * Double(t))
      let investment = Foundation.exp(constants.baseInvestmentGrowth * Double(t))
      return try requirements(sectors.map { $0.governmentDemand * government + $0.investmentDemand * investment })
    }
    export = try (1...experiment.years).map { t in
      try requirements(sectors.map { $0.exportDemand * Foundation.exp($0.exportTrend * Double(t)) })
    }
    var purchased = Matrix(rows: n, columns: district.projects.count)
    for link in district.links where link.kind == .purchase {
      purchased[link.target, link.project] += link.value * sectors[link.target].localShare
    }
    for p in district.projects.indices {
      let column = try requirements((0..<n).map { purchased[$0, p] })
      for s in 0..<n { purchased[s, p] = column[s] }
    }
    purchases = SparseTileProduct(purchased)
    exportSigma = constants.exportSigma
    consumerPrice = constants.consumerPrice
    populationGrowth = constants.populationGrowth
  }
}

extension TileModel {
  /// Step 9: xi <- xi + sigma e; v^d from final demand. Overwrites `drivers` (v of the year before) with v^d.
  func meetDemand(_ t: Int) {
    let w = workspace
    let vectors = w.series.vectors
    let executed = w.series[experiment.catalogue.executed..<experiment.catalogue.unspent]
    demand.purchases.multiply(executed.numbers, into: w.purchases.numbers, members: w.members)

    let consumptionScale = w.parameters[experiment.parameters.consumptionScale]
    let exportShift = w.parameters[experiment.parameters.exportTrendShift]
    let e = w.shocks[experiment.shocks.export]
    let xi = w.exportWalk[0]
    let r = w.realIncome[0]
    let consumption = w.demandFactors[0]
    let sales = w.demandFactors[1]
    for i in 0..<vectors {
      xi[i] += demand.exportSigma * e[i]
      consumption[i] = consumptionScale[i] * r[i]
      sales[i] = exportShift[i] * Double(t) + xi[i]
    }
    w.demandFactors.takeExponentials()
    let additionality = w.parameters[experiment.parameters.purchaseAdditionality]
    for s in demand.household.indices {
      let household = demand.household[s]
      let fixed = demand.fixed[t - 1][s]
      let export = demand.export[t - 1][s]
      let purchases = w.purchases[s]
      let v = w.drivers[s]
      for i in 0..<vectors {
        v[i] = household * consumption[i] + fixed + export * sales[i] + additionality[i] * purchases[i]
      }
    }
    w.drivers[demand.household.indices].takeLogarithms()
  }
}
