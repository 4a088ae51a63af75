import District
import ElementaryFunctions
import Projection

/// The central member: every parameter at its mode, every shock zero. Sums are taken about its values.
struct CentralRecorder {
  private let indicators: [Indicator]
  private let catalogue: IndicatorCatalogue
  private let targets: [TargetTest]
  /// Indicator by year, year-major.
  private(set) var values: [Double] = []
  private(set) var margins: [Double] = []

  init(_ experiment: Experiment, indicators: [Indicator], targets: [TargetTest]) {
    self.indicators = indicators
    catalogue = experiment.catalogue
    self.targets = targets
  }

  /// Runs one tile of 64 equal members.
  mutating func run(_ experiment: Experiment) throws {
    let model = try TileModel(experiment, members: EnsembleDraws.blockMembers)
    let workspace = model.workspace
    for (row, distribution) in experiment.scenario.parameters.enumerated() {
      workspace.parameters[row..<row + 1].fill(distribution.mode)
    }
    workspace.normals.fill(0)
    let rows = IndicatorRows(catalogue, members: EnsembleDraws.blockMembers)
    let gaps = TargetMargins(targets, members: EnsembleDraws.blockMembers)
    for t in 0...experiment.years {
      if t == 0 { model.begin() } else { model.step(t) }
      rows.update(year: t, series: workspace.series)
      gaps.update(year: t, indicators: rows, series: workspace.series)
      for indicator in indicators {
        values.append(rows.row(catalogue.index[indicator.id]!, series: workspace.series)[0][0])
      }
    }
    margins = targets.indices.map { gaps.row($0)[0][0] }
  }
}
