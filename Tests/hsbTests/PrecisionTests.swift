import Foundation
import Testing

@Suite struct PrecisionTests {
  @Test func aRunIsDoubledUntilItIsPreciseAndEqualsTheRunOfThatSize() throws {
    let folder = try TemporaryFolder()
    let goal = "gdp_nominal.2025.p50 within 0.1"
    let precise = try Program.run(
      ["run", Program.scenario("baseline"), "--members", "1024", "--until", goal, "--output", "precise"],
      in: folder.path)
    #expect(precise.status == 0 && precise.errors.isEmpty, "\(precise.errors)")
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(folder.bytes("precise/manifest.json"))) as? [String: Any])
    let ensemble = try #require(manifest["ensemble"] as? [String: Any])
    let members = try #require(ensemble["members"] as? Int)
    let precision = try #require((ensemble["precision"] as? [[String: Any]])?.first)
    #expect(precision["goal"] as? String == goal && precision["reached"] as? Bool == true)
    let rounds = try #require(precision["rounds"] as? [[String: Any]])
    #expect(rounds.count > 1 && members == 1024 << (rounds.count - 1))
    let errors = rounds.compactMap { $0["standard_error"] as? Double }
    #expect(errors.dropLast().allSatisfy { $0 > 0.1 } && errors.last! <= 0.1, "\(errors)")
    #expect(precise.output.contains("reached in round \(rounds.count)"))

    let plain = try Program.run(
      ["run", Program.scenario("baseline"), "--members", "\(members)", "-q", "--output", "plain"], in: folder.path)
    #expect(plain.status == 0)
    for name in ["projections.csv", "targets.csv", "leadership.csv"] {
      #expect(try folder.bytes("precise/\(name)") == folder.bytes("plain/\(name)"), "\(name)")
    }
    // The standard error the file states is the one the goal was held to.
    let row = try #require(
      rows(ofCSV: try folder.bytes("plain/projections.csv")).first { $0[1] == "gdp_nominal" && $0[3] == "2025" })
    // Read by two readers, of which one may round the last bit.
    let stated = try #require(Double(row[14]))
    #expect(abs(stated - errors.last!) <= 1e-14 * stated)
  }

  /// With fewer than 16 randomisations a standard error may be small by chance.
  @Test func aRunOfFewMembersIsDoubledHoweverSmallItsErrorSeems() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      [
        "run", Program.scenario("baseline"), "--members", "70", "--until", "gdp_100_yi.probability within 40", "-o",
        "few",
      ],
      in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(folder.bytes("few/manifest.json"))) as? [String: Any])
    #expect((manifest["ensemble"] as? [String: Any])?["members"] as? Int == 70 * 16)
  }

  @Test(arguments: [
    ("gdp_nominl.2025.p50 within 1", "did you mean 'gdp_nominal'?"), ("gdp_nominal.2031.p50 within 1", "2021 to 2025"),
    ("gdp_nominal.2025.p51 within 1", "did you mean 'p50'?"),
    ("gdp_nominal.2025.p50 within -1", "not a precision goal"),
    ("gdp_100_y.probability within 1", "did you mean 'gdp_100_yi'?"),
  ])
  func aGoalThatNamesNothingIsWrongUse(goal: String, words: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["run", Program.scenario("baseline"), "--until", goal], in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try folder.names().isEmpty)
  }

  @Test func benchPrintsThreeRatesAndTheTimeOfUsualRuns() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["bench", Program.scenario("baseline"), "--seconds", "0.05", "--lang", "en"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let rates = result.output.split(separator: "\n").compactMap { line in
      line.contains("(") ? line.split(separator: " ").suffix(2).first.flatMap { Int($0.filter(\.isNumber)) } : nil
    }
    #expect(rates.filter { $0 > 0 }.count >= 3, "\(result.output)")
    #expect(result.output.contains("1,000,000 members take about"))
  }
}
