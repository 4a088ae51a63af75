import Foundation
import Testing

@Suite struct FundingFileTests {
  @Test(
    "funding.csv balances to the yuan and adds up to the plan",
    arguments: [
      "baseline", "delayed-start", "rights-trading-fails", "people-first", "no-funding", "second-plan-2030",
    ])
  func balances(_ scenario: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      ["run", Program.scenario(scenario), "--members", "256", "-q", "-o", "out"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let table = rows(ofCSV: try folder.bytes("out/funding.csv"))
    let column = Dictionary(uniqueKeysWithValues: table[0].enumerated().map { ($1, $0) })
    func number(_ row: [String], _ name: String) -> Double { Double(row[column[name]!]) ?? .nan }
    func yuan(_ row: [String], _ name: String) -> Int { Int((number(row, "\(name)_yi_2020") * 1e8).rounded()) }
    var unspent: [String: Int] = [:]
    var (planned, adjusted, lost) = (0.0, 0.0, 0.0)
    for row in table.dropFirst() {
      planned += number(row, "planned_yi")
      adjusted += number(row, "adjusted_yi")
      lost += number(row, "past_horizon_yi")
      guard !row[column["arrived_yi_2020"]!].isEmpty else { continue }
      let cell = "\(row[1])/\(row[4])"
      #expect(yuan(row, "carried_in") == unspent[cell] ?? 0)
      #expect(yuan(row, "carried_in") + yuan(row, "arrived") == yuan(row, "executed") + yuan(row, "unspent"), "\(row)")
      #expect(yuan(row, "adjusted") == yuan(row, "arrived") + yuan(row, "not_arrived"))
      unspent[cell] = yuan(row, "unspent")
      if scenario == "rights-trading-fails", row[1] == "rights_trading" { #expect(yuan(row, "arrived") == 0) }
    }
    let total: [String: (Double, Double)] = [
      "no-funding": (0, 0), "second-plan-2030": (159.66, 0), "delayed-start": (106.44, 14.15),
    ]
    let (plan, past) = total[scenario] ?? (106.44, 0)
    #expect(abs(planned - plan) < 0.005 && abs(adjusted - planned) < 1e-9, "\(planned) \(adjusted)")
    #expect(abs(lost - past) < 0.005, "\(lost)")
  }
}
