import Analysis
import ArgumentParser
import District
import Reporting

/// `hsb optimize`.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "The best division of a budget over projects, sources and years.",
    discussion: """
      Makes the mean of an indicator, or the probability of a commitment, as large as it can be by moving money between \
      projects, sources and years. Every division is valued on the same draws and climbed by SLSQP (NLopt) from several \
      starts; the best one is then held against the plan on fresh draws that the search has not seen, and the gap is \
      reported. docs/ANALYSIS.md has the method.

      Without --limits a project gets 0.5 to 1.5 times its planned money, a source pays only for what it pays in the plan \
      and gives no more than planned, a year has at most 1.25 times its planned money, and a project gets in no year more \
      than it can absorb. A limits file (YAML) says otherwise:

        project_range: [0.3, 2]          # least and most of planned money
        source_ceiling: 1                # most of planned money; also year_ceiling, absorption
        projects: {infrastructure: {minimum: 15}, tourism: {maximum: 6, yearly: 2}}   # 亿元
        sources: {enterprise: {maximum: 40, pays: [clean_energy, agriculture]}}
        years: [{year: 2021, maximum: 20}]

      Written to results/allocation/ (or --output): allocation.csv, allocation_outcomes.csv, frontier.csv (money against \
      probability, GDP against rural income), allocation_leadership.csv, three pictures, allocation.yaml with its plan \
      allocation_plan.csv (the scenario of the best division, for `hsb run`), manifest.json.

      EXAMPLES
        hsb optimize scenarios/baseline.yaml --maximize gdp_100_yi
        hsb optimize scenarios/baseline.yaml --maximize income_rural.2025 --budget 90 --members 4096
        hsb optimize scenarios/baseline.yaml --maximize gdp_nominal --limits my-limits.yaml --output results/gdp
        hsb optimize scenarios/baseline.yaml --maximize gdp_100_yi --starts 64 --shards 16 --shard 3
                                          the starts of a shard; 'hsb merge results/allocation' goes on from them
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "Id of a target, INDICATOR.YEAR, or an indicator (in the last year, 2025 at most).", valueName: "name"))
  var maximize: String

  @Option(
    help: ArgumentHelp("`planned`, or nominal 亿元 over all years, 0.000001 at least.", valueName: "amount"),
    transform: AllocationBudget.read)
  var budget = AllocationBudget.planned

  @Option(help: ArgumentHelp("A limits file.", valueName: "file"))
  var limits: String?

  @Option(help: ArgumentHelp("Starts of the search: the plan, planned costs, and random ones.", valueName: "number"))
  var starts = ShardSearch.usualStarts

  @OptionGroup var options: AnalysisOptions

  @OptionGroup var sharding: ShardOptions

  func validate() throws {
    try options.check()
    try sharding.check(files: 1, hasGoals: false)
    try OptionLimits.check(starts: starts)
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let question = ShardSearch(maximise: maximize, budget: budget.amount, limits: limits, starts: starts)
      let inputs = try AllocationInputs(scenario, question, overrides: options.overrides, threads: options.threads)
      let folder = options.folder("allocation")
      try folder.check(for: AllocationReport.fileNames)
      func deliver(_ climbs: [AllocationClimb]?) throws {
        let progress = options.progress("optimize", of: inputs.mostMembers)
        let report = try inputs.report(language: options.lang ?? .zh, climbs: climbs) { progress.update(members: $0) }
        progress.finish()
        try options.deliver(report.files, to: folder, since: watch) { AllocationText(report, language: $0).text }
      }
      if sharding.isAsked {
        return try inputs.shards(sharding.shards, in: folder).perform(
          sharding, since: watch, isQuiet: options.quiet,
          compute: { range in
            let progress = options.progress(
              "starts \(range.lowerBound + 1)-\(range.upperBound)", of: inputs.mostMembers(starts: range.count))
            defer { progress.finish() }
            return try inputs.climbs(range) { progress.update(members: $0) }
          }, deliver: deliver)
      }
      let lock = try FolderLock(folder, .alone)
      defer { lock.release() }
      Interruption.watch([lock]) { "nothing was written (with --resume a search keeps what its starts led to)" }
      try deliver(nil)
    }
  }
}

/// The money that is divided.
enum AllocationBudget {
  /// What the scenario plans.
  case planned
  /// Nominal 亿元.
  case amount(Double)

  /// Nominal 亿元; nil for what the scenario plans.
  var amount: Double? { if case .amount(let amount) = self { amount } else { nil } }

  /// Reads a budget.
  ///
  /// - Throws: `ValidationError` with what was expected.
  static func read(_ text: String) throws -> AllocationBudget {
    if text == "planned" { return .planned }
    guard let number = Double(text), ShardSearch.allowedBudgets.contains(number) else {
      throw ValidationError(
        "found '\(text)', expected planned, or a number of 亿元 of at least 0.000001 (100 yuan) and at most 1000000")
    }
    return .amount(number)
  }
}
