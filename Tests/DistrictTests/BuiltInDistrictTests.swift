import District
import Testing

@Suite("The built-in district")
struct BuiltInDistrictTests {
  @Test("Hongsibao reads without a message and has the sizes of the model")
  func sizes() throws {
    let district = try District.builtIn("hongsibao")
    #expect(district.id == "hongsibao")
    #expect(district.baseYear == 2020)
    #expect(district.location == "built-in/hongsibao")
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

  @Test("is found by name, case and all")
  func names() throws {
    #expect(District.builtInNames == ["hongsibao"])
    #expect(try District.named("hongsibao", relativeTo: "/nowhere").location == "built-in/hongsibao")
    let diagnostics = #expect(throws: Diagnostics.self) { try District.named("hongsibo", relativeTo: ".") }
    #expect(diagnostics?.messages.first?.suggestion == "hongsibao")
    #expect(throws: Diagnostics.self) { try District.builtIn("../hongsibao") }
    #expect(throws: Diagnostics.self) { try District.named("", relativeTo: ".") }
  }

  @Test("reads fast enough to validate a scenario in a tenth of a second")
  func speed() throws {
    _ = try District.builtIn("hongsibao")
    let times = try (0..<9).map { _ in
      try ContinuousClock().measure { _ = try District.builtIn("hongsibao") }
    }.sorted()
    print("reading the built-in district: \(times[4])")
    #expect(times[0] < .milliseconds(50))
  }

  @Test("gives every input a unit, a status and a source")
  func origins() throws {
    let district = try District.builtIn("hongsibao")
    for input in district.inputs {
      #expect(!input.unit.isEmpty, "\(input.name)")
      #expect(input.source.count > 15, "\(input.name)")
      #expect(input.value.isFinite && input.line > 1)
      #expect(!input.source.contains("  ") && !input.source.hasSuffix(" "), "\(input.name)")
    }
    #expect(Set(district.inputs.map(\.name)).count == district.inputs.count)
    #expect(Set(district.inputs.map(\.file)).count == 17)
  }

  @Test("counts its inputs by status as the documents say")
  func counts() throws {
    let counts = try District.builtIn("hongsibao").inputCounts
    #expect(counts == [.sourced: 13, .derived: 150, .recalled: 2, .assumed: 1002], "\(counts)")
  }

  @Test("marks single columns apart from their row")
  func overrides() throws {
    let inputs = Dictionary(
      uniqueKeysWithValues: try District.builtIn("hongsibao").inputs.map { ($0.name, $0) })
    func status(_ name: String) -> InputStatus? { inputs[name]?.status }
    #expect(status("project_outcomes.cattle_raised.base_2020") == .sourced)
    #expect(status("project_outcomes.cattle_raised.gain_at_completion") == .assumed)
    #expect(status("io_coefficients.crops.livestock") == .derived)
    #expect(status("io_coefficients.other_industry.clean_power") == .assumed)
    #expect(status("demand_base.crops.value_added_ratio") == .derived)
    #expect(status("demand_base.clean_power.value_added_ratio") == .assumed)
    #expect(status("comparators.ningxia_income_all.base_2020_yuan") == .recalled)
    #expect(status("comparators.ningxia_income_all.growth") == .assumed)
    #expect(status("sectors.crops.value_added_2020_yi") == .assumed)
    #expect(status("aggregates.population_2020") == .sourced)
    #expect(status("targets.gdp_100_yi.threshold") == .sourced)
    #expect(inputs["project_links.agriculture.pillar.skills"] == nil)
    #expect(inputs["project_links.employment.stable_job.share"]?.unit == "percentage_points")
    #expect(inputs["project_outcomes.cattle_raised.base_2020"]?.unit == "wan_head")
    #expect(inputs["targets.income_growth_2021.threshold"]?.unit == "share")
    #expect(inputs["uncertain_parameters.absorption.tourism.b"]?.value == 0.5)
    #expect(inputs["projects.tourism.absorption_mode"] == nil)
  }

  /// The numbers are fixed by the design of the model; a change is deliberate and shows here.
  @Test("holds the numbers of the design, to the last bit")
  func checksum() throws {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for input in try District.builtIn("hongsibao").inputs {
      for shift in stride(from: 0, to: 64, by: 8) {
        hash = (hash ^ (input.value.bitPattern >> UInt64(shift) & 0xFF)) &* 0x100_0000_01B3
      }
    }
    #expect(String(hash, radix: 16) == "17c820d26aa19c83")
  }

  @Test("spot values stand where the equations look for them")
  func spotValues() throws {
    let district = try District.builtIn("hongsibao")
    let crops = district.sectors[0]
    #expect(crops.id == "crops" && crops.valueAdded == 7.6 && crops.localShare == 0.45)
    #expect(crops.exportDemand == 7.8325 && crops.trendGroup == .primary)
    #expect(district.sectors.map(\.trendGroup).filter { $0 == .services }.count == 6)
    #expect(district.inputOutput[0][2] == 0.276734)
    #expect(district.plan[1, 3, 0] == 2.75399)
    #expect(abs(district.plan.total - 106.4424) < 1e-9)
    #expect(district.constants.regionalLink == 0.5 && district.constants.deflatorSigma == [0.03, 0.045, 0.01])
    #expect(district.shocks[0].loadings == [0.25, 0.6, 0])
    #expect(district.incomeLines[4].base == 15500 && district.incomeLines[4].household == .urban)
    let wage = district.incomeElasticities.first { $0.sector == nil }
    #expect(wage?.value == 0.45 && wage?.line == 0)
    #expect(district.targets[5].years == 2021...2025)
    #expect(district.targets[1].threshold == .series("ningxia_income_all"))
    #expect(district.parameters[0].distribution == .pert(low: 0.8, mode: 1, high: 1.15))
    #expect(district.links.filter { $0.kind == .water }.map(\.value) == [0.14])
  }

  @Test("gives every parameter, and every shock of every year, a dimension of its own")
  func dimensions() throws {
    let district = try District.builtIn("hongsibao")
    let names =
      district.parameters.map(\.id)
      + district.shocks.flatMap { shock in
        (2021...2035).map { "\(shock.id)@\($0)" }
      }
    #expect(Set(district.samplingDimensions.keys) == Set(names))
    #expect(Set(district.samplingDimensions.values) == Set(1...494))
    #expect(district.samplingDimensions["value_added_scale"] == 1)
    #expect(district.parameters.allSatisfy { (district.samplingDimensions[$0.id] ?? 99) <= 74 })
    for year in 2021...2034 {
      let here = district.shocks.compactMap { district.samplingDimensions["\($0.id)@\(year)"] }
      let next = district.shocks.compactMap { district.samplingDimensions["\($0.id)@\(year + 1)"] }
      #expect((here.max() ?? 0) < (next.min() ?? 0))
    }
  }
}
