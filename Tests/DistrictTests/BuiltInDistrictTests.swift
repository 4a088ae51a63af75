import District
import Foundation
import Testing

@Suite("The built-in district")
struct BuiltInDistrictTests {
  @Test("Hongsibao reads without a message and has the sizes of the model")
  func sizes() throws {
    let district = try District.builtIn("hongsibao")
    #expect(district.id == "hongsibao")
    #expect(district.baseYear == 2020)
    #expect(district.sectors.count == 12)
    #expect(district.projects.count == 10)
    #expect(district.projects.filter(\.isPlaceholder).count == 5)
    #expect(district.sources.count == 8)
    #expect(district.pillars.count == 5)
    #expect(district.incomeLines.count == 8)
    #expect(district.comparators.map(\.id) == ["ningxia_income_all", "ningxia_income_rural"])
    #expect(district.outcomes.count == 18)
    #expect(district.shocks.count == 28)
    #expect(district.factors == ["macro", "agriculture", "fiscal"])
    #expect(district.parameters.count == 74)
    #expect(district.targets.count == 14)
    #expect(district.links.count == 80)
    #expect(district.plan.firstYear == 2021 && district.plan.years == 5)
    #expect(IndicatorCatalogue(district).seriesCount == 103)
    #expect(abs(district.sectors.reduce(0) { $0 + $1.valueAdded } - 72) < 1e-12)
  }
}
