import District
import Testing

@Suite("Numbers in data files")
struct FiniteNumberTests {
  @Test(
    "are plain decimals",
    arguments: [
      ("0", 0.0), ("-0.5", -0.5), ("+3", 3), ("12.25", 12.25), ("1e3", 1000), ("1.5E-3", 0.0015), ("9e-06", 9e-6),
      ("007", 7), ("0.1", 0.1), ("1e-999", 0),
    ])
  func read(_ text: String, _ value: Double) { #expect(FiniteNumber.value(of: text) == value) }

  @Test(
    "are nothing else",
    arguments: [
      "", " ", " 1", "1 ", "1,000", "1.", ".5", "1e", "e1", "--1", "nan", "NaN", "inf", "-Infinity", "0x10", "1_000",
      "1e999", "5%", "１", "1.2.3", "１２", "1\u{0}", "٣", String(repeating: "1", count: 400),
    ])
  func refused(_ text: String) {
    #expect(FiniteNumber.value(of: text) == nil)
    #expect(!FiniteNumber.problem(with: text).isEmpty)
  }

  @Test("say what is wrong with them")
  func problems() {
    #expect(FiniteNumber.problem(with: "").contains("empty"))
    #expect(FiniteNumber.problem(with: "inf").contains("finite"))
    #expect(FiniteNumber.problem(with: "-nan").contains("finite"))
    #expect(FiniteNumber.problem(with: "1,000").contains("thousands"))
    #expect(FiniteNumber.problem(with: "1e999").contains("range"))
    #expect(FiniteNumber.problem(with: "6%").contains("0.05"))
    #expect(FiniteNumber.problem(with: "0x1p3").contains("decimal"))
    #expect(FiniteNumber.problem(with: "1 000").contains("spaces"))
  }
}
