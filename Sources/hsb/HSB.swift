import ArgumentParser

/// The program.
@main
struct HSB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hsb",
    abstract: "Projects what a funding scenario does for a district: output, incomes, commitments met.",
    discussion: """
      A scenario is a YAML file: where the money goes, when it comes, what happens meanwhile. A run draws thousands of \
      members of everything that is uncertain, follows each year by year, and writes medians, ranges and the \
      probability that each commitment is met. What it prints is a model projection, not an official forecast.

      EXAMPLES
        hsb list
        hsb run scenarios/baseline.yaml
        hsb run scenarios/baseline.yaml scenarios/funding-cut.yaml --members 100000
        hsb compare scenarios/baseline.yaml scenarios/funding-cut.yaml
        hsb sweep scenarios/sweeps/enterprise-tourism.yaml
        hsb explain efficacy.tourism
        hsb new my-scenario --extends baseline
        hsb validate scenarios/*.yaml
        hsb validate scenarios/funding-cut.yaml --show
        hsb district sources --status assumed

      EXIT STATUS
        0 done; 1 'hsb diff' found differences; 64 wrong use; 65 a scenario or district is wrong; 66 a file cannot be \
      read; 70 a fault of the program; 71 a limit of the system is too low; 73 results cannot be written.
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self,
      MergeCommand.self,
      StatusCommand.self,
      ShardsCommand.self,
      SubmitCommand.self,
      CompareCommand.self,
      SweepCommand.self,
      RobustnessCommand.self,
      AttributeCommand.self,
      SensitivityCommand.self,
      SolveCommand.self,
      DiscoverCommand.self,
      DiffCommand.self,
      ListCommand.self,
      NewCommand.self,
      ExplainCommand.self,
      OptimizeCommand.self,
      ValidateCommand.self,
      TraceCommand.self,
      SchemaCommand.self,
      DistrictCommand.self,
      ObservationsCommand.self,
      AssimilateCommand.self,
      BacktestCommand.self,
      MonitorCommand.self,
      PlotCommand.self,
      ReportCommand.self,
      NotebookCommand.self,
      ExportCommand.self,
      DoctorCommand.self,
      BenchCommand.self,
    ])

  static func main() {
    Console.survivesClosedPipes()
    var failure: (any Error)?
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // Help, the version and completion scripts are no failure.
      let text = exitCode(for: error).isSuccess ? fullMessage(for: error) : ""
      if !text.isEmpty { Console.output(text + "\n") }
      if !exitCode(for: error).isSuccess { failure = error }
    }
    do {
      try Console.closeOutput()
    } catch {
      Console.error("\(error)")
      // Another failure keeps its status; that results differ is none.
      if failure == nil || failure as? ExitCode == ExitStatus.somethingMoved { failure = ExitStatus.cannotWrite }
    }
    exit(withError: failure)
  }
}
