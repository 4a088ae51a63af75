import District
import Testing

@Suite("The built-in district")
struct BuiltInDistrictTests {
  @Test("reads without a message")
  func reads() throws {
    let clock = ContinuousClock()
    for _ in 0..<5 {
      let time = try clock.measure { _ = try District.builtIn("hongsibao") }
      print(time)
    }
    let district = try District.builtIn("hongsibao")
    #expect(district.sectors.count == 12)
    #expect(district.parameters.count == 74)
  }
}
