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
      """)

  func run() throws {
    try Failure.reporting { Console.output(try ScenarioSchema.json(for: District.builtIn("hongsibao"))) }
  }
}
