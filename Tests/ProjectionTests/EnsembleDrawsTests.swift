import District
import ExampleScenarios
import Projection
import Sampling
import Scenarios
import Testing

/// The draws of one block: parameters by id, normals by shock and year.
private func drawn(_ scenario: ResolvedScenario, block: Int) throws -> [String: [Double]] {
  let experiment = Experiment(scenario)
  let model = try TileModel(experiment, members: 64)
  let draws = try EnsembleDraws(experiment)
  var result: [String: [Double]] = [:]
  func row(_ rows: TileRows, _ index: Int) -> [Double] {
    let numbers = rows[index..<index + 1].numbers
    return (0..<64).map { numbers[$0] }
  }
  draws.fillParameters(of: model.workspace, blocks: [block][...])
  for (index, parameter) in experiment.district.parameters.enumerated() {
    result[parameter.id] = row(model.workspace.parameters, index)
  }
  for t in 1...experiment.years {
    draws.fillNormals(of: model.workspace, year: t, blocks: [block][...])
    for (index, shock) in experiment.district.shocks.enumerated() {
      result["\(shock.id)@\(2020 + t)"] = row(model.workspace.normals, index)
    }
  }
  return result
}

@Suite struct DrawsSurviveEditing {
  @Test(arguments: SamplerKind.allCases)
  func addingAYearOfHorizon(_ sampler: SamplerKind) throws {
    let short = try drawn(ExampleScenarios.planned(sampler: sampler), block: 3)
    let long = try drawn(ExampleScenarios.planned(horizon: 2026, sampler: sampler), block: 3)
    for (name, values) in short { #expect(long[name] == values, "\(name)") }
    #expect(long.count == short.count + 28)
  }

  @Test(arguments: SamplerKind.allCases)
  func addingAParameterFirst(_ sampler: SamplerKind) throws {
    let district = ExampleScenarios.hongsibao
    let added = UncertainParameter(
      id: "a_new_parameter", distribution: .uniform(low: 0, high: 1), unit: "share")
    var dimensions = district.samplingDimensions
    dimensions["a_new_parameter"] = dimensions.values.max()! + 1
    let larger = district.replacing(
      parameters: [added] + district.parameters, samplingDimensions: dimensions)
    let before = try drawn(ExampleScenarios.planned(sampler: sampler), block: 5)
    let after = try drawn(ExampleScenarios.planned(larger, sampler: sampler), block: 5)
    for (name, values) in before { #expect(after[name] == values, "\(name)") }
  }

  @Test(arguments: [SamplerKind.sobol, .random])
  func addingMembers(_ sampler: SamplerKind) throws {
    let before = try drawn(ExampleScenarios.planned(members: 1_000, sampler: sampler), block: 7)
    let after = try drawn(ExampleScenarios.planned(members: 100_000, sampler: sampler), block: 7)
    #expect(before == after)
  }

  @Test(arguments: SamplerKind.allCases)
  func addingATargetOrAnotherScenario(_ sampler: SamplerKind) throws {
    let before = try drawn(ExampleScenarios.planned(sampler: sampler), block: 2)
    var other = ExampleScenarios.planned(sampler: sampler, funded: false)
    other.id = "other"
    other.targets.removeFirst(3)
    let after = try drawn(other, block: 2)
    #expect(after == before)
  }

  @Test(arguments: SamplerKind.allCases)
  func fixingAParameterMovesNoOther(_ sampler: SamplerKind) throws {
    let before = try drawn(ExampleScenarios.planned(sampler: sampler), block: 2)
    var fixed = ExampleScenarios.planned(sampler: sampler)
    fixed.parameters[5] = .fixed(value: 1)
    let after = try drawn(fixed, block: 2)
    for (name, values) in before where name != fixed.district.parameters[5].id {
      #expect(after[name] == values, "\(name)")
    }
  }

  @Test(arguments: SamplerKind.allCases)
  func anotherSeedMovesEveryDraw(_ sampler: SamplerKind) throws {
    let before = try drawn(ExampleScenarios.planned(sampler: sampler), block: 2)
    let after = try drawn(ExampleScenarios.planned(sampler: sampler, seed: 8), block: 2)
    for (name, values) in before { #expect(after[name] != values, "\(name)") }
  }
}

@Suite struct TileWidthTests {
  /// Members that tiles of a width compute for the replicate with the most blocks.
  private func computed(_ members: Int, width: Int) -> Int {
    let blocks = (members + 64 * 16 - 1) / (64 * 16)
    return (blocks * 64 + width - 1) / width * width
  }

  @Test func aSmallEnsembleHasTilesThatItsReplicatesFill() {
    for members in [1, 64, 1_000, 1_024] { #expect(Engine.tileMembers(ofEnsemble: members) == 64) }
    #expect(Engine.tileMembers(ofEnsemble: 2_048) == 128)
    #expect(Engine.tileMembers(ofEnsemble: 4_096) == 256)
    #expect(Engine.tileMembers(ofEnsemble: 10_000) == 320)
    #expect(Engine.tileMembers(ofEnsemble: 10_000_000) == Engine.defaultTileMembers)
  }

  @Test func noMoreIsComputedThanByTheWidestTiles() {
    for members in stride(from: 1, through: 40_000, by: 777) {
      let width = Engine.tileMembers(ofEnsemble: members)
      #expect(width % 64 == 0 && width <= Engine.widestTileMembers)
      #expect(computed(members, width: width) <= computed(members, width: Engine.defaultTileMembers))
    }
  }
}

@Test func aDistrictMayUseEveryDimensionOfTheSampler() {
  #expect(District.samplingDimensionsAtMost == SobolSequence.dimensions)
}
