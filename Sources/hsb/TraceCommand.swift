import Analysis
import ArgumentParser
import LinearAlgebra
import Projection
import Reporting

/// `hsb trace`.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Write what single members did, for checking by other programs.",
    discussion: """
      The file holds the draws, the plan and every series of the first members of the scenario's ensemble at full \
      precision, as JSON (schema hsb/trace/1).

      EXAMPLES
        hsb trace scenarios/baseline.yaml --members 8 --output trace.json
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("Members written, from the first.", valueName: "number"))
  var members = 8

  @OptionGroup var ensemble: EnsembleOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write; - for the standard output.", valueName: "file"))
  var output: String

  func validate() throws {
    guard (1...100_000).contains(members) else {
      throw ValidationError("--members \(members): expected a whole number from 1 to 100000")
    }
  }

  func run() throws {
    try Failure.reporting {
      let scenario = try ScenarioInputs.read([file], overrides: ensemble.overrides())[0]
      if output != "-" { try OutputPath(output).check() }
      setBLASThreads(1)
      let trace = try Trace(Experiment(scenario), members: members)
      let bytes = TraceFile(trace, scenario: scenario).json()
      if output == "-" { Console.output(bytes) } else { try OutputPath(output).write(bytes) }
    }
  }
}
