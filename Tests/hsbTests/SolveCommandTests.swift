import Foundation
import Testing

@Suite struct SolveCommandTests {
  private let baseline = Program.scenario("baseline")

  private func table(_ folder: TemporaryFolder, _ name: String) throws -> [[String: String]] {
    let all = rows(ofCSV: try folder.bytes(name))
    return all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(all[0], $0)) }
  }

  @Test func theSolutionRunsAndHasTheProbabilityThatWasReported() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      [
        "solve", baseline, "--target", "gdp_100_yi", "--probability", "0.75", "--members", "2048", "-o", "s", "--lang",
        "en",
      ], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("is enough") && result.output.contains("s: 7 files"))
    let answer = try #require(try table(folder, "s/solve_answers.csv").first)
    #expect(answer["answer"] == "met_at" && answer["unit"] == "factor" && !answer["value_se"]!.isEmpty)
    let run = try Program.run(["run", "s/solution.yaml", "-q", "-o", "r"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let target = try #require(try table(folder, "r/targets.csv").first { $0["target"] == "gdp_100_yi" })
    #expect(target["probability"] == answer["probability"])
    #expect(target["standard_error"] == answer["probability_se"])
    let curve = try table(folder, "s/solve.csv")
    #expect(curve.contains { $0["value"] == answer["value"] } && curve.count > 17)
    #expect(try folder.bytes("s/solve_leadership.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(Set(rows(ofCSV: try folder.bytes("s/solve_leadership.csv")).map(\.count)).count == 1)
  }

  @Test func whatNoMoneyReachesIsSaidPlainlyWithTheYearsItIsReached() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "solve", baseline, "--target", "income_regional_parity", "--members", "512", "-o", "s", "--lang", "en",
    ]
    let result = try Program.run(arguments, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("not by any funding from 0 to 3 times the plan"))
    #expect(result.output.contains("not by 2035"))
    let answers = try table(folder, "s/solve_answers.csv")
    #expect(answers[0]["answer"] == "out_of_reach" && answers[1]["lever"] == "combination")
    #expect(try table(folder, "s/solve_paths.csv").count == 20)
    let again = try Program.run(arguments + ["--threads", "1", "-o", "t", "-q"], in: folder.path)
    #expect(again.status == 0 && again.output.isEmpty)
    for name in ["solve.csv", "solve_answers.csv", "solve_paths.csv", "solution.yaml"] {
      #expect(try folder.bytes("s/\(name)") == folder.bytes("t/\(name)"), "\(name)")
    }
  }

  @Test(arguments: [
    (["--target", "gdp_100_yy"], "--target: no target 'gdp_100_yy' (did you mean 'gdp_100_yi'?)"),
    (["--target", "gdp_100_yi", "--horizon", "2023"], "--target: the target 'gdp_100_yi' ends in 2025"),
    (["--target", "gdp_100_yi", "--vary", "funding multipl"], "--vary: found 'funding multipl', expected"),
    (["--target", "gdp_100_yi", "--vary", "project tourims multiply"], "(did you mean 'tourism'?)"),
    (["--target", "gdp_100_yi", "--vary", "funding multiply", "--vary", "funding multiply"], "named twice"),
    (["--target", "gdp_100_yi", "--between", "3,1"], "expected two numbers"),
    (["--target", "gdp_100_yi", "--between=-1,2"], "--between: 'funding multiply' takes factors"),
    (["--target", "gdp_100_yi", "--between", "0,1e308"], "--between: 'funding multiply' at 1e+308: the"),
    (
      ["--target", "gdp_100_yi", "--vary", "parameter crowding_in", "--between=-5,100"],
      "--between: 'parameter crowding_in' at -5"
    ),
    (["--target", "gdp_100_yi", "--probability", "0"], "above 0 and at most 1"),
  ])
  func wrongUseIsOneMessage(_ arguments: [String], _ words: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["solve", baseline, "-o", "s"] + arguments, in: folder.path)
    #expect(result.status == 64 && result.errors.contains(words), "\(result.errors)")
    #expect(!result.errors.contains("baseline.yaml"), "\(result.errors)")
    #expect(try folder.names(in: ".").isEmpty)
  }
}
