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

  @Option(
    help: ArgumentHelp(
      "The limits file of an allocation search, where it is not where it was. (default: the one they name)",
      valueName: "file"))
  var limits: String?

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
    // A shard may come from anywhere: what it names is read only where it is named like one of these files.
    for (name, given, option) in [(file, scenario, "scenario"), (header.search?.limits ?? ".yaml", limits, "limits")] {
      guard given != nil || [".yaml", ".yml"].contains(where: name.lowercased().hasSuffix) else {
        throw Diagnostic(
          file: survey.folder.path, message: "its shards name the file '\(name)'; name it with --\(option)")
      }
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
    let folder = ShardFolder(source.folder).path
    guard var question = source.header.search, ShardSearch.allowedStarts.contains(question.starts),
      question.budget.map(ShardSearch.allowedBudgets.contains) ?? true
    else { throw Diagnostic(file: folder, message: "its shards do not say what is searched for") }
    question.limits = limits ?? question.limits
    do {
      return try reading(source) {
        try AllocationInputs(source.file, question, overrides: source.header.overrides.overrides, threads: threads)
      }
    } catch let error as ValidationError {
      throw Diagnostic(file: folder, message: "what its shards search for is not there any more: \(error.message)")
    }
  }

  private func reading<Value>(_ source: Source, _ read: () throws -> Value) throws -> Value {
    let folder = ShardFolder(source.folder).path
    func elsewhere(_ file: String, _ option: String) -> Diagnostic {
      Diagnostic(
        file: folder,
        message:
          "its shards are of the \(option) file '\(file)', which cannot be read from here; run the command "
          + "where they were made, or name the file with --\(option)")
    }
    do { return try read() } catch let error as FileAccessError
      where error.path == source.header.search?.limits && limits == nil
    {
      throw elsewhere(error.path, "limits")
    } catch  where scenario == nil && Self.isUnreadable(error) {
      throw elsewhere(source.file, "scenario")
    }
  }

  private static func isUnreadable(_ error: any Error) -> Bool {
    error is FileAccessError || (error as? ExitCode) == ExitStatus.unreadableInput
  }
}
