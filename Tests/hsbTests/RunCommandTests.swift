import Foundation
import Testing

@Suite struct RunCommandTests {
  private let fileNames = [
    "funding.csv", "leadership.csv", "manifest.json", "projections.csv", "projects.csv", "scenario.yaml", "targets.csv",
  ]

  @Test func theBaselineWritesItsFilesAndPrintsATable() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["run", Program.scenario("baseline"), "--members", "512"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    #expect(try folder.names(in: "results/baseline") == fileNames)
    #expect(try folder.names() == ["results"])
    for words in ["GDP", "Income, rural", "512 members", "not an official forecast", "results/baseline: 7 files"] {
      #expect(result.output.contains(words), "\(words)")
    }
    #expect(!result.output.contains("\u{1B}"))
    let projections = rows(ofCSV: try folder.bytes("results/baseline/projections.csv"))
    #expect(
      projections[0] == [
        "scenario", "indicator", "unit", "year", "mean", "sd", "p05", "p25", "p50", "p75", "p95", "mean_se", "p05_se",
        "p25_se", "p50_se", "p75_se", "p95_se",
      ])
    #expect(projections.count > 700)
    let targets = rows(ofCSV: try folder.bytes("results/baseline/targets.csv"))
    #expect(
      targets[0].prefix(13).joined(separator: ",") == """
        scenario,target,reference,indicator,comparator,threshold,year,probability,standard_error,median,\
        threshold_median,median_gap,status
        """)
    for row in targets.dropFirst() { #expect((0...1).contains(Double(row[7]) ?? -1), "\(row)") }
  }

  @Test func leadersReadChineseUnlessAskedOtherwise() throws {
    let folder = try TemporaryFolder()
    for (arguments, title, last) in [
      ([], "红寺堡", "本表为模型推算，不是官方预测"), (["--lang", "en"], "Hongsibao", "not an official forecast"),
    ] {
      let result = try Program.run(
        ["run", Program.scenario("baseline"), "--members", "128", "-q"] + arguments, in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
      let bytes = try folder.bytes("results/baseline/leadership.csv")
      #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
      let table = rows(ofCSV: bytes)
      #expect(table[0][0].contains(title))
      #expect(table.last?[0].contains(last) == true)
    }
  }

  @Test func theTableSpeaksTheLanguageOfTheTerminalOrTheOption() throws {
    let folder = try TemporaryFolder()
    let run = ["run", Program.scenario("baseline"), "--members", "64"]
    let chinese = try Program.run(run, in: folder.path, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("农村居民收入") && chinese.output.contains("不是官方预测"))
    let english = try Program.run(run + ["--lang", "en"], in: folder.path, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(english.output.contains("Income, rural"))
  }

  @Test func resultsDoNotDependOnThreads() throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2", "7"] {
      let result = try Program.run(
        ["run", Program.scenario("baseline"), "--members", "3000", "--threads", threads, "-q", "-o", "t\(threads)"],
        in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    for name in fileNames where name != "manifest.json" {
      let one = try folder.bytes("t1/\(name)")
      #expect(try folder.bytes("t2/\(name)") == one, "\(name)")
      #expect(try folder.bytes("t7/\(name)") == one, "\(name)")
    }
  }

  @Test func severalScenariosHaveAFolderEachAndShareTheirDraws() throws {
    let folder = try TemporaryFolder()
    try folder.writeScenario("same.yaml", "scenario: same\nensemble: {seed: 5}\n")
    let result = try Program.run(
      ["run", Program.scenario("baseline"), "same.yaml", "--members", "256", "--output", "both"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.names(in: "both") == ["baseline", "same"])
    // Its seed is another; the first scenario's is used, and that is said.
    #expect(result.errors.contains("same.yaml: warning:") && result.errors.contains("share their draws"))
    func numbers(_ name: String) throws -> [[String]] {
      rows(ofCSV: try folder.bytes("both/\(name)/projections.csv")).dropFirst().map { Array($0.dropFirst()) }
    }
    #expect(try numbers("baseline") == numbers("same"))
  }

  @Test func theScenarioWrittenBesideTheResultsRunsTheSameAgain() throws {
    let folder = try TemporaryFolder()
    try folder.writeScenario(
      "own.yaml",
      "scenario: own\nfunding: {adjust: [{source: min_ning, multiply: 0.5}]}\nparameters: {efficacy.tourism: 0.6}\n")
    #expect(try Program.run(["run", "own.yaml", "--members", "300", "-q", "-o", "one"], in: folder.path).status == 0)
    let again = try Program.run(["run", "one/scenario.yaml", "-q", "-o", "two"], in: folder.path)
    #expect(again.status == 0, "\(again.errors)")
    for name in ["projections.csv", "targets.csv", "projects.csv", "funding.csv"] {
      #expect(try folder.bytes("one/\(name)") == folder.bytes("two/\(name)"), "\(name)")
    }
  }

  @Test func aTitleThatIsAFormulaStaysText() throws {
    let folder = try TemporaryFolder()
    try folder.writeScenario(
      "evil.yaml",
      """
      scenario: evil
      title: {zh: '=HYPERLINK("http://example.org","点击")', en: '=1+1 <script>alert("1")</script>'}
      targets:
        - {id: own, indicator: jobs, at_least: 10, year: 2025, factor: 1, title: {zh: '@SUM(A1)', en: '+1,"2"'}}

      """)
    let result = try Program.run(["run", "evil.yaml", "--members", "64", "-q"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    for name in ["leadership.csv", "targets.csv", "projects.csv", "projections.csv"] {
      for cell in rows(ofCSV: try folder.bytes("results/evil/\(name)")).joined() {
        let isSafe = cell.first.map { !"=+-@\t\r".contains($0) } ?? true
        #expect(isSafe || Double(cell) != nil, "\(name): \(cell)")
      }
    }
    #expect(rows(ofCSV: try folder.bytes("results/evil/leadership.csv")).joined().contains("'@SUM(A1)"))
  }

  @Test func aRunReplacesItsEarlierResultsAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let run = ["run", Program.scenario("baseline"), "-q", "--members"]
    #expect(try Program.run(run + ["64"], in: folder.path).status == 0)
    try folder.write("results/baseline/notes.txt", "mine")
    let first = try folder.text("results/baseline/projections.csv")
    #expect(try Program.run(run + ["128"], in: folder.path).status == 0)
    #expect(try folder.text("results/baseline/projections.csv") != first)
    #expect(try folder.text("results/baseline/notes.txt") == "mine")
    #expect(try folder.names(in: "results") == ["baseline"])
  }

  @Test func overridesOfTheCommandLineReachTheManifest() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["run", Program.scenario("baseline"), "-q", "--members", "100", "--seed", "3", "--sampler", "random"]
        + ["--horizon", "2022"], in: folder.path, environment: ["HSB_COMMIT": "abc1234"])
    #expect(result.status == 0, "\(result.errors)")
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(try folder.bytes("results/baseline/manifest.json"))) as? [String: Any])
    let ensemble = try #require(manifest["ensemble"] as? [String: Any])
    #expect(ensemble["members"] as? Int == 100 && ensemble["seed"] as? Int == 3)
    #expect(ensemble["sampler"] as? String == "random")
    #expect((manifest["scenario"] as? [String: Any])?["horizon"] as? Int == 2022)
    #expect((manifest["program"] as? [String: Any])?["commit"] as? String == "abc1234")
  }

  @Test func aReaderWhoLeavesDoesNotSpoilTheResults() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "\"$0\" run \"$1\" --members 2000 | true; exit \"${PIPESTATUS:-0}\"", try Program.path(),
      Program.scenario("baseline"),
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try process.run()
    process.waitUntilExit()
    #expect(try folder.names(in: "results/baseline") == fileNames)
  }
}
