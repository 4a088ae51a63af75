import ElementaryFunctions
import Foundation
import Sampling
import Testing

/// The distribution named by the first four fields of a line of quantiles.csv.
private func distribution(_ fields: [Substring]) throws -> Distribution {
  let a = try #require(Double(fields[1]))
  let b = try #require(Double(fields[2]))
  let c = try #require(Double(fields[3]))
  switch fields[0] {
  case "pert": return .pert(low: a, mode: b, high: c)
  case "normal": return .normal(mean: a, standardDeviation: b)
  case "uniform": return .uniform(low: a, high: b)
  default: return .triangular(low: a, mode: b, high: c)
  }
}

/// What errors are measured against: the range, or the standard deviation of a normal distribution.
private func scale(_ distribution: Distribution) -> Double {
  if case .normal(_, let standardDeviation) = distribution { return standardDeviation }
  return distribution.support.high - distribution.support.low
}

private let perts: [Distribution] = [
  .pert(low: 0.8, mode: 1, high: 1.15), .pert(low: 0.3, mode: 0.5, high: 0.7), .pert(low: 0, mode: 0, high: 1),
  .pert(low: 0, mode: 1, high: 1), .pert(low: -5, mode: 20, high: 1000), .pert(low: 0.85, mode: 0.94, high: 0.99),
  .pert(low: 0, mode: 0.37, high: 1),
]

@Suite struct DistributionTests {
  @Test func quantilesAreSciPys() throws {
    var worst: [String: (exact: Double, table: Double, probability: Double)] = [:]
    for fields in try referenceLines("quantiles") {
      let distribution = try distribution(fields)
      let p = try #require(Double(fields[4]))
      let x = try #require(Double(fields[5]))
      let probability = try #require(Double(fields[6]))
      let exact = abs(distribution.quantile(p) - x) / scale(distribution)
      let table = abs(try QuantileTable(distribution).quantiles([p])[0] - x) / scale(distribution)
      let found = abs(distribution.cdf(x) - probability)
      #expect(exact < 1e-12, "\(fields)")
      #expect(table < 1e-11, "\(fields)")
      #expect(found < 1e-13, "\(fields)")
      let old = worst[String(fields[0])] ?? (0, 0, 0)
      worst[String(fields[0])] = (max(old.0, exact), max(old.1, table), max(old.2, found))
    }
    print("largest errors against SciPy: \(worst)")
  }

  @Test func cdfUndoesTheQuantile() {
    for distribution in perts + [.normal(mean: 1, standardDeviation: 2), .triangular(low: 0, mode: 0.2, high: 3)] {
      for k in 1..<200 {
        let p = Double(k) / 200
        #expect(abs(distribution.cdf(distribution.quantile(p)) - p) < 1e-13)
      }
    }
  }

  @Test func endsAndWrongProbabilities() {
    for distribution in perts {
      #expect(distribution.quantile(0) == distribution.support.low)
      #expect(distribution.quantile(1) == distribution.support.high)
      #expect(distribution.cdf(distribution.support.low - 1) == 0)
      #expect(distribution.cdf(distribution.support.high + 1) == 1)
      #expect(distribution.quantile(-0.1).isNaN && distribution.quantile(1.1).isNaN)
      #expect(distribution.quantile(.nan).isNaN && distribution.cdf(.nan).isNaN)
    }
    #expect(Distribution.normal(mean: 0, standardDeviation: 1).quantile(0) == -.infinity)
    #expect(Distribution.fixed(value: 4).cdf(3.9) == 0)
    #expect(Distribution.fixed(value: 4).cdf(4) == 1)
  }

  @Test func summaries() {
    let pert = Distribution.pert(low: 1, mode: 2, high: 6)
    #expect(pert.mean == 2.5 && pert.mode == 2 && pert.support == (1, 6))
    #expect(pert.variance == 1.5 * 3.5 / 7)
    let normal = Distribution.normal(mean: 3, standardDeviation: 2)
    #expect(normal.mean == 3 && normal.mode == 3 && normal.variance == 4)
    #expect(normal.support == (-.infinity, .infinity))
    let uniform = Distribution.uniform(low: 2, high: 5)
    #expect(uniform.mean == 3.5 && uniform.mode == 3.5 && uniform.variance == 0.75)
    let triangular = Distribution.triangular(low: 0, mode: 1, high: 5)
    #expect(triangular.mean == 2 && triangular.mode == 1 && abs(triangular.variance - 7.0 / 6) < 1e-15)
    let fixed = Distribution.fixed(value: 7)
    #expect(fixed.mean == 7 && fixed.mode == 7 && fixed.variance == 0 && fixed.support == (7, 7))
  }

  @Test func wrongParametersAreRefused() {
    func refused(_ distribution: Distribution, _ error: DistributionError) {
      #expect(throws: error) { try distribution.validate() }
      #expect(throws: error) { try QuantileTable(distribution) }
    }
    refused(.pert(low: 0, mode: 2, high: 1), .modeOutsideRange(low: 0, mode: 2, high: 1))
    refused(.pert(low: 1, mode: 1, high: 1), .emptyRange(low: 1, high: 1))
    refused(.uniform(low: 2, high: 1), .emptyRange(low: 2, high: 1))
    refused(.triangular(low: 0, mode: -1, high: 1), .modeOutsideRange(low: 0, mode: -1, high: 1))
    refused(.normal(mean: 0, standardDeviation: 0), .standardDeviationNotPositive(0))
    refused(.fixed(value: .infinity), .notFinite(parameter: "value", value: .infinity))
  }

