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

  /// Shards as they were found: what the first one says of all, their number, the file they are of.
  struct Source {
    let header: ShardHeader
    let count: Int
    let file: String
    let folder: OutputFolder
  }

  /// What the shards in a folder are of.
  func find(_ results: OutputFolder) throws -> Source {
    let survey = try ShardSurvey(ShardFolder(results))
    let header = try survey.anyHeader()
    let file = scenario ?? header.file
    // A shard may come from anywhere: what it names is read as a scenario only where it is named like one.
    guard scenario != nil || [".yaml", ".yml"].contains(where: file.lowercased().hasSuffix) else {
      throw Diagnostic(
        file: survey.folder.path, message: "its shards name the file '\(file)'; name the scenario with --scenario")
    }
    return Source(header: header, count: survey.count, file: file, folder: results)
  }

  /// The run of shards.
  func run(_ source: Source) throws -> ShardedScenario {
    try reading(source) {
      let read = try ScenarioInputs.read([source.file], overrides: source.header.overrides.overrides)
      return try ShardedScenario(
        read[0], file: source.file, overrides: source.header.overrides.overrides, count: source.count,
        folder: source.folder)
    }
  }

  /// The sweep of shards.
  func sweep(_ source: Source, threads: Int?) throws -> SweepInputs {
    try reading(source) {
      try SweepInputs(source.file, overrides: source.header.overrides.overrides, threads: threads)
    }
  }

  /// The search of shards.
  func search(_ source: Source, threads: Int?) throws -> AllocationInputs {
    guard let question = source.header.search else {
      throw Diagnostic(file: ShardFolder(source.folder).path, message: "its shards do not say what is searched for")
    }
    return try reading(source) {
      try AllocationInputs(source.file, question, overrides: source.header.overrides.overrides, threads: threads)
    }
  }

  private func reading<Value>(_ source: Source, _ read: () throws -> Value) throws -> Value {
    do { return try read() } catch  where scenario == nil && Self.isUnreadable(error) {
      throw Diagnostic(
        file: ShardFolder(source.folder).path,
        message:
          "its shards are of the scenario file '\(source.file)', which cannot be read from here; run the command "
          + "where they were made, or name the file with --scenario")
    }
  }

  private static func isUnreadable(_ error: any Error) -> Bool {
    error is FileAccessError || (error as? ExitCode) == ExitStatus.unreadableInput
  }
}
