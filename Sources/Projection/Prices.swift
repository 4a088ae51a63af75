import District
import ElementaryFunctions
import Foundation

/// Step 11: prices and comparators.
struct PriceCoefficients: Sendable {
  /// Trend and sigma of the log deflators by industry.
  let deflator: [Double]
  let deflatorSigma: [Double]
  /// Y_m(2020), ln(1 + growth_m) and sigma_m.
  let comparatorBase: [Double]
  let comparatorGrowth: [Double]
  let comparatorSigma: [Double]

  init(_ experiment: Experiment) {
    let district = experiment.district
    deflator = district.constants.deflator
    deflatorSigma = district.constants.deflatorSigma
    comparatorBase = district.comparators.map(\.base)
    comparatorGrowth = district.comparators.map { Foundation.log(1 + $0.growth) }
    comparatorSigma = district.comparators.map(\.sigma)
  }
}

extension TileModel {
  /// Step 11: ln P_k <- ln P_k + deflator_k + shift_k + sigma_k e_k; nominal GDP = sum_s V_s P_ind(s);
  /// ln Y_m <- ln Y_m + ln(1 + growth_m) + shift_m + sigma_m e_m, kept as its deviation from the growth path.
  func price(_ t: Int) {
    let w = workspace
    let vectors = w.series.vectors
    let nominal = w.series[experiment.catalogue.gdpNominal]
    for k in prices.deflator.indices {
      let (trend, sigma) = (prices.deflator[k], prices.deflatorSigma[k])
      let shift = w.parameters[experiment.parameters.deflatorShift[k]]
      let e = w.shocks[experiment.shocks.deflators[k]]
      let logPrice = w.logPrices[k]
      let price = w.prices[0]
      let output = w.industryOutput[k]
      for i in 0..<vectors { logPrice[i] += trend + shift[i] + sigma * e[i] }
      exponentials(of: logPrice, into: price, count: vectors)
      for i in 0..<vectors {
        let value = output[i] * price[i]
        nominal[i] = k == 0 ? value : nominal[i] + value
      }
    }
    for m in prices.comparatorBase.indices {
      let level = prices.comparatorBase[m] * Foundation.exp(prices.comparatorGrowth[m] * Double(t))
      let sigma = prices.comparatorSigma[m]
      let shift = w.parameters[experiment.parameters.comparatorGrowthShift[m]]
      let e = w.shocks[experiment.shocks.comparators[m]]
      let deviation = w.comparatorDeviations[m]
      let Y = w.series[experiment.catalogue.comparators + m]
      for i in 0..<vectors { deviation[i] += shift[i] + sigma * e[i] }
      exponentials(of: deviation, into: Y, count: vectors)
      for i in 0..<vectors { Y[i] *= level }
    }
  }
}
