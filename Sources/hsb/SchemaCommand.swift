import ArgumentParser
import District
import Scenarios

/// `hsb schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario files, for completion in editors.",
    discussion: """
      EXAMPLES
        hsb schema > scenario.schema.json
        hsb schema --sweep > sweep.schema.json
      """)

  @Flag(help: "The schema of sweep files.")
  var sweep = false

  func run() throws {
    try Failure.reporting {
      Console.output(ScenarioSchema.json(for: try District.builtIn("hongsibao"), forSweeps: sweep))
    }
  }
}
