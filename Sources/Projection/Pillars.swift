import District
import ElementaryFunctions
import LinearAlgebra

/// Step 5: the pillar indices.
///
/// J_j <- J_j - drift_j + sum_p G_jp efficacy_p (E_p - E_p,t-1), with E = 0 in the base year, adds up to
/// J_j = J_jb - drift_j t + sum_p G_jp efficacy_p E_p: the form used here.
struct PillarCoefficients: Sendable {
  /// G, pillar by project.
  let gains: SparseTileProduct
  /// J_j(2020).
  let base: [Double]
  let drift: [Double]

  init(_ experiment: Experiment) {
    let district = experiment.district
    gains = SparseTileProduct(district.linkMatrix(.pillar, targets: district.pillars.count))
    base = district.pillars.map(\.base)
    drift = district.pillars.map(\.drift)
  }
}

extension TileModel {
  func beginPillars() { writePillars(0) }

  /// Step 5, and the scaled gains pillar_elasticity_scale_j (J_j - J_jb)/100 that step 7 takes.
  func raisePillars(_ t: Int) {
    let w = workspace
    pillars.gains.multiply(w.factors.numbers, into: w.pillarGains.numbers, members: w.members)
    writePillars(t)
  }

  private func writePillars(_ t: Int) {
    let w = workspace
    let projectCount = experiment.district.projects.count
    for j in pillars.base.indices {
      let J = w.series[experiment.catalogue.pillars + j]
      let offset = w.parameters[experiment.parameters.pillarBase[j]]
      let scale = w.parameters[experiment.parameters.pillarElasticityScale[j]]
      let gain = w.pillarGains[j]
      let scaled = w.factors[projectCount + j]
      let drift = pillars.drift[j] * Double(t)
      for i in 0..<w.series.vectors {
        let change = t == 0 ? Vector(repeating: 0) : gain[i] - drift
        J[i] = pillars.base[j] + offset[i] + change
        scaled[i] = scale[i] * change * 0.01
      }
    }
  }
}

extension District {
  /// The links of one kind as a matrix, target by project.
  func linkMatrix(_ kind: ProjectLink.Kind, targets: Int) -> Matrix {
    var matrix = Matrix(rows: targets, columns: projects.count)
    for link in links where link.kind == kind { matrix[link.target, link.project] += link.value }
    return matrix
  }
}
