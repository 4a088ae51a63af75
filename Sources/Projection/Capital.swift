import District
import ElementaryFunctions
import LinearAlgebra

/// Step 4: capital, over that of the base year.
///
/// Dividing I and K of step 4 by K_s0 = kv_s V_s0 leaves K/K0 <- (1 - delta) K/K0 + (delta + g) exp(v_t-1)
/// + (1 + crowding_in) / value_added_scale x sum_p [B_sp / (kv_s V_s)] x_p, where the last factor is a fixed matrix.
struct CapitalCoefficients: Sendable {
  /// B_sp / (kv_s V_s(2020)).
  let formation: SparseTileProduct
  /// 1 - delta_s.
  let survival: [Double]
  /// delta_s + baseline_capital_growth.
  let replacement: [Double]
  /// 1 / (1 + 1/(1 + baseline_capital_growth)): the mean capital of the base year on the baseline path.
  let meanOfBaseYear: Double

  init(_ experiment: Experiment) {
    let district = experiment.district
    var matrix = Matrix(rows: district.sectors.count, columns: district.projects.count)
    for link in district.links where link.kind == .capital {
      let sector = district.sectors[link.target]
      matrix[link.target, link.project] += link.value / (sector.capitalOutputRatio * sector.valueAdded)
    }
    formation = SparseTileProduct(matrix)
    let growth = district.constants.baselineCapitalGrowth
    survival = district.sectors.map { 1 - $0.depreciation }
    replacement = district.sectors.map { $0.depreciation + growth }
    meanOfBaseYear = 1 / (1 + 1 / (1 + growth))
  }
}

extension TileModel {
  /// (1 + crowding_in) / value_added_scale, once a tile.
  func beginCapital() {
    let w = workspace
    let crowdingIn = w.parameters[experiment.parameters.crowdingIn]
    let scale = w.parameters[experiment.parameters.valueAddedScale]
    let capitalScale = w.capitalScale[0]
    for i in 0..<w.capitalScale.vectors {
      capitalScale[i] = (1 + crowdingIn[i]) / (scale[i] * experiment.baseLevelFactor)
    }
  }

  /// Step 4. The log index k_s = ln((K + K_t-1) / (K_0 (1 + 1/(1 + g)))) goes into the potential of step 7.
  func formCapital(_ t: Int) {
    let w = workspace
    let executed = w.series[experiment.catalogue.executed..<experiment.catalogue.unspent]
    capital.formation.multiply(executed.numbers, into: w.projectCapital.numbers, members: w.members)
    let scale = w.capitalScale[0]
    for s in capital.survival.indices {
      let survival = capital.survival[s]
      let replacement = capital.replacement[s]
      let K = w.capital[s]
      let formed = w.projectCapital[s]
      let activity = w.activity[s]
      let k = w.potential[s]
      for i in 0..<w.capital.vectors {
        let before = K[i]
        let now = survival * before + replacement * activity[i] + scale[i] * formed[i]
        K[i] = now
        // The argument of the logarithm, which is taken of all sectors below.
        k[i] = (now + before) * capital.meanOfBaseYear
      }
    }
    w.potential.takeLogarithms()
  }
}
