import District
import ElementaryFunctions
import Foundation
import LinearAlgebra

/// Step 8: water decides output.
struct WaterCoefficients: Sendable {
  /// W by project, one row.
  let saving: SparseTileProduct
  /// The sector that water rations.
  let crops: Int
  /// ln(water_tightness_2020) and sp of it.
  let logTightness: Double
  let rationingOfBaseYear: Double
  let quotaGrowth: Double
  let sigma: Double
  /// The largest share of the requirement that projects can save.
  let largestSaving = 0.6
  /// Sharpness of the smooth maximum sp(y) = ln(1 + exp(40 y))/40.
  let sharpness = 40.0

  init(_ experiment: Experiment) {
    let district = experiment.district
    saving = SparseTileProduct(district.linkMatrix(.water, targets: 1))
    crops = district.sectors.firstIndex { $0.id == "crops" }!
    logTightness = Foundation.log(district.constants.waterTightness2020)
    rationingOfBaseYear = Foundation.log(1 + Foundation.exp(sharpness * logTightness)) / sharpness
    quotaGrowth = district.constants.waterQuotaGrowth
    sigma = district.constants.waterSigma
  }
}

extension TileModel {
  func beginWater() {
    let tightness = workspace.series[experiment.catalogue.waterTightness..<experiment.catalogue.waterTightness + 1]
    tightness.fill(experiment.district.constants.waterTightness2020)
  }

  /// Step 8: h = min(0.6, sum W gains); w = ln tightness_2020 + elasticity v*_crops + ln(1 - h) - growth t - sigma e;
  /// v*_crops <- v*_crops - [sp(w) - sp(ln tightness_2020)] / elasticity.
  func rationWater(_ t: Int) {
    let w = workspace
    let vectors = w.series.vectors
    water.saving.multiply(w.factors.numbers, into: w.waterSaving.numbers, members: w.members)
    let elasticity = w.parameters[experiment.parameters.waterElasticity]
    let e = w.shocks[experiment.shocks.water]
    let crops = w.potential[water.crops]
    // Holds w, the logarithm, until the last line.
    let tightness = w.series[experiment.catalogue.waterTightness]
    let largest = Vector(repeating: water.largestSaving)
    let base = water.logTightness - water.quotaGrowth * Double(t)
    // Holds what the projects save, then ln(1 - h).
    let logUnsaved = w.waterSaving[0]
    for i in 0..<vectors { logUnsaved[i] = 1 - minimum(largest, logUnsaved[i]) }
    logarithms(of: logUnsaved, into: logUnsaved, count: vectors)
    for i in 0..<vectors {
      tightness[i] = base + elasticity[i] * crops[i] + logUnsaved[i] - water.sigma * e[i]
    }
    // sp(y) = ln(1 + exp(c y))/c, as max(y, 0) + ln(1 + exp(-c |y|))/c so that nothing overflows; the row is free for the
    // second part.
    let beyondMaximum = logUnsaved
    let zero = Vector(repeating: 0)
    for i in 0..<vectors { beyondMaximum[i] = maximum(tightness[i], zero - tightness[i]) * -water.sharpness }
    exponentials(of: beyondMaximum, into: beyondMaximum, count: vectors)
    for i in 0..<vectors { beyondMaximum[i] += 1 }
    logarithms(of: beyondMaximum, into: beyondMaximum, count: vectors)
    for i in 0..<vectors {
      let rationing = maximum(tightness[i], zero) + beyondMaximum[i] * (1 / water.sharpness)
      crops[i] -= (rationing - water.rationingOfBaseYear) / elasticity[i]
    }
    exponentials(of: tightness, into: tightness, count: vectors)
  }
}
