import ElementaryFunctions
import Projection

/// How far each target of a tile is met, member by member.
///
/// The margin is the indicator less the threshold (the other way round for 'at most'), and for a range of years the
/// smallest of the years: a target is met exactly when its margin is at least (or above) zero.
final class TargetMargins {
  private let tests: [TargetTest]
  private let vectors: Int
  private let rows: UnsafeMutablePointer<Vector>

  /// Makes room for the margins of some targets.
  init(_ tests: [TargetTest], members: Int) {
    self.tests = tests
    vectors = members / Vector.scalarCount
    rows = .allocate(capacity: max(1, tests.count * vectors))
    rows.initialize(repeating: Vector(repeating: 0), count: max(1, tests.count * vectors))
  }

  deinit { rows.deallocate() }

  /// The margins of a target, complete after its last year.
  func row(_ test: Int) -> UnsafeMutablePointer<Vector> { rows + test * vectors }

  /// Takes in a year.
  func update(year t: Int, indicators: IndicatorRows, series: TileRows) {
    for (index, test) in tests.enumerated() where test.years.contains(t) {
      let x = indicators.row(test.indicator, series: series)
      let margin = row(index)
      let first = t == test.years.lowerBound
      if let threshold = test.threshold {
        let y = indicators.row(threshold, series: series)
        for i in 0..<vectors {
          let gap = (x[i] - test.target.factor * y[i]) * test.sign
          margin[i] = first ? gap : Self.smaller(margin[i], gap)
        }
      } else {
        for i in 0..<vectors {
          let gap = (x[i] - test.level) * test.sign
          margin[i] = first ? gap : Self.smaller(margin[i], gap)
        }
      }
    }
  }

  /// The smaller of two margins; not a number when one of them is not: such a member meets nothing.
  @inline(__always)
  private static func smaller(_ margin: Vector, _ gap: Vector) -> Vector {
    margin.replacing(with: gap, where: (gap .< margin) .| (gap .!= gap))
  }

  /// How many of the first `counted` members of a block meet a target.
  func met(_ test: Int, block: Int, counted: Int) -> Int {
    let margin = UnsafeRawPointer(row(test) + block * blockVectors).assumingMemoryBound(to: Double.self)
    var number = 0
    if tests[test].strict {
      for member in 0..<counted where margin[member] > 0 { number += 1 }
    } else {
      for member in 0..<counted where margin[member] >= 0 { number += 1 }
    }
    return number
  }
}
