import District
import ElementaryFunctions
import LinearAlgebra
import Projection

/// The quantity of the model that a figure is compared with.
public struct ObservedQuantity: Sendable, Equatable {
  /// Position of the indicator in the catalogue.
  public let indicator: Int
  /// Year t = 1, 2, ...
  public let year: Int
  /// True for a stock at mid-year: the mean of the ends of year t - 1 and t.
  public let isMidYear: Bool

  /// The quantity of a figure that names an indicator of the catalogue and a year after the base year.
  public init(_ figure: Observation, catalogue: IndicatorCatalogue, baseYear: Int) {
    guard let name = figure.indicator, let position = catalogue.index[name] else {
      preconditionFailure("a checked figure names an indicator")
    }
    indicator = position
    year = figure.year - baseYear
    isMidYear = figure.half == 1
  }
}

/// Room for what members say of figures. Workers write different members, so no lock is needed.
final class ResponseStore: @unchecked Sendable {
  private let members: Int
  private let figures: Int
  private let values: UnsafeMutablePointer<Double>

  init(members: Int, figures: Int) {
    self.members = members
    self.figures = figures
    values = .allocate(capacity: max(1, members * figures))
    values.initialize(repeating: 0, count: max(1, members * figures))
  }

  deinit { values.deallocate() }

  /// The first of the members of a block, for a figure.
  func place(figure: Int, block: Int) -> UnsafeMutablePointer<Double> {
    values + figure * members + block * EnsembleDraws.blockMembers
  }

  /// Members by figures.
  var matrix: Matrix {
    var matrix = Matrix(rows: members, columns: figures)
    matrix.columnMajor.withUnsafeMutableBufferPointer {
      $0.baseAddress?.update(from: values, count: members * figures)
    }
    return matrix
  }
}

/// Reads what the members of a tile say of figures.
struct ResponseRecorder: TileRecorder {
  private let figures: [ObservedQuantity]
  private let rows: IndicatorRows
  private let store: ResponseStore

  init(_ experiment: Experiment, figures: [ObservedQuantity], store: ResponseStore) {
    self.figures = figures
    self.store = store
    rows = IndicatorRows(experiment.catalogue, members: Engine.defaultTileMembers)
  }

  mutating func record(year t: Int, of workspace: TileWorkspace, members tile: TileMembers) {
    rows.update(year: t, series: workspace.series)
    for (index, figure) in figures.enumerated() {
      let isBefore = figure.isMidYear && t == figure.year - 1
      guard t == figure.year || isBefore else { continue }
      let row = UnsafeRawPointer(rows.row(figure.indicator, series: workspace.series))
        .assumingMemoryBound(to: Double.self)
      let weight = figure.isMidYear ? 0.5 : 1.0
      for (place, block) in tile.blocks.enumerated() {
        let target = store.place(figure: index, block: block)
        for lane in 0..<tile.membersCounted(inBlock: block) {
          let value = weight * row[place * EnsembleDraws.blockMembers + lane]
          target[lane] = figure.isMidYear && !isBefore ? target[lane] + value : value
        }
      }
    }
  }
}
