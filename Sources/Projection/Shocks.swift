import District
import ElementaryFunctions
import LinearAlgebra

/// The yearly shocks: e_t = L z_t plus the scenario's events.
struct ShockCoefficients: Sendable {
  /// L, the lower Cholesky factor of the correlation matrix R, R_ab = sum_k w_ak w_bk off the diagonal and 1 on it.
  let correlate: FactorModelProduct
  /// Events by year: (row of the shock, standard deviations).
  let events: [[(row: Int, standardDeviations: Double)]]

  init(_ experiment: Experiment) throws {
    correlate = try FactorModelProduct(loadings: Matrix(experiment.district.shocks.map(\.loadings)))
    var events = Array(repeating: [(row: Int, standardDeviations: Double)](), count: experiment.years + 1)
    for event in experiment.scenario.events where event.year <= experiment.scenario.horizon {
      events[event.year - experiment.district.baseYear].append((event.shock, event.standardDeviations))
    }
    self.events = events
  }
}

extension TileModel {
  /// Correlates the year's normals and adds the known events.
  func correlateShocks(_ t: Int) {
    let w = workspace
    shockCoefficients.correlate.multiply(w.normals.numbers, into: w.shocks.numbers, members: w.members)
    for event in shockCoefficients.events[t] {
      let e = w.shocks[event.row]
      for i in 0..<w.shocks.vectors { e[i] += event.standardDeviations }
    }
  }
}
