import District
import ElementaryFunctions
import Projection

/// Reads the terms of a goal from a tile as its years go by, and what they are worth together.
final class AllocationReader {
  private enum Source {
    case indicator(position: Int, year: Int)
    case target(Int, bandwidth: Double)
  }
  private let sources: [Source]
  private let weights: [Double]
  private let rows: IndicatorRows
  private let margins: TargetMargins
  private let tests: [TargetTest]
  private let values: UnsafeMutablePointer<Vector>
  private let vectors: Int
  /// The last year any term needs.
  let lastYear: Int

  init(_ experiment: Experiment, goal: AllocationGoal, members: Int) {
    let catalogue = experiment.catalogue
    let base = experiment.district.baseYear
    var tests: [TargetTest] = []
    var last = 1
    sources = goal.terms.map { term in
      switch term.outcome {
      case .indicator(let id, let year):
        last = max(last, year - base)
        return .indicator(position: catalogue.index[id]!, year: year - base)
      case .target(let id):
        let target = experiment.scenario.targets.first { $0.id == id }!
        let test = TargetTest(target, catalogue: catalogue, baseYear: base, years: experiment.years)!
        last = max(last, test.years.upperBound)
        tests.append(test)
        return .target(tests.count - 1, bandwidth: term.bandwidth)
      }
    }
    self.tests = tests
    weights = goal.terms.map(\.weight)
    lastYear = last
    rows = IndicatorRows(catalogue, members: members)
    margins = TargetMargins(tests, members: members)
    vectors = members / Vector.scalarCount
    values = .allocate(capacity: goal.terms.count * vectors)
    values.initialize(repeating: Vector(repeating: 0), count: goal.terms.count * vectors)
  }

  deinit { values.deallocate() }

  /// Takes in a year of a tile.
  func read(year t: Int, series: TileRows) {
    rows.update(year: t, series: series)
    margins.update(year: t, indicators: rows, series: series)
    for (index, source) in sources.enumerated() {
      let out = values + index * vectors
      switch source {
      case .indicator(let position, let year) where year == t:
        out.update(from: rows.row(position, series: series), count: vectors)
      case .target(let test, _) where tests[test].years.upperBound == t:
        out.update(from: margins.row(test), count: vectors)
      default: continue
      }
    }
  }

  /// The value of an indicator, or the margin of a commitment, of the members of the tile.
  func value(_ term: Int) -> UnsafePointer<Vector> { UnsafePointer(values + term * vectors) }

  /// What the terms are worth together, member by member.
  func worth(into out: UnsafeMutablePointer<Vector>) {
    out.update(repeating: Vector(repeating: 0), count: vectors)
    for (term, source) in sources.enumerated() {
      let value = self.value(term)
      let weight = Vector(repeating: weights[term])
      switch source {
      case .indicator: for i in 0..<vectors { out[i] += weight * value[i] }
      case .target(_, let bandwidth):
        let steepness = Vector(repeating: -1 / bandwidth)
        for i in 0..<vectors { out[i] += weight / (1 + exp(value[i] * steepness)) }
      }
    }
  }
}