  @Test func distributionsAreCodable() throws {
    for distribution in perts + [.normal(mean: 1, standardDeviation: 2), .fixed(value: 3), .uniform(low: 0, high: 1)] {
      let data = try JSONEncoder().encode(distribution)
      #expect(try JSONDecoder().decode(Distribution.self, from: data) == distribution)
    }
  }
}

@Suite struct QuantileTableTests {
  /// Probabilities that visit every cell of a table: many places in each octave of both tails.
  private static let probabilities: [Double] = {
    var lower: [Double] = []
    for octave in 1...52 {
      for k in 0..<150 {
        let significand: Double = 1 + Double(k) / 150
        lower.append(Double(sign: .plus, exponent: -1 - octave, significand: significand))
      }
    }
    lower = lower.filter { $0 < 0.5 }
    return (lower + [0.5] + lower.map { 1 - $0 }).sorted()
  }()

  @Test(arguments: perts) func tablesAreCloseInsideAndNondecreasing(distribution: Distribution) throws {
    let (low, high) = distribution.support
    let values = try QuantileTable(distribution).quantiles(Self.probabilities)
    var worst = 0.0
    var previous = low
    for (p, value) in zip(Self.probabilities, values) {
      worst = max(worst, abs(value - distribution.quantile(p)) / (high - low))
      #expect(value >= low && value <= high)
      #expect(value >= previous - 4 * max(abs(low), abs(high)).ulp)
      previous = value
    }
    print("\(distribution): largest error \(worst) of the range")
    #expect(worst < 1e-11)
  }

  @Test func tablesDoNotStepDownAtTheirSeams() throws {
    for distribution in perts {
      let ulp = max(abs(distribution.support.low), abs(distribution.support.high)).ulp
      let table = try QuantileTable(distribution)
      for octave in 1...22 {
        for cell in 0..<8 {
          let v = Double(sign: .plus, exponent: -octave - 1, significand: 1 + Double(cell) / 8)
          for seam in [v, 1 - v] {
            let around = (-3...3).map { (k: Int) -> Double in seam + Double(k) * 0x1p-52 }
            let values = table.quantiles(around)
            for (a, b) in zip(values, values.dropFirst()) { #expect(b >= a - 4 * ulp) }
          }
        }
      }
    }
  }

  @Test(arguments: perts) func momentsAreTheClosedForms(distribution: Distribution) throws {
    // The midpoint rule on the quantile function: its error is of the order of the square of the step.
    let n = 1 << 17
    let midpoints = (0..<n).map { (k: Int) -> Double in (Double(k) + 0.5) / Double(n) }
    let values = try QuantileTable(distribution).quantiles(midpoints)
    let mean = values.reduce(0, +) / Double(n)
    let squares = values.map { (value: Double) -> Double in (value - mean) * (value - mean) }
    let variance = squares.reduce(0, +) / Double(n)
    let range = distribution.support.high - distribution.support.low
    #expect(abs(mean - distribution.mean) < 1e-6 * range)
    #expect(abs(variance - distribution.variance) < 1e-6 * range * range)
  }

  @Test func otherDistributions() throws {
    let p = Self.probabilities
    for distribution: Distribution in [
      .normal(mean: 3, standardDeviation: 0.5), .uniform(low: -1, high: 4), .triangular(low: 0, mode: 1, high: 5),
      .fixed(value: 2.5),
    ] {
      for (p, value) in zip(p, try QuantileTable(distribution).quantiles(p)) {
        #expect(abs(value - distribution.quantile(p)) < 1e-14)
        #expect(value >= distribution.support.low && value <= distribution.support.high)
      }
    }
  }

  @Test func countsNeedNotBeMultiplesOfEight() throws {
    let table = try QuantileTable(perts[0])
    let p = (1...64).map { Double($0) / 65 }
    let all = table.quantiles(p)
    for count in 1...20 { #expect(table.quantiles(Array(p.prefix(count))) == Array(all.prefix(count))) }
  }

  @Test func lanesDoNotDependOnTheirNeighbours() throws {
    for distribution in perts + [.normal(mean: 0, standardDeviation: 1)] {
      let table = try QuantileTable(distribution)
      let p = [0.3, 1e-9, 0.9, 1 - 1e-8, 0.5, 1e-4, 0.2, 0.999]
      #expect(table.quantiles(p) == p.map { table.quantiles([$0])[0] })
    }
  }

  @Test func oneShapeGivesTheSameQuantilesInEveryRange() throws {
    let p = (1..<50).map { Double($0) / 50 }
    for mode in [0.1, 0.3, 0.5, 0.8] {
      let unit = try QuantileTable(.pert(low: 0, mode: mode, high: 1)).quantiles(p)
      let wide = try QuantileTable(.pert(low: -20, mode: -20 + 60 * mode, high: 40)).quantiles(p)
      for (x, y) in zip(unit, wide) { #expect(abs(y - (60 * x - 20)) < 1e-11) }
    }
  }
}
