import District
import ElementaryFunctions
import Foundation

/// Steps 2 and 3: absorption, progress and maturity of the projects.
struct ProjectCoefficients: Sendable {
  /// C_p, 亿元 at 2020 prices.
  let plannedCost: [Double]
  /// c_p.
  let curvature: [Double]
  let completionCap: Double

  init(_ experiment: Experiment) {
    plannedCost = experiment.district.projects.map(\.plannedCost)
    curvature = experiment.district.projects.map(\.curvature)
    completionCap = experiment.district.constants.completionCap
  }
}

extension TileModel {
  /// Steps 2 and 3 for every project; a project without a planned cost executes nothing.
  ///
  /// In short loops, for the reason in docs/ARCHITECTURE.md ("Loops in a step").
  func absorbAndMature(_ t: Int) {
    for p in projects.plannedCost.indices {
      if projects.plannedCost[p] > 0 {
        absorb(project: p)
        mature(project: p)
      } else {
        carryOver(project: p)
      }
    }
  }

  /// Step 2: cap = absorption C; b = u + A; x = b / sqrt(1 + (b/cap)^2); u <- b - x; q <- q + x/C; completion = min(1, q).
  private func absorb(project p: Int) {
    let w = workspace
    let c = experiment.catalogue
    let C = projects.plannedCost[p]
    let absorption = w.parameters[experiment.parameters.absorption[p]]
    let A = w.series[c.arrived + p]
    let x = w.series[c.executed + p]
    let u = w.series[c.unspent + p]
    let q = w.completions[p]
    let completion = w.series[c.completion + p]
    let one = Vector(repeating: 1)
    for i in 0..<w.series.vectors {
      let cap = absorption[i] * C
      let b = u[i] + A[i]
      // b / sqrt(1 + (b/cap)^2), without a division; rounding must not spend more than there is.
      let executed = minimum(b, b * cap * reciprocalSquareRoot(cap * cap + b * b))
      x[i] = executed
      u[i] = b - executed
      let progress = q[i] + executed * (1 / C)
      q[i] = progress
      completion[i] = minimum(one, progress)
    }
  }

  /// Step 3: q' = min(q, cap); pi = (1 - exp(-c q')) / (1 - exp(-c)); E <- E + maturation (pi - E).
  private func mature(project p: Int) {
    let w = workspace
    let curvature = projects.curvature[p]
    let completionCap = Vector(repeating: projects.completionCap)
    let maturation = w.parameters[experiment.parameters.maturation[p]]
    let efficacy = w.parameters[experiment.parameters.efficacy[p]]
    let q = w.completions[p]
    let E = w.series[experiment.catalogue.maturity + p]
    let effective = w.factors[p]
    // Holds exp(-c q') for a while; the limit of pi for c -> 0 is q' itself.
    if curvature != 0 {
      for i in 0..<w.series.vectors { effective[i] = minimum(q[i], completionCap) * -curvature }
      exponentials(of: effective, into: effective, count: w.series.vectors)
    }
    let full = 1 / (1 - Foundation.exp(-curvature))
    for i in 0..<w.series.vectors {
      let pi = curvature == 0 ? minimum(q[i], completionCap) : (1 - effective[i]) * full
      let mature = E[i] + maturation[i] * (pi - E[i])
      E[i] = mature
      effective[i] = efficacy[i] * mature
    }
  }

  /// A project without a planned cost: nothing is executed, nothing is lost.
  private func carryOver(project p: Int) {
    let w = workspace
    let A = w.series[experiment.catalogue.arrived + p]
    let u = w.series[experiment.catalogue.unspent + p]
    for i in 0..<w.series.vectors { u[i] += A[i] }
  }
}
