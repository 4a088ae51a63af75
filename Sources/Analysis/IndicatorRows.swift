import District
import ElementaryFunctions
import Projection

/// The indicators of a tile in one year: the engine's series, and rows for growth rates and ratios.
///
/// Owned by one worker, reused for every tile.
final class IndicatorRows {
  private let indicators: [Indicator]
  private let derived: [Int]
  /// Rows of series whose growth is asked for, as they were the year before.
  private let growthSeries: [Int]
  /// Whether each indicator is a growth rate, by its position in the catalogue.
  private let isGrowth: [Bool]
  private let vectors: Int
  private let derivedRows: UnsafeMutablePointer<Vector>
  private let previousRows: UnsafeMutablePointer<Vector>

  /// Makes room for the derived indicators of a catalogue.
  init(_ catalogue: IndicatorCatalogue, members: Int) {
    indicators = catalogue.indicators
    vectors = members / Vector.scalarCount
    derived = indicators.indices.filter { $0 >= catalogue.seriesCount }
    growthSeries = indicators.compactMap { if case .growth(let row) = $0.kind { row } else { nil } }
    isGrowth = indicators.map { if case .growth = $0.kind { true } else { false } }
    derivedRows = .allocate(capacity: max(1, derived.count * vectors))
    derivedRows.initialize(repeating: Vector(repeating: 0), count: max(1, derived.count * vectors))
    previousRows = .allocate(capacity: max(1, growthSeries.count * vectors))
    previousRows.initialize(repeating: Vector(repeating: 0), count: max(1, growthSeries.count * vectors))
  }

  deinit {
    derivedRows.deallocate()
    previousRows.deallocate()
  }

  /// Computes the derived indicators of a year from the engine's series (growth only from t = 1 on).
  func update(year t: Int, series: TileRows) {
    var growth = 0
    for (position, index) in derived.enumerated() {
      let out = derivedRows + position * vectors
      switch indicators[index].kind {
      case .series: continue
      case .growth(let row):
        let previous = previousRows + growth * vectors
        growth += 1
        let now = series[row]
        for i in 0..<vectors {
          out[i] = t == 0 ? Vector(repeating: 0) : now[i] / previous[i] - 1
          previous[i] = now[i]
        }
      case .ratio(let row, let to):
        let (numerator, denominator) = (series[row], series[to])
        for i in 0..<vectors { out[i] = numerator[i] / denominator[i] }
      }
    }
  }

  /// The row of an indicator by its position in the catalogue.
  @inline(__always)
  func row(_ index: Int, series: TileRows) -> UnsafeMutablePointer<Vector> {
    index < series.count ? series[index] : derivedRows + (index - series.count) * vectors
  }

  /// True when an indicator, by its position in the catalogue, has a value in the year (growth has none in the base year).
  @inline(__always)
  func isDefined(_ index: Int, year t: Int) -> Bool { t > 0 || !isGrowth[index] }
}
