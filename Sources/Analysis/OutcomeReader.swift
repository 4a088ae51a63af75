import District
import ElementaryFunctions
import Projection

/// Reads the outcomes of a tile as its years go by.
final class OutcomeReader {
  private enum Source {
    case indicator(position: Int, year: Int)
    case target(Int)
  }
  private let sources: [Source]
  private let rows: IndicatorRows
  private let margins: TargetMargins
  private let tests: [TargetTest]
  private let values: UnsafeMutablePointer<Vector>
  private let vectors: Int
  private let keepsMargins: Bool
  /// Whether the indicators of a year are read, or are those before a year that is: growth is over the year before.
  private let isNeeded: [Bool]
  /// The last year any outcome needs.
  let lastYear: Int

  /// Number of outcomes.
  var count: Int { sources.count }

  /// Makes room for some outcomes.
  ///
  /// - Parameters:
  ///   - experiment: what is run.
  ///   - outcomes: what is read.
  ///   - members: members of a tile.
  ///   - keepsMargins: true to read by how much a target is met, and not whether it is.
  init(_ experiment: Experiment, outcomes: [ExplainedOutcome], members: Int, keepsMargins: Bool = false) {
    let catalogue = experiment.catalogue
    let base = experiment.district.baseYear
    var tests: [TargetTest] = []
    var years: [ClosedRange<Int>] = []
    sources = outcomes.map { outcome in
      switch outcome {
      case .indicator(let id, let year):
        years.append(year - base...year - base)
        return .indicator(position: catalogue.index[id]!, year: year - base)
      case .target(let id):
        let target = experiment.scenario.targets.first { $0.id == id }!
        let test = TargetTest(target, catalogue: catalogue, baseYear: base, years: experiment.years)!
        years.append(test.years)
        tests.append(test)
        return .target(tests.count - 1)
      }
    }
    self.tests = tests
    self.keepsMargins = keepsMargins
    let last = years.reduce(1) { max($0, $1.upperBound) }
    lastYear = last
    isNeeded = (0...last).map { t in years.contains { $0.contains(t) || $0.contains(t + 1) } }
    rows = IndicatorRows(catalogue, members: members)
    margins = TargetMargins(tests, members: members)
    vectors = members / Vector.scalarCount
    values = .allocate(capacity: max(1, outcomes.count * vectors))
    values.initialize(repeating: Vector(repeating: 0), count: max(1, outcomes.count * vectors))
  }

  deinit { values.deallocate() }

  /// Takes in a year of a tile, up to the last any outcome needs; after it every value is complete.
  func read(year t: Int, series: TileRows) {
    guard isNeeded[t] else { return }
    rows.update(year: t, series: series)
    margins.update(year: t, indicators: rows, series: series)
    for (index, source) in sources.enumerated() {
      let out = values + index * vectors
      switch source {
      case .indicator(let position, let year) where year == t:
        out.update(from: rows.row(position, series: series), count: vectors)
      case .target(let test) where tests[test].years.upperBound == t:
        let margin = margins.row(test)
        guard !keepsMargins else {
          out.update(from: margin, count: vectors)
          continue
        }
        let zero = Vector(repeating: 0)
        for i in 0..<vectors {
          let met = tests[test].strict ? margin[i] .> zero : margin[i] .>= zero
          out[i] = zero.replacing(with: 1, where: met)
        }
      default: continue
      }
    }
  }

  /// The values of an outcome for the members of the tile.
  func value(_ outcome: Int) -> UnsafePointer<Vector> { UnsafePointer(values + outcome * vectors) }
}
