import Foundation
import Testing

@Suite struct ExitStatusTests {
  private let baseline = Program.scenario("baseline")

  @Test(arguments: [
    ["run"], ["nonsense"], ["run", "x.yaml", "--members", "0"], ["run", "x.yaml", "--members", "many"],
    ["run", "x.yaml", "--threads", "0"], ["run", "x.yaml", "--sampler", "sobo"],
    ["run", "x.yaml", "--horizon", "2050"],
    ["run", "x.yaml", "--seed", "-1"], ["run", "x.yaml", "--lang", "fr"], ["trace", "x.yaml"],
    ["run", "x.yaml", "-o", ""],
    ["trace", "x.yaml", "--members", "0", "--output", "t.json"], ["district", "sources", "--status", "guessed"],
  ])
  func wrongUseIs64(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(arguments, in: folder.path)
    #expect(result.status == 64, "\(result.errors)")
    #expect(!result.errors.isEmpty && result.output.isEmpty)
    #expect(try folder.names().isEmpty)
  }

  @Test func aWrongScenarioIs65AndEveryFaultOfEveryFileIsReported() throws {
    let folder = try TemporaryFolder()
    try folder.writeScenario("one.yaml", "scenario: one\ntitle: {zh: 一, en: one}\nhorizn: 2025\n")
    try folder.writeScenario("two.yaml", "scenario: two\ntitle: {zh: 二, en: two}\nparameters: {efficacy.turism: 0.6}\n")
    for command in ["run", "validate"] {
      let result = try Program.run([command, "one.yaml", "two.yaml"], in: folder.path)
      #expect(result.status == 65)
      #expect(result.errors.contains("one.yaml:4:1: error:") && result.errors.contains("'horizon'"))
      #expect(result.errors.contains("two.yaml:4:") && result.errors.contains("efficacy.tourism"))
      #expect(result.errors.hasSuffix("2 errors, 0 warnings\n"), "\(result.errors)")
    }
    #expect(try folder.names() == ["one.yaml", "two.yaml"])
  }

  /// Whichever way a command computes: members that are not finite are in no result.
  @Test func valuesTooExtremeToComputeWithAre65InEveryCommand() throws {
    let folder = try TemporaryFolder()
    try folder.writeScenario(
      "extreme.yaml",
      "scenario: extreme\ntitle: {zh: 极, en: Extreme}\nparameters: {water_elasticity: 1e-5, consumption_scale: 10}\n")
    for command in [
      ["run", "extreme.yaml"], ["compare", baseline, "extreme.yaml"], ["compare", "extreme.yaml", baseline],
      ["solve", "extreme.yaml", "--target", "gdp_100_yi"], ["attribute", "extreme.yaml"],
      ["attribute", "extreme.yaml", "--by", "channel"],
    ] {
      let result = try Program.run(command + ["--members", "256"], in: folder.path)
      #expect(result.status == 65, "\(command) \(result.status) \(result.errors)")
      #expect(result.errors.contains("too extreme"), "\(result.errors)")
    }
    #expect(try folder.names() == ["extreme.yaml"])
  }

