import Analysis
import Foundation
import Testing

@Suite struct ForecastScoreTests {
  @Test func crpsOfOneMemberIsTheAbsoluteError() {
    #expect(ForecastScores.crps([3], observed: 5) == 2)
    #expect(ForecastScores.crps([7, 7, 7], observed: 5) == 2)
  }

  @Test func crpsIsTheMeanDistanceLessHalfTheMeanDistanceOfPairs() {
    // |1-2| and |4-2| have mean 1.5; pairs (0, 3, 3, 0)/4 have mean 1.5, half of it 0.75.
    #expect(ForecastScores.crps([1, 4], observed: 2) == 0.75)
    #expect(ForecastScores.crps([4, 1], observed: 2) == 0.75)
  }

  @Test func crpsOfManyNormalsComesToTheClosedForm() {
    // Gneiting and Raftery (2007), equation 5: at the mean of a standard normal, 2 phi(0) - 1/sqrt(pi).
    let count = 4_000
    let members = (0..<count).map { normalQuantile((Double($0) + 0.5) / Double(count)) }
    let exact = 2 / (2 * Double.pi).squareRoot() - 1 / Double.pi.squareRoot()
    #expect(abs(ForecastScores.crps(members, observed: 0) - exact) < 1e-3)
  }

  /// By bisection: slow and independent of the program's own.
  private func normalQuantile(_ p: Double) -> Double {
    var (low, high) = (-10.0, 10.0)
    while high - low > 1e-12 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle / 2.0.squareRoot()) < p { low = middle } else { high = middle }
    }
    return low
  }

  @Test func logScoreIsThatOfTheNormalWithTheMembersMeanAndSpread() throws {
    // Members 1 and 3: mean 2, sample variance 2; at 4 z^2 = 2.
    let score = try #require(ForecastScores.logScore([1, 3], observed: 4))
    #expect(abs(score - (1 + 0.5 * log(2.0) + 0.5 * log(2 * Double.pi))) < 1e-14)
    #expect(ForecastScores.logScore([2, 2], observed: 4) == nil)
  }

  @Test func integralTransformCountsTiesHalf() {
    #expect(ForecastScores.integralTransform([1, 2, 3, 4], observed: 2.5) == 0.5)
    #expect(ForecastScores.integralTransform([1, 2, 2, 4], observed: 2) == 0.5)
    #expect(ForecastScores.integralTransform([1, 2], observed: 0) == 0)
    #expect(ForecastScores.integralTransform([1, 2], observed: 9) == 1)
  }

  @Test func centralRangesHoldTheirShare() {
    let members = (0...100).map(Double.init)
    #expect(ForecastScores.isCovered(members, observed: 25, share: 0.5))
    #expect(!ForecastScores.isCovered(members, observed: 24.9, share: 0.5))
    #expect(ForecastScores.isCovered(members, observed: 95, share: 0.9))
    #expect(!ForecastScores.isCovered(members, observed: 95.1, share: 0.9))
  }
}
