import Sampling
import Testing

@Suite struct SobolSequenceTests {
  @Test func firstPointsOfAllDimensionsAreSciPys() throws {
    let lines = try referenceLines("sobol_sums")
    #expect(lines.count == 512)
    for fields in lines {
      let dimension = try #require(Int(fields[0]))
      var sum: UInt64 = 0
      for i in 0..<256 as Range<UInt64> {
        let point = SobolSequence.unscrambledPoint(index: i, dimension: dimension)
        sum &+= (i + 1) &* UInt64(point * 0x1p52)
      }
      #expect(sum == UInt64(fields[1]), "dimension \(dimension)")
    }
  }

  @Test func farPointsAreSciPys() throws {
    for fields in try referenceLines("sobol_points") {
      let index = try #require(UInt64(fields[0]))
      let dimension = try #require(Int(fields[1]))
      #expect(SobolSequence.unscrambledPoint(index: index, dimension: dimension) == Double(fields[2]))
    }
  }

  @Test func everyDimensionIsStratifiedToItsLastDigit() {
    // The first 2^10 points fall one in each interval of length 2^-10.
    for dimension in 1...SobolSequence.dimensions {
      var seen = [Bool](repeating: false, count: 1024)
      for i in 0..<1024 as Range<UInt64> {
        seen[Int(SobolSequence.unscrambledPoint(index: i, dimension: dimension) * 1024)] = true
      }
      #expect(seen.allSatisfy { $0 })
    }
  }
}
