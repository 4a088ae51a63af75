import District
import ElementaryFunctions
import LinearAlgebra

/// Step 12: incomes.
struct IncomeCoefficients: Sendable {
  /// Lambda: income lines by sectors and the outside wage.
  let responses: SparseTileProduct
  /// GY: income lines by projects.
  let gains: SparseTileProduct
  /// y_i(2020), yuan a head.
  let base: [Double]
  /// trend_i + consumer_price.
  let trend: [Double]
  /// sum_s Lambda_is: the response lost to population growth.
  let populationResponse: [Double]
  /// Positions of the line's household, component and comparator.
  let household: [Int]
  let component: [Int]
  let comparator: [Int]
  let regionalLink: Double
  let outsideWageSigma: Double
  let consumerPrice: Double
  let populationGrowth: Double
  /// s_t, t = 0...years: urban share of residents.
  let urbanShare: [Double]

  init(_ experiment: Experiment) {
    let district = experiment.district
    let lines = district.incomeLines
    let sectors = district.sectors.count
    var matrix = Matrix(rows: lines.count, columns: sectors + 1)
    for entry in district.incomeElasticities { matrix[entry.line, entry.sector ?? sectors] += entry.value }
    responses = SparseTileProduct(matrix)
    gains = SparseTileProduct(district.linkMatrix(.income, targets: lines.count))
    base = lines.map(\.base)
    trend = lines.map { $0.trend + district.constants.consumerPrice }
    populationResponse = lines.indices.map { line in (0..<sectors).reduce(0) { $0 + matrix[line, $1] } }
    household = lines.map { Household.allCases.firstIndex(of: $0.household)! }
    component = lines.map { IncomeComponent.allCases.firstIndex(of: $0.component)! }
    comparator = lines.map { $0.household == .rural ? 1 : 0 }
    let constants = district.constants
    regionalLink = constants.regionalLink
    outsideWageSigma = constants.outsideWageSigma
    consumerPrice = constants.consumerPrice
    populationGrowth = constants.populationGrowth
    urbanShare = (0...experiment.years).map { t in
      min(0.85, constants.urbanShare2020 + (constants.urbanShare2025 - constants.urbanShare2020) * Double(t) / 5)
    }
  }
}

extension TileModel {
  /// Incomes of the base year: y_i(2020) exp(income_base).
  func beginIncomes() {
    let w = workspace
    w.incomeResponses.fill(0)
    for m in prices.comparatorBase.indices {
      let row = experiment.catalogue.comparators + m
      w.series[row..<row + 1].fill(prices.comparatorBase[m])
    }
    writeIncomes(0)
    let all = w.series[experiment.catalogue.incomeAll]
    let base = w.baseIncome[0]
    for i in 0..<w.series.vectors { base[i] = all[i] }
  }

  /// Step 12, and r = ln(income_all / income_all_0) - consumer_price t + population_growth t for next year's step 9.
  func earn(_ t: Int) {
    let w = workspace
    let trend = w.parameters[experiment.parameters.outsideWageTrend]
    let e = w.shocks[experiment.shocks.outsideWage]
    let omega = w.drivers[experiment.district.sectors.count]
    for i in 0..<w.drivers.vectors { omega[i] += trend[i] + incomes.outsideWageSigma * e[i] }
    incomes.responses.multiply(w.drivers.numbers, into: w.incomeResponses.numbers, members: w.members)
    writeIncomes(t)
    let all = w.series[experiment.catalogue.incomeAll]
    let base = w.baseIncome[0]
    let r = w.realIncome[0]
    let prices = (incomes.populationGrowth - incomes.consumerPrice) * Double(t)
    for i in 0..<w.series.vectors { r[i] = all[i] / base[i] }
    logarithms(of: r, into: r, count: w.series.vectors)
    for i in 0..<w.series.vectors { r[i] += prices }
  }

  /// ln y_i = ln y_i(2020) + income_base_h + (trend_i + shift_h + consumer_price) t + regional_link deviation_m
  ///   + scale_c [sum_s Lambda_is (v_s - population_growth t) + Lambda_i,out omega] + sum_p GY_ip efficacy_p E_p;
  /// income_all = s_t income_urban + (1 - s_t) income_rural.
  private func writeIncomes(_ t: Int) {
    let w = workspace
    let c = experiment.catalogue
    let vectors = w.series.vectors
    let years = Double(t)
    w.series[c.incomeRural..<c.incomeUrban + 1].fill(0)
    // The lines hold their logarithm over the base until exponentials are taken.
    let lines = w.series[c.incomeLines..<c.incomeLines + incomes.base.count]
    for line in incomes.base.indices {
      let h = incomes.household[line]
      let incomeBase = w.parameters[experiment.parameters.incomeBase[h]]
      let shift = w.parameters[experiment.parameters.incomeTrendShift[h]]
      let scale = w.parameters[experiment.parameters.incomeElasticityScale[incomes.component[line]]]
      let deviation = w.comparatorDeviations[incomes.comparator[line]]
      let response = w.incomeResponses[line]
      let y = lines[line]
      let population = incomes.populationGrowth * years * incomes.populationResponse[line]
      for i in 0..<vectors {
        let trend = incomes.trend[line] * years + incomeBase[i] + shift[i] * years + incomes.regionalLink * deviation[i]
        y[i] = trend + scale[i] * (response[i] - population)
      }
    }
    incomes.gains.multiplyAdd(w.factors.numbers, into: lines.numbers, members: w.members)
    lines.takeExponentials()
    for line in incomes.base.indices {
      let y = lines[line]
      let total = w.series[incomes.household[line] == 0 ? c.incomeRural : c.incomeUrban]
      for i in 0..<vectors {
        y[i] *= incomes.base[line]
        total[i] += y[i]
      }
    }
    let share = incomes.urbanShare[t]
    let (all, rural, urban) = (w.series[c.incomeAll], w.series[c.incomeRural], w.series[c.incomeUrban])
    for i in 0..<vectors { all[i] = share * urban[i] + (1 - share) * rural[i] }
  }
}
