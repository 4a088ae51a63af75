import Sampling
import Testing

@Suite struct SamplerTests {
  @Test(arguments: SamplerKind.allCases) func drawsAreOnTheGridAndInside(kind: SamplerKind) throws {
    let sampler = try Sampler(kind: kind, seed: 1, members: 5000, dimensions: namedDimensions(20))
    for block in 0..<sampler.blocks {
      for dimension in 0..<20 {
        for u in sampler.draws(block: block, dimension: dimension) {
          #expect(u > 0 && u < 1)
          let k = u * 0x1p52 - 0.5
          #expect(k == k.rounded())
        }
      }
    }
  }

  @Test(arguments: SamplerKind.allCases)
  func drawsDependOnSeedNameAndMemberOnly(kind: SamplerKind) throws {
    let all = namedDimensions(12)
    let reversed = Array(all.reversed())
    let one = try Sampler(kind: kind, seed: 9, members: 4000, dimensions: all)
    let other = try Sampler(kind: kind, seed: 9, members: 4000, dimensions: reversed)
    let alone = try Sampler(kind: kind, seed: 9, members: 4000, dimensions: [all[4]])
    for block in [0, 1, 17, 40, 62] {
      #expect(one.draws(block: block, dimension: 4) == other.draws(block: block, dimension: 7))
      #expect(one.draws(block: block, dimension: 4) == alone.draws(block: block, dimension: 0))
    }
  }

  @Test(arguments: [SamplerKind.sobol, .random]) func drawsDoNotDependOnTheMembers(kind: SamplerKind) throws {
    let few = try Sampler(kind: kind, seed: 9, members: 3000, dimensions: namedDimensions(3))
    let many = try Sampler(kind: kind, seed: 9, members: 1_000_000, dimensions: namedDimensions(3))
    for block in 0..<46 {
      #expect(few.draws(block: block, dimension: 2) == many.draws(block: block, dimension: 2))
    }
  }

  /// A run makes only the columns of Sobol' points that its members use: one more at every power of two, in dimensions
  /// whose polynomials have more digits than that and in those that have fewer.
  @Test(arguments: [1, 64, 65, 1024, 1025, 2048, 2049, 16_384, 16_385, 40_000])
  func sobolPointsOfFewMembersAreTheFirstOfMany(members: Int) throws {
    let dimensions = namedDimensions(SobolSequence.dimensions)
    let few = try Sampler(kind: .sobol, seed: 9, members: members, dimensions: dimensions)
    let most = try Sampler(kind: .sobol, seed: 9, members: (1 << 32) - 1, dimensions: dimensions)
    for block in Set([0, few.blocks / 2, few.blocks - 1]) {
      for dimension in dimensions.indices {
        #expect(few.draws(block: block, dimension: dimension) == most.draws(block: block, dimension: dimension))
      }
    }
  }

  @Test(arguments: SamplerKind.allCases)
  func namesYearsSeedsAndReplicatesGiveOtherDraws(kind: SamplerKind) throws {
    func draws(_ name: DrawName, seed: UInt64, block: Int) throws -> [Double] {
      try Sampler(
        kind: kind, seed: seed, members: 4096, dimensions: [SampleDimension(name: name, sobolDimension: 5)]
      ).draws(block: block, dimension: 0)
    }
    let base = try draws(DrawName("a", year: 2026), seed: 1, block: 0)
    for other in [
      try draws(DrawName("b", year: 2026), seed: 1, block: 0),
      try draws(DrawName("a", year: 2027), seed: 1, block: 0),
      try draws(DrawName("a"), seed: 1, block: 0),
      try draws(DrawName("a", year: 2026), seed: 2, block: 0),
      try draws(DrawName("a", year: 2026), seed: 1 << 32 | 1, block: 0),
      try draws(DrawName("a", year: 2026), seed: 1, block: 1),
      try draws(DrawName("a", year: 2026), seed: 1, block: 16),
    ] {
      #expect(zip(base, other).allSatisfy { $0 != $1 })
    }
  }

