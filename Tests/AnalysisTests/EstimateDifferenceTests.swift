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
    func moved(_ new: Double, _ errors: (Double?, Double?) = (3, 3), _ randomisations: (Int, Int) = (16, 16)) -> Bool {
      EstimateDifference(
        old: 100, new: new, errors: errors, randomisations: randomisations, spread: 10, test: .independent
      ).isMoved(tolerance: 1e-9, errors: 6)
    }
    // Six times sqrt(3^2 + 3^2) are 25.456.
    #expect(!moved(125.4) && moved(125.5) && moved(74.5))
    // One error alone has 15 degrees of freedom, and of four randomisations three; as unlikely as six of thirty are, by
    // scipy.stats.t: 7.6908 and 116.50.
    #expect(!moved(123.07, (3, 0)) && moved(123.08, (3, 0)))
    #expect(!moved(449.5, (3, 0), (4, 16)) && moved(449.6, (3, 0), (4, 16)))
    // Without known errors nothing can be told.
    #expect(!moved(500, (nil, 4)))
    // Certain numbers have no error: any difference counts.
    #expect(moved(100.1, (0, 0)))
  }

  /// Against scipy.stats.t.sf.
  @Test(
    arguments: [
      (30.0, 6.0, 1.3942768767204764e-06), (15, 6, 2.432654551103854e-05), (15, 25, 1.217684839694789e-13),
      (3, 6, 0.009272714892284666), (6.5, 2, 0.08876128358801977), (30, 0, 1),
    ])
  func tailsOfStudentAreSciPys(degrees: Double, t: Double, exact: Double) {
    let tail = StudentDistribution(degrees: degrees).outside(t)
    #expect(abs(tail - exact) <= 1e-12 * exact)
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
