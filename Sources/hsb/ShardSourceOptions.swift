import ArgumentParser
import District
import Reporting

/// Where the scenario of shards is read from.
struct ShardSourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The scenario file of the shards, where it is not where they were made. (default: the one they name)",
      valueName: "file"))
  var scenario: String?

  /// The scenario of the shards in a folder.
  func read(_ results: OutputFolder) throws -> ShardedScenario {
    let survey = try ShardSurvey(ShardFolder(results))
    let header = try survey.anyHeader()
    let file = scenario ?? header.file
    // A shard may come from anywhere: what it names is read as a scenario only where it is named like one.
    guard scenario != nil || [".yaml", ".yml"].contains(where: file.lowercased().hasSuffix) else {
      throw Diagnostic(
        file: survey.folder.path, message: "its shards name the file '\(file)'; name the scenario with --scenario")
    }
    do {
      let read = try ScenarioInputs.read([file], overrides: header.overrides.overrides)
      return try ShardedScenario(
        read[0], file: file, overrides: header.overrides.overrides, count: survey.count, folder: results)
    } catch let status as ExitCode where status == ExitStatus.unreadableInput && scenario == nil {
      throw Diagnostic(
        file: survey.folder.path,
        message:
          "its shards are of the scenario file '\(header.file)', which cannot be read from here; run the command "
          + "where they were made, or name the file with --scenario")
    }
  }
}
