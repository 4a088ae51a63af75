import ArgumentParser
import District
import Reporting
import Scenarios

/// `hsb validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Read and resolve scenarios without running them.",
    discussion: """
      Every error of every file is reported in one pass, one a line: file:line:column, what was found, what was \
      expected, and the nearest valid name. --show prints each value of the scenario as resolved, where it comes \
      from, what it overrides, and whether it is sourced or assumed.

      EXAMPLES
        hsb validate scenarios/*.yaml
        hsb validate scenarios/funding-cut.yaml --show
      """)

  @Argument(help: ArgumentHelp("Scenario files.", valueName: "file"))
  var files: [String]

  @Flag(help: "Print every value as resolved, with its origin.")
  var show = false

  @Option(help: "Language of the headings. (default: the terminal's)")
  var lang: Language?

  func run() throws {
    try Failure.reporting {
      let sweeps = files.filter { (try? Scenario(file: $0))?.isSweep == true }
      var readings = readScenarios(files: files.filter { !sweeps.contains($0) })
      for scenario in readings.scenarios {
        Console.output(show ? ScenarioListing(scenario, language: Console.language(lang)).text : Self.line(scenario))
      }
      for file in sweeps {
        let (sweep, diagnostics) = try readSweep(file: file)
        readings.diagnostics.messages += diagnostics.messages
        if let sweep { Console.output(Self.line(sweep)) }
      }
      try ScenarioInputs.check(readings)
    }
  }

  private static func line(_ sweep: Sweep) -> String {
    "\(sweep.file): valid: sweep '\(sweep.id)', \(NumberText.grouped(sweep.points.count)) points to "
      + "\(sweep.first.horizon), \(NumberText.grouped(sweep.first.ensemble.members)) members each\n"
  }

  private static func line(_ scenario: ResolvedScenario) -> String {
    "\(scenario.chain.first ?? scenario.id): valid: '\(scenario.id)' to \(scenario.horizon), "
      + "\(NumberText.grouped(scenario.ensemble.members)) members\n"
  }
}