  @Test func everyReplicateOfSobolPointsIsStratified() throws {
    let sampler = try Sampler(kind: .sobol, seed: 3, members: 65536, dimensions: namedDimensions(30))
    for replicate in 0..<Replication.replicates {
      for dimension in 0..<30 {
        let draws = sampler.draws(replicate: replicate, dimension: dimension, count: 4096)
        for k in 6...12 {
          // Not only the first 2^k points but every aligned run of as many.
          for start in stride(from: 0, to: 4096, by: 1 << k) {
            let intervals = Set(draws[start..<start + 1 << k].map { Int($0 * Double(1 << k)) })
            #expect(intervals.count == 1 << k)
          }
        }
      }
    }
  }

  @Test func scramblingKeepsTheNetInTwoDimensions() throws {
    // The first two dimensions are a (0, m, 2)-net: 2^m points fall one in each box of area 2^-m.
    let sampler = try Sampler(kind: .sobol, seed: 8, members: 16384, dimensions: namedDimensions(2))
    for replicate in [0, 7, 15] {
      let x = sampler.draws(replicate: replicate, dimension: 0, count: 256)
      let y = sampler.draws(replicate: replicate, dimension: 1, count: 256)
      for a in 0...8 {
        let boxes = Set(
          zip(x, y).map { Int($0 * Double(1 << a)) << 8 | Int($1 * Double(1 << (8 - a))) })
        #expect(boxes.count == 256)
      }
    }
  }

  @Test func sobolReplicatesShareAMatrixAndDifferInShift() throws {
    let sampler = try Sampler(kind: .sobol, seed: 8, members: 65536, dimensions: namedDimensions(4))
    func digits(_ u: Double) -> UInt64 { UInt64(u * 0x1p52) }
    for dimension in 0..<4 {
      let first = sampler.draws(block: 0, dimension: dimension)
      var shifts: Set<UInt64> = []
      for replicate in 1..<16 {
        let other = sampler.draws(block: replicate, dimension: dimension)
        let differences = Set(zip(first, other).map { digits($0) ^ digits($1) })
        #expect(differences.count == 1)
        shifts.formUnion(differences)
      }
      #expect(shifts.count == 15)
    }
  }

  @Test(arguments: [1, 63, 64, 65, 100, 1000, 1024, 1025, 5000, 20000])
  func latinHypercubesAreStratified(members: Int) throws {
    let sampler = try Sampler(kind: .latinHypercube, seed: 5, members: members, dimensions: namedDimensions(6))
    for replicate in 0..<Replication.replicates {
      let n = Replication.members(ofReplicate: replicate, of: members)
      guard n > 0 else { continue }
      for dimension in 0..<6 {
        let draws = sampler.draws(replicate: replicate, dimension: dimension, count: n)
        #expect(Set(draws.map { Int($0 * Double(n)) }).count == n)
      }
    }
  }

  @Test(arguments: [2, 3, 4, 5]) func smallPermutationsAreNearlyUniform(count: Int) throws {
    // With so few members there is one replicate, whose order of strata should be any of the n! equally often.
    let trials = 24000
    var counts: [[Int]: Int] = [:]
    for t in 0..<trials / 8 {
      let dimensions = (0..<8).map { SampleDimension(name: DrawName("q\(t).\($0)"), sobolDimension: 1) }
      let sampler = try Sampler(kind: .latinHypercube, seed: 11, members: count, dimensions: dimensions)
      for d in 0..<8 {
        let order = sampler.draws(block: 0, dimension: d).prefix(count).map { Int($0 * Double(count)) }
        counts[order, default: 0] += 1
      }
    }
    let permutations = (1...count).reduce(1, *)
    let expected = Double(trials) / Double(permutations)
    #expect(counts.count == permutations)
    let chiSquare = counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    print("permutations of \(count): chi-square \(chiSquare) on \(permutations - 1) degrees of freedom")
    // Six standard deviations of a chi-square with so many degrees of freedom.
    let freedom = Double(permutations - 1)
    #expect(chiSquare < freedom + 6 * (2 * freedom).squareRoot() + 6)
  }

