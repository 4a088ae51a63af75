import Foundation
import Testing

@Suite struct LibraryCommandTests {
  @Test func listShowsTheLibraryWithTitlesAndQuestions() throws {
    let english = try Program.run(["list", "--lang", "en"], in: Program.repository)
    #expect(english.status == 0 && english.errors.isEmpty, "\(english.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(Program.repository)/scenarios")
      .filter { $0.hasSuffix(".yaml") }
    #expect(files.count >= 38)
    // In the table and above its question.
    for file in files {
      let lines = english.output.split(separator: "\n").filter { $0.split(separator: " ").first == file.dropLast(5) }
      #expect(lines.count == 2 && !lines[0].hasPrefix(" "), "\(file)")
    }
    #expect(english.output.contains("Start delayed by a year") && english.output.contains("how likely"))
    let chinese = try Program.run(["list", "scenarios", "--lang", "zh"], in: Program.repository)
    #expect(chinese.output.contains("推迟一年启动") && chinese.output.contains("多大把握？"))
  }

  @Test func listOfAFolderWithAFaultListsTheRestAndSaysSo() throws {
    let folder = try TemporaryFolder()
    let missing = try Program.run(["list"], in: folder.path)
    #expect(missing.status == 66 && missing.errors.contains("scenarios"))
    try folder.makeFolder("mine")
    #expect(try Program.run(["list", "mine"], in: folder.path).status == 66)
    try folder.writeScenario("mine/good.yaml", "scenario: good\ntitle: {zh: 好, en: Good}\n")
    try folder.write("mine/bad.yaml", "scenario: bad\nfundng: 1\n")
    try folder.write("mine/sweep.yaml", "scenario: many\nsweep: {axes: {a: [1, 2]}}\n")
    let result = try Program.run(["list", "mine", "--lang", "en"], in: folder.path)
    #expect(result.status == 65 && result.output.contains("Good") && !result.output.contains("many"))
    #expect(result.errors.contains("mine/bad.yaml:2:1") && result.errors.contains("funding"))
  }

  @Test(arguments: ["en", "zh"])
  func newWritesAScenarioThatRunsAndOneThatUsesEverything(_ language: String) throws {
    let folder = try TemporaryFolder()
    let parent = Program.scenario("baseline")
    try folder.makeFolder("mine")
    let new = ["new", "my-plan", "--extends", parent, "--folder", "mine", "--lang", language]
    let made = try Program.run(new, in: folder.path)
    #expect(made.status == 0 && made.output.contains("mine/my-plan.yaml"), "\(made.errors)")
    let text = try folder.text("mine/my-plan.yaml")
    for words in ["enterprise", "water_saving", "tfp_hospitality", language == "zh" ? "资金" : "Money"] {
      #expect(text.contains(words), "\(words)")
    }
    let plain = try Program.run(["validate", "mine/my-plan.yaml"], in: folder.path)
    #expect(plain.status == 0 && plain.errors.isEmpty, "\(plain.errors)")
    for (file, output) in [("mine/my-plan.yaml", "new"), (parent, "old")] {
      let run = try Program.run(["run", file, "--members", "128", "-q", "-o", output], in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
    }
    func numbers(_ name: String) throws -> [[String]] {
      rows(ofCSV: try folder.bytes("\(name)/projections.csv")).map { Array($0.dropFirst()) }
    }
    #expect(try numbers("new") == numbers("old"))
    // With every comment mark taken off it is a scenario too.
    let used = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("# ") ? String($0.dropFirst(2)) : String($0)
    }
    try folder.write("mine/used.yaml", used.joined(separator: "\n"))
    let whole = try Program.run(["validate", "mine/used.yaml", "--show"], in: folder.path)
    #expect(whole.status == 0 && !whole.errors.contains("error"), "\(whole.errors)")
    for words in ["targets.own_goal", "question.zh"] { #expect(whole.output.contains(words), "\(words)") }
    // Nothing is replaced.
    let again = try Program.run(new, in: folder.path)
    #expect(again.status == 73 && again.errors.contains("left alone"), "\(again.errors)")
    #expect(try folder.text("mine/my-plan.yaml") == text)
  }

  @Test func newFindsTheLibraryAndRefusesWhatCannotBe() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("scenarios")
    try folder.writeScenario("scenarios/parent.yaml", "scenario: parent\ntitle: {zh: 父, en: Parent}\n")
    let made = try Program.run(["new", "child", "--extends", "parent"], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try folder.text("scenarios/child.yaml").contains("extends: \"parent.yaml\"\n"))
    let misspelt = try Program.run(["new", "other", "--extends", "parnet"], in: folder.path)
    #expect(misspelt.status == 66 && misspelt.errors.contains("did you mean 'parent'?"), "\(misspelt.errors)")
    for name in ["Bad Name", "-x", "../up", ""] {
      let bad = try Program.run(["new", "--extends", "parent", "--", name], in: folder.path)
      #expect(bad.status == 64 && bad.errors.contains("an id of a-z"), "\(name): \(bad.errors)")
    }
    try folder.write("scenarios/broken.yaml", "scenario: broken\n")
    #expect(try Program.run(["new", "other", "--extends", "broken"], in: folder.path).status == 65)
    #expect(try folder.names(in: "scenarios") == ["broken.yaml", "child.yaml", "parent.yaml"])
  }

  @Test func explainSaysWhatItIsInTheLanguageAsked() throws {
    let english = try Program.run(["explain", "efficacy.tourism", "--lang", "en"], in: "/")
    #expect(english.status == 0 && english.errors.isEmpty)
    for words in [
      "uncertain parameter", "factor", "step 5 (pillars)", "METHODOLOGY.md", "assumed", "PERT(0.5, 1, 1.3)",
    ] {
      #expect(english.output.contains(words), "\(words)")
    }
    let chinese = try Program.run(["explain", "特色农业提质增效", "--lang", "zh"], in: "/")
    #expect(chinese.output.contains("agriculture") && chinese.output.contains("示范工程"))
    let all = try Program.run(["explain", "--lang", "en"], in: "/")
    for term in ["gdp_nominal", "efficacy.tourism", "gdp_100_yi", "funding.csv", "planned_cost_yi"] {
      #expect(all.output.contains(term), "\(term)")
    }
    let missed = try Program.run(["explain", "gdp_nominl"], in: "/")
    #expect(missed.status == 64 && missed.errors.contains("did you mean 'gdp_nominal'?"), "\(missed.errors)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsNameEveryCommand(_ shell: String) throws {
    let result = try Program.run(["--generate-completion-script", shell], in: "/")
    #expect(result.status == 0 && result.errors.isEmpty)
    let help = try Program.run(["--help"], in: "/").output
    let commands = help.components(separatedBy: "SUBCOMMANDS:\n")[1].split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  See")
        ? line.split(separator: " ").first.map(String.init) : nil
    }
    #expect(commands.count > 20 && commands.contains("explain"))
    for command in commands { #expect(result.output.contains(command), "\(command)") }
    for option in ["members", "extends", "threads"] { #expect(result.output.contains(option), "\(option)") }
    guard shell == "bash" else { return }
    // A shell reads it without complaint.
    let folder = try TemporaryFolder()
    try folder.write("hsb.bash", result.output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-n", folder("hsb.bash")]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