  /// Numbers so large that sums of margins would overflow are refused where they are written.
  @Test(arguments: [
    ("at_least: 1e308, factor: 2", "validate", "3:65", "from -1000000000000 to 1000000000000"),
    ("at_least: 1e308, factor: 2", "run", "3:65", "from -1000000000000 to 1000000000000"),
    ("at_least: gdp_real, factor: 1e308", "run", "3:83", "a number above 0, at most 1000"),
    ("at_least: 1e12, factor: $m", "sweep", "4:25", "a number above 0, at most 1000"),
  ])
  func targetsBeyondAllBoundsAre65(_ held: String, _ command: String, _ place: String, _ words: String) throws {
    let folder = try TemporaryFolder()
    let sweep = command == "sweep" ? "sweep: {axes: {m: [0.5, 1e308]}}\n" : ""
    try folder.writeScenario(
      "h.yaml", "scenario: h\ntargets: [{id: a, year: 2025, indicator: gdp_nominal, \(held)}]\n\(sweep)")
    let result = try Program.run([command, "h.yaml"], in: folder.path)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("h.yaml:\(place): error:") && result.errors.contains(words), "\(result.errors)")
    #expect(try folder.names() == ["h.yaml"])
  }

  /// The largest numbers that may be written run.
  @Test func targetsAtTheBoundsRun() throws {
    let folder = try TemporaryFolder()
    try folder.writeScenario(
      "h.yaml",
      """
      scenario: h
      targets:
        - {id: a, year: 2025, indicator: gdp_nominal, at_least: -1e12, factor: 1000}
        - {id: b, year: 2025, indicator: gdp_nominal, at_most: 1e12, factor: 1e-300}
        - {id: c, year: 2025, indicator: gdp_nominal, at_most: income_all, factor: 1000}

      """)
    let result = try Program.run(["run", "h.yaml", "--members", "200", "-q"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!(try folder.text("results/h/targets.csv")).contains(",inf,"))
  }

  @Test func anUnreadableFileIs66() throws {
    let folder = try TemporaryFolder()
    for command in [["run"], ["validate"], ["trace", "--output", "t.json"]] {
      let result = try Program.run(command + ["missing.yaml"], in: folder.path)
      #expect(result.status == 66, "\(command) \(result.errors)")
      #expect(result.errors.contains("missing.yaml: cannot be read:"))
    }
    #expect(try Program.run(["district", "check", "nowhere"], in: folder.path).status == 66)
    #expect(try folder.names().isEmpty)
  }

  @Test func resultsThatCannotBeWrittenAre73BeforeAnythingIsRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "x")
    try folder.makeFolder("real")
    try folder.makeLink("link", to: "real")
    for (output, words) in [
      ("file", "a file of that name is there"), ("link", "it is a symbolic link to 'real'"),
      ("file/below", "is a file, not a folder"), ("no/such", "the folder 'no' does not exist"),
    ] {
      // So many members would take minutes: the refusal comes before.
      let result = try Program.run(
        ["run", baseline, "--members", "100000000", "--output", output], in: folder.path)
      #expect(result.status == 73)
      #expect(result.errors == "\(output): cannot be written: " + result.errors.split(separator: ": ", maxSplits: 2)[2])
      #expect(result.errors.contains(words), "\(result.errors)")
      let trace = try Program.run(
        ["trace", baseline, "--output", output + (output == "file" ? "/x" : "")], in: folder.path)
      #expect(trace.status == 73, "\(output) \(trace.errors)")
    }
    #expect(try folder.names() == ["file", "link", "real"])
    #expect(try folder.names(in: "real").isEmpty)
  }

  @Test func aFolderOfOnesOwnIsNotOverwritten() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("mine")
    try folder.write("mine/projects.csv", "my own")
    let result = try Program.run(["run", baseline, "--members", "64", "-o", "mine"], in: folder.path)
    #expect(result.status == 73 && result.errors.contains("projects.csv"))
    #expect(try folder.text("mine/projects.csv") == "my own")
  }

  @Test func valuesTooExtremeAreNamedAndNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    for parameters in ["water_elasticity: 1e-9", "water_elasticity: 1e-5, consumption_scale: 10"] {
      try folder.writeScenario("extreme.yaml", "scenario: extreme\nparameters: {\(parameters)}\n")
      let result = try Program.run(["run", "extreme.yaml", "--members", "64"], in: folder.path)
      #expect(result.status == 65, "\(result.errors)")
      #expect(result.errors.contains("extreme.yaml: error: the indicator '"))
      #expect(result.errors.contains("is not a finite number in 2021"))
    }
    #expect(try folder.names() == ["extreme.yaml"])
  }
}
