import Foundation
import Testing

@Suite struct AttributeCommandTests {
  @Test(arguments: ["project", "source", "channel", "sector-channel"])
  func sharesInTheFileAddUpToTheTotal(axis: String) throws {
    let folder = try TemporaryFolder()
    let outcomes = ["gdp_nominal.2023", "income_rural.2025", "gdp_100_yi"]
    let result = try Program.run(
      ["attribute", Program.scenario("baseline"), "--by", axis, "--members", "256", "--lang", "en"]
        + outcomes.flatMap { ["--outcome", $0] }, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("not an official forecast") && result.output.contains("Interaction"))
    let table = rows(ofCSV: try folder.bytes("results/attribution/attribution.csv"))
    func means(_ outcome: String, _ part: String) -> [Double] {
      table.filter { $0[0] == outcome && $0[4] == part }.compactMap { Double($0[7]) }
    }
    for outcome in outcomes {
      let total = try #require(means(outcome, "total").first)
      #expect(means(outcome, "share").count > 6)
      #expect(abs(means(outcome, "share").reduce(0, +) - total) < 1e-9 * max(1, abs(total)))
      let interaction = try #require(means(outcome, "interaction").first)
      #expect(abs(total - means(outcome, "solo").reduce(0, +) - interaction) < 1e-9 * max(1, abs(total)))
      let picture = "results/attribution/attribution_\(outcome.replacing(".", with: "_")).svg"
      #expect(try folder.text(picture).contains("</svg>"))
    }
    let people = try folder.bytes("results/attribution/attribution_leadership.csv")
    #expect(people.starts(with: [0xEF, 0xBB, 0xBF]) && Set(rows(ofCSV: people).map(\.count)).count == 1)
    if axis == "project" {
      #expect(try folder.text("results/attribution/attribution_leadership.csv").contains("(placeholder)"))
    }
  }

  @Test(arguments: ["project", "sector-channel"]) func threadsChangeNothing(axis: String) throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2"] {
      let result = try Program.run(
        [
          "attribute", Program.scenario("funding-cut"), "--by", axis, "--members", "300", "--threads", threads, "-q",
          "-o",
          "t\(threads)",
        ], in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    }
    for name in ["attribution.csv", "attribution_leadership.csv", "attribution_gdp_nominal_2025.svg"] {
      #expect(try folder.bytes("t1/\(name)") == folder.bytes("t2/\(name)"))
    }
  }

  @Test func wrongNamesStopBeforeAnythingIsRun() throws {
    let folder = try TemporaryFolder()
    let scenario = Program.scenario("baseline")
    let wrong = try Program.run(["attribute", scenario, "--outcome", "gdp_nominl.2025"], in: folder.path)
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean 'gdp_nominal'?"), "\(wrong.errors)")
    #expect(try Program.run(["attribute", scenario, "--by", "projects"], in: folder.path).status == 64)
    #expect(try Program.run(["attribute", "none.yaml"], in: folder.path).status == 66)
    #expect(try folder.names().isEmpty)
  }
}