  @Test(arguments: [960, 6016]) func permutationsOfLatinHypercubesLookRandom(count: Int) throws {
    // Over many names: the mean of the first block, the product of neighbouring members, and that of neighbouring
    // names, against their variances for random permutations of `count` elements.
    let names = 4000
    let sampler = try Sampler(kind: .latinHypercube, seed: 4, members: 16 * count, dimensions: namedDimensions(names))
    var means = 0.0
    var neighbours = 0.0
    var crossed = 0.0
    var previous: [Double] = []
    for d in 0..<names {
      let block = sampler.draws(block: 5, dimension: d).map { $0 - 0.5 }
      let mean = block.reduce(0, +) / 64
      means += mean * mean * 12 * 64 / (1 - 63 / Double(count - 1))
      let serial = zip(block, block.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
      neighbours += serial * serial * 144 / 63
      if d > 0 {
        let cross = zip(block, previous).reduce(0) { $0 + $1.0 * $1.1 }
        crossed += cross * cross * 144 / 64
      }
      previous = block
    }
    let n = Double(names)
    print("latin-hypercube variance ratios, \(count) elements: \(means / n), \(neighbours / n), \(crossed / (n - 1))")
    // The mean of n squares of nearly normal numbers has standard deviation sqrt(2 / n).
    for ratio in [means / n, neighbours / n, crossed / (n - 1)] { #expect(abs(ratio - 1) < 5 * (2 / n).squareRoot()) }
  }

  @Test(arguments: SamplerKind.allCases) func momentsAndCorrelations(kind: SamplerKind) throws {
    let count = 8192
    let sampler = try Sampler(
      kind: kind, seed: 2024, members: count * 16, dimensions: namedDimensions(40))
    var previous: [Double]?
    var worst = (mean: 0.0, variance: 0.0, correlation: 0.0)
    for dimension in 0..<40 {
      var draws: [Double] = []
      for block in 0..<count / 64 { draws += sampler.draws(block: block, dimension: dimension) }
      let n = Double(count)
      let centred = draws.map { $0 - 0.5 }
      worst.mean = max(worst.mean, abs(centred.reduce(0, +) / n))
      worst.variance = max(worst.variance, abs(centred.reduce(0) { $0 + $1 * $1 } / n - 1.0 / 12))
      if let previous {
        let product = zip(previous, centred).reduce(0) { $0 + $1.0 * $1.1 } / n
        worst.correlation = max(worst.correlation, abs(product * 12))
      }
      previous = centred
    }
    print("\(kind): \(worst)")
    // Five standard errors of independent draws; the others do better.
    let n = Double(count).squareRoot()
    #expect(worst.mean < 5 * 0.2887 / n)
    #expect(worst.variance < 5 * 0.0745 / n)
    #expect(worst.correlation < 5 / n)
  }

  @Test(arguments: SamplerKind.allCases) func everyMemberIsUniform(kind: SamplerKind) throws {
    // Over many seeds, the draw of one member is uniform: Kolmogorov and Smirnov's distance.
    let seeds = 4000
    for (block, lane) in [(0, 0), (3, 17), (21, 63)] {
      let dimensions = [SampleDimension(name: DrawName("x"), sobolDimension: 3)]
      let draws = try (0..<seeds).map { seed in
        try Sampler(kind: kind, seed: UInt64(seed), members: 2048, dimensions: dimensions)
          .draws(block: block, dimension: 0)[lane]
      }.sorted()
      var distance = 0.0
      for (i, u) in draws.enumerated() {
        distance = max(distance, abs(u - Double(i) / Double(seeds)), abs(u - Double(i + 1) / Double(seeds)))
      }
      // The distance exceeds 2.5 / sqrt(n) with probability 7e-6.
      #expect(distance < 2.5 / Double(seeds).squareRoot())
    }
  }

  @Test func randomDrawsPassKolmogorovAndSerialTests() throws {
    let sampler = try Sampler(kind: .random, seed: 77, members: 64000, dimensions: namedDimensions(4))
    for dimension in 0..<4 {
      var draws: [Double] = []
      for block in 0..<1000 { draws += sampler.draws(block: block, dimension: dimension) }
      var cells = [Int](repeating: 0, count: 256)
      for (a, b) in zip(draws, draws.dropFirst()) { cells[Int(a * 16) << 4 | Int(b * 16)] += 1 }
      let expected = Double(draws.count - 1) / 256
      let chiSquare = cells.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
      #expect(chiSquare > 150 && chiSquare < 380)
      let sorted = draws.sorted()
      let n = Double(sorted.count)
      var distance = 0.0
      for (i, u) in sorted.enumerated() {
        distance = max(distance, abs(u - Double(i) / n), abs(u - Double(i + 1) / n))
      }
      #expect(distance < 2.5 / n.squareRoot())
    }
  }

  @Test func replicatesEstimateTheirOwnError() throws {
    // The spread of the replicates' means of a smooth function, against the error of their mean, over many seeds.
    func value(_ u: [Double]) -> Double { u.reduce(1) { $0 * (1 + ($1 - 0.5)) } }
    var ratios = 0.0
    let seeds = 200
    for seed in 0..<seeds {
      let sampler = try Sampler(
        kind: .sobol, seed: UInt64(seed), members: 16 * 256, dimensions: namedDimensions(5))
      var means: [Double] = []
      for replicate in 0..<16 {
        let columns = (0..<5).map { sampler.draws(replicate: replicate, dimension: $0, count: 256) }
        means.append((0..<256).reduce(0) { sum, i in sum + value(columns.map { $0[i] }) } / 256)
      }
      let mean = means.reduce(0, +) / 16
      let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 15 / 16
      ratios += (mean - 1) * (mean - 1) / variance
    }
    // The mean square of Student's t with 15 degrees of freedom is 15 / 13.
    print("mean squared error over its estimate: \(ratios / Double(seeds))")
    #expect(ratios / Double(seeds) > 0.7 && ratios / Double(seeds) < 1.8)
  }

  @Test func replicationCountsMembers() {
    for members in [1, 64, 65, 1024, 1025, 1100, 99_999] {
      var counts = [Int](repeating: 0, count: 16)
      for member in 0..<members { counts[Replication.replicate(ofBlock: member / 64)] += 1 }
      #expect(counts == (0..<16).map { Replication.members(ofReplicate: $0, of: members) })
      #expect(Replication.blocks(members: members) == (members - 1) / 64 + 1)
    }
  }

  @Test func wrongSamplesAreRefused() {
    let one = SampleDimension(name: DrawName("a"), sobolDimension: 1)
    #expect(throws: SamplerError.memberCount(0)) {
      try Sampler(kind: .sobol, seed: 1, members: 0, dimensions: [one])
    }
    #expect(throws: SamplerError.nameRepeated("a")) {
      try Sampler(kind: .random, seed: 1, members: 10, dimensions: [one, one])
    }
    #expect(throws: SamplerError.sobolDimensionOutsideTable(name: "b", dimension: 1025)) {
      try Sampler(
        kind: .sobol, seed: 1, members: 10,
        dimensions: [one, SampleDimension(name: DrawName("b"), sobolDimension: 1025)])
    }
    #expect(throws: SamplerError.sobolDimensionRepeated(dimension: 1, names: ["a", "b"])) {
      try Sampler(
        kind: .sobol, seed: 1, members: 10,
        dimensions: [one, SampleDimension(name: DrawName("b"), sobolDimension: 1)])
    }
  }

  @Test func kindsHaveStableNames() {
    #expect(SamplerKind.allCases.map(\.rawValue) == ["sobol", "latin-hypercube", "random"])
  }
}
