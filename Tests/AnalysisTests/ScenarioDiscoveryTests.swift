import Analysis
import District
import ExampleScenarios
import Projection
import Testing

@Suite struct ScenarioDiscoveryTests {
  private static let scenario = ExampleScenarios.planned(members: 2_000)
  private static let target = scenario.targets.first { $0.id == "gdp_100_yi" }!

  @Test func theSampleHoldsTheDrawsOfATraceAndMeetsTheTargetAsOftenAsARun() throws {
    let experiment = Experiment(Self.scenario)
    let sample = try MemberSample(SampleSubject(Self.scenario, target: Self.target))
    let trace = try Trace(experiment, members: 100)
    #expect(sample.quantities.map(\.id) == experiment.district.parameters.map(\.id))
    for (row, column) in sample.values.enumerated() { #expect(Array(column.prefix(100)) == trace.parameters[row]) }
    let run = try EnsembleRun(experiment).summarise().targets.first { $0.target == Self.target }
    #expect(Double(sample.isMet.count { $0 }) / 2_000 == run?.probability)
  }

  @Test func theSampleDoesNotDependOnThreads() throws {
    let one = try MemberSample(SampleSubject(Self.scenario, target: Self.target), threads: 1)
    let three = try MemberSample(SampleSubject(Self.scenario, target: Self.target), threads: 3)
    #expect(one.values == three.values && one.margins == three.margins && one.isMet == three.isMet)
  }

  /// Three points: none of the money, the plan, twice the plan.
  private static func sweep(members: Int) -> SampleSubject {
    let scenarios = [0.0, 1, 2].map { factor in
      var scenario = ExampleScenarios.planned(members: members)
      for cell in scenario.plan.amounts.indices { scenario.plan.amounts[cell] *= factor }
      if factor == 2 { scenario.parameters[1] = .fixed(value: 0) }
      return scenario
    }
    let axis = SampleSubject.Axis(SampledQuantity(id: "money", unit: "factor"), values: [0, 1, 2])
    return SampleSubject(scenarios, axes: [axis], target: target)
  }

  @Test func membersOfASweepAreThoseOfItsPointsDealtEvenly() throws {
    let subject = Self.sweep(members: 1_500)
    let sample = try MemberSample(subject)
    #expect(sample.quantities.first?.id == "money" && sample.quantities.count == sample.values.count)
    let points = sample.values[0].map { Int($0) }
    // Evenly in each replicate, so that no count is off by more than one a replicate.
    for point in 0..<3 { #expect(abs(points.count { $0 == point } - 500) <= 16) }
    // Every member has the draws and the margin it has in a run of its point alone.
    let alone = try subject.scenarios.map { try MemberSample(SampleSubject($0, target: Self.target)) }
    for member in 0..<1_500 {
      let own = alone[points[member]]
      #expect(sample.margins[member] == own.margins[member] && sample.isMet[member] == own.isMet[member])
      for (column, quantity) in sample.quantities.enumerated().dropFirst() {
        guard let other = own.quantities.firstIndex(of: quantity) else {
          #expect(points[member] == 2 && sample.values[column][member] == 0)
          continue
        }
        #expect(sample.values[column][member] == own.values[other][member])
      }
    }
  }

  @Test func theSampleOfASweepDoesNotDependOnThreads() throws {
    let one = try MemberSample(Self.sweep(members: 1_000), threads: 1)
    let two = try MemberSample(Self.sweep(members: 1_000), threads: 2)
    #expect(one.values == two.values && one.margins == two.margins)
  }

  @Test func whatIsChosenCanBeACondition() throws {
    let discovery = ScenarioDiscovery(try MemberSample(Self.sweep(members: 3_000)), density: 0.7)
    let finding = try #require(discovery.findings.first)
    // Too little money is one reason to miss the commitment.
    #expect(finding.trajectory.contains { $0.restrictions.contains { $0.parameter == 0 && $0.upperQuasiP != nil } })
  }

  @Test func fixedParametersAreLeftOut() throws {
    var scenario = Self.scenario
    scenario.parameters[0] = .fixed(value: 1)
    let sample = try MemberSample(SampleSubject(scenario, target: Self.target))
    #expect(sample.quantities.map(\.id) == scenario.district.parameters.dropFirst().map(\.id))
  }

  @Test func theBoxChosenHasOnlyLimitsTheDataSupportAndIsMeasuredOnFreshMembers() throws {
    let samples = try MemberSample.withFresh(SampleSubject(Self.scenario, target: Self.target))
    #expect(samples.sample.values[0] != samples.fresh.values[0])
    let discovery = ScenarioDiscovery(samples.sample, fresh: samples.fresh, density: 0.7)
    let finding = try #require(discovery.findings.first)
    #expect(!finding.box.restrictions.isEmpty)
    #expect(finding.box.restrictions.allSatisfy { $0.quasiP <= ScenarioDiscovery.level })
    // GDP of 2025 hangs on the assumed level of 2020 more than on anything else.
    #expect(finding.box.restrictions.contains { samples.sample.quantities[$0.parameter].id == "value_added_scale" })
    for (box, measure) in zip(finding.trajectory, finding.measures) {
      #expect(measure.coverage == box.coverage && measure.density == box.density)
      #expect((measure.densityError ?? -1) >= 0)
    }
    let fresh = try #require(finding.fresh?.density)
    #expect(fresh > Double(discovery.cases) / 2_000)
  }

  @Test func whereAllMembersAgreeNothingIsFound() throws {
    var target = Self.target
    target.threshold = .number(1)
    let sample = try MemberSample(SampleSubject(Self.scenario, target: target))
    #expect(ScenarioDiscovery(sample).findings.isEmpty)
    #expect(ScenarioDiscovery(sample, interest: .met).findings.isEmpty)
  }
}
