import Foundation
import Testing

@Suite struct OptimizeCommandTests {
  private let baseline = Program.scenario("baseline")
  private let onePayer = Program.scenario("limits/one-payer")

  private func table(_ folder: TemporaryFolder, _ name: String) throws -> [[String: String]] {
    let all = rows(ofCSV: try folder.bytes(name))
    return all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(all[0], $0)) }
  }

  /// The notebook of the division in `a`: how to make it again, and the money of a project added up over its cells.
  private func checkNotebook(_ folder: TemporaryFolder, _ cells: [[String: String]]) throws {
    let made = try Program.run(["notebook", "a", "--lang", "en", "--output", "a.ipynb"], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    let notebook = try #require(
      JSONSerialization.jsonObject(with: Data(try folder.bytes("a.ipynb"))) as? [String: Any])
    let parts = try #require(notebook["cells"] as? [[String: Any]])
    let opening = try #require(parts.first?["source"] as? String)
    #expect(opening.contains("--maximize gdp_100_yi --starts 2"), "\(opening)")
    #expect(opening.contains("--limits LIMITS.yaml"))
    let division = try #require(parts.first { $0["id"] as? String == "division" })
    let outputs = try #require(division["outputs"] as? [[String: Any]])
    let table = try #require((outputs.first?["data"] as? [String: Any])?["text/plain"] as? String)
    let tourism = cells.filter { $0["project"] == "tourism" }
    func sum(_ column: String) -> String { String(format: "%.2f", tourism.reduce(0) { $0 + Double($1[column]!)! }) }
    let row = try #require(table.split(separator: "\n").first { $0.contains("tourism") || $0.contains("Tourism") })
    #expect(
      row.split(separator: "\t").dropFirst().map(String.init) == [sum("planned_yi"), sum("best_yi"), sum("change_yi")])
  }

  @Test func theScenarioOfTheBestDivisionRunsAndHasWhatWasReported() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      [
        "optimize", baseline, "--maximize", "gdp_100_yi", "--members", "256", "--starts", "2", "--limits", onePayer,
        "-o", "a", "--lang",
        "en",
      ], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("a: 10 files") && result.output.contains("placeholder projects"))
    #expect(result.output.contains("fresh draws") && result.output.contains("not an official forecast"))

    let cells = try table(folder, "a/allocation.csv")
    let planned = cells.reduce(0) { $0 + Double($1["planned_yi"]!)! }
    let best = cells.reduce(0) { $0 + Double($1["best_yi"]!)! }
    #expect(abs(planned - best) < 1e-5 && cells.contains { $0["is_placeholder"] == "1" })
    #expect(cells.count { $0["is_open"] == "1" } == 50)
    #expect(cells.allSatisfy { $0["is_open"] == "1" || $0["best_yi"] == "0" })

    // The scenario moves with its plan to any folder.
    try FileManager.default.createDirectory(atPath: "\(folder.path)/moved", withIntermediateDirectories: true)
    for name in ["allocation.yaml", "allocation_plan.csv"] {
      try FileManager.default.copyItem(atPath: "\(folder.path)/a/\(name)", toPath: "\(folder.path)/moved/\(name)")
    }
    let run = try Program.run(["run", "moved/allocation.yaml", "-q", "-o", "r"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let target = try #require(try table(folder, "r/targets.csv").first { $0["target"] == "gdp_100_yi" })
    let outcome = try #require(
      try table(folder, "a/allocation_outcomes.csv").first {
        $0["outcome"] == "gdp_100_yi" && $0["draws"] == "searched"
      })
    #expect(target["probability"] == outcome["best"] && target["standard_error"] == outcome["best_se"])
    #expect(Double(outcome["best"]!)! > Double(outcome["planned"]!)!)

    let frontier = try table(folder, "a/frontier.csv")
    for (name, outcome) in [("money", "gdp_100_yi"), ("aims", "gdp_nominal.2025"), ("aims", "income_rural.2025")] {
      #expect(frontier.filter { $0["frontier"] == name && $0["outcome"] == outcome }.count >= 12, "\(name)")
    }
    for name in ["allocation.svg", "frontier_money.svg", "frontier_aims.svg"] {
      #expect(try folder.text("a/\(name)").contains("</svg>"))
    }
    for name in ["money", "aims"] {
      let plot = try Program.run(
        ["plot", "a", "--chart", "frontier", "--outcome", name, "--lang", "en", "--output", "-"], in: folder.path)
      #expect(try plot.status == 0 && plot.output == folder.text("a/frontier_\(name).svg"), "\(plot.errors)")
    }
    try checkNotebook(folder, cells)
    let wrong = try Program.run(["plot", "a", "--chart", "attribution", "--output", "-"], in: folder.path)
    #expect(wrong.status == 64 && wrong.errors.contains("holds allocation"), "\(wrong.errors)")
    let people = try folder.bytes("a/allocation_leadership.csv")
    #expect(people.starts(with: [0xEF, 0xBB, 0xBF]) && Set(rows(ofCSV: people).map(\.count)).count == 1)
    #expect(try folder.text("a/allocation_leadership.csv").contains("(placeholder)"))
  }

  @Test func threadsChangeNothingAndLimitsAreKept() throws {
    let folder = try TemporaryFolder()
    let limits = try String(contentsOfFile: onePayer, encoding: .utf8) + "projects: {tourism: {maximum: 2}}\n"
    try limits.write(toFile: "\(folder.path)/limits.yaml", atomically: true, encoding: .utf8)
    for threads in ["1", "2"] {
      let result = try Program.run(
        [
          "optimize", baseline, "--maximize", "income_rural", "--budget", "85", "--limits", "limits.yaml", "--members",
          "128", "--starts", "1", "--threads", threads, "-q", "-o", "t\(threads)",
        ], in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    }
    for name in ["allocation.csv", "allocation_outcomes.csv", "frontier.csv", "allocation.yaml", "allocation_plan.csv"]
    {
      #expect(try folder.bytes("t1/\(name)") == folder.bytes("t2/\(name)"), "\(name)")
    }
    let cells = try table(folder, "t1/allocation.csv")
    func sum(_ condition: ([String: String]) -> Bool) -> Double {
      cells.filter(condition).reduce(0) { $0 + Double($1["best_yi"]!)! }
    }
    #expect(abs(sum { _ in true } - 85) < 1e-6 && sum { $0["project"] == "tourism" } < 2 + 1e-3)
    let paid = cells.filter { $0["source"] == "enterprise" && $0["best_yi"] != "0" }
    #expect(Set(paid.map { $0["project"]! }) == ["clean_energy", "tourism"])
  }

  @Test(arguments: [
    (["--maximize", "gdp_100_yy"], "", 64, "gdp_100_yi"), (["--maximize", "gdp_nominl.2025"], "", 64, "gdp_nominal"),
    (["--maximize", "gdp_100_yi", "--budget", "much"], "", 64, "expected planned"),
    (["--maximize", "gdp_100_yi", "--budget=-5"], "", 64, "at least 0.000001 (100 yuan)"),
    (["--maximize", "gdp_100_yi", "--budget=1e-9"], "", 64, "at least 0.000001 (100 yuan)"),
    (["--maximize", "gdp_100_yi", "--starts", "0"], "", 64, "from 1 to 64"),
    (["--maximize", "gdp_100_yi", "--limits", "none.yaml"], "", 66, "none.yaml"),
    (["--maximize", "gdp_100_yi", "--limits", "l.yaml"], "projects: {tourim: {minimum: 1}}", 65, "l.yaml:1:12"),
    (["--maximize", "gdp_100_yi", "--limits", "l.yaml"], "# nothing\n", 65, "l.yaml:1:1: error: the file is empty"),
    (["--maximize", "gdp_100_yi", "--limits", "l.yaml"], "# nothing\n", 65, "a map of keys such as `projects`"),
    (["--maximize", "gdp_100_yi", "--limits", "l.yaml"], "source_ceiling: 0.5", 65, "ceilings of the sources"),
  ])
  func wrongUseIsOneMessage(_ arguments: [String], _ limits: String, _ status: Int32, _ words: String) throws {
    let folder = try TemporaryFolder()
    if !limits.isEmpty { try limits.write(toFile: "\(folder.path)/l.yaml", atomically: true, encoding: .utf8) }
    let result = try Program.run(
      ["optimize", baseline, "-o", "s", "--members", "64"] + arguments, in: folder.path)
    #expect(result.status == status && result.errors.contains(words), "\(result.errors)")
    #expect(try folder.names(in: ".") == (limits.isEmpty ? [] : ["l.yaml"]))
  }

  /// A plan of less than the unit of divisions is refused as such a budget is; the unit itself can be divided.
  @Test func aPlanTooSmallToDivideIsSaid() throws {
    let folder = try TemporaryFolder()
    try "scenario: x\ntitle: {zh: 一, en: x}\nfunding: {adjust: [{multiply: 1e-9}]}\n".write(
      toFile: "\(folder.path)/x.yaml", atomically: true, encoding: .utf8)
    let result = try Program.run(
      ["optimize", "x.yaml", "--maximize", "gdp_nominal", "--members", "32", "-q"], in: folder.path)
    #expect(result.status == 65 && result.errors.contains("is less than can be divided"), "\(result.errors)")
    #expect(result.errors.contains("expected at least 0.000001 亿元"), "\(result.errors)")
    let smallest = try Program.run(
      [
        "optimize", baseline, "--maximize", "gdp_nominal", "--budget=1e-6", "--members", "32", "--starts", "1", "-q",
        "-o", "small",
      ], in: folder.path)
    #expect(smallest.status == 0, "\(smallest.errors)")
  }

  @Test func withoutMoneyThereIsNothingToDivide() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["optimize", Program.scenario("no-funding"), "--maximize", "gdp_100_yi", "--members", "64"], in: folder.path)
    #expect(result.status == 65 && result.errors.contains("plans no money"), "\(result.errors)")
    #expect(try folder.names(in: ".").isEmpty)
  }
}
