import Analysis
import Foundation
import Sampling
import Testing

/// A function of independent uniform inputs whose indices are known.
private struct KnownFunction: Sendable, CustomStringConvertible {
  let description: String
  let first: [Double]
  let total: [Double]
  let value: @Sendable ([Double]) -> Double

  /// Ishigami and Homma (1990) with a = 7, b = 0.1.
  static let ishigami: KnownFunction = {
    let (a, b, pi) = (7.0, 0.1, Double.pi)
    let (one, two) = (0.5 * pow(1 + b * pow(pi, 4) / 5, 2), a * a / 8)
    let oneThree = 8 * b * b * pow(pi, 8) / 225
    let variance = one + two + oneThree
    return KnownFunction(
      description: "Ishigami", first: [one / variance, two / variance, 0],
      total: [(one + oneThree) / variance, two / variance, oneThree / variance],
      value: { u in
        let x = u.map { pi * (2 * $0 - 1) }
        return sin(x[0]) + a * pow(sin(x[1]), 2) + b * pow(x[2], 4) * sin(x[0])
      })
  }()

  /// The g-function of Sobol' with a = 0, 1, 4.5, 9, 99, 99, 99, 99 (Saltelli et al. 2010).
  static let g: KnownFunction = {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    let variance = product - 1
    return KnownFunction(
      description: "g-function", first: parts.map { $0 / variance },
      total: parts.map { $0 * product / (1 + $0) / variance },
      value: { u in zip(u, a).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) } })
  }()
}

/// Uniform points of dimensions, by member, members of a replicate next to each other.
private func points(_ count: Int, members: Int, seed: UInt64) throws -> [[Double]] {
  let sampler = try Sampler(
    kind: .sobol, seed: seed, members: members,
    dimensions: (0..<count).map { SampleDimension(name: DrawName("x\($0)"), sobolDimension: $0 + 1) })
  let memory = UnsafeMutableRawPointer.allocate(byteCount: Replication.blockMembers * 8, alignment: 64)
  defer { memory.deallocate() }
  let draws = memory.bindMemory(to: Double.self, capacity: Replication.blockMembers)
  var points: [[Double]] = []
  for replicate in 0..<Replication.replicates {
    for block in stride(from: replicate, to: sampler.blocks, by: Replication.replicates) {
      var rows = Array(repeating: Array(repeating: 0.0, count: count), count: Replication.blockMembers)
      for dimension in 0..<count {
        sampler.uniforms(block: block, dimension: dimension, into: draws)
        for lane in rows.indices { rows[lane][dimension] = draws[lane] }
      }
      points += rows
    }
  }
  return points
}

/// Indices by the design of the analyses: A and B from one sequence, 16 randomisations.
private func indices(_ function: KnownFunction, groups: [[Int]]? = nil, members: Int, seed: UInt64) throws
  -> SobolIndices
{
  let count = function.first.count
  let rows = try points(2 * count, members: members, seed: seed)
  let (a, b) = (rows.map { Array($0[..<count]) }, rows.map { Array($0[count...]) })
  let replaced = (groups ?? (0..<count).map { [$0] }).map { group in
    zip(a, b).map { x, y in
      var mixed = x
      for input in group { mixed[input] = y[input] }
      return function.value(mixed)
    }
  }
  let units = Replication.replicates
  return SobolIndices(
    SobolSums.units(a: a.map(function.value), b: b.map(function.value), replaced: replaced, units: units),
    weights: try BootstrapWeights.draw(units: units, resamples: 1_000, seed: seed))
}

@Suite struct SobolIndicesTests {
  @Test(arguments: [KnownFunction.ishigami, .g]) fileprivate func areThoseKnownInClosedForm(function: KnownFunction)
    throws
  {
    let found = try indices(function, members: 32_768, seed: 3)
    for input in function.first.indices {
      #expect(abs(found.first[input] - function.first[input]) < 3e-3, "\(function), input \(input)")
      #expect(abs(found.total[input] - function.total[input]) < 3e-3, "\(function), input \(input)")
    }
  }

