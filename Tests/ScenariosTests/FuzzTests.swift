import District
import Foundation
import Scenarios
import Testing

/// SplitMix64: the same mutations on every machine.
private struct Mutations: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static let pieces = [
    "&a ", "*a", "!!map ", "- ", "? ", ": ", "{", "}", "[", "]", ",", "'", "\"", "|\n", ">-\n", "# ", "---\n", "...\n",
    "\t", "\r", "\u{FEFF}", "%YAML 1.2\n", "<<: ", "~", "null", ".nan", "1e999", "-0", "0x10", "99999999999999999999",
    "2021-2025", "中", "\\", "\0", "extends: test.yaml\n", "multiply: 1\n", "    ", "\n", "@", "`", "{{", "- - - ",
  ].map { Array($0.utf8) }

  /// A text with one to four changes to its bytes, lines or structure.
  mutating func mutated(_ text: [UInt8]) -> [UInt8] {
    var bytes = text
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      switch Int.random(in: 0..<7, using: &self) {
      case 0: bytes.insert(contentsOf: Self.pieces.randomElement(using: &self)!, at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...12, using: &self)))
      case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 3: bytes.removeSubrange(place...)
      case 4:
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        lines.insert(lines.randomElement(using: &self)!, at: Int.random(in: 0...lines.count, using: &self))
        bytes = Array(lines.joined(separator: [10]))
      case 5:
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        let line = Int.random(in: 0..<lines.count, using: &self)
        lines[line] = Array(repeating: 32, count: Int.random(in: 0...4, using: &self)) + lines[line].drop { $0 == 32 }
        bytes = Array(lines.joined(separator: [10]))
      default:
        let end = min(bytes.count, place + 40)
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &self))
      }
    }
    return bytes
  }
}

@Suite("Changed files at random", .serialized)
struct FuzzTests {
  /// Mutations in each of the four parts; `HSB_FUZZ_ROUNDS` asks for more.
  private static let rounds = ProcessInfo.processInfo.environment["HSB_FUZZ_ROUNDS"].flatMap(Int.init) ?? 750

  private static let everything = """
    scenario: test
    title: {zh: 测试, en: Test}
    description: {zh: "引号", en: 'colon: #hash & *star'}
    horizon: 2028
    ensemble: {members: 321, sampler: latin-hypercube, seed: 7}
    funding:
      adjust:
        - {multiply: 0.7}
        - {source: min_ning, years: 2023-2025, multiply: 0}
        - {project: [tourism, employment], year: 2024, source: enterprise, add: 0.5}
        - {project: clean_energy, delay: 4}
        - {from: clean_energy, to: [employment, agriculture], share: 0.1}
    events:
      - {year: 2022, shock: tfp_hospitality, sd: -2.25}
    parameters:
      efficacy.tourism: 0.6
      crowding_in: {pert: [0, 0.1, 0.2]}
    constants: {water_quota_growth: -0.03}
    targets:
      - {id: gdp_120_yi, indicator: gdp_nominal, at_least: 120, year: 2025, factor: 1, title: {zh: , en: }}
    """

  @Test("give a scenario or messages with places, never a trap or a hang", arguments: 0..<4)
  func mutations(_ part: Int) throws {
    let folder = try ScenarioFolder()
    var seeds = Repository.scenarios.map { Array(FileManager.default.contents(atPath: $0)!) }
    for file in Repository.scenarios {
      try folder.write(
        Array(FileManager.default.contents(atPath: file)!), as: URL(fileURLWithPath: file).lastPathComponent)
    }
    seeds += Array(repeating: Array(Self.everything.utf8), count: 5)
    var random = Mutations(state: UInt64(part) + 20_210_410)
    var resolved = 0
    for round in 0..<Self.rounds {
      let bytes = random.mutated(seeds[round % seeds.count])
      let file = try folder.write(bytes)
      let start = ContinuousClock.now
      let readings = readScenarios(files: [file], overrides: ScenarioOverrides(), library: SmallDistrict.library)
      let time = ContinuousClock.now - start
      #expect(time < .seconds(20), "round \(round): \(time)")
      if readings.scenarios.isEmpty {
        #expect(
          readings.diagnostics.hasErrors, "round \(round): no message for \(String(decoding: bytes, as: UTF8.self))")
      } else {
        resolved += 1
      }
    }
    #expect(resolved > 20)
  }

  @Test("bombs are refused at once")
  func bombs() throws {
    let folder = try ScenarioFolder()
    let large = 1_000_000
    let bombs: [String] = [
      String(repeating: "[", count: large), String(repeating: "{a: ", count: large / 4),
      String(repeating: "- ", count: large / 2), String(repeating: "? ", count: large / 2),
      String(repeating: "a: b\n", count: 200_000), "a: '" + String(repeating: "x\n", count: large / 2),
      (0..<1400).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      String(repeating: "x", count: large), "k: [" + String(repeating: "1,", count: large / 2) + "]",
      "events:\n" + String(repeating: "- {year: 2022, shock: nowhere, sd: 1}\n", count: 20_000),
      "funding:\n  adjust:\n" + String(repeating: "  - {delay: 14}\n", count: 50_000),
      (0..<90_000).map { "k\($0): 1\n" }.joined(), String(repeating: "#\n", count: large / 2),
    ]
    for bomb in bombs {
      let file = try folder.write("scenario: test\ntitle: {zh: 测试, en: Test}\n" + bomb)
      let start = ContinuousClock.now
      let readings = readScenarios(files: [file], overrides: ScenarioOverrides(), library: SmallDistrict.library)
      let time = ContinuousClock.now - start
      #expect(time < .seconds(20), "\(bomb.prefix(20)): \(time)")
      #expect(readings.diagnostics.messages.count <= 101)
      #expect(readings.diagnostics.hasErrors || readings.scenarios.count == 1)
    }
  }
}
