import Reporting
import Testing

@Suite struct NumberTextTests {
  @Test func fixedDecimalsRoundAndKeepTheirZeros() {
    #expect(NumberText.fixed(106.0139, decimals: 1) == "106.0")
    #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
    #expect(NumberText.fixed(-0.06, decimals: 1) == "-0.1")
    #expect(NumberText.fixed(0.083, decimals: 3) == "0.083")
    #expect(NumberText.fixed(999.96, decimals: 1) == "1000.0")
  }

  @Test func negativeDecimalsRoundToTensAndHundreds() {
    #expect(NumberText.fixed(17_592.4, decimals: -1) == "17590")
    #expect(NumberText.fixed(17_592.4, decimals: -3, groupsThousands: true) == "18,000")
    #expect(NumberText.fixed(-1_234_567, decimals: 0, groupsThousands: true) == "-1,234,567")
  }

  @Test func theLastDigitIsNeverFinerThanTheError() {
    for (error, decimals) in [(0.05, 1), (0.1, 1), (0.11, 0), (1.0, 0), (15, -2), (100, -2), (0, 1), (1e-9, 1)] {
      #expect(SupportedDigits(of: 106, error: error, most: 1).decimals == decimals, "error \(error)")
    }
  }

  @Test func withoutAnErrorTwoDigitsAreShown() {
    #expect(SupportedDigits(of: 17_592, error: nil, most: 0).text(17_592) == "18000")
    #expect(SupportedDigits(of: 0.6712, error: nil, most: 3).text(0.6712) == "0.67")
    #expect(SupportedDigits(of: 0, error: nil, most: 1).text(0) == "0.0")
  }
}
