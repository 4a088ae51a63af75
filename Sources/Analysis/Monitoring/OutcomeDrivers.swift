import District
import LinearAlgebra
import Projection

/// What moved the outcomes of a check, and what they hang on.
struct OutcomeDrivers {
  /// For every test, the figures that moved its expected margin most, by one linear update (the first as far as it goes).
  let movedBy: [[OutcomeDriver]]
  /// For every test, the scores with the largest correlation with its margin after the figures.
  let hangsOn: [[OutcomeDriver]]

  init(_ update: ScoreUpdate, plan: SummaryPlan, figures: [Observation], most: Int = 2) throws {
    let before = try update.projection.margins(update.prior, tests: plan.targets)
    let after = try update.projection.margins(update.posterior, tests: plan.targets)
    let moved = try EnsembleSmoother.contributions(
      before, responses: update.priorResponses, observations: figures.map(\.value), errors: figures.map(\.error))
    movedBy = plan.targets.indices.map { test in
      let spread = SampleSpread.deviation(before.column(test))
      let sizes = figures.indices.map { OutcomeDriver(name: figures[$0].key, size: moved[$0, test]) }
      // A twentieth of the spread of the margin is the least worth naming.
      return sizes.filter { abs($0.size) > 0.05 * spread && spread > 0 }.sorted { abs($0.size) > abs($1.size) }
        .prefix(most).map { $0 }
    }
    let district = update.projection.experiment.district
    let names = update.posterior.variables.map { variable in
      switch variable {
      case .parameter(let index): district.parameters[index].id
      case .shock(let index, let year): "\(district.shocks[index].id)@\(district.baseYear + year)"
      }
    }
    let centred = update.posterior.scores.standardised()
    let correlations = try centred.transposedProduct(with: after.standardised())
    let count = Double(max(1, after.rows))
    // Sampling alone gives correlations of about 1 / sqrt(N).
    let least = max(0.1, 4 / count.squareRoot())
    hangsOn = plan.targets.indices.map { test in
      names.indices.map { OutcomeDriver(name: names[$0], size: correlations[$0, test] / count) }
        .filter { abs($0.size) >= least }.sorted { abs($0.size) > abs($1.size) }.prefix(most).map { $0 }
    }
  }
}

extension Matrix {
  /// Columns less their mean, over their standard deviation; a constant column becomes zero.
  fileprivate func standardised() -> Matrix {
    var result = self
    for column in 0..<columns {
      let values = self.column(column)
      let mean = values.reduce(0, +) / Double(max(1, rows))
      let spread = SampleSpread.deviation(values)
      let scale = spread > 1e-12 * max(1, abs(mean)) ? 1 / spread : 0
      for row in 0..<rows {
        result.columnMajor[row + column * rows] = (columnMajor[row + column * rows] - mean) * scale
      }
    }
    return result
  }
}
