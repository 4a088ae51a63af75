import ArgumentParser
import District
import Scenarios

/// `hsb schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario, sweep or limits files, for completion in editors.",
    discussion: """
      EXAMPLES
        hsb schema > scenario.schema.json
        hsb schema --sweep > sweep.schema.json
        hsb schema --limits > limits.schema.json
      """)

  @Flag(help: "The schema of sweep files.")
  var sweep = false

  @Flag(help: "The schema of limits files of `hsb optimize`.")
  var limits = false

  func validate() throws {
    if sweep, limits { throw ValidationError("--sweep and --limits: expected one of them") }
  }

  func run() throws {
    try Failure.reporting {
      let kind: ScenarioSchema.Kind = sweep ? .sweep : limits ? .limits : .scenario
      Console.output(ScenarioSchema.json(of: kind, for: try District.builtIn("hongsibao")))
    }
  }
}
