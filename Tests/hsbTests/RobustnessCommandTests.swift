import Foundation
import Testing

@Suite struct RobustnessCommandTests {
  private let scenarios = ["baseline", "funding-cut"].map { Program.scenario($0) }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "drought.yaml",
      """
      scenario: drought
      extends: \(Program.scenario("baseline"))
      title: {zh: 干旱, en: Drought}
      events: [{year: 2023, shock: tfp_crops, sd: -3}]
      constants: {water_quota_growth: -0.03}

      """)
    return folder
  }

  @Test func writesPayoffsRulesAndATableForPeople() throws {
    let folder = try folder()
    let result = try Program.run(
      ["robustness"] + scenarios + ["--stress", "drought.yaml", "--members", "1024", "--lang", "en"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("2 scenarios x 2 conditions") && result.output.contains("Minimax regret"))
    let payoffs = rows(ofCSV: try folder.bytes("results/robustness/robustness.csv"))
    // Without stress the probabilities are those of a run.
    _ = try Program.run(["run", scenarios[1], "--members", "1024", "-q", "-o", "cut"], in: folder.path)
    let targets = rows(ofCSV: try folder.bytes("cut/targets.csv")).dropFirst()
    #expect(!targets.isEmpty)
    for target in targets {
      let row = try #require(payoffs.first { $0[0] == target[1] && $0[2] == "funding-cut" && $0[3] == "none" })
      #expect(row[4] == target[7] && row[5] == target[8])
    }
    // Regret and rules follow from the payoffs by their definitions.
    let rules = rows(ofCSV: try folder.bytes("results/robustness/robustness_rules.csv"))
    func payoff(_ target: String, _ scenario: String, _ stress: String, _ column: Int = 4) throws -> Double {
      let row = try #require(payoffs.first { $0[0] == target && $0[2] == scenario && $0[3] == stress })
      return try #require(Double(row[column]))
    }
    for target in ["gdp_100_yi", "commitments_met"] {
      for scenario in ["baseline", "funding-cut"] {
        let cells = try ["none", "drought"].map { try payoff(target, scenario, $0) }
        let regrets = try ["none", "drought"].map { try payoff(target, scenario, $0, 6) }
        func score(_ rule: String) throws -> Double {
          let row = try #require(rules.first { $0[0] == target && $0[1] == rule && $0[2] == scenario })
          return try #require(Double(row[3]))
        }
        let scores = try ["maximin", "minimax_regret", "expected_value", "satisficing"].map(score)
        #expect(scores[0] == cells.min() && scores[1] == regrets.max())
        #expect(abs(scores[2] - (cells[0] + cells[1]) / 2) < 1e-12)
        #expect(scores[3] == Double(cells.count { $0 >= 0.5 }) / 2)
      }
    }
    let people = try folder.bytes("results/robustness/robustness_leadership.csv")
    #expect(people.starts(with: [0xEF, 0xBB, 0xBF]) && Set(rows(ofCSV: people).map(\.count)).count == 1)
    #expect(try folder.text("results/robustness/robustness.svg").contains("</svg>"))
  }

  @Test func threadsChangeNothing() throws {
    let folder = try folder()
    for threads in ["1", "2"] {
      let result = try Program.run(
        ["robustness"] + scenarios
          + ["--stress", "drought.yaml", "--members", "300", "--threads", threads, "-q", "-o", "t\(threads)"],
        in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    for name in ["robustness.csv", "robustness_rules.csv", "robustness_leadership.csv", "robustness.svg"] {
      #expect(try folder.bytes("t1/\(name)") == folder.bytes("t2/\(name)"))
    }
  }

  @Test func wrongUseAndWrongStressesStop() throws {
    let folder = try folder()
    try folder.write("longer.yaml", "scenario: longer\ntitle: {zh: 长, en: longer}\nhorizon: 2030\n")
    #expect(try Program.run(["robustness"] + scenarios, in: folder.path).status == 64)
    let level = ["--stress", "drought.yaml", "--satisfactory", "50"]
    #expect(try Program.run(["robustness"] + scenarios + level, in: folder.path).status == 64)
    let wrong = try Program.run(["robustness"] + scenarios + ["--stress", "longer.yaml"], in: folder.path)
    #expect(wrong.status == 65 && wrong.errors.contains("longer.yaml:3:1: error: `horizon` belongs"), "\(wrong.errors)")
    #expect(
      try Program.run(["robustness"] + scenarios + ["--stress", "none.yaml"], in: folder.path).status == 66)
    #expect(try folder.names() == ["drought.yaml", "longer.yaml"])
  }
}
