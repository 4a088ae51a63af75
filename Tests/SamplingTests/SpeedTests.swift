import Sampling
import Testing

/// Prints how fast the draws of a run of the district's size are; asserts nothing, for other work shares the machine.
@Suite(.serialized) struct SpeedTests {
  @Test(arguments: SamplerKind.allCases) func nanosecondsADraw(kind: SamplerKind) throws {
    // 49 PERT parameters of 49 shapes, 25 normal ones and 5 years of 28 shocks.
    let distributions: [Distribution] = (0..<214).map { k in
      k < 49
        ? .pert(low: 0, mode: 0.1 + 0.8 * Double(k) / 48, high: 1)
        : .normal(mean: 0, standardDeviation: k < 74 ? 0.5 : 1)
    }
    let clock = ContinuousClock()
    var tables: [QuantileTable] = []
    let building = try clock.measure { tables = try distributions.map { try QuantileTable($0) } }
    let sampler = try Sampler(kind: kind, seed: 7, members: 1_500_032, dimensions: namedDimensions(214))
    let draws = UnsafeMutableRawPointer.allocate(byteCount: 512, alignment: 64)
      .bindMemory(to: Double.self, capacity: 64)
    defer { draws.deallocate() }

    // Many short measurements, of which the best was probably not interrupted.
    let blocks = 20
    var checksum = 0.0
    func best(_ dimensions: Range<Int>, quantiles: Bool) -> Double {
      var best = Duration.seconds(1000)
      for repetition in 0..<100 {
        best = min(
          best,
          clock.measure {
            for block in 0..<blocks {
              for dimension in dimensions {
                sampler.uniforms(block: (repetition * 20 + block) * 11, dimension: dimension, into: draws)
                if quantiles { tables[dimension].apply(draws, count: 64) }
                checksum += draws[0]
              }
            }
          })
      }
      return best / .nanoseconds(1) / Double(blocks * 64 * dimensions.count)
    }
    let uniforms = best(0..<214, quantiles: false)
    let pert = best(0..<49, quantiles: true)
    let normal = best(74..<214, quantiles: true)
    let all = best(0..<214, quantiles: true)
    #expect(checksum.isFinite)
    print(
      "\(kind): tables \(building); nanoseconds a draw: uniform \(uniforms), PERT \(pert), normal \(normal), all \(all);",
      "\(Int(1e9 / (all * 214))) members a second")
  }
}
