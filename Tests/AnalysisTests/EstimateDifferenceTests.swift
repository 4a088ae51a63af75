import Analysis
import Testing

@Suite struct EstimateDifferenceTests {
  @Test func onTheSameDrawsOnlyRoundingIsPassedOver() {
    let rounding = EstimateDifference(old: 100, new: 100 + 5e-8, errors: (1, 1), spread: 10, test: .paired)
    #expect(!rounding.isMoved(tolerance: 1e-9, errors: 6))
    // Far below the Monte Carlo error, which cancels.
    let small = EstimateDifference(old: 100, new: 100.001, errors: (1, 1), spread: 10, test: .paired)
    #expect(small.isMoved(tolerance: 1e-9, errors: 6))
    #expect(abs(small.shift - 1e-4) < 1e-12)
  }

  @Test func onOtherDrawsADifferenceMustExceedItsError() {
    func moved(_ new: Double, _ errors: (Double?, Double?) = (3, 4)) -> Bool {
      EstimateDifference(old: 100, new: new, errors: errors, spread: 10, test: .independent)
        .isMoved(tolerance: 1e-9, errors: 6)
    }
    // sqrt(3^2 + 4^2) = 5, six of them 30.
    #expect(!moved(129.9) && moved(130.1) && moved(69.9))
    // Without known errors nothing can be told.
    #expect(!moved(500, (nil, 4)))
    // Certain numbers have no error: any difference counts.
    #expect(moved(100.1, (0, 0)))
  }

  @Test func theSpreadOfAConstantIsRoundingBesideItsLevel() {
    let noise = EstimateDifference(old: 0, new: 3e-15, spread: 0, level: 25, test: .paired)
    #expect(!noise.isMoved(tolerance: 1e-9, errors: 6))
    let real = EstimateDifference(old: 0, new: 1e-6, spread: 0, level: 25, test: .paired)
    #expect(real.isMoved(tolerance: 1e-9, errors: 6))
  }

  @Test func zAndShiftHaveTheirScales() {
    let estimate = EstimateDifference(old: 10, new: 20, errors: (3, 4), spread: 5, test: .independent)
    #expect(estimate.z == 2 && estimate.shift == 2)
    let certain = EstimateDifference(old: 10, new: 20, spread: 0, test: .paired)
    #expect(certain.z == nil && certain.shift == 0.5)
  }
}