  @Test(arguments: [KnownFunction.ishigami, .g])
  fileprivate func intervalsHoldTheTruthAsOftenAsTheySay(function: KnownFunction) throws {
    var (held, cases) = (0, 0)
    for seed in 1...40 {
      let found = try indices(function, members: 1_024, seed: UInt64(seed))
      let (firstErrors, totalErrors) = (try #require(found.firstError), try #require(found.totalError))
      for input in 0..<3 {
        held += abs(found.first[input] - function.first[input]) <= found.intervalFactor * firstErrors[input] ? 1 : 0
        held += abs(found.total[input] - function.total[input]) <= found.intervalFactor * totalErrors[input] ? 1 : 0
        cases += 2
      }
    }
    // 95 % of 240; fewer than 88 % or more than 99.5 % would be another interval.
    #expect((0.88...0.995).contains(Double(held) / Double(cases)), "\(held) of \(cases)")
  }

  @Test func groupsHaveTheIndicesOfTheirInputsTogether() throws {
    // V of {x1, x3} is all of the Ishigami variance but V2, and the rest of the inputs is {x2}.
    let function = KnownFunction.ishigami
    let found = try indices(function, groups: [[0, 2], [1], [0, 1, 2], []], members: 16_384, seed: 5)
    for (group, expected) in [1 - function.first[1], function.first[1], 1, 0].enumerated() {
      #expect(abs(found.first[group] - expected) < 0.01 && abs(found.total[group] - expected) < 0.01, "\(group)")
    }
    #expect(found.first[3] == 0 && found.total[3] == 0)
  }

  @Test func anOutputThatDoesNotVaryHasNoShares() throws {
    let flat = Array(repeating: 7.25, count: 64)
    let found = SobolIndices(
      SobolSums.units(a: flat, b: flat, replaced: [flat], units: 4),
      weights: try BootstrapWeights.draw(units: 4, resamples: 50, seed: 1))
    #expect(found.variance == 0 && found.first == [0] && found.total == [0])
    #expect(found.firstError == [0] && found.totalError == [0])
  }

  @Test func resamplesDrawEveryUnitEquallyOften() throws {
    let weights = try BootstrapWeights.draw(units: 16, resamples: 4_000, seed: 11)
    for resample in 0..<4_000 { #expect((0..<16).reduce(0) { $0 + weights[resample, $1] } == 16) }
    for unit in 0..<16 {
      // Mean 1, variance 15/16 a resample.
      let mean = (0..<4_000).reduce(0) { $0 + weights[$1, unit] } / 4_000
      #expect(abs(mean - 1) < 5 * (15.0 / 16 / 4_000).squareRoot())
    }
  }
}

@Test func elementaryEffectsHaveMeanMagnitudeAndSpread() {
  // 2, 2, -1 and 5 have mean 2, mean magnitude 2.5, variance 6.
  var effects = ElementaryEffects()
  for effect in [2.0, 2, -1, 5] { effects.add(effect) }
  #expect(effects.mean == 2 && effects.meanMagnitude == 2.5)
  #expect(abs(effects.standardDeviation - 6.0.squareRoot()) < 1e-15)
}

@Suite struct InformationValueTests {
  @Test func knowingOneOfTwoThatDecideTogether() throws {
    // y = 1 where u1 + u2 > 1: p(u1) = u1, so p moves by 1/4 on average and the right answer is given 3/4 of the time.
    let rows = try points(2, members: 32_768, seed: 2)
    let y = rows.map { $0[0] + $0[1] > 1 ? 1.0 : 0 }
    let known = try InformationValue.of(uniforms: rows.map { $0[0] }, outputs: [y], isProbability: [true], units: 16)[0]
    #expect(abs(known.expectedShift - 0.25) < 2e-3 && abs(known.decisionValue - 0.25) < 2e-3)
    let error = try #require(known.shiftError)
    #expect(error < 2e-3)
  }

  @Test func aSmoothExpectation() throws {
    // E(y | u) = cos(2 pi u), whose mean magnitude is 2 / pi; the other input adds noise.
    let rows = try points(2, members: 32_768, seed: 4)
    let y = rows.map { cos(2 * .pi * $0[0]) + 10 * ($0[1] - 0.5) }
    let known = try InformationValue.of(uniforms: rows.map { $0[0] }, outputs: [y], isProbability: [false], units: 16)[
      0]
    #expect(abs(known.expectedShift - 2 / .pi) < 5e-3 && known.decisionValue == 0 && known.degree >= 4)
  }

  @Test func knowingWhatDoesNotMatterIsWorthNothingWithinTheError() throws {
    let rows = try points(14, members: 16_384, seed: 9)
    let y = rows.map { $0[12] + $0[13] > 1.2 ? 1.0 : 0 }
    var sum = 0.0
    for input in 0..<12 {
      let known = try InformationValue.of(
        uniforms: rows.map { $0[input] }, outputs: [y], isProbability: [true], units: 16)[0]
      let error = try #require(known.shiftError)
      #expect(known.expectedShift <= 5 * error)
      sum += known.expectedShift
    }
    // Without the correction noise alone gives 0.4 (16,384)^-1/2 = 0.003 an input for a straight line.
    #expect(sum / 12 < 1.5e-3, "\(sum / 12)")
  }
}
