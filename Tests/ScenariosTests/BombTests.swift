import District
import Foundation
import Scenarios
import Testing

/// Changed files at random are the matter of `Tests/Fuzzing`.
@Suite("Files made to exhaust a reader", .serialized)
struct BombTests {
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
